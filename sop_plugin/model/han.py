"""Lines of Chinese text."""

from __future__ import annotations

import re

# Han characters, CJK punctuation and full-width forms: scripts that set no space between words.
_HAN = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
# The newline stands first, so that the search goes from one to the next and looks at no other character.
_break = re.compile(f"\n(?<=[{_HAN}]\n)(?=[{_HAN}])")


def joined(text: str) -> str:
    """`text` with line breaks between two Han characters taken out: HTML would show each as a space."""
    return _break.sub("", text)


def breaks_with_space(before: str, after: str) -> bool:
    """Whether a line break between these two texts stands for a space."""
    return not _break.search(f"{before[-1:]}\n{after[:1]}")
