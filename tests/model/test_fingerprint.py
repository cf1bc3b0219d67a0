import dataclasses
import datetime

import pytest

from sop_plugin.model.answers import Numeric
from sop_plugin.model.fields import FieldSpec, fields_of
from sop_plugin.model.fingerprint import LENGTH, field_fingerprints, fingerprint, step_fingerprint
from sop_plugin.model.flow import Go, GoKind
from sop_plugin.model.record import FieldType, Form, FormUse, RecordField
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.reading.document import read_document


def sop_of(header: str) -> Sop:
    document = read_document("a.md", f"---\nsop: 1\nid: a\ntitle: A\n{header}---\n".encode())
    assert document.faults == []
    assert document.sop is not None
    return document.sop


def of_step(step: str, before: str = "") -> str:
    """The fingerprint of the first step of an SOP."""
    sop = sop_of(f"{before}steps:\n  - id: make\n" + "".join(f"    {line}\n" for line in step.split("\n")))
    return step_fingerprint(sop, sop.steps[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("do: |\n  Look up\n  and smile.", "do: Look up and  smile."),
        ("title: Greet", "title: 'Greet'"),
        ("title: Café", "title: Cafe\u0301"),
        ("role: lead", "role: [lead]"),
        ("time_limit: 3 min", "time_limit: {limit: 180 s}"),
        ("time_limit: 3 min", "time_limit: 三分鐘"),
        ("takes: 1h30m", "takes: 90 min"),
        ("takes: 15-20 min", "takes: 15 到 20 分鐘"),
        ("takes: at most 5 min", "takes: 5 分鐘以內"),
        ("takes: overnight", "takes: overnight."[:-1]),
        ("materials: {use: milk, amount: '1,000 ml'}", "materials: [{amount: 1000 ml, use: milk}]"),
        ("quality: Clean.", "quality: [{text: Clean.}]"),
        ("title: A\nnotes: B", "notes: B\ntitle: A"),
        ("priority: normal", "optional: false"),
        ("title: A", "title: A\nwas: [old]"),
        ("title: A", "title: A\nsteps: [{id: part, title: Part}]"),
    ],
)
def test_another_spelling_is_the_same(one: str, other: str) -> None:
    assert of_step(one) == of_step(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("do: Smile.", "do: Smile!"),
        ("role: [lead, barista]", "role: [barista, lead]"),
        ("time_limit: 3 min", "time_limit: 3 h"),
        ("time_limit: 3 min", "time_limit: at least 3 min"),
        ("takes: 1 day", "takes: 1 working day"),
        ("takes: until closing", "takes: until noon"),
        ("materials: {use: milk, amount: 5 ml}", "materials: {use: milk, amount: 5 l}"),
        ("only_if: {users: under 5}", "only_if: {users: at most 5}"),
        ("only_if: otherwise", "only_if: Otherwise"),
        ("only_if: {any: [a, b]}", "only_if: {all: [a, b]}"),
        ("only_if: {users: at least 5}", "only_if: {losses: at least 5}"),
        ("checklist: [a, b]", "checklist: ['a, b']"),
        ("title: A", "do: A"),
        ("go: end", "go: next"),
        ("after: [a.done, b.done]", "after_any: [a.done, b.done]"),
        ("time_limit: 3 days", "time_limit: {limit: 3 days, counts_from: next-day}"),
    ],
)
def test_another_meaning_is_another(one: str, other: str) -> None:
    assert of_step(one) != of_step(other)


@pytest.mark.parametrize(
    "spec", [spec for spec in fields_of(Step) if spec.key not in ("id", "was", "steps")], ids=lambda spec: spec.key
)
def test_each_field_has_its_own_fingerprint(spec: FieldSpec) -> None:
    example = spec.example.replace("\n", "\n    ")
    sop = sop_of(f"steps:\n  - id: make\n    {spec.key}: {example}\n  - id: bare\n")
    step, bare = sop.steps
    assert set(field_fingerprints(sop, step)) - set(field_fingerprints(sop, bare)) == {spec.key}
    assert step_fingerprint(sop, step) != step_fingerprint(sop, bare)


def test_sub_steps_have_their_own() -> None:
    group = Step("group", steps=(Step("part", do="Do this."),))
    changed = Step("group", steps=(Step("part", do="Do that."),))
    one, other = Sop(1, "a", "A", (group,)), Sop(1, "a", "A", (changed,))
    assert step_fingerprint(one, group) == step_fingerprint(other, changed)
    assert step_fingerprint(one, group.steps[0]) != step_fingerprint(other, changed.steps[0])


