import datetime
from typing import Any

import pytest

from sop_plugin.model.amount import Amount
from sop_plugin.model.condition import AllOf, AmountTest, AnyOf, ClassTest, NoneOf, Otherwise, Said
from sop_plugin.model.diagnostic import Fault
from sop_plugin.model.diagnostic import Span as Place
from sop_plugin.model.document import Mention
from sop_plugin.model.fields import FieldSpec, fields_of
from sop_plugin.model.flow import Branch, Escalation, Go, GoKind, Repeat, SopLink
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.record import FormUse, RecordField
from sop_plugin.model.script import ScriptLine
from sop_plugin.model.sop import Sop, Status
from sop_plugin.model.step import (
    Caution,
    CautionLevel,
    Citation,
    MaterialUse,
    Media,
    RoleByClass,
    RoleCase,
    Standard,
    Step,
)
from sop_plugin.model.time import (
    Bound,
    ClockStart,
    Duration,
    Edge,
    LimitCase,
    Moment,
    Pause,
    Schedule,
    Span,
    TimeLimit,
    TimeUnit,
    Wait,
)
from sop_plugin.reading.decode import record_decoder
from sop_plugin.reading.decoding import INVALID, Decoding
from sop_plugin.reading.yaml_tree import parse_tree
from tests.support.records import RECORDS

SMALLEST = "sop: 1\nid: latte\ntitle: Make a latte\nsteps:\n  - id: make\n"


def decode(record: type, text: str) -> tuple[Any, Decoding]:
    tree = parse_tree(text, 1)
    state = Decoding(tree, lambda: text.split("\n"), comments=True)
    value = record_decoder(record)(tree.root, state)
    return value, state


def sound(record: type, text: str) -> Any:
    """The value of a text that has no fault; an exception may do without an answer."""
    value, state = decode(record, text)
    assert [fault for fault in state.faults if fault.rule != "exception-without-answer"] == []
    assert state.tree.faults == []
    return value


def faults(record: type, text: str) -> list[Fault]:
    return decode(record, text)[1].faults


def minutes(number: float) -> Span:
    return Span(number * 60, TimeUnit.SECOND)


def exactly(words: str, span: Span) -> Duration:
    return Duration(words, Bound.EXACT, span, span)


def test_the_smallest_sop() -> None:
    assert sound(Sop, SMALLEST) == Sop(1, "latte", "Make a latte", (Step("make"),))


FIELDS = [
    pytest.param(record, spec, id=f"{record.__name__}.{spec.key}") for record in RECORDS for spec in fields_of(record)
]


@pytest.mark.parametrize(("record", "spec"), FIELDS)
def test_the_example_of_every_field_reads(record: type, spec: FieldSpec) -> None:
    lines = {each.key: each.example for each in fields_of(record) if each.required} | {spec.key: spec.example}
    value = sound(record, "".join(f"{key}: {example}\n" for key, example in lines.items()))
    assert isinstance(value, record)
    assert getattr(value, spec.attribute) not in (None, (), INVALID)


