import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.model.time import Bound, Duration, Span, TimeUnit
from sop_plugin.reading.durations import UnreadableTime, read_duration
from sop_plugin.reading.numerals import CHINESE
from tests.support.effort import no_hang

S, D, M = TimeUnit.SECOND, TimeUnit.DAY, TimeUnit.MONTH
WH, WD = TimeUnit.WORKING_HOUR, TimeUnit.WORKING_DAY
MIN, H = 60, 3_600

EXACT = {
    "30s": (30, S),
    "30 sec.": (30, S),
    "30 秒": (30, S),
    "90″": (90, S),
    "2 min": (2 * MIN, S),
    "2mins": (2 * MIN, S),
    "2 Minutes": (2 * MIN, S),
    "2 分鐘": (2 * MIN, S),
    "2 分钟": (2 * MIN, S),
    "5′": (5 * MIN, S),
    "5’30”": (5 * MIN + 30, S),
    "5'30\"": (5 * MIN + 30, S),
    "1h": (H, S),
    "1.5 h": (1.5 * H, S),
    "1h30m": (1.5 * H, S),
    "1 h 30 m": (1.5 * H, S),
    "1 hour and 30 minutes": (1.5 * H, S),
    "PT2H": (2 * H, S),
    "PT1M30S": (90, S),
    "P1DT12H": (36 * H, S),
    "P3M": (3, M),
    "three hours": (3 * H, S),
    "an hour": (H, S),
    "half an hour": (H / 2, S),
    "two and a half hours": (2.5 * H, S),
    "三十六小時": (36 * H, S),
    "兩個小時": (2 * H, S),
    "半小時": (H / 2, S),
    "一個半小時": (1.5 * H, S),
    "1 個半小時": (1.5 * H, S),
    "一小時半": (1.5 * H, S),
    "15分30秒": (15 * MIN + 30, S),
    "９０秒": (90, S),
    "1 day 12 h": (36 * H, S),
    "60 days": (60, D),
    "兩週": (14, D),
    "2 weeks 3 days": (17, D),
    "1 month": (1, M),
    "12 個月": (12, M),
    "1 year 6 months": (18, M),
    "3 quarters": (9, M),
    "4 business hours": (4, WH),
    "4 working hours": (4, WH),
    "4 工作小時": (4, WH),
    "2 working days": (2, WD),
    "2 business days": (2, WD),
    "七個工作天": (7, WD),
    "2 营业日": (2, WD),
    "0 s": (0, S),
}

BOUNDED = {
    "15-20 min": (Bound.RANGE, 15 * MIN, 20 * MIN),
    "15–20’": (Bound.RANGE, 15 * MIN, 20 * MIN),
    "2 to 3 h": (Bound.RANGE, 2 * H, 3 * H),
    "between 2 and 3 h": (Bound.RANGE, 2 * H, 3 * H),
    "30 s to 2 min": (Bound.RANGE, 30, 2 * MIN),
    "10 到 15 分鐘": (Bound.RANGE, 10 * MIN, 15 * MIN),
    "三至五分鐘": (Bound.RANGE, 3 * MIN, 5 * MIN),
    "at most 5 min": (Bound.AT_MOST, None, 5 * MIN),
    "within 2 hours": (Bound.AT_MOST, None, 2 * H),
    "max. 5 min": (Bound.AT_MOST, None, 5 * MIN),
    "≤ 5 min": (Bound.AT_MOST, None, 5 * MIN),
    "< 5 min": (Bound.AT_MOST, None, 5 * MIN),
    "5 min or less": (Bound.AT_MOST, None, 5 * MIN),
    "24 小时内": (Bound.AT_MOST, None, 24 * H),
    "2小時以內": (Bound.AT_MOST, None, 2 * H),
    "不超過 3 分鐘": (Bound.AT_MOST, None, 3 * MIN),
    "at least 10 s": (Bound.AT_LEAST, 10, None),
    "more than 10 s": (Bound.AT_LEAST, 10, None),
    "超過 10 秒": (Bound.AT_LEAST, 10, None),
    "5 分鐘以上": (Bound.AT_LEAST, 5 * MIN, None),
    "about 90 s": (Bound.ABOUT, 90, 90),
    "~90 s": (Bound.ABOUT, 90, 90),
    "約 90 秒": (Bound.ABOUT, 90, 90),
    "90 秒左右": (Bound.ABOUT, 90, 90),
    "a couple of hours": (Bound.ABOUT, 2 * H, 2 * H),
    "hold for 15 s": (Bound.HOLD, 15, 15),
    "for 15 s": (Bound.HOLD, 15, 15),
    "保持 15 秒": (Bound.HOLD, 15, 15),
    "every 4 h": (Bound.EVERY, 4 * H, 4 * H),
    "every 15-20 min": (Bound.EVERY, 15 * MIN, 20 * MIN),
    "every half hour": (Bound.EVERY, H / 2, H / 2),
    "Q 5 min": (Bound.EVERY, 5 * MIN, 5 * MIN),
    "q4h": (Bound.EVERY, 4 * H, 4 * H),
    "每隔兩小時": (Bound.EVERY, 2 * H, 2 * H),
    "每小時": (Bound.EVERY, H, H),
    "every PT1H": (Bound.EVERY, H, H),
    "exactly 30 s": (Bound.EXACT, 30, 30),
}

