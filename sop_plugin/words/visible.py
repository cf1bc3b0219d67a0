"""Text of a stranger's file, made fit to be shown."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def escaped(text: str, *, keep: str = "") -> str:
    """`text` with control, bidirectional and zero-width characters written out (`\\u202e`), but for those in `keep`.

    What is shown can then neither recolour, clear nor reorder what stands around it.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        _spelled(each) if unicodedata.category(each) in _UNSEEN and each not in keep else each for each in text
    )


def _spelled(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
