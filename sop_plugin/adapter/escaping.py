"""Plain text for templates that print what they are given."""

from __future__ import annotations

import html


class Escaped(str):
    """HTML that stands for a plain text. Jinja's `e` filter leaves it as it is, so that it is escaped once."""

    __slots__ = ()

    def __html__(self) -> str:
        """Itself, by the convention of template engines."""
        return str(self)


def escaped(text: str) -> Escaped:
    """Any text as HTML, safe between tags and in quoted attributes."""
    return Escaped(html.escape(text))
