"""Planters of faults into a quiz: the procedure stays clean, and gets a quiz beside it with one fault."""

# Every planter has the same form, whether or not it draws lots.
# ruff: noqa: ARG001

from __future__ import annotations

import re
from collections.abc import Callable

from sop_plugin.model.present import present
from sop_plugin.model.question import question_fingerprint
from sop_plugin.model.tested import address_of
from sop_plugin.reading.document import read_document
from tests.seeding.draft import Draft
from tests.seeding.planters import plants

Lines = list[str]

QUIZ = """\
---
quiz: 1
id: quiz-{sop}
title: What to know
sops: [{sop}]
pass: 80 %
draw: 3
suppress:
  - {{rule: answer-without-unit, reason: It asks for a code., at: [code]}}
---

Read the procedure first.

## What is done there? {{#what}}
tests: {pinned}
tags: basics

- [x] What the procedure says
  Yes.
- [ ] What is quickest
- [ ] Nothing at all

> Because it is written so.

## Choose all that hold. {{#several}}

- [x] This one
- [x] That one
- [ ] The other

## Bring into order. {{#order}}

1. Begin
2. Go on
3. End

## What belongs together? {{#pairs}}

- Begin -> First
- End -> Last

## How long? {{#long}}

= 30 s +- 5

## What is the code? {{#code}}

= 42

## Fill in. {{#fill}}

First [[this]], then [[that|those]].

## She has waited. {{#case}}

- [x] Apologise -> calm
- [ ] Look away -> angry

### She nods {{#calm}}

You go on.

### She shouts {{#angry}}

- [x] Apologise -> calm
- [ ] Leave -> end
"""


def quiz_of(draft: Draft) -> Lines:
    """The lines of a clean quiz about a procedure."""
    return QUIZ.format(sop=_id(draft), pinned=_pinned(draft)).split("\n")


def _id(draft: Draft) -> str:
    document = read_document(draft.path, draft.bytes)
    assert document.sop is not None
    return document.sop.id


def _pinned(draft: Draft) -> str:
    sop = read_document(draft.path, draft.bytes).sop
    assert sop is not None
    address = address_of(f"{sop.id}/{sop.steps[0].id}.title")
    assert address is not None
    now = present(sop, address)
    assert now is not None
    return f"{address} = {now.value} @{now.pin}"


def translation_of(lines: Lines) -> Lines:
    """The lines of a clean translation of a quiz."""
    document = read_document("quiz.md", "\n".join(lines).encode())
    assert document.quiz is not None
    pins = {question.id: question_fingerprint(question) for question in document.questions}
    body = lines[lines.index("---", 1) + 1 :]
    told = ["---", "quiz: 1", f"translates: {document.quiz.head.id}", "lang: fr", "title: Ce qu'il faut savoir", "---"]
    for line in body:
        if line.startswith(("tests:", "tags:")):
            continue
        told.append(line)
        match = re.match(r"## .*\{#(.*)\}", line)
        if match:
            told.append(f"of: {pins[match[1]]}")
    return told


Spoil = Callable[[Draft, Lines], int]
"""Plants the fault into the lines of a quiz; gives the line where it must be reported."""


def spoils(rule: str, *, translated: bool = False) -> Callable[[Spoil], Spoil]:
    """Enters a planter that spoils a quiz or a translation of it."""

    def enter(spoil: Spoil) -> Spoil:
        def plant(draft: Draft) -> int | None:
            quiz = f"{draft.name}.quiz.md"
            lines = quiz_of(draft)
            if not translated:
                line = spoil(draft, lines)
                draft.files[quiz] = "\n".join(lines)
                draft.path = quiz
                return line
            words = translation_of(lines)
            line = spoil(draft, words)
            draft.files |= {quiz: "\n".join(lines), f"{draft.name}.quiz.fr.md": "\n".join(words)}
            draft.path = f"{draft.name}.quiz.fr.md"
            return line

        plants(rule)(plant)
        return spoil

    return enter


def _change(lines: Lines, old: str, new: str) -> int:
    """Changes the first line that holds `old`; gives its number."""
    at = next(number for number, line in enumerate(lines) if old in line)
    lines[at] = lines[at].replace(old, new, 1)
    return at + 1


def _add(lines: Lines, *question: str) -> int:
    """Adds a question at the end; gives the number of its first line."""
    lines += ["", *question]
    return len(lines) - len(question) + 1


@spoils("answer-unreadable")
def _a_strange_tolerance(draft: Draft, lines: Lines) -> int:
    return _change(lines, "+- 5", draft.random.choice(["+- kg", "± ?", "+- 5 kg", "+- 1..2"]))


