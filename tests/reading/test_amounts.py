import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.model.amount import Amount
from sop_plugin.reading.amounts import read_amount
from tests.support.effort import no_hang

# text: low, high, unit
CLOSED: dict[str, tuple[float | None, float | None, str | None]] = {
    "4": (4, 4, None),
    "= 4": (4, 4, None),
    "200 ml": (200, 200, "ml"),
    "５ 公斤": (5, 5, "公斤"),
    "95 %": (95, 95, "%"),
    "1/2 cup": (0.5, 0.5, "cup"),
    "1,234.5": (1234.5, 1234.5, None),
    "5 m2": (5, 5, "m2"),
    "3 boxes of 10": (3, 3, "boxes of 10"),
    "-18 °C": (-18, -18, "°C"),
    "−18 °C": (-18, -18, "°C"),
    "-20 to -10 °C": (-20, -10, "°C"),
    "-5--2 °C": (-5, -2, "°C"),
    "2-8 °C": (2, 8, "°C"),
    "5 kg - 10 kg": (5, 10, "kg"),
    "5 至 10 公斤": (5, 10, "公斤"),
    "from 5 to 10 kg": (5, 10, "kg"),
    "1/4 to 1/2 cup": (0.25, 0.5, "cup"),
    "10 ± 2 °C": (8, 12, "°C"),
    "10 °C +/- 0.5 °C": (9.5, 10.5, "°C"),
    "-10 ± 2": (-12, -8, None),
    "NT$1,000": (1000, 1000, "NT$"),
    "US$ 5.50": (5.5, 5.5, "US$"),
    "$5-$10": (5, 10, "$"),
    "€5-10": (5, 10, "€"),
    "1000 TWD": (1000, 1000, "TWD"),
    "at least 10": (10, None, None),
    "from 5 kg": (5, None, "kg"),
    "≥ 5": (5, None, None),
    "5 kg or more": (5, None, "kg"),
    "18 歲以上": (18, None, "歲"),
    "20 歲（含）以上": (20, None, "歲"),
    "至少 10 人": (10, None, "人"),
    "at most 3 min": (None, 3, "min"),
    "up to 10": (None, 10, None),
    "<= 5": (None, 5, None),
    "30 公斤以下": (None, 30, "公斤"),
    "300 元(含)以下": (None, 300, "元"),
    "-18 °C 以下": (None, -18, "°C"),
    "不超過 5 次": (None, 5, "次"),
}

# text: low, high, low is outside, high is outside, unit
OPEN: dict[str, tuple[float | None, float | None, bool, bool, str | None]] = {
    "under 30": (None, 30, False, True, None),
    "less than 1000 TWD": (None, 1000, False, True, "TWD"),
    "< 5": (None, 5, False, True, None),
    "未滿 18 歲": (None, 18, False, True, "歲"),
    "低于 -18 °C": (None, -18, False, True, "°C"),
    "不到 5 分": (None, 5, False, True, "分"),
    "over 5 min": (5, None, True, False, "min"),
    "> 5": (5, None, True, False, None),
    "超過 1000 元": (1000, None, True, False, "元"),
    "0 to under 30": (0, 30, False, True, None),
    "5 到未滿 10 公斤": (5, 10, False, True, "公斤"),
    "over 5 to 10 kg": (5, 10, True, False, "kg"),
    ">5 to 10": (5, 10, True, False, None),
    "超過 5 到未滿 10 公斤": (5, 10, True, True, "公斤"),
}

ABOUT = {
    "about 5 kg": (5, 5, "kg"),
    "~5": (5, 5, None),
    "約 5 公斤": (5, 5, "公斤"),
    "5 到 10 公斤左右": (5, 10, "公斤"),
}

REFUSED = [
    "",
    "abc",
    "one",
    "about",
    "5 to",
    "to 5",
    "topping 5",
    "10 kg to 5 kg",
    "12,34",
    "1e5",
    "3/0",
    "10 ± ",
    "5\n6",
    "9" * 400,
    "1 to " + "9" * 400,
    "1 ± " + "9" * 400,
]


@pytest.mark.parametrize(("text", "meaning"), CLOSED.items())
def test_closed(text: str, meaning: tuple[float | None, float | None, str | None]) -> None:
    low, high, unit = meaning
    assert read_amount(text) == Amount(text, low, high, unit=unit)


@pytest.mark.parametrize(("text", "meaning"), OPEN.items())
def test_open(text: str, meaning: tuple[float | None, float | None, bool, bool, str | None]) -> None:
    assert read_amount(text) == Amount(text, *meaning)


@pytest.mark.parametrize(("text", "meaning"), ABOUT.items())
def test_about(text: str, meaning: tuple[float, float, str | None]) -> None:
    low, high, unit = meaning
    assert read_amount(text) == Amount(text, low, high, unit=unit, about=True)


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    assert read_amount(text) is None


@given(st.decimals(-(10**6), 10**6, places=2), st.sampled_from(["", " kg", "公斤", " °C", "%"]))
def test_any_number_of_any_unit(number: object, unit: str) -> None:
    amount = read_amount(f"{number}{unit}")
    assert amount is not None
    assert amount.low == amount.high == float(str(number))
    assert amount.unit == (unit.strip() or None)


@given(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6), st.sampled_from(["-", " to ", "–", "至", "~"]))
def test_any_range(one: int, other: int, between: str) -> None:
    amount = read_amount(f"{one}{between}{other} kg")
    if one > other:
        assert amount is None
    else:
        assert amount is not None
        assert (amount.low, amount.high, amount.unit) == (one, other, "kg")


PIECES = st.sampled_from(
    [
        "5",
        "-3",
        "1,000",
        "1/2",
        " ",
        "to",
        "-",
        "kg",
        "°C",
        "$",
        "±",
        "over ",
        "under ",
        "以上",
        "未滿",
        "約",
        "~",
        "(",
        ")",
        "=",
        ">",
    ]
)


@given(st.text() | st.lists(PIECES, max_size=8).map("".join))
def test_no_text_raises_and_low_is_never_above_high(text: str) -> None:
    amount = read_amount(text)
    if amount is None:
        return
    assert all(end is None or math.isfinite(end) for end in (amount.low, amount.high))
    if amount.low is not None and amount.high is not None:
        assert amount.low <= amount.high
        assert amount.low_open or amount.holds(amount.low)
        assert amount.high_open or amount.low_open or amount.holds(amount.high)


@pytest.mark.parametrize("piece", ["1 - ", "1 to ", "1 kg - ", "-", "1,000,", " to", "1 ± "])
def test_a_long_text_is_soon_found_to_be_no_amount(piece: str) -> None:
    with no_hang():
        assert read_amount(piece * 100_000) is None
