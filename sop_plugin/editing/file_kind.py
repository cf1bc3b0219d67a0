"""What kind of file a text is, and where its front matter stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from sop_plugin.model.organisation import Organisation
from sop_plugin.model.quiz import QuizHead, QuizTranslationHead
from sop_plugin.model.sop import Sop
from sop_plugin.pipeline.folder import ORGANISATION
from sop_plugin.reading.source import FENCE

_TRANSLATES = re.compile(r"translates:(?:\s|$)")
_QUIZ = re.compile(r"quiz:(?:\s|$)")
_SOP = re.compile(r"sop:(?:\s|$)")


class FileKind(StrEnum):
    """An SOP or what may become one, a translation, the organisation file; a quiz, a translation of one."""

    SOP = "sop"
    TRANSLATION = "translation"
    ORGANISATION = "organisation"
    QUIZ = "quiz"
    QUIZ_TRANSLATION = "quiz-translation"


_ROOTS: Mapping[FileKind, type] = MappingProxyType(
    {
        FileKind.SOP: Sop,
        FileKind.TRANSLATION: Sop,
        FileKind.ORGANISATION: Organisation,
        FileKind.QUIZ: QuizHead,
        FileKind.QUIZ_TRANSLATION: QuizTranslationHead,
    }
)


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
        header = lines[self.first : self.end]
        is_translation = any(map(_TRANSLATES.match, header))
        # What lies outside the content and says nothing yet can only become a quiz.
        if any(map(_QUIZ.match, header)) or (path.startswith("../") and not any(map(_SOP.match, header))):
            self.kind = FileKind.QUIZ_TRANSLATION if is_translation else FileKind.QUIZ
        else:
            self.kind = FileKind.TRANSLATION if is_translation else FileKind.SOP

    @property
    def is_quiz(self) -> bool:
        """Whether it is a quiz or a translation of one."""
        return self.kind in (FileKind.QUIZ, FileKind.QUIZ_TRANSLATION)

    @property
    def root(self) -> type:
        """The class whose fields the front matter has; a translation has those of an SOP that hold words."""
        return _ROOTS[self.kind]

    def in_header(self, line: int) -> bool:
        """Whether a line belongs to the front matter."""
        return self.first <= line < self.end
