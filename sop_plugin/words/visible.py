"""Text of a stranger's file, made fit to be shown."""

from __future__ import annotations

import unicodedata
from functools import cache

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def escaped(text: str, *, keep: str = "") -> str:
    """`text` with control, bidirectional and zero-width characters written out (`\\u202e`), but for those in `keep`.

    What is shown can then neither recolour, clear nor reorder what stands around it.
    """
    if text.isprintable():
        return text
    return "".join([each if each in keep else _spelled(each) for each in text])


@cache
def _spelled(character: str) -> str:
    if unicodedata.category(character) not in _UNSEEN:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
