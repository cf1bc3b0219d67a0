"""Planters of faults into a translation: the procedure stays clean, and gets a translation beside it with one fault."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from sop_plugin.model.condition import Said
from sop_plugin.model.pins import translated_fingerprint
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.reading.document import read_document
from tests.seeding.draft import Draft
from tests.seeding.planters import plants

Lines = list[str]


def in_french(text: str) -> str:
    """A stand-in for the words in another language; it is another text with the same figures."""
    return json.dumps(f"FR {text}", ensure_ascii=False)


def translation_of(draft: Draft) -> Lines:
    """The lines of a whole and clean translation."""
    document = read_document(draft.path, draft.bytes)
    sop = document.sop
    assert sop is not None
    lines = ["---", "sop: 1", f"translates: {sop.id}", "lang: fr", f"title: {in_french(sop.title)}"]
    lines += [f"summary: {in_french(sop.summary or '')}", "steps:"]
    for step in steps_of(sop):
        lines += _step(step, translated_fingerprint(document, step.id))
    lines += [*_forms(sop), "---", ""]
    for heading in document.headings:
        lines += [f"## Titre {{#{heading}}}", "", "FR.", ""]
    return lines


def _step(step: Step, pin: str) -> Lines:
    lines = [f"  - id: {step.id}", f"    of: {pin}", f"    title: {in_french(step.title or '')}"]
    if step.do:
        lines.append(f"    do: {in_french(step.do)}")
    if step.quality:
        lines += ["    quality:", *(f"      - {in_french(each.text)}" for each in step.quality)]
    if step.script:
        lines += ["    script:", *(f"      - {in_french(each.says)}" for each in step.script)]
    if step.exceptions:
        lines.append("    exceptions:")
        for exception in step.exceptions:
            when = exception.when.words if isinstance(exception.when, Said) else ""
            lines += [f"      - id: {exception.id}", f"        when: {in_french(when)}"]
            lines.append(f"        then: {in_french(exception.then or '')}")
    if step.branches:
        lines.append("    branches:")
        said = [each for each in step.branches if isinstance(each.when, Said)]
        lines += [f"      - {{id: {each.id}, when: {in_french(each.when.words)}}}" for each in said]  # type: ignore[union-attr]
    if step.repeat and isinstance(step.repeat.until, Said):
        lines.append(f"    repeat: {{until: {in_french(step.repeat.until.words)}}}")
    return lines


def _forms(sop: Sop) -> Lines:
    lines: Lines = []
    for form in sop.forms:
        lines += ["forms:", f"  - id: {form.id}", f"    title: {in_french(form.title)}", "    fields:"]
        lines += [f"      - {{id: {field.id}, title: {in_french(field.title)}}}" for field in form.fields]
    for event in sop.events:
        lines += ["events:", f"  - {{id: {event.id}, title: {in_french(event.title)}}}"]
    return lines


Spoil = Callable[[Draft, Lines], int | None]
"""Plants the fault into the lines of a translation; gives the line where it must be reported."""


def spoils(rule: str) -> Callable[[Spoil], Spoil]:
    """Enters a planter that spoils a translation."""

    def enter(spoil: Spoil) -> Spoil:
        def plant(draft: Draft) -> int | None:
            lines = translation_of(draft)
            line = spoil(draft, lines)
            if line is None:
                return None
            original, name = "\n".join(draft.lines), f"{draft.name}.fr.md"
            draft.files = {draft.path: original, name: "\n".join(lines)}
            draft.path = name
            return line

        plants(rule)(plant)
        return spoil

    return enter


def _pick(draft: Draft, lines: Lines, pattern: str) -> int | None:
    """The index of a line that matches."""
    found = [index for index, line in enumerate(lines) if re.search(pattern, line)]
    return draft.random.choice(found) if found else None


@spoils("translated-field")
def _a_time(draft: Draft, lines: Lines) -> int | None:
    at = _pick(draft, lines, "^    of: ")
    assert at is not None
    lines.insert(at + 1, "    time_limit: 2 min")
    return at + 2


@spoils("step-not-in-original")
def _a_step_too_many(draft: Draft, lines: Lines) -> int | None:
    at = _pick(draft, lines, r"^  - id: step-\d+$")
    assert at is not None
    lines[at:at] = ["  - id: farewell", '    title: "Au revoir"']
    return at + 1


@spoils("step-not-translated")
def _a_step_too_few(draft: Draft, lines: Lines) -> int | None:
    starts = [index for index, line in enumerate(lines) if re.match(r"  - id: step-\d+$", line)]
    position = draft.random.randrange(1, len(starts) - 1)
    if f"{{#{lines[starts[position]].split()[-1]}}}" in "\n".join(lines):
        return None
    del lines[starts[position] : starts[position + 1]]
    return starts[position] + 1


@spoils("text-not-translated")
def _no_do(draft: Draft, lines: Lines) -> int | None:
    at = _pick(draft, lines, "^    do: ")
    assert at is not None
    del lines[at]
    return max(index for index in range(at) if lines[index].startswith("  - id: ")) + 1


@spoils("text-without-original")
def _a_standard_too_many(draft: Draft, lines: Lines) -> int | None:
    at = _pick(draft, lines, "^    quality:$")
    if at is None:
        return None
    lines.insert(at + 2, '      - "FR encore"')
    return at + 3


@spoils("translation-suspect")
def _an_old_pin(draft: Draft, lines: Lines) -> int | None:
    at = _pick(draft, lines, "^    of: ")
    assert at is not None
    lines[at] = "    of: abcdef"
    return at + 1


@spoils("translation-unpinned")
def _no_pin(draft: Draft, lines: Lines) -> int | None:
    at = _pick(draft, lines, "^    of: ")
    assert at is not None
    del lines[at]
    return at


@spoils("translation-unconfirmed")
def _a_draft(draft: Draft, lines: Lines) -> int | None:
    at = _pick(draft, lines, "^    of: ")
    assert at is not None
    lines.insert(at + 1, "    draft: abcdef")
    return at + 2


@spoils("number-differs-in-translation")
def _another_number(draft: Draft, lines: Lines) -> int | None:
    at = _pick(draft, lines, r"^    do: .*\b(?:50|12)\b|^ +(?:- |then: )\"FR .*\b(?:30|50|12|10)\b")
    if at is None:
        return None
    lines[at] = re.sub(r"\b(?:30|50|12|10)\b", "70", lines[at], count=1)
    return at + 1


@plants("wrong-script")
def _one_character(draft: Draft) -> int | None:
    if draft.language == "en":
        return None
    wrong, right = ("说", "說") if draft.language == "zh-TW" else ("說", "说")
    return draft.change(rf"^(    do: .*){right}", rf"\1{wrong}")