WITHOUT_NUMBER = {
    "at once": Bound.AT_ONCE,
    "Immediately": Bound.AT_ONCE,
    "立即": Bound.AT_ONCE,
    "overnight": Bound.OVERNIGHT,
    "隔夜": Bound.OVERNIGHT,
    "open-ended": Bound.OPEN_ENDED,
    "不限時": Bound.OPEN_ENDED,
    "remaining": Bound.REMAINING,
    "剩餘時間": Bound.REMAINING,
    "until closing": Bound.UNTIL,
    "直到打烊": Bound.UNTIL,
    "打烊為止": Bound.UNTIL,
    "by 17:00": Bound.BY,
    "By the 10th of next month": Bound.BY,
    "before closing": Bound.BY,
    "by end of shift": Bound.BY,
    "no later than the end of the day": Bound.BY,
    "下班前": Bound.BY,
    "次月十日前": Bound.BY,
    "月底之前": Bound.BY,
    "打烊為止前": Bound.BY,
    "17:00 以前": Bound.BY,
}

REFUSED: dict[str, tuple[str, ...]] = {
    "30": ("30 min", "30 s", "30 h"),
    "1:30": ("1 h 30 min", "1 min 30 s"),
    "5 m": ("5 min", "5 months"),
    "": (),
    "soon": (),
    "by 5": (),
    "by 5 min": (),
    "before 2 to 3 h": (),
    "30 分鐘前": (),
    "3 天以前": (),
    "promptly": (),
    "5 parsecs": (),
    "several hours": (),
    "a few minutes": (),
    "幾分鐘": (),
    "二三分鐘": (),
    "10-5 min": (),
    "2 h to 3 working days": (),
    "1 month 3 days": (),
    "1 working day 4 h": (),
    "1 h 30": (),
    "-5 min": (),
    "5 min x2": (),
    "1e5 s": (),
    "9" * 400 + " h": (),
    "P" + "9" * 90 + "Y" + "9" * 400 + "M": (),
}


@pytest.mark.parametrize(("text", "span"), EXACT.items())
def test_exact(text: str, span: tuple[float, TimeUnit]) -> None:
    assert read_duration(text) == Duration(text, Bound.EXACT, Span(*span), Span(*span))


@pytest.mark.parametrize(("text", "meaning"), BOUNDED.items())
def test_bounded(text: str, meaning: tuple[Bound, float | None, float | None]) -> None:
    bound, low, high = meaning
    ends = [None if end is None else Span(end, S) for end in (low, high)]
    assert read_duration(text) == Duration(text, bound, *ends)


@pytest.mark.parametrize(("text", "bound"), WITHOUT_NUMBER.items())
def test_without_a_number(text: str, bound: Bound) -> None:
    assert read_duration(text) == Duration(text, bound)


@pytest.mark.parametrize(("text", "meanings"), REFUSED.items())
def test_refused(text: str, meanings: tuple[str, ...]) -> None:
    assert read_duration(text) == UnreadableTime(meanings)


@pytest.mark.parametrize("text", [text for text, meanings in REFUSED.items() if meanings])
def test_every_meaning_can_be_read_and_no_two_are_the_same(text: str) -> None:
    found = read_duration(text)
    assert isinstance(found, UnreadableTime)
    read = [read_duration(meaning) for meaning in found.meanings]
    assert all(isinstance(meaning, Duration) for meaning in read)
    assert len({meaning.low for meaning in read if isinstance(meaning, Duration)}) == len(read)


UNITS = {"s": 1, "min": MIN, "h": H, "秒": 1, "分鐘": MIN, "小时": H, "'": MIN, '"': 1}


@given(st.integers(0, 10**9), st.sampled_from(sorted(UNITS)), st.sampled_from(["", " "]))
def test_any_number_of_any_unit(number: int, unit: str, space: str) -> None:
    found = read_duration(f"{number}{space}{unit}")
    assert isinstance(found, Duration)
    assert found.low == found.high == Span(number * UNITS[unit], S)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["-", " to ", " – ", "到", "~"]))
def test_any_range(one: int, other: int, between: str) -> None:
    found = read_duration(f"{one}{between}{other} min")
    if one > other:
        assert found == UnreadableTime()
    else:
        assert isinstance(found, Duration)
        assert (found.low, found.high) == (Span(one * MIN, S), Span(other * MIN, S))


PIECES = st.sampled_from(
    [
        "5",
        "1.5",
        "15-20",
        "PT",
        "h",
        "min",
        "m",
        " ",
        "every ",
        "at most ",
        "約",
        "每",
        "半",
        "個",
        "內",
        "to",
        "half an",
        "until ",
        ":",
        "p1d",
        *CHINESE,
    ]
)


@given(st.text() | st.lists(PIECES, max_size=8).map("".join))
def test_no_text_raises_and_low_is_never_above_high(text: str) -> None:
    found = read_duration(text)
    if isinstance(found, Duration) and found.low and found.high:
        assert found.low.unit is found.high.unit
        assert 0 <= found.low.amount <= found.high.amount < float("inf")


@given(st.lists(PIECES, max_size=8).map("".join))
def test_the_words_read_again_mean_the_same(text: str) -> None:
    found = read_duration(text)
    if isinstance(found, Duration):
        assert found.words == text.strip()
        assert read_duration(found.words) == found


@pytest.mark.parametrize("piece", ["1 - ", "1 to ", "1 h ", "一", "1", "半", " to"])
def test_a_long_text_is_soon_found_to_be_no_time(piece: str) -> None:
    with no_hang():
        assert isinstance(read_duration(piece * 100_000), UnreadableTime)
