"""The destinations of links, most of which have nothing in them that the parser need look at letter by letter."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any, NamedTuple

from markdown_it import MarkdownIt, helpers

_PLAIN = re.compile(r"[^\x00-\x20\x7f()<\\&]+(?=[ )])")


class _Destination(NamedTuple):
    ok: bool
    pos: int
    str: str


def _destination(text: str, start: int, end: int) -> Any:
    """The destination that begins at a place; the parser's own way where brackets, escapes or the like stand in it."""
    plain = _PLAIN.match(text, start, end)
    if plain:
        return _Destination(ok=True, pos=plain.end(), str=plain[0])
    return helpers.parseLinkDestination(text, start, end)


def plain_destinations_at_once(parser: MarkdownIt) -> None:
    """Makes a parser find plain destinations in one go."""
    ways = {name: getattr(helpers, name) for name in helpers.__all__} | {"parseLinkDestination": _destination}
    parser.helpers = SimpleNamespace(**ways)  # type: ignore[assignment]
