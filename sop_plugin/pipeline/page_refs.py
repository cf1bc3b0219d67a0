"""The pages of a site before they are rendered: where they stand and what they are called."""

from __future__ import annotations

from sop_plugin.checks.registry import rule_names
from sop_plugin.model.page import PageRef
from sop_plugin.model.sop import Status
from sop_plugin.pipeline.card import Card
from sop_plugin.views.assigning.assign_page import PATH as ASSIGN
from sop_plugin.views.assigning.assigned_page import PATH as ASSIGNED
from sop_plugin.views.device_page import PATH as DEVICE
from sop_plugin.views.field_reference import PATH as FIELDS
from sop_plugin.views.index_page import PATH as INDEX
from sop_plugin.views.posters_page import PATH as POSTERS
from sop_plugin.views.rule_pages import INDEX_PATH as RULES
from sop_plugin.views.rule_pages import rule_path
from sop_plugin.views.start_page import PATH as START
from sop_plugin.words.catalogue import Catalogue, catalogue

UNLISTED = frozenset({Status.DRAFT, Status.SUPERSEDED, Status.RETIRED})
"""What staff do not work by: their pages are made, but kept out of navigation and search."""


def page_of(card: Card, words: Catalogue) -> PageRef:
    """The page of a procedure, below its department."""
    entry = card.entry
    section = (words.text("nav.procedures"), *((entry.department,) if entry.department else ()))
    return PageRef(entry.path, entry.title, entry.status not in UNLISTED, section, False, source=card.source)


def checklist_page_of(card: Card, words: Catalogue) -> PageRef:
    """The page of its checklist: found by those who search, and linked from the procedure."""
    title = catalogue(card.entry.lang).text("checklist.title", title=card.entry.title)
    of = page_of(card, words)
    return PageRef(card.entry.checklist, title, of.listed, of.section, True, in_navigation=False)


def faulty_page_of(path: str, title: str, words: Catalogue) -> PageRef:
    """The page in the place of a procedure with errors."""
    return PageRef(path, title, False, (words.text("nav.procedures"),), False)


def generated(words: Catalogue, *, has_quizzes: bool) -> dict[str, PageRef]:
    """The pages that every site has, by path. That for assignments stands beside the quizzes, where there are any."""
    trainers = (words.text("nav.quizzes" if has_quizzes else "nav.procedures"),)
    reference = (words.text("nav.reference"),)
    pages = [
        PageRef(START, words.text("start.title"), True, (), True),
        PageRef(DEVICE, words.text("device.title"), True, (), True),
        PageRef(ASSIGNED, words.text("assigned.title"), True, (), True, in_navigation=False),
        PageRef(ASSIGN, words.text("assign.title"), True, trainers, True),
        PageRef(INDEX, words.text("index.title"), True, (words.text("nav.procedures"),), True),
        PageRef(POSTERS, words.text("posters.title"), True, (words.text("nav.procedures"),), True),
        PageRef(FIELDS, words.text("reference.title"), True, reference, True),
    ]
    rules = (*reference, words.text("rules.title"))
    pages.append(PageRef(RULES, words.text("rules.title"), True, rules, True))
    pages += [PageRef(rule_path(name), words.text(f"rule.{name}.title"), True, rules, True) for name in rule_names()]
    return {page.path: page for page in pages}
