"""Reads and checks one file."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sop_plugin.checks.paths import resolved, target_of
from sop_plugin.checks.registry import file_checks, quiz_checks, rule, rule_names, translation_checks
from sop_plugin.checks.rule import Surroundings
from sop_plugin.model.diagnostic import MOST_FAULTS, Diagnostic, Fault, Span
from sop_plugin.model.document import Document, Mention
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import Facts
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.suggestions import limited
from sop_plugin.pipeline.calls import calls_of
from sop_plugin.pipeline.outcome import FileResult
from sop_plugin.pipeline.quiz_facts import quiz_facts_of
from sop_plugin.pipeline.reviews import reviews_of
from sop_plugin.pipeline.waivers import waivers_of
from sop_plugin.reading.document import read_document

LONGEST_CORRECTED = 4_000
"""Characters of a line above which it is not shown as it should be: nobody could see the difference."""


def check_file(path: str, data: bytes, surroundings: Surroundings, shown_as: str) -> tuple[Document, FileResult]:
    """Reads a file and runs every rule that looks at one file at a time. `shown_as` is its name in diagnostics."""
    with limited():
        document = read_document(path, data)
        faults = list(document.faults)
        if document.recognised:
            for check in file_checks():
                faults.extend(islice(check(document, surroundings), MOST_FAULTS))
    sees_files = bool(document.links or document.pictures)
    is_ordinary = not (document.recognised or document.faults)
    return document, FileResult(facts_of(document), diagnosed(faults, data, shown_as), sees_files, is_ordinary)


def check_translation(
    original: Document, translation: Document, data: bytes, surroundings: Surroundings, shown_as: str
) -> tuple[Diagnostic, ...]:
    """Runs every rule that looks at a translation beside its original. `data` are the translation's bytes."""
    with limited():
        faults = [
            fault
            for check in translation_checks()
            for fault in islice(check(original, translation, surroundings), MOST_FAULTS)
        ]
    return diagnosed(faults, data, shown_as)


def check_quiz(quiz: Facts, sops: Sequence[Sop], read: Callable[[], bytes], shown_as: str) -> tuple[Diagnostic, ...]:
    """Runs every rule that looks at a quiz beside the SOPs that it names. `read` gives the quiz's bytes."""
    with limited():
        faults = [fault for check in quiz_checks() for fault in islice(check(quiz, sops), MOST_FAULTS)]
    return diagnosed(faults, read(), shown_as) if faults else ()


def diagnosed(faults: Iterable[Fault], data: bytes, shown_as: str) -> tuple[Diagnostic, ...]:
    """Faults of one file as diagnostics, by place, each once."""
    unique = {(fault.rule, fault.span, *sorted(fault.arguments.items())): fault for fault in faults}
    if not unique:
        return ()
    lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = []
    for fault in unique.values():
        line = lines[fault.span.line - 1] if fault.span.line <= len(lines) else ""
        severity = rule(fault.rule).severity
        corrected = _corrected(fault, lines)
        instead = fault.instead if corrected else None
        found.append(Diagnostic(fault.rule, severity, shown_as, fault.span, fault.arguments, line, corrected, instead))
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))


def _corrected(fault: Fault, lines: list[str]) -> str:
    if fault.instead is None or fault.span.end_line > len(lines):
        return ""
    first, last = lines[fault.span.line - 1], lines[fault.span.end_line - 1]
    if len(first) + len(last) > LONGEST_CORRECTED:
        return ""
    return first[: fault.span.column - 1] + fault.instead + last[fault.span.end_column - 1 :]


def known_ids(organisation: Organisation | None) -> dict[Namespace, dict[str, str]]:
    """The ids the organisation declares, with their titles, and the names of the rules. What it has no list of is left
    out.

    The levels of a class stand under the class's id, apart by spaces.
    """
    named = {Namespace.RULE: dict.fromkeys(rule_names(), "")}
    if organisation is None:
        return named
    lists: dict[Namespace, tuple[Any, ...]] = {
        Namespace.ROLE: organisation.roles,
        Namespace.DEPARTMENT: organisation.departments,
        Namespace.SYSTEM: organisation.systems,
        Namespace.TOOL: organisation.tools,
        Namespace.MATERIAL: organisation.materials,
        Namespace.CUSTOMER_GROUP: organisation.customer_groups,
        Namespace.TOUCHPOINT: organisation.touchpoints,
        Namespace.CLASS: organisation.classes,
        Namespace.REFERENCE: organisation.references,
    }
    known = {namespace: {item.id: item.title for item in items} for namespace, items in lists.items() if items}
    levels = {item.id: " ".join(level.id for level in item.levels) for item in organisation.classes}
    return known | named | ({Namespace.LEVEL: levels} if levels else {})


def facts_of(document: Document) -> Facts | None:
    """What other files may need to know of a document."""
    outward = tuple(
        mention
        for mention in document.mentions
        if mention.namespace in (Namespace.SOP, Namespace.QUIZ) or (mention.namespace is Namespace.STEP and mention.of)
    )
    links = tuple(_links(document))
    if document.sop is not None:
        sop = document.sop
        steps = frozenset(document.declared.get(Namespace.STEP, {}))
        old = (name for step in steps_of(sop) if step.was for name in step.was)
        return Facts(
            path=document.path,
            id=sop.id,
            id_span=document.locate(("id",)),
            version=sop.version or "",
            steps=steps.union(old, document.headings),
            was=sop.was,
            was_spans=tuple(document.locate(("was", number)) for number in range(len(sop.was))),
            whole=document.whole,
            outward=outward,
            supersedes=tuple(_within(outward, document.locate(("supersedes",)))) if sop.supersedes else (),
            links=links,
            approved=tuple(_approved(document, sop)),
            status=sop.status,
            reviews=reviews_of(document, sop),
            calls=calls_of(document, sop),
            waivers=waivers_of(document),
            title=sop.title,
        )
    if document.translation is not None:
        translation = document.translation
        return Facts(
            path=document.path,
            id=translation.translates,
            id_span=document.locate(("translates",)),
            version="",
            steps=frozenset(),
            lang=translation.lang,
            is_translation=True,
            outward=outward,
            links=links,
            waivers=waivers_of(document),
        )
    return quiz_facts_of(document, outward, links)


def _links(document: Document) -> Iterator[tuple[str, str, Span]]:
    """The other files that a document leads to or shows."""
    for href, span in (
        *((link.href, link.span) for link in document.links),
        *((picture.file, picture.span) for picture in document.pictures),
    ):
        target, anchor = target_of(href)
        path = resolved(document.path, target) if target else None
        if path is not None:
            yield path, anchor, span


def _within(mentions: Iterable[Mention], span: Span) -> Iterator[Mention]:
    first, last = (span.line, span.column), (span.end_line, span.end_column)
    return (each for each in mentions if first <= (each.span.line, each.span.column) < last)


def _approved(document: Document, sop: Sop) -> Iterator[tuple[datetime.date, Span]]:
    for number, approval in enumerate(sop.approvals):
        if approval.date is not None:
            yield approval.date, document.locate(("approvals", number, "date"))