STEP_FIELDS: list[tuple[str, str, Any]] = [
    ("role: barista", "role", ("barista",)),
    ("role: [barista, cashier]", "role", ("barista", "cashier")),
    ("role:\n  - barista\n", "role", ("barista",)),
    (
        "role: {by: severity, values: [{for: major, role: lead}]}",
        "role",
        RoleByClass("severity", (RoleCase(("major",), ("lead",)),)),
    ),
    ("title: 1.10", "title", "1.10"),
    ("title: no", "title", "no"),
    ("title: 30:2", "title", "30:2"),
    ("title: ' padded '", "title", "padded"),
    ("do: |\n  one\n  two\n", "do", "one\ntwo"),
    ("do: 'Write \"# 4\" down'", "do", 'Write "# 4" down'),
    (
        "materials: [{use: milk, amount: 200 ml}, napkin]",
        "materials",
        (MaterialUse("milk", Amount("200 ml", 200, 200, unit="ml")), MaterialUse("napkin")),
    ),
    ("materials: napkin", "materials", (MaterialUse("napkin"),)),
    ("quality: The cup is clean.", "quality", (Standard("The cup is clean."),)),
    ("quality: {text: Clean., checked_by: lead}", "quality", (Standard("Clean.", checked_by=("lead",)),)),
    ("script: [{role: agent, says: Hello.}, Hi.]", "script", (ScriptLine("Hello.", "agent"), ScriptLine("Hi."))),
    ("media: img/a.svg", "media", (Media("img/a.svg"),)),
    ("cautions: {danger: Steam burns.}", "cautions", (Caution(CautionLevel.DANGER, "Steam burns."),)),
    (
        "cautions: [{never: Mix.}, {note: Hot.}]",
        "cautions",
        (Caution(CautionLevel.NEVER, "Mix."), Caution(CautionLevel.NOTE, "Hot.")),
    ),
    ("takes: 2 min", "takes", exactly("2 min", minutes(2))),
    ("takes: overnight", "takes", Duration("overnight", Bound.OVERNIGHT)),
    ("time_limit: 3 min", "time_limit", TimeLimit(exactly("3 min", minutes(3)))),
    (
        "time_limit: {limit: 2 min, from: serve.done, or: It cools., restarts_on: reopened}",
        "time_limit",
        TimeLimit(
            exactly("2 min", minutes(2)),
            (Moment("serve", Edge.DONE),),
            or_="It cools.",
            restarts_on=(Moment("reopened"),),
        ),
    ),
    (
        "time_limit: {limit: 2 min, from: [rush, serve.done], pause: {from: asked, to: answered}}",
        "time_limit",
        TimeLimit(
            exactly("2 min", minutes(2)),
            (Moment("rush"), Moment("serve", Edge.DONE)),
            pause=(Pause(Moment("asked"), Moment("answered")),),
        ),
    ),
    ("time_limit: by 17:00", "time_limit", TimeLimit(Duration("by 17:00", Bound.BY))),
    ("repeat: 3", "repeat", Repeat(times=3)),
    (
        "every: {every: 2 min, while: The shop is open}",
        "every",
        Schedule(exactly("2 min", minutes(2)), while_=Said("The shop is open")),
    ),
    (
        "time_limit: {limit: 2 min, counts_from: next-working-day, to: serve.done}",
        "time_limit",
        TimeLimit(
            exactly("2 min", minutes(2)), counts_from=ClockStart.NEXT_WORKING_DAY, to=(Moment("serve", Edge.DONE),)
        ),
    ),
    (
        "time_limit: {to: [serve.done, recall]}",
        "time_limit",
        TimeLimit(to=(Moment("serve", Edge.DONE), Moment("recall"))),
    ),
    ("after_any: [serve.done, recall]", "after_any", (Moment("serve", Edge.DONE), Moment("recall"))),
    (
        "branches: {id: sealed, when: Sealed, raises: recall, moves_to: closed, tells: [lead, customer]}",
        "branches",
        (Branch("sealed", Said("Sealed"), raises=("recall",), moves_to="closed", tells=("lead", "customer")),),
    ),
    (
        "time_limit: {by: severity, values: [{for: [minor, major], limit: 2 min}]}",
        "time_limit",
        TimeLimit(by="severity", values=(LimitCase(("minor", "major"), exactly("2 min", minutes(2))),)),
    ),
    ("wait: 5 min", "wait", Wait(exactly("5 min", minutes(5)))),
    (
        "wait: {until: buzzer, at_most: 5 min}",
        "wait",
        Wait(until=Moment("buzzer"), at_most=exactly("5 min", minutes(5))),
    ),
    ("go: end", "go", Go(GoKind.END)),
    ("call: refund/check", "call", SopLink("refund", "check")),
    ("basis: consumer-act art. 19", "basis", (Citation("consumer-act", "art. 19"),)),
    (
        "record: [form.weight, {id: seal, title: Sealed}]",
        "record",
        (FormUse("form", "weight"), RecordField("seal", "Sealed")),
    ),
    ("min_level: {grade: senior}", "min_level", ClassTest("grade", ("senior",))),
    ("optional: true", "optional", True),
    ("optional: false", "optional", False),
    ("review_by: 2027-03-01", "review_by", datetime.date(2027, 3, 1)),
    ("only_if: It rains", "only_if", Said("It rains")),
    ("only_if: otherwise", "only_if", Otherwise()),
    ("only_if: {severity: [major, minor]}", "only_if", ClassTest("severity", ("major", "minor"))),
    ("only_if: {severity: major}", "only_if", ClassTest("severity", ("major",))),
    ("only_if: {users: at least 10}", "only_if", AmountTest("users", Amount("at least 10", low=10))),
    (
        "only_if: {any: [cracked, {all: [opened, parts missing]}]}",
        "only_if",
        AnyOf((Said("cracked"), AllOf((Said("opened"), Said("parts missing"))))),
    ),
    ("only_if: {none: wet}", "only_if", NoneOf((Said("wet"),))),
    (
        "only_if: {severity: major, users: under 5}",
        "only_if",
        AllOf((ClassTest("severity", ("major",)), AmountTest("users", Amount("under 5", high=5, high_open=True)))),
    ),
    ("branches: {id: sealed, when: Sealed}", "branches", (Branch("sealed", Said("Sealed")),)),
]


