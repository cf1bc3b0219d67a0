import dataclasses
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from sop_plugin.deriving.material import Material, Subject, listed
from sop_plugin.deriving.questions import derived_questions, questions_about
from sop_plugin.model.answers import Choice, Ordering
from sop_plugin.model.condition import Said
from sop_plugin.model.fingerprint import fingerprint
from sop_plugin.model.flow_graph import flow_graph
from sop_plugin.model.present import present
from sop_plugin.model.question import Question, question_fingerprint
from sop_plugin.model.quiz import Derive, DerivedKind, QuizHead
from sop_plugin.model.resolve import resolved, step_by_id, steps_of
from sop_plugin.model.scoring import folded, score
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.model.time import Duration
from sop_plugin.reading.durations import read_duration
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.deriving.random_sops import HOUSE, ROLES, TOOLS, random_sop

ROOT = Path(__file__).resolve().parents[2]
COUNT = 10_000
FAMILY = 5
"""Procedures that are siblings of one another."""


def material(seed: int) -> Material:
    sops = [random_sop(number) for number in range(seed - seed % FAMILY, seed - seed % FAMILY + FAMILY)]
    return Material(Subject(sops[seed % FAMILY]), [Subject(sop) for sop in sops], HOUSE, catalogue("en"))


def digest() -> str:
    known = [question for seed in range(10) for question in questions_about(material(seed))]
    return fingerprint(tuple((question.id, question.answer) for question in known))


@cache
def derived() -> tuple[tuple[Sop, Question], ...]:
    def endless() -> Iterator[tuple[Sop, Question]]:
        for seed in range(COUNT):
            made = material(seed)
            yield from ((made.sop, question) for question in questions_about(made))

    return tuple(islice(endless(), COUNT))


def step_asked(sop: Sop, question: Question) -> Step:
    step = step_by_id(sop, question.tests[0].address.step)
    assert step is not None
    return resolved(sop, step)


def all_right(sop: Sop, question: Question) -> set[str]:
    """Every text that is right by the model, found without a look at how the question was made; folded."""
    address = question.tests[0].address
    step = step_asked(sop, question)
    titles = {each.id: each.title or "" for each in steps_of(sop)} | {end.id: end.title for end in sop.ends}
    match address.field:
        case "role":
            assert isinstance(step.role, tuple)
            found = [ROLES[name] for name in (*step.role, *step.or_role, *step.checked_by, *step.approved_by)]
        case "tools":
            found = [TOOLS[name] for name in step.tools]
        case "quality":
            groups = [group for group in steps_of(sop) if any(part.id == step.id for part in group.steps)]
            standards = (*step.quality, *sop.standards, *(each for group in groups for each in group.quality))
            found = [standard.text for standard in standards]
        case "exceptions":
            own = next(each for each in step.exceptions if each.id == address.part)
            assert isinstance(own.when, Said)
            same = [each for each in step.exceptions if said(each.when) == folded(own.when.words)]
            found = [each.then or "" for each in same]
        case "branches":
            own_branch = next(each for each in step.branches if each.id == address.part)
            alike = [each for each in step.branches if said(each.when) == said(own_branch.when)]
            found = [titles[each.go.target] for each in alike]
        case _:
            graph = flow_graph(sop)
            source = graph.nodes.index(graph.by_step[step.id])
            found = [titles.get(graph.nodes[edge.target].id, "") for edge in graph.outgoing[source]]
    return set(map(folded, found))


def said(condition: object) -> str:
    return folded(condition.words) if isinstance(condition, Said) else ""


def test_so_many_questions_of_every_kind_can_be_made() -> None:
    kinds = {(question.tests[0].address.field, question.kind) for _, question in derived()}
    assert len(derived()) == COUNT
    assert {field for field, _ in kinds} == {"", "role", "tools", "quality", "exceptions", "branches", "time_limit"}


def test_one_option_is_right_and_none_reads_like_another() -> None:
    for _, question in derived():
        if isinstance(question.answer, Choice):
            options = question.answer.options
            assert sum(option.right for option in options) == 1
            assert 3 <= len({folded(option.text) for option in options}) == len(options)


def test_no_distractor_is_right_by_the_model() -> None:
    for sop, question in derived():
        if not isinstance(question.answer, Choice) or question.tests[0].address.field == "time_limit":
            continue
        right = all_right(sop, question)
        for option in question.answer.options:
            assert (folded(option.text) in right) is option.right, question


def test_no_other_time_is_as_long() -> None:
    for sop, question in derived():
        if question.tests[0].address.field != "time_limit":
            continue
        assert isinstance(question.answer, Choice)
        limit = step_asked(sop, question).time_limit
        assert limit is not None
        assert limit.limit is not None
        for option in question.answer.options:
            time = read_duration(option.text)
            assert isinstance(time, Duration)
            assert time.bound is limit.limit.bound
            assert (time.high == limit.limit.high) is option.right


