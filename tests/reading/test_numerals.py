import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.reading.numerals import CHINESE, chinese_number

DIGITS = "零一二三四五六七八九"


def spoken(number: int) -> str:
    """A whole number below a hundred million in Chinese numerals."""
    if number >= 10_000:
        rest = number % 10_000
        return f"{spoken(number // 10_000)}萬{'零' if 0 < rest < 1_000 else ''}{spoken(rest) if rest else ''}"
    text, gap = "", False
    for unit, name in ((1_000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + name
        gap = not digit
    return text or "零"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0),
        ("〇", 0),
        ("十", 10),
        ("十五", 15),
        ("三十六", 36),
        ("百", 100),
        ("一百零五", 105),
        ("一百五", 150),
        ("一百五十", 150),
        ("兩千三", 2_300),
        ("两万", 20_000),
        ("一萬二", 12_000),
        ("十萬", 100_000),
        ("九千九百九十九萬九千九百九十九", 99_999_999),
        ("半", 0.5),
        ("兩半", 2.5),
    ],
)
def test_reads(text: str, number: float) -> None:
    assert chinese_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "二三", "三五", "一二〇", "十十", "十百", "萬", "萬萬", "一萬一萬", "零零", "a", "半半"]
)
def test_refuses(text: str) -> None:
    assert chinese_number(text) is None


@given(st.integers(0, 99_999_999))
def test_reads_every_number_as_it_is_spoken(number: int) -> None:
    assert chinese_number(spoken(number)) == number


@given(st.text(CHINESE, max_size=8))
def test_a_value_is_never_negative(text: str) -> None:
    value = chinese_number(text)
    assert value is None or value >= 0
