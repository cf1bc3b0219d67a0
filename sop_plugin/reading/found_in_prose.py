"""What stands in a Markdown text that a check may want to look at: links, pictures, code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document, Fence, Link, Picture
from sop_plugin.reading.link_places import LinkPlaces
from sop_plugin.reading.markdown import Linked, parse_markdown

Places = Callable[[], LinkPlaces]


def note_prose(text: str, first: int, last: int, top: int, document: Document, places: Places) -> None:
    """Parses a text that stands in the lines from `first` to `last`, its own first line being `top`."""
    prose: dict[str, Any] = document.prose
    if text in prose:
        return
    prose[text], found = parse_markdown(text)
    for linked in found.linked:
        note_linked(document, linked, places().find(linked.target, first, last, last))
    for language, line in found.fences:
        at = top + line
        document.fences.append(Fence(language, Span(at, 1, at, 4 + len(language))))


def note_linked(document: Document, linked: Linked, span: Span) -> None:
    """Notes a link or a picture."""
    if linked.picture:
        document.pictures.append(Picture(linked.target, linked.alt, span))
    else:
        document.links.append(Link(linked.target, span))
