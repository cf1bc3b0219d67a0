"""Numbers that branches compare in plain words: the value that is in no case, or in two."""

from pathlib import Path

import pytest

from sop_plugin.checks.said_amounts import in_words
from sop_plugin.model.condition import Said
from tests.checks.folder import check
from tests.checks.test_hard_cases import in_step

GAP, BOTH = "boundary-in-no-case", "boundary-in-two-cases"

# What the branches say, and what is found.
CASES = [
    (("The amount is under 50 EUR", "The amount is over 50 EUR"), {GAP}),
    (("The amount is under 50 EUR", "The amount is at least 50 EUR"), set()),
    (("At most 5 guests wait", "At least 5 guests wait"), {BOTH}),
    (("5 kg or less", "5 kg or more"), {BOTH}),
    (("金額低於 500 元", "金額超過 500 元"), {GAP}),
    (("金額不足 500 元", "金額超過 500 元"), {GAP}),
    (("金額 500 元以下", "金額 500 元以上"), {BOTH}),
    (("500元以下", "500元以上"), {BOTH}),
    (("不到 200 元", "200 元以上"), set()),
    (("1 公斤以内", "1 至 5 公斤", "5 公斤以上"), {BOTH}),
    (("不到 1 公斤", "1 至 5 公斤", "超过 5 公斤"), set()),
    (("The amount is 1,000 EUR or less", "The amount is more than 1,000 EUR"), set()),
    # Different things are measured, words have a say, or the rest goes elsewhere.
    (("The parcel is under 30 kg", "The letter is over 30 kg"), set()),
    (("The amount is under 50 EUR", "The amount is over 50 EUR and the slip is lost"), set()),
    (("The amount is under 50 EUR", "The amount is over 50 EUR", "otherwise"), set()),
    (("The amount is under 50 EUR", "The amount is over 50 EUR", "The slip is lost"), set()),
    (("Over 50 EUR, or 3 items", "Under 50 EUR, or 3 items"), set()),
    (("Table 5 is free", "Table 6 is free"), set()),
]


@pytest.mark.parametrize(("conditions", "expected"), CASES, ids=[" | ".join(each) for each, _ in CASES])
def test_boundaries_in_words(conditions: tuple[str, ...], expected: set[str], content: Path) -> None:
    branches = [f'  - {{id: b{number}, when: "{words}", go: end}}' for number, words in enumerate(conditions)]
    found = check(content, in_step("branches:", *branches))
    assert {each.rule for each in found} & {GAP, BOTH} == expected
    assert all(each.span.line > 10 for each in found if each.rule in expected)


def test_the_better_words_stand_in_their_place(content: Path) -> None:
    lines = ("branches:", "  - {id: a, when: 500 元以下, go: end}", "  - {id: b, when: 500 元以上, go: end}")
    (found,) = check(content, in_step(*lines))
    assert found.corrected.strip() == "- {id: a, when: 不到 500 元, go: end}"


def test_a_sentence_is_not_turned_round(content: Path) -> None:
    lines = ("branches:", "  - {id: a, when: 金額 500 元以下, go: end}", "  - {id: b, when: 金額 500 元以上, go: end}")
    (found,) = check(content, in_step(*lines))
    assert found.instead is None


@pytest.mark.parametrize(
    "words", ["", "9" * 5_000, "under " * 2_000, "under 1" * 2_000, "1" + " " * 5_000 + "x", "5" + "元" * 9_000]
)
def test_no_text_takes_long(words: str) -> None:
    in_words(Said(words))