@pytest.mark.parametrize(("text", "attribute", "value"), STEP_FIELDS)
def test_ways_to_write_a_field_of_a_step(text: str, attribute: str, value: Any) -> None:
    assert getattr(sound(Step, f"id: make\n{text}\n"), attribute) == value


def test_a_ladder_of_escalations() -> None:
    step = sound(
        Step, "id: make\nexceptions: {id: late, when: Late, escalate: [lead, {to: [lead, boss], after: 2 min}]}\n"
    )
    assert step.exceptions[0].escalate == (
        Escalation(("lead",)),
        Escalation(("lead", "boss"), exactly("2 min", minutes(2))),
    )


# a line of a step; then rule, the text at the span, and what should stand there instead
STEP_FAULTS: list[tuple[str, str, str, str | None]] = [
    ("time_limt: 3 min", "unknown-field", "time_limt", "time_limit"),
    ("Time-Limit: 3 min", "unknown-field", "Time-Limit", "time_limit"),
    ("colour: red", "unknown-field", "colour", None),
    ("title: a\ntitle: b", "duplicate-key", "title", None),
    ("<<: {title: a}", "yaml-merge-key", "<<", None),
    ("[a]: b", "key-not-text", "[a]", None),
    ("title:", "missing-value", "", None),
    ("title: ''", "empty-text", "''", None),
    ("title: '  '", "empty-text", "'  '", None),
    ("title: [Hot, not burnt]", "text-in-brackets", "[Hot, not burnt]", '"Hot, not burnt"'),
    ("title: {a: b, c: d}", "wrong-type", "{a: b, c: d}", None),
    ("do: {a: b}", "wrong-type", "{a: b}", None),
    ("quality:\n  - Water: not above 95 °C", "text-with-colon", "Water: not above 95 °C", '"Water: not above 95 °C"'),
    ("checklist:\n  - Say: welcome", "text-with-colon", "Say: welcome", '"Say: welcome"'),
    ("title: Table #4", "text-cut-by-hash", "Table #4", '"Table #4"'),
    (
        "checklist: [Hot, not burnt at all]",
        "sentence-split-by-comma",
        "[Hot, not burnt at all]",
        '["Hot, not burnt at all"]',
    ),
    ("checklist: [先問, 再答。]", "sentence-split-by-comma", "[先問, 再答。]", '["先問, 再答。"]'),
    ("wait: {tiem: 3 min}", "unknown-field", "tiem", "time"),
    ("wait: {time:3 min}", "yaml-syntax", "time:3 min", "time: 3 min"),
    ("wait: {time：三分鐘, why: 備料}", "yaml-syntax", "time：三分鐘", "time: 三分鐘"),
    (
        "wait: {why: It is hot, or wet, or both, time: 3 min}",
        "unknown-field",
        "It is hot, or wet, or both",
        '"It is hot, or wet, or both"',
    ),
    ("wait: {why: 太燙, 先放著}", "unknown-field", "太燙, 先放著", '"太燙, 先放著"'),
    ("wait: {time: 3 min, colour}", "unknown-field", "colour", None),
    ("wait: {why: Hot, colour}", "unknown-field", "colour", None),
    ("wait: {why: 'It is hot', or wet: yes}", "unknown-field", "or wet", None),
    ("tools: {pos: till}", "wrong-type", "{pos: till}", None),
    ("priority: First", "unknown-choice", "First", "first"),
    ("layer: frontstage", "unknown-choice", "frontstage", "front-stage"),
    ("order: later", "unknown-choice", "later", None),
    ("optional: yes", "wrong-type", "yes", "true"),
    ("optional: NO", "wrong-type", "NO", "false"),
    ("optional: 是", "wrong-type", "是", "true"),
    ("optional: perhaps", "wrong-type", "perhaps", None),
    ("review_by: 2027/3/1", "date-invalid", "2027/3/1", "2027-03-01"),
    ("review_by: 民國115年3月1日", "date-invalid", "民國115年3月1日", "2026-03-01"),
    ("review_by: 1.3.2027", "date-invalid", "1.3.2027", None),
    ("review_by: 2027-02-30", "date-invalid", "2027-02-30", None),
    ("review_by: 20270301", "date-invalid", "20270301", "2027-03-01"),
    ("takes: 5", "time-ambiguous", "5", "5 min"),
    ("takes: 1:30", "time-ambiguous", "1:30", "1 h 30 min"),
    ("takes: 5 minuts", "time-unreadable", "5 minuts", "5 minutes"),
    ("takes: promptly", "time-unreadable", "promptly", None),
    ("materials: [{use: milk, amount: some}]", "amount-unreadable", "some", None),
    ("go: next step", "notation-invalid", "next step", None),
    ("time_limit: {limit: 3 min, from: serve.finished}", "notation-invalid", "serve.finished", None),
    ("emotion: {score: high}", "wrong-type", "high", None),
    ("emotion: {score: 1234567890123}", "wrong-type", "1234567890123", None),
    ("cautions: Hot!", "wrong-type", "Hot!", None),
    ("cautions: [{hot: Steam}]", "unknown-choice", "hot", None),
    ("only_if: {}", "wrong-type", "{}", None),
    ("branches: none", "wrong-type", "none", None),
    ("branches: [{when: Sealed}]", "missing-field", "{when: Sealed}", None),
    ("branches: [{id: a, when: b}, {id: a, when: c}]", "duplicate-id", "a", None),
    ("exceptions: [{id: No Stock, when: b}]", "id-invalid", "No Stock", "no-stock"),
    ("exceptions: [{id: 缺貨, when: b}]", "id-invalid", "缺貨", None),
    ("takes: {by: severity, values: []}", "missing-value", "[]", None),
]


