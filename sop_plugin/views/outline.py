"""The table of contents of an SOP's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from sop_plugin.model.page import TocEntry
from sop_plugin.views.page_view import SopPageView
from sop_plugin.views.step_views import StepView

MOST = 100
"""Steps that stand in a table of contents one by one."""

STRETCH = 20


class Section(NamedTuple):
    """A section of steps."""

    name: str
    title: Markup
    views: tuple[StepView, ...]


def outline(page: SopPageView, steps: Iterable[Section], others: Iterable[tuple[str, Markup]]) -> tuple[TocEntry, ...]:
    """The steps with their numbers, each with its parts below it, then the other sections.

    The ordinary steps stand at the top: they are what a reader looks for.
    """
    entries: list[TocEntry] = []
    for section in steps:
        found = tuple(_entries(section.views))
        if section.name == "steps":
            entries += found
        else:
            entries.append(TocEntry(f"sop.{section.name}", section.title.unescape(), found))
    entries += (TocEntry(f"sop.{name}", title.unescape()) for name, title in others)
    if page.document.body.rest:
        entries.append(TocEntry("sop.background", page.w["page.background"].unescape()))
    return tuple(entries)


def _entries(views: tuple[StepView, ...]) -> Iterator[TocEntry]:
    """An entry for each step, or, where nobody would read so many, one for each stretch of them."""
    if len(views) <= MOST:
        yield from map(_entry, views)
        return
    for start in range(0, len(views), STRETCH):
        first, last = views[start], views[min(start + STRETCH, len(views)) - 1]
        numbers = first.number if first is last else f"{first.number}–{last.number}"
        yield TocEntry(first.step.id, f"{numbers} {first.label}")


def _entry(view: StepView) -> TocEntry:
    parts = tuple(TocEntry(part.step.id, f"{part.number} {part.label}") for part in view.parts)
    return TocEntry(view.step.id, f"{view.number} {view.label}", parts)
