import dataclasses
import datetime
from enum import StrEnum
from typing import get_args

import pytest

from sop_plugin.model.amount import Amount
from sop_plugin.model.condition import Condition, Said
from sop_plugin.model.fields import (
    CONDITION,
    NOTATIONS,
    FieldSpec,
    Option,
    Shape,
    fields_of,
    records_below,
    shorthand_of,
)
from sop_plugin.model.flow import Go, Repeat
from sop_plugin.model.kinds import Asset, Declares, Markup, Namespace, Pattern, Refers, Words
from sop_plugin.model.record import FormUse, RecordField
from sop_plugin.model.sop import Approval, Sop, Status
from sop_plugin.model.step import Media, RoleByClass, Standard, Step
from sop_plugin.model.time import Duration, DurationByClass, LimitCase, TimeLimit
from tests.support.records import RECORDS


def spec_of(record: type, key: str) -> FieldSpec:
    return next(spec for spec in fields_of(record) if spec.key == key)


@pytest.mark.parametrize(
    ("record", "key", "options"),
    [
        (Sop, "sop", [Option(Shape.INTEGER, int, None, False)]),
        (Sop, "id", [Option(Shape.STRING, str, Declares(Namespace.SOP), False)]),
        (Sop, "status", [Option(Shape.ENUM, Status, None, False)]),
        (Approval, "date", [Option(Shape.DATE, datetime.date, None, False)]),
        (Step, "steps", [Option(Shape.RECORD, Step, None, True)]),
        (Step, "do", [Option(Shape.STRING, str, Words(Markup.BLOCK), False)]),
        (Step, "optional", [Option(Shape.BOOLEAN, bool, None, False)]),
        (Step, "only_if", [Option(Shape.CONDITION, Said, None, False)]),
        (Step, "go", [Option(Shape.NOTATION, Go, None, False)]),
        (Step, "checklist", [Option(Shape.STRING, str, Words(Markup.INLINE), True)]),
        (
            Step,
            "role",
            [Option(Shape.STRING, str, Refers(Namespace.ROLE), True), Option(Shape.RECORD, RoleByClass, None, False)],
        ),
        (
            Step,
            "takes",
            [Option(Shape.NOTATION, Duration, None, False), Option(Shape.RECORD, DurationByClass, None, False)],
        ),
        (Step, "record", [Option(Shape.NOTATION, FormUse, None, True), Option(Shape.RECORD, RecordField, None, True)]),
        (RecordField, "range", [Option(Shape.NOTATION, Amount, None, False)]),
        (Media, "file", [Option(Shape.STRING, str, Asset(), False)]),
    ],
)
def test_the_ways_to_fill_a_field(record: type, key: str, options: list[Option]) -> None:
    assert list(spec_of(record, key).options) == options


def test_the_key_in_the_file_may_differ_from_the_attribute() -> None:
    assert {spec.key: spec.attribute for spec in fields_of(Repeat)}["while"] == "while_"
    assert {spec.key: spec.attribute for spec in fields_of(TimeLimit)}["from"] == "from_"
    assert {spec.key: spec.attribute for spec in fields_of(LimitCase)}["for"] == "for_"


def test_what_is_required() -> None:
    assert [spec.key for spec in fields_of(Sop) if spec.required] == ["sop", "id", "title", "steps"]
    assert [spec.key for spec in fields_of(Step) if spec.required] == ["id"]
    assert spec_of(Sop, "status").default is Status.EFFECTIVE


def test_short_forms() -> None:
    assert shorthand_of(TimeLimit) == spec_of(TimeLimit, "limit")
    assert shorthand_of(Standard) == spec_of(Standard, "text")
    assert shorthand_of(Step) is None


@pytest.mark.parametrize("record", RECORDS)
def test_a_short_form_names_a_field_and_leaves_out_nothing_required(record: type) -> None:
    short = shorthand_of(record)
    assert (short is None) is not hasattr(record, "shorthand")
    if short:
        assert [spec.key for spec in fields_of(record) if spec.required and spec != short] == []


@pytest.mark.parametrize("record", RECORDS)
def test_every_class_is_frozen_and_slotted(record: type) -> None:
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(record)


@pytest.mark.parametrize("record", RECORDS)
def test_every_text_says_what_kind_it_is(record: type) -> None:
    for spec in fields_of(record):
        for option in spec.options:
            assert (option.marker is not None) == (option.shape is Shape.STRING), spec.key


@pytest.mark.parametrize("record", RECORDS)
def test_every_field_has_a_key_of_its_own_and_an_example(record: type) -> None:
    keys = [spec.key for spec in fields_of(record)]
    assert len(set(keys)) == len(keys) == len(dataclasses.fields(record))
    assert all(spec.example for spec in fields_of(record))


def test_records_below_a_root_come_once_and_root_first() -> None:
    below = records_below(Sop)
    assert below[0] is Sop
    assert len(set(below)) == len(below)
    assert {Step, TimeLimit, RecordField, RoleByClass} <= set(below)
    assert Duration not in below


def test_every_condition_of_the_model_is_known() -> None:
    assert set(get_args(Condition)) == set(CONDITION)


def test_notations_are_no_enums() -> None:
    assert [kind for kind in NOTATIONS if issubclass(kind, StrEnum)] == []


def test_each_pattern_has_one_name() -> None:
    patterns: dict[str, set[str]] = {}
    for record in RECORDS:
        for spec in fields_of(record):
            for option in spec.options:
                if isinstance(option.marker, Pattern):
                    patterns.setdefault(option.marker.name, set()).add(option.marker.regex)
    assert {name for name, regexes in patterns.items() if len(regexes) > 1} == set()