@pytest.mark.parametrize(("line", "rule", "at", "instead"), STEP_FAULTS)
def test_a_fault_is_named_placed_and_mended(line: str, rule: str, at: str, instead: str | None) -> None:
    text = f"id: make\n{line}\nnotes: 好\n"
    step, state = decode(Step, text)
    assert [(fault.rule, fault.instead) for fault in state.faults] == [(rule, instead)]
    span = state.faults[0].span
    lines = text.split("\n")
    assert span.line == span.end_line
    assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == at
    # What stands beside the fault is kept.
    assert (step.id, step.notes) == ("make", "好")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("title: Table # the fourth", "Table"),
        ("title: Table  #4", "Table"),
        ("title: 'Table #4'", "Table #4"),
        ("title: Table#4", "Table#4"),
    ],
)
def test_a_comment_is_no_cut(line: str, kept: str) -> None:
    assert sound(Step, f"id: make\n{line}\n").title == kept


@pytest.mark.parametrize(
    "line", ["checklist: [Plate, fork]", "checklist: [Hot, cold, iced]", "checklist: [盤子, 叉子]"]
)
def test_a_list_is_no_sentence(line: str) -> None:
    assert len(sound(Step, f"id: make\n{line}\n").checklist) > 1


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("sop: 1\nid: a\ntitle: A\n", ["steps"]),
        ("sop: 1\n", ["id", "title", "steps"]),
        ("sop: 1\nid: a\ntitle: A\nsteps: [{title: B}]\n", ["id"]),
    ],
)
def test_missing_fields(text: str, missing: list[str]) -> None:
    found = faults(Sop, text)
    assert [(fault.rule, fault.arguments["field"]) for fault in found] == [("missing-field", key) for key in missing]


