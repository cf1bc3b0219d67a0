"""What search finds of an SOP: the whole, and each of its steps. Every word that its author wrote is in one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sop_plugin.model.page import SearchEntry
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.model.texts import texts
from sop_plugin.views.page_view import SopPageView
from sop_plugin.views.step_views import StepView

_CALLED = ("title", "tags/", "aliases/")
"""The addresses of texts that stand in fields of their own."""


def searchable(page: SopPageView) -> tuple[SearchEntry, ...]:
    """An entry for the page, then one for each step."""
    sop, body = page.sop, page.document.body
    about = [*_words_of(replace(sop, steps=(), triggered=(), recurring=()), page)]
    about += (part.plain for part in (body.intro, body.rest) if part)
    called = (sop.id, *sop.was, *sop.aliases, *((sop.version,) if sop.version else ()))
    entries = [SearchEntry("", sop.title, "\n".join(about), sop.tags, called)]
    for view in page.views.by_id.values():
        alone = replace(view.step, steps=()) if view.step.steps else view.step
        text = [*_words_of(alone, page), *_things_of(view, page)]
        if view.detail:
            text.append(view.detail.plain)
        entries.append(SearchEntry(view.step.id, view.label, "\n".join(text), names=(view.step.id,)))
    return tuple(entries)


def _words_of(record: Sop | Step, page: SopPageView) -> Iterator[str]:
    """The texts of an SOP or a step, without markup."""
    return (page.prose.plain(text) for address, text in texts(record) if not address.startswith(_CALLED))


def _things_of(view: StepView, page: SopPageView) -> Iterator[str]:
    step, names = view.step, page.names
    yield from map(names.role, view.doers)
    yield from (names.tools.get(tool, tool) for tool in step.tools)
    yield from (names.systems.get(system, system) for system in step.systems)
    yield from (names.materials.get(material.use, material.use) for material in step.materials)