@spoils("attribute-unreadable")
def _strange_points(draft: Draft, lines: Lines) -> int:
    return _change(lines, "tags: basics", draft.random.choice(["points: many", "difficulty: heavy", "choose: some"]))


@spoils("blank-without-answer")
def _an_empty_blank(draft: Draft, lines: Lines) -> int:
    return _change(lines, "[[this]]", draft.random.choice(["[[]]", "[[ ]]", "［［］］"]))


@spoils("blank-not-closed")
def _half_a_blank(draft: Draft, lines: Lines) -> int:
    return _change(lines, "[[this]]", draft.random.choice(["[[this]", "[[this", "［［this］", "【【this】"]))


@spoils("choice-leads-nowhere")
def _no_arrow(draft: Draft, lines: Lines) -> int:
    return _change(lines, "Leave -> end", "Leave")


@spoils("option-without-box")
def _no_box(draft: Draft, lines: Lines) -> int:
    return _change(lines, "- [ ] Nothing", "- Nothing")


@spoils("option-without-text")
def _an_empty_option(draft: Draft, lines: Lines) -> int:
    return _change(lines, "- [ ] Nothing at all", draft.random.choice(["- [ ]", "- [x]", "- ［ ］"]))


@spoils("option-outside-list")
def _no_list(draft: Draft, lines: Lines) -> int:
    return _change(lines, "- [ ] Nothing", draft.random.choice(["-[ ] Nothing", "[ ] Nothing", "－ [ ] Nothing"]))


@spoils("pair-without-arrow")
def _half_a_pair(draft: Draft, lines: Lines) -> int:
    at = _change(lines, "- End -> Last", "- End -> Last")
    lines.insert(at, "- Middle")
    return at + 1


@spoils("several-answers")
def _two_ways(draft: Draft, lines: Lines) -> int:
    at = _change(lines, "- [ ] Nothing at all", "- [ ] Nothing at all")
    lines[at:at] = ["", "= nothing"]
    return _change(lines, "{#what}", "{#what}")


@spoils("unknown-attribute")
def _a_slip(draft: Draft, lines: Lines) -> int:
    return _change(lines, "tests:", draft.random.choice(["test:", "tets:"]))


@spoils("question-without-id")
def _no_id(draft: Draft, lines: Lines) -> int:
    return _change(lines, " {#several}", "")


@spoils("scene-without-id")
def _no_id_of_a_scene(draft: Draft, lines: Lines) -> int:
    at = len(lines) + 1
    lines += ["### He leaves", "", "A guest is lost.", ""]
    return at


@spoils("duplicate-question-id")
def _the_same_id(draft: Draft, lines: Lines) -> int:
    return _change(lines, "{#pairs}", "{#order}")


@spoils("duplicate-question-id")
def _the_same_scene(draft: Draft, lines: Lines) -> int:
    return _add(lines, "### Once more {#calm}", "", "She nods.")


@spoils("question-without-answer")
def _no_answer(draft: Draft, lines: Lines) -> int:
    return _add(lines, "## Why? {#why}", "", "Think of it.")


@spoils("no-right-option")
def _nothing_ticked(draft: Draft, lines: Lines) -> int:
    _change(lines, "- [x] What", "- [ ] What")
    return _change(lines, "{#what}", "{#what}")


@spoils("two-right-options")
def _one_meant(draft: Draft, lines: Lines) -> int:
    at = _change(lines, "{#several}", "{#several}")
    lines.insert(at, "choose: one")
    return _change(lines, "- [x] That", "- [x] That")


@spoils("one-right-asked")
def _which_one(draft: Draft, lines: Lines) -> int:
    return _change(lines, "Choose all that hold.", draft.random.choice(["Which one holds?", "以下哪一項正確？"]))


@spoils("too-few-parts")
def _one_item(draft: Draft, lines: Lines) -> int:
    return _add(lines, "## Bring this into order. {#one}", "", "1. Begin")


@spoils("duplicate-option")
def _twice_the_same(draft: Draft, lines: Lines) -> int:
    return _change(
        lines, "- [ ] Nothing at all", draft.random.choice(["- [ ] What is quickest", "- [ ] what is quickest."])
    )


@spoils("equal-sides")
def _one_side_twice(draft: Draft, lines: Lines) -> int:
    return _change(lines, "- End -> Last", draft.random.choice(["- Begin -> Last", "- End -> First"]))


@spoils("all-of-above-shuffled")
def _all_of_the_above(draft: Draft, lines: Lines) -> int:
    return _change(lines, "- [ ] Nothing at all", draft.random.choice(["- [ ] All of the above", "- [ ] 以上皆是"]))


