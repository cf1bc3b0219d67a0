"""A text that an editor offers to write."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sop_plugin.model.diagnostic import Span


class Sort(StrEnum):
    """What a suggestion is, for the symbol that an editor shows beside it."""

    FIELD = "field"
    CHOICE = "choice"
    ID = "id"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text to put in the place of `span`; `detail` stands beside it in the list, `help` is Markdown.

    In a `snippet`, `$1` and `${1:text}` are stops of the cursor. `order` is its place in the list.
    """

    label: str
    text: str
    span: Span
    sort: Sort
    detail: str = ""
    help: str = ""
    snippet: bool = False
    order: int = 0