def test_the_role_of_the_group_counts_where_a_step_has_none() -> None:
    part = Step("part", do="Do this.")
    one = Sop(1, "a", "A", (Step("group", role=("lead",), steps=(part,)),), role=("barista",))
    other = Sop(1, "a", "A", (Step("group", role=("cook",), steps=(part,)),), role=("barista",))
    assert field_fingerprints(one, part)["role"] != field_fingerprints(other, part)["role"]


def test_the_role_of_the_sop_counts_where_a_step_has_none() -> None:
    assert of_step("title: A", "role: lead\n") != of_step("title: A", "role: barista\n")
    assert of_step("title: A", "role: lead\n") == of_step("title: A\nrole: lead")
    assert of_step("role: lead", "role: barista\n") == of_step("role: lead")


def test_a_step_changes_with_the_one_it_repeats() -> None:
    again = Step("again", same_as="first")
    one = Sop(1, "a", "A", (Step("first", do="Fill."), again))
    other = Sop(1, "a", "A", (Step("first", do="Empty."), again))
    assert field_fingerprints(one, again)["do"] != field_fingerprints(other, again)["do"]


def test_a_step_changes_with_the_form_it_fills() -> None:
    step = Step("weigh", record=(FormUse("parcel", "weight"),))
    fields = [RecordField("weight", "Weight", FieldType.NUMBER), RecordField("colour", "Colour")]
    base = Sop(1, "a", "A", (step,), forms=(Form("parcel", "Parcel", tuple(fields)),))
    own = dataclasses.replace(fields[0], unit="kg")
    changed = dataclasses.replace(base, forms=(Form("parcel", "Parcel", (own, fields[1])),))
    elsewhere = dataclasses.replace(base, forms=(Form("parcel", "Parcel", (fields[0],)),))
    assert step_fingerprint(base, step) != step_fingerprint(changed, step)
    assert step_fingerprint(base, step) == step_fingerprint(elsewhere, step)


CLASS = "classes:\n  - id: severity\n    title: Severity\n    levels: [{{id: major, title: Major, when: {{users: {bound}}}}}]\n"


@pytest.mark.parametrize(
    "step",
    [
        "only_if: {severity: [major]}",
        "only_if: {any: [late, {severity: [major]}]}",
        "role: {by: severity, values: [{for: [major], role: lead}]}",
        "time_limit: {by: severity, values: [{for: [major], limit: 20 min}]}",
    ],
)
def test_a_field_changes_with_the_class_it_sorts_by(step: str) -> None:
    assert of_step(step, CLASS.format(bound="at least 10")) != of_step(step, CLASS.format(bound="at least 11"))
    assert of_step("title: A", CLASS.format(bound="at least 10")) == of_step("title: A")


def test_a_renamed_step_means_what_it_did() -> None:
    one = Sop(1, "a", "A", (Step("greet", do="Look up."),))
    other = Sop(1, "a", "A", (Step("welcome", was=("greet",), do="Look up."),))
    assert step_fingerprint(one, one.steps[0]) == step_fingerprint(other, other.steps[0])


def test_other_fields_of_the_sop_do_not_count() -> None:
    assert of_step("title: A") == of_step("title: A", "summary: Another.\nversion: 7\n")


def test_a_fingerprint_is_short_hexadecimal_and_stays() -> None:
    # A change here makes every pin of every site suspect.
    assert fingerprint("Look up, smile.") == "a23365"
    assert fingerprint((True, 1, 1.5, None, "a  b", datetime.date(2026, 1, 2), GoKind.END)) == "c82bdf"
    assert fingerprint(Numeric(2.5, 0.1, "kg", words="two and a half")) == fingerprint((2.5, 0.1, "kg"))
    assert len(fingerprint(Go(GoKind.END))) == LENGTH


def test_the_fingerprint_of_a_step_with_every_field_stays() -> None:
    fields = [spec for spec in fields_of(Step) if spec.key not in ("id", "was", "steps", "same_as")]
    step = "\n".join(f"    {spec.key}: " + spec.example.replace("\n", "\n    ") for spec in fields)
    # A new field, or another example of one, changes it. Nothing else may.
    assert fingerprint(sop_of(f"steps:\n  - id: make\n{step}\n").steps[0]) == "8a0172"
