"""What is said, word for word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sop_plugin.model.kinds import Line, RoleRef, authored


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """Words to say; without a role the step's own role says them."""

    shorthand: ClassVar[str] = "says"

    says: Line = authored('"Good morning, what can I get you?"')
    role: RoleRef | None = authored("cashier", default=None)
    when: Line | None = authored("The guest hesitates", default=None)