@pytest.mark.parametrize("steps", ["steps:", "steps: []", "steps: {}", "steps: make", "steps: [make]"])
def test_an_sop_has_steps(steps: str) -> None:
    assert len(faults(Sop, f"sop: 1\nid: a\ntitle: A\n{steps}\n")) == 1


@pytest.mark.parametrize("version", ["1", "1.10", "2.1-beta", "2026.03"])
def test_versions(version: str) -> None:
    assert sound(Sop, SMALLEST + f"version: {version}\n").version == version


@pytest.mark.parametrize(
    ("version", "instead"), [("v1.2", "1.2"), ("V 2", "2"), ("1.", None), ("one", None), ("1.2.x", None)]
)
def test_wrong_versions(version: str, instead: str | None) -> None:
    (fault,) = faults(Sop, SMALLEST + f"version: {version}\n")
    assert (fault.rule, fault.instead) == ("version-invalid", instead)


@pytest.mark.parametrize("language", ["zh_TW", "chinese", "zh-tw", "EN"])
def test_wrong_languages(language: str) -> None:
    assert [fault.rule for fault in faults(Sop, SMALLEST + f"lang: {language}\n")] == ["language-invalid"]


def test_what_can_be_understood_is_kept() -> None:
    text = (
        "sop: 1\nid: latte\ntitle: Make a latte\nstatus: done\nowner: barista\nsteps:\n"
        "  - id: grind\n    takes: soon\n    role: barista\n  - 7\n  - id: pour\n    colour: white\n"
    )
    sop, state = decode(Sop, text)
    assert [fault.rule for fault in state.faults] == [
        "unknown-choice",
        "time-unreadable",
        "wrong-type",
        "unknown-field",
    ]
    assert (sop.status, sop.owner) == (Status.EFFECTIVE, "barista")
    assert sop.steps == (Step("grind", role=("barista",)), Step("pour"))


def test_ids_are_unique_in_the_file_wherever_the_steps_stand() -> None:
    text = (
        SMALLEST + "    steps: [{id: pour}]\ntriggered: [{id: pour, event: x}]\nrecurring: [{id: make, every: 1 h}]\n"
    )
    assert [(fault.rule, fault.arguments) for fault in faults(Sop, text)] == [
        ("duplicate-id", {"id": "pour", "line": "6"}),
        ("duplicate-id", {"id": "make", "line": "5"}),
    ]


def test_the_same_local_id_may_stand_at_two_steps() -> None:
    branch = "branches: [{id: yes, when: A}]"
    sound(Sop, f"sop: 1\nid: a\ntitle: A\nsteps:\n  - {{id: b, {branch}}}\n  - {{id: c, {branch}}}\n")


def test_everything_that_is_pointed_at_is_mentioned() -> None:
    text = (
        "id: make\nrole: barista\nmaterials: milk\ngo: done-well\ncall: refund/check\nrecord: form.weight\n"
        "after: pour.done\nonly_if: {severity: [major]}\nbasis: handbook 3\ntime_limit: {limit: 1 h, from: recall}\n"
    )
    found = {(mention.namespace, mention.id, mention.of) for mention in decode(Step, text)[1].mentions}
    assert found == {
        (Namespace.ROLE, "barista", ""),
        (Namespace.MATERIAL, "milk", ""),
        (Namespace.END, "done-well", ""),
        (Namespace.SOP, "refund", ""),
        (Namespace.STEP, "check", "refund"),
        (Namespace.FORM, "form", ""),
        (Namespace.FIELD, "weight", "form"),
        (Namespace.STEP, "pour", ""),
        (Namespace.CLASS, "severity", ""),
        (Namespace.LEVEL, "major", "severity"),
        (Namespace.REFERENCE, "handbook", ""),
        (Namespace.EVENT, "recall", ""),
    }


def test_a_mention_stands_where_its_word_does() -> None:
    assert decode(Step, "id: make\nrole: [咖啡師, lead]\n")[1].mentions == [
        Mention(Namespace.ROLE, "咖啡師", Place(2, 8, 2, 11)),
        Mention(Namespace.ROLE, "lead", Place(2, 13, 2, 17)),
    ]
