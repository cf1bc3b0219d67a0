"""Amounts: boundaries of cases, missing units, two units for one thing."""

from pathlib import Path

import pytest

from sop_plugin.checks.boundaries import from_there_on, short_of_it
from sop_plugin.model.units import unit_of
from sop_plugin.reading.amounts import read_amount
from tests.checks.folder import check
from tests.checks.test_hard_cases import HEAD, STEP, corrected, in_step

QUANTITY = "quantities: [{id: n, title: Count}, {id: m, title: Other}]\n"
GAP, OVERLAP = "boundary-in-no-case", "boundary-in-two-cases"


def decision(*conditions: str) -> str:
    """A procedure with a decision; the condition of its first branch is in line 12."""
    branches = "".join(
        f"      - {{id: b{number}, when: {condition}, go: {'end' if number else 'next'}}}\n"
        for number, condition in enumerate(conditions)
    )
    return f"{HEAD}{QUANTITY}steps:\n  - id: look\n    title: How many?\n    branches:\n{branches}  - {{id: x, title: Go on}}\n---\n"


def boundaries(content: Path, text: str) -> list[tuple[str, str]]:
    """What is found at boundaries: the rule and the value."""
    return [(each.rule, each.arguments["value"]) for each in check(content, text) if each.rule in (GAP, OVERLAP)]


# The conditions of the branches, and what is found.
DECISIONS = [
    (("{n: under 30}", "{n: over 30}"), [(GAP, "30")]),
    (("{n: over 30}", "{n: under 30}"), [(GAP, "30")]),
    (("{n: 未滿 30 公斤}", "{n: 超過 30 公斤}"), [(GAP, "30 公斤")]),
    (("{n: 少于 30}", "{n: 30 以上}"), []),
    (("{n: at most 30}", "{n: at least 30}"), [(OVERLAP, "30")]),
    (("{n: 30 以下}", "{n: 30 以上}"), [(OVERLAP, "30")]),
    (("{n: under 30}", "{n: at least 30}"), []),
    (("{n: at most 30}", "{n: over 30}"), []),
    (("{n: under 30}", "{n: over 30}", "otherwise"), []),
    (("{n: under 30}", "{n: over 30}", "The guest asks"), []),
    (("{n: under 30}", "{n: over 30}", "{severity: [major]}"), []),
    (("{n: under 30}", "{m: over 30}"), []),
    (("{n: under 30}", "{n: 30}", "{n: over 30}"), []),
    (("{n: at most 30}", "{n: 30}", "{n: over 30}"), []),
    # Whole numbers follow each other.
    (("{n: 1 to 10}", "{n: 11 to 20}", "{n: at least 21}"), []),
    (("{n: 1 to 10}", "{n: 12 to 20}"), [(GAP, "11")]),
    (("{n: under 30}", "{n: at least 31}"), [(GAP, "30")]),
    (("{n: 36 to 37.4}", "{n: at least 37.5}"), []),
    (("{n: 36 to 37.4}", "{n: at least 37.6}"), [(GAP, "37.5")]),
    (("{n: at most 10}", "{n: at least 20}"), [(GAP, "11")]),
    # One within the other: the first that holds counts.
    (("{n: over 100}", "{n: over 10}", "{n: at most 10}"), []),
    (("{n: under 10}", "{n: under 5}", "{n: over 10}"), [(GAP, "10")]),
    (("{n: 0 to 30}", "{n: 30 to 60}"), [(OVERLAP, "30")]),
    (("{n: under 0.5 kg}", "{n: over 500 g}"), []),
    (("{n: under 0.5}", "{n: over 0.5 kg}"), [(GAP, "0.5 kg")]),
    (("{n: about 30}", "{n: over 40}"), []),
    (("{any: [{n: under 3}, {m: under 5}]}", "{any: [{n: at least 3}, {m: over 5}]}"), [(GAP, "5")]),
    (("{all: [{n: under 3}, {m: under 5}]}", "{all: [{n: over 3}, {m: over 5}]}"), []),
    (("{none: [{n: under 3}]}", "{n: over 3}"), []),
    (("{n: under 30}",), []),
]


@pytest.mark.parametrize(("conditions", "expected"), DECISIONS, ids=[" | ".join(each[0]) for each in DECISIONS])
def test_boundaries_of_a_decision(conditions: tuple[str, ...], expected: list[tuple[str, str]], content: Path) -> None:
    assert boundaries(content, decision(*conditions)) == expected


