"""Bold, italic and struck words, whose marks hold in Markdown only beside the right characters."""

from __future__ import annotations

import re
import unicodedata

EMPHASIS = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "del": "~~", "strike": "~~", "cite": "*"}

# Stand for the marks until all of the text around them is known. No file may hold these characters.
_OPEN = {"**": "\ufdd1", "*": "\ufdd3", "~~": "\ufdd5"}
_CLOSE = {"**": "\ufdd2", "*": "\ufdd4", "~~": "\ufdd6"}
_MARK_OF = {**{sign: mark for mark, sign in _OPEN.items()}, **{sign: mark for mark, sign in _CLOSE.items()}}
_SIGNS = "\ufdd1-\ufdd6"
_SPACE_INSIDE_START = re.compile("([\ufdd1\ufdd3\ufdd5])([ \n]+)")
_SPACE_INSIDE_END = re.compile("(?<![ \n])([ \n]+)([\ufdd2\ufdd4\ufdd6])")
_PAIR = re.compile(f"[\ufdd1\ufdd3\ufdd5]([^{_SIGNS}]*)[\ufdd2\ufdd4\ufdd6]")
_ANY = re.compile(f"[{_SIGNS}]")


def opening(tag: str) -> str:
    """The sign where emphasis begins."""
    return _OPEN[EMPHASIS[tag]]


def closing(tag: str) -> str:
    """The sign where it ends."""
    return _CLOSE[EMPHASIS[tag]]


def settled(text: str) -> str:
    """A text with its signs turned into marks, where Markdown would take them as such, else taken out.

    CommonMark 0.31, "left-flanking" and "right-flanking" delimiter runs. Emphasis within emphasis is not kept apart.
    """
    for _ in range(4):
        text = _SPACE_INSIDE_START.sub(r"\2\1", text)
        text = _SPACE_INSIDE_END.sub(r"\2\1", text)
    text = _PAIR.sub(_marked, text)
    return _ANY.sub("", text)


def _marked(match: re.Match[str]) -> str:
    words, mark = match[1], _MARK_OF[match[0][0]]
    start, end = match.span()
    before, after = match.string[max(0, start - 1) : start], match.string[end : end + 1]
    flanks = (
        words.strip() != ""
        and "\n" not in words
        and (not _is_mark(words[0]) or _is_edge(before))
        and (not _is_mark(words[-1]) or _is_edge(after))
    )
    return f"{mark}{words}{mark}" if flanks else words


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _is_edge(character: str) -> bool:
    return not character.strip() or _is_mark(character)
