"""Escapes and text forms of GIFT."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sop_plugin.imports.texts import TextForm

_ESCAPE = re.compile(r"\\([\\:=~#{}n])")
_FIRST = 0xFDE0
"""Characters that no file may hold stand for the escaped ones, from this on."""
_NAMES = "\\:=~#{}n"
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]\s*", re.IGNORECASE)
_FORMS = {
    "html": TextForm.HTML,
    "moodle": TextForm.AUTO,
    "plain": TextForm.PLAIN,
    "markdown": TextForm.MARKDOWN,
}


@dataclass(frozen=True, slots=True, init=False)
class Escaped:
    """A text in which escaped marks are out of the way, so that those left are marks."""

    text: str

    def __init__(self, source: str) -> None:
        hidden = _ESCAPE.sub(lambda match: chr(_FIRST + _NAMES.index(match[1])), source)
        object.__setattr__(self, "text", hidden)

    def again(self, part: str) -> Escaped:
        """A part of the text."""
        return Escaped(part)

    def plain(self) -> str:
        """The text with the escaped characters themselves; what is escaped as n is a new line."""
        result = self.text
        for at, name in enumerate(_NAMES):
            result = result.replace(chr(_FIRST + at), "\n" if name == "n" else name)
        return result.strip()


def split_format(text: str, form: TextForm | None) -> tuple[TextForm | None, str]:
    """The form that a text says it has, else `form`, and the text without that."""
    match = _FORMAT.match(text)
    return (_FORMS[match[1].lower()], text[match.end() :]) if match else (form, text)