def test_a_gap_is_where_the_upper_case_begins(content: Path) -> None:
    (found,) = check(content, decision("{n: under 30}", "{n: over 30}"))
    assert (found.span.line, found.arguments["line"]) == (13, "12")
    assert found.corrected.strip() == "- {id: b1, when: {n: at least 30}, go: end}"


def test_an_overlap_is_where_the_lower_case_ends(content: Path) -> None:
    (found,) = check(content, decision("{n: 30 公斤以上}", "{n: 至多 30 公斤}"))
    assert (found.span.line, found.arguments["line"]) == (13, "12")
    assert found.corrected.strip() == "- {id: b1, when: {n: 不到 30 公斤}, go: end}"


def classes(*levels: str) -> str:
    items = "".join(f"      - {{id: l{n}, title: Level, when: {level}}}\n" for n, level in enumerate(levels))
    more = f"classes:\n  - id: kind\n    title: Kind\n    levels:\n      - {{id: none, title: None, when: {{n: at most 0}}}}\n{items}"
    return f"{HEAD}{QUANTITY}{more}{STEP}---\n"


def test_levels_of_a_class(content: Path) -> None:
    assert boundaries(content, classes("{n: over 0}")) == []
    assert (
        boundaries(
            content,
            decision("{n: over 0}").replace("steps:", "classes: [{id: kind, title: Kind, levels: []}]\nsteps:", 1),
        )
        == []
    )
    assert boundaries(content, classes("{n: 1 to under 10}", "{n: over 10}")) == [(GAP, "10")]
    # `take` says which of two counts.
    assert boundaries(content, classes("{n: 1 to 10}", "{n: at least 10}")) == []
    assert boundaries(content, classes("{n: over 10}").replace(", when: {n: at most 0}", "")) == []


def exceptions(one: str, other: str) -> str:
    text = in_step(
        "exceptions:", *(f"  - {{id: {n}, when: {{n: {when}}}, then: Wait.}}" for n, when in (("a", one), ("b", other)))
    )
    return text.replace(STEP, QUANTITY + STEP)


def test_between_two_exceptions_all_is_well(content: Path) -> None:
    assert boundaries(content, exceptions("under 60 °C", "over 60 °C")) == []
    assert boundaries(content, exceptions("at most 60 °C", "at least 60 °C")) == [(OVERLAP, "60 °C")]


def test_many_cases_take_no_time(content: Path) -> None:
    many = decision(*(f"{{n: {number} to under {number + 1}}}" for number in range(2000)))
    assert boundaries(content, many) == []


@pytest.mark.parametrize("words", ["over 30", "more than 1,000 TWD", ">30", "超過 30 公斤", "大于30", "多於 三十個"])
def test_a_lower_bound_taken_in(words: str) -> None:
    before, after = read_amount(words), read_amount(from_there_on(words) or "")
    assert before is not None
    assert after is not None
    assert (before.low, before.unit, before.low_open, after.low_open) == (after.low, after.unit, True, False)


@pytest.mark.parametrize(
    "words", ["at most 30", "30 kg or less", "≤30", "至多 30 公斤", "30 以下", "10 to 30 kg", "10–30", "10 到 30 公斤", "10-30 公斤"]
)  # fmt: skip
def test_an_upper_bound_left_out(words: str) -> None:
    before, after = read_amount(words), read_amount(short_of_it(words) or "")
    assert before is not None
    assert after is not None
    assert (before.low, before.high, before.unit) == (after.low, after.high, after.unit)
    assert (before.high_open, after.high_open) == (False, True)


# A line of the step, and whether a unit is missing.
UNITS = [
    ("settings: [{id: a, title: Milk temperature, amount: 60 to 65}]", True),
    ("settings: [{id: a, title: Temperature of the milk, amount: 65}]", True),
    ("settings: [{id: a, title: 鮮乳溫度, amount: 60 到 65}]", True),
    ("settings: [{id: a, title: 奶温, amount: 65}]", False),
    ("settings: [{id: a, title: 水温, amount: 65}]", True),
    ("settings: [{id: a, title: Milk temperature, amount: 65 °C}]", False),
    ("settings: [{id: a, title: Milk temperature (°C), amount: 65}]", False),
    ("settings: [{id: a, title: 溫度（攝氏）, amount: 65}]", False),
    ("settings: [{id: a, title: Temperature alarms a day, amount: 2}]", False),
    ("settings: [{id: a, title: 溫度計數量, amount: 2}]", False),
    ("settings: [{id: a, title: Cups, amount: 2}]", False),
    ("settings: [{id: a, title: Attempts, amount: at most 3}]", False),
    ("settings: [{id: a, title: Weight, by: severity, values: [{for: [minor], amount: 3}]}]", True),
    ("record: [{id: a, title: Weight, type: number}]", True),
    ("record: [{id: a, title: Weight, type: number, unit: kg}]", False),
    ("record: [{id: a, title: Weight, type: number, range: 0 to 30 kg}]", False),
    ("record: [{id: a, title: Weight, type: text}]", False),
    ("record: [{id: a, title: 重量, type: number}]", True),
    ("record: [{id: a, title: Guests, type: number}]", False),
    ("quality: [{text: Milk temperature, measure: 60 to 65}]", True),
    ("quality: [{text: The guest is greeted., measure: at most 1}]", False),
    ("materials: [{use: fresh-milk, amount: 2}]", False),
    ("people: 2", False),
]


