"""Categories of questions, which become tags."""

from __future__ import annotations

import re

from sop_plugin.imports.gathering import Gathering
from sop_plugin.model.imported import Grade

_DIVIDER = re.compile(r"(?<!/)/(?!/)")
_PARTS_LIST = re.compile(r"[ \u3000]*[,，、;；\n][ \u3000]*")


def tags_of(path: str, gathering: Gathering, line: int) -> tuple[str, ...]:
    """The tags for `$course$/top/Cash desk/Refunds`: one for each part that somebody named.

    Moodle writes a slash within a name twice.
    """
    parts = (part.replace("//", "/").strip() for part in _DIVIDER.split(path))
    return tuple(
        tag for part in parts if part and part != "top" and not re.fullmatch(r"\$\w+\$", part)
        for tag in [as_tag(part, gathering, line)] if tag
    )  # fmt: skip


def as_tag(text: str, gathering: Gathering, line: int = 0) -> str:
    """A text as a tag, which has no commas and is one line."""
    tag = _PARTS_LIST.sub(" ", " ".join(text.split())).strip(" \u3000")
    if tag != text.strip():
        gathering.lose("tag-spelling", Grade.LOOKS, line=line, text=text.strip(), tag=tag)
    return tag
