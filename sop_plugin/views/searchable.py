"""What search finds of an SOP: the whole, and each of its steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sop_plugin.model.condition import AllOf, AnyOf, Condition, NoneOf, Said
from sop_plugin.model.page import SearchEntry
from sop_plugin.model.step import Step
from sop_plugin.views.names import Names
from sop_plugin.views.page_view import SopPageView
from sop_plugin.views.prose import ProseWriter


def searchable(page: SopPageView) -> tuple[SearchEntry, ...]:
    """An entry for the page, then one for each step."""
    sop, prose, body = page.sop, page.prose, page.document.body
    about = [sop.id, *sop.was, *sop.aliases, *sop.tags]
    about += (prose.plain(text) for text in (sop.summary, sop.purpose, sop.scope) if text)
    about += (f"{prose.plain(term.title)} {' '.join(term.also)} {prose.plain(term.text)}" for term in sop.terms)
    about += (f"{policy.title} {prose.plain(policy.rule)}" for policy in sop.policies)
    about += (part.plain for part in (body.intro, body.rest) if part)
    entries = [SearchEntry("", sop.title, "\n".join(about), sop.tags)]
    for view in page.views.by_id.values():
        text = [*_words_of(view.step, prose), *_things_of(view.step, page.names)]
        if view.detail:
            text.append(view.detail.plain)
        entries.append(SearchEntry(view.step.id, view.label, "\n".join(text)))
    return tuple(entries)


def _words_of(step: Step, prose: ProseWriter) -> Iterator[str]:
    texts: list[str | None] = [step.do]
    texts += (caution.text for caution in step.cautions)
    texts += (standard.text for standard in step.quality)
    texts += (line.says for line in step.script)
    texts += step.checklist
    for exception in step.exceptions:
        texts += (*_said(exception.when), exception.then)
        texts += (line.says for line in exception.script)
    for branch in step.branches:
        texts += (*_said(branch.when), branch.then)
    texts.append(step.notes)
    return (prose.plain(text) for text in texts if text)


def _things_of(step: Step, names: Names) -> Iterator[str]:
    yield from (names.tools.get(tool, tool) for tool in step.tools)
    yield from (names.systems.get(system, system) for system in step.systems)
    yield from (names.materials.get(material.use, material.use) for material in step.materials)


def _said(condition: Condition) -> Iterable[str]:
    match condition:
        case Said(words):
            yield words
        case AnyOf(parts) | AllOf(parts) | NoneOf(parts):
            for part in parts:
                yield from _said(part)
