"""What kind of file a text is, and where its front matter stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from sop_plugin.model.organisation import Organisation
from sop_plugin.model.sop import Sop
from sop_plugin.pipeline.folder import ORGANISATION
from sop_plugin.reading.source import FENCE

_TRANSLATES = re.compile(r"translates:(?:\s|$)")


class FileKind(StrEnum):
    """An SOP or what may become one, a translation, the organisation file."""

    SOP = "sop"
    TRANSLATION = "translation"
    ORGANISATION = "organisation"


class Frame:
    """The lines of a file: `first` and `end` are those of its front matter, from 0, the end behind it.

    Where the front matter is not closed, it goes on to the end of the file; where there is none, both are 0.
    """

    def __init__(self, path: str, lines: Sequence[str]) -> None:
        self.lines = lines
        if path == ORGANISATION:
            self.kind, self.first, self.end = FileKind.ORGANISATION, 0, len(lines)
            return
        has_header = lines[0].rstrip() == FENCE
        self.first = int(has_header)
        fences = (number for number, text in enumerate(lines) if number and text.rstrip() == FENCE)
        self.end = next(fences, len(lines)) if has_header else 0
        is_translation = any(map(_TRANSLATES.match, lines[self.first : self.end]))
        self.kind = FileKind.TRANSLATION if is_translation else FileKind.SOP

    @property
    def root(self) -> type:
        """The class whose fields the front matter has; a translation has those of an SOP that hold words."""
        return Organisation if self.kind is FileKind.ORGANISATION else Sop

    def in_header(self, line: int) -> bool:
        """Whether a line belongs to the front matter."""
        return self.first <= line < self.end