def test_steps_to_be_ordered_follow_one_another_without_another_way() -> None:
    orders = [(sop, question) for sop, question in derived() if isinstance(question.answer, Ordering)]
    assert len(orders) > 10
    for sop, question in orders:
        assert isinstance(question.answer, Ordering)
        items = question.answer.items
        assert len({folded(item) for item in items}) == len(items) >= 3
        ids = [next(step.id for step in steps_of(sop) if step.title == item) for item in items]
        written = [step.id for step in steps_of(sop)]
        assert sorted(ids, key=written.index) == ids
        assert score(question.answer, list(range(len(items)))) == 1


def test_each_question_asks_about_one_step_only_and_has_an_id_of_its_own() -> None:
    seen: set[str] = set()
    for number, (sop, question) in enumerate(derived()):
        assert question.id not in seen
        seen.add(question.id)
        if number % 10:
            continue
        step = step_asked(sop, question)
        titles = [folded(each.title or "") for each in steps_of(sop)]
        assert titles.count(folded(step.title or "")) == 1
        assert question.derived
        tested = question.tests[0]
        now = present(sop, tested.address)
        assert now is not None
        assert now.pin == tested.pin


def test_the_same_procedures_give_the_same_questions() -> None:
    for seed in range(20):
        assert list(questions_about(material(seed))) == list(questions_about(material(seed)))
    program = "from tests.deriving.test_questions import digest; print(digest())"
    for hash_seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": hash_seed}
        run = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        assert run.stdout.strip() == digest()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_ask(language: str) -> None:
    subjects = [listed(Subject(random_sop(number))) for number in range(FAMILY)]
    head = QuizHead(1, "q", "Q", sops=("sop-1", "sop-2"), derive=(Derive(DerivedKind.ALL),))
    found = derived_questions(head, subjects, HOUSE, catalogue(language))
    assert found
    assert {question.tests[0].address.sop for question in found} == {"sop-1", "sop-2"}


def test_a_quiz_says_what_is_asked_and_how_much() -> None:
    subjects = [listed(Subject(random_sop(number))) for number in range(FAMILY)]

    def of(*derive: Derive) -> tuple[Question, ...]:
        return derived_questions(
            QuizHead(1, "q", "Q", sops=("sop-1",), derive=derive), subjects, HOUSE, catalogue("en")
        )

    roles = of(Derive(DerivedKind.ROLE))
    assert {question.tests[0].address.field for question in roles} <= {"role"}
    assert of(Derive(DerivedKind.ALL, count=2)) == of(Derive(DerivedKind.ALL))[:2]
    assert of(Derive(DerivedKind.ALL), Derive(DerivedKind.ALL)) == of(Derive(DerivedKind.ALL))
    elsewhere = of(Derive(DerivedKind.ALL, sops=("sop-2",)))
    assert {question.tests[0].address.sop for question in elsewhere} == {"sop-2"}
    step = elsewhere[0].tests[0].address.step
    limited = of(Derive(DerivedKind.ALL, sops=("sop-2",), steps=(step,)))
    assert {question.tests[0].address.step for question in limited} == {step}


def test_a_question_is_the_same_one_in_every_language() -> None:
    shared = 0
    for seed in range(20):
        made = material(seed)
        told = Subject(_told_anew(made.sop), translates=made.sop)
        other = Material(told, made.siblings, HOUSE, catalogue("zh-TW"))
        ours = {question.id: question for question in questions_about(made)}
        for question in questions_about(other):
            if question.id in ours:
                shared += 1
                assert question.title != ours[question.id].title
                assert question_fingerprint(question) == question_fingerprint(ours[question.id])
                assert question.tests[0].pin == ours[question.id].tests[0].pin
    assert shared > 50


def _told_anew(sop: Sop) -> Sop:
    """An SOP as a translation of it would be shown: all its steps go by other titles."""
    return dataclasses.replace(
        sop, steps=tuple(dataclasses.replace(step, title=f"{step.title} 中") for step in sop.steps)
    )


def test_a_question_is_another_one_when_its_answer_changes() -> None:
    made = material(1)
    before = {question.id: question_fingerprint(question) for question in questions_about(made)}
    other = Subject(_told_anew(made.sop))
    after = {
        question.id: question_fingerprint(question)
        for question in questions_about(Material(other, made.siblings, HOUSE, made.words))
    }
    # What comes next goes by another title; what somebody is to do, and with what, stays what it was.
    for name in before.keys() & after.keys():
        is_of_flow = name.count(".") == 2 or ".branches." in name
        assert (before[name] != after[name]) == is_of_flow, name


def test_of_steps_that_stand_in_another_language_nothing_is_asked() -> None:
    made = material(1)
    all_steps = frozenset(step.id for step in steps_of(made.sop))
    left = Material(Subject(made.sop, all_steps), made.siblings, HOUSE, made.words)
    assert list(questions_about(left)) == []