@spoils("answer-given-away")
def _a_long_answer(draft: Draft, lines: Lines) -> int:
    return _change(lines, "- [x] What", f"- [x] {'Well considered and step by step, ' * 2}what")


@spoils("answer-without-unit")
def _a_bare_number(draft: Draft, lines: Lines) -> int:
    return _change(lines, "= 30 s +- 5", "= 30")


@spoils("unknown-scene")
def _a_dead_reference(draft: Draft, lines: Lines) -> int:
    return _change(lines, "- [ ] Leave -> end", "- [ ] Leave -> clam")


@spoils("scene-never-reached")
def _a_lonely_scene(draft: Draft, lines: Lines) -> int:
    return _add(lines, "### He sleeps {#asleep}", "", "It is late.")


@spoils("scenario-without-end")
def _round_and_round(draft: Draft, lines: Lines) -> int:
    lines[:] = (
        "\n".join(lines).replace("- [x] Apologise -> calm\n- [ ] Leave -> end", "- [ ] Stay -> angry").split("\n")
    )
    return _change(lines, "### She shouts", "### She shouts")


@spoils("pass-mark-out-of-range")
def _too_much(draft: Draft, lines: Lines) -> int:
    return _change(lines, "pass: 80 %", draft.random.choice(["pass: 800 %", "pass: 0 %", "pass: 80 points"]))


@spoils("draw-too-many")
def _too_many(draft: Draft, lines: Lines) -> int:
    return _change(lines, "draw: 3", draft.random.choice(["draw: 30", "draw: [{count: 1, tags: [none]}]"]))


@spoils("unknown-question")
def _nothing_of_that_id(draft: Draft, lines: Lines) -> int:
    return _change(lines, "at: [code]", "at: [code, coda]")


@spoils("duplicate-quiz-id")
def _another_of_that_id(draft: Draft, lines: Lines) -> int:
    draft.files[f"{draft.name}.first.md"] = "\n".join(lines)
    return _change(lines, "id: quiz-", "id: quiz-")


@spoils("unknown-quiz")
def _from_nowhere(draft: Draft, lines: Lines) -> int:
    return _change(lines, "draw: 3", f"draw: [{{count: 1, quizzes: [quiz-{_id(draft)}, nowhere-at-all]}}]")


@spoils("unknown-tested-field")
def _no_such_field(draft: Draft, lines: Lines) -> int:
    return _change(lines, ".title =", draft.random.choice([".titel =", ".exceptions.none ="]))


@spoils("question-suspect")
def _an_old_pin(draft: Draft, lines: Lines) -> int:
    at = _change(lines, "tests:", "tests:")
    lines[at - 1] = lines[at - 1].rpartition(" = ")[0] + " = Something else @abcdef"
    return at


@spoils("question-unpinned")
def _no_pin(draft: Draft, lines: Lines) -> int:
    at = _change(lines, "tests:", "tests:")
    lines[at - 1] = lines[at - 1].rpartition(" = ")[0]
    return at


@spoils("unknown-derived-step")
def _no_such_step(draft: Draft, lines: Lines) -> int:
    return _change(lines, "draw: 3", "derive: [{kind: time-limit, steps: [nowhere]}]")


@spoils("question-not-translated", translated=True)
def _one_too_few(draft: Draft, lines: Lines) -> int:
    start, end = (next(n for n, line in enumerate(lines) if name in line) for name in ("{#order}", "{#pairs}"))
    del lines[start:end]
    return _change(lines, "translates:", "translates:")


@spoils("question-not-in-original", translated=True)
def _one_too_many(draft: Draft, lines: Lines) -> int:
    return _add(lines, "## Encore ? {#encore}", "", "- [x] Oui, bien", "- [ ] Non, merci")


@spoils("translated-answer-differs", translated=True)
def _other_ticks(draft: Draft, lines: Lines) -> int:
    _change(lines, "- [x] That", "- [ ] That")
    return _change(lines, "{#several}", "{#several}")


@spoils("translated-question-suspect", translated=True)
def _of_an_older_text(draft: Draft, lines: Lines) -> int:
    at = draft.random.choice([number for number, line in enumerate(lines) if line.startswith("of: ")])
    lines[at] = "of: abcdef"
    return at + 1


@spoils("translated-question-unpinned", translated=True)
def _of_nothing(draft: Draft, lines: Lines) -> int:
    at = draft.random.choice([number for number, line in enumerate(lines) if line.startswith("of: ")])
    del lines[at]
    return at
