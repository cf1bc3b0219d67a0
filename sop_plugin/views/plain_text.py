"""Words of ours as HTML: paragraphs, and `code` between backticks. Nothing else is markup in them."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_CODE = re.compile(r"`([^`]+)`")


def inline(text: str) -> Markup:
    """One run of text."""
    parts = _CODE.split(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if i % 2 else escape(part) for i, part in enumerate(parts)
    )


def paragraphs(text: str) -> Markup:
    """Text whose paragraphs are parted by blank lines."""
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text.strip())]
    return Markup("\n").join(Markup("<p>{}</p>").format(inline(block)) for block in blocks if block)


def without_marks(text: str) -> str:
    """The words alone, on one line, as search and descriptions take them."""
    return " ".join(text.replace("`", "").split())
