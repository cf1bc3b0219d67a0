"""What stands at the edges of every printed page, as a style sheet: nothing else reaches there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

PLACES = ("top-left", "top-right", "bottom-left", "bottom-right")
"""The margin boxes that may be filled."""

_SPECIAL = re.compile(r"[^\w .\-·:/]")


def running_heads(texts: Mapping[str, str]) -> Markup:
    """A rule for all pages: texts by their place, one of PLACES.

    `{page}` and `{pages}` in a text stand for the number of the page and of all pages.
    """
    boxes = " ".join(f"@{place} {{ content: {_content(texts[place])}; }}" for place in PLACES if place in texts)
    return Markup(f"@page {{ {boxes} }}")


def _content(text: str) -> str:
    """A text as CSS takes it: strings, with counters between them."""
    parts = [text]
    for counter in ("page", "pages"):
        mark = f"{{{counter}}}"
        parts = [piece for part in parts for piece in _around(part, mark, f"counter({counter})")]
    return " ".join(part if part.startswith("counter(") else css_string(part) for part in parts if part)


def _around(text: str, mark: str, counter: str) -> list[str]:
    """The pieces of a text with the counter in the place of its mark."""
    first, *rest = text.split(mark)
    return [first, *(piece for part in rest for piece in (counter, part))]


@lru_cache(maxsize=256)  # half of what stands there is the same on every page
def css_string(text: str) -> str:
    """A CSS string in which nothing ends the string, the rule or the element that it stands in."""
    kept = _SPECIAL.sub(lambda found: f"\\{ord(found[0]):x} ", text)
    return f'"{kept}"'