@pytest.mark.parametrize(("line", "is_missing"), UNITS, ids=[line for line, _ in UNITS])
def test_a_number_without_a_unit(line: str, is_missing: bool, content: Path) -> None:
    found = check(content, in_step(line))
    assert [each.rule for each in found] == ["number-without-unit"] * is_missing


def test_a_quantity_whose_tests_say_the_unit_has_one(content: Path) -> None:
    text = in_step("only_if: {n: over 30 kg}").replace(STEP, f"quantities: [{{id: n, title: Weight}}]\n{STEP}")
    assert check(content, text) == ()
    (found,) = check(content, text.replace("30 kg", "30"))
    assert (found.rule, found.arguments["example"]) == ("number-without-unit", "unit: kg")


# Lines of the step; both units where they differ.
MIXED = [
    (("materials: [{use: fresh-milk, amount: 200 ml}, {use: fresh-milk, amount: 7 fl oz}]",), ("fl oz", "ml")),
    (("materials: [{use: fresh-milk, amount: 200 ml, also: 7 fl oz}, {use: fresh-milk, amount: 2 l}]",), None),
    (("materials: [{use: fresh-milk, amount: 200 ml}, {use: fresh-milk, amount: 7 fl oz, also: 200 ml}]",), None),
    (("materials: [{use: fresh-milk, amount: 200 mL}, {use: fresh-milk, amount: 300 毫升}]",), None),
    (("materials: [{use: fresh-milk, amount: 1 kg}, {use: fresh-milk, amount: 1 l}]",), None),
    (("materials: [{use: fresh-milk, amount: 2 cups}, {use: fresh-milk, amount: 300 ml}]",), None),
    (("record: [{id: a, title: Weight, type: number, unit: kg, range: 0 to 60 lb}]",), ("lb", "kg")),
    (("record: [{id: a, title: Weight, type: number, unit: kg, range: 0 to 30 公斤}]",), None),
    (("settings: [{id: a, title: Heat, amount: 90 ℃, also: 194 °F}, {id: b, title: Heat, amount: 90 °F}]",), None),
    (
        ("settings: [{id: heat, title: Heat, amount: 90 °C}]", "exceptions:", "  - {id: e, when: {heat: over 200 °F}, go: end}"),
        ("°F", "°C"),
    ),
    (
        ("settings: [{id: heat, title: Heat, amount: 90 °C}]", "exceptions:", "  - {id: e, when: {heat: 超過 95 攝氏度}, go: end}"),
        None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "units"), MIXED, ids=["; ".join(lines) for lines, _ in MIXED])
def test_two_units_for_one_thing(lines: tuple[str, ...], units: tuple[str, str] | None, content: Path) -> None:
    found = check(content, in_step(*lines))
    assert [(each.arguments["unit"], each.arguments["other"]) for each in found] == ([units] if units else [])


def test_both_places_are_named(content: Path) -> None:
    text = in_step("record:", "  - {id: a, title: W, type: number, unit: kg, range: 0 to 60 lb}")
    (found,) = check(content, text)
    assert (found.span.line, found.span.column, found.arguments["line"]) == (11, 58, "11")
    assert corrected((found,)) == [""]


SAME_UNITS = [
    ("°C", "℃"),
    ("ml", "mL"),
    ("ml", "毫升"),
    ("kg", "公斤"),
    ("l", "liters"),
    ("fl oz", "fl. oz"),
    ("NT$", "TWD"),
]


@pytest.mark.parametrize(("one", "other"), SAME_UNITS)
def test_spellings_of_one_unit(one: str, other: str) -> None:
    assert unit_of(one) == unit_of(other)
    assert unit_of(one) is not None


@pytest.mark.parametrize("word", ["", None, "guests", "cups", "份", "元", "次", "%"])
def test_what_is_no_unit_of_measure(word: str | None) -> None:
    assert unit_of(word) is None
