"""Times and amounts as a language says them: what is said means the same when it is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.model.amount import Amount
from sop_plugin.model.time import Duration
from sop_plugin.reading.amounts import read_amount
from sop_plugin.reading.durations import read_duration
from sop_plugin.words.amounts import amount_in_words
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from sop_plugin.words.times import time_in_words

TIMES = [
    ("10 秒內", "at most 10 s", "10 秒内"),
    ("90 秒", "90 s", "90 秒"),
    ("三十六小時", "36 h", "36 小时"),
    ("24 小時內", "at most 24 h", "24 小时内"),
    ("1.5 小時", "1.5 h", "1.5 小时"),
    ("1 小時 30 分鐘", "1 h 30 min", "1 小时 30 分钟"),
    ("15–20 分鐘", "15–20 min", "15–20 分钟"),
    ("30 秒至 2 分鐘", "30 s to 2 min", "30 秒 至 2 分钟"),
    ("約 2–4 分鐘", "about 2–4 min", "约 2–4 分钟"),
    ("至少 10 秒", "at least 10 s", "至少 10 秒"),
    ("每 4 小時", "every 4 h", "每 4 小时"),
    ("每週", "every week", "每周"),
    ("每個工作日", "every working day", "每个工作日"),
    ("每季", "every 3 months", "每 3 个月"),
    ("持續 15 秒", "hold for 15 s", "保持 15 秒"),
    ("1 週", "1 week", "1 周"),
    ("7 天", "7 days", "7 天"),
    ("5 年", "5 years", "5 年"),
    ("12 個月", "12 months", "12 个月"),
    ("2 個工作天", "2 working days", "2 个工作日"),
    ("立即", "at once", "立即"),
    ("過夜", "overnight", "隔夜"),
    ("不限", "no limit", "不限时"),
    ("剩餘時間", "the time that remains", "剩余时间"),
    ("當天", "the same day", "当天"),
    ("第一診開診前", "第一診開診前", "第一診開診前"),
    ("直到打烊", "直到打烊", "直到打烊"),
]

AMOUNTS = [
    ("至少 5 位", "at least 5 people", "至少 5 人"),
    ("至多 50 元", "at most 50 dollars", "至多 50 元"),
    ("92–94 °C", "92–94 °C", "92–94 °C"),
    ("約 18 g", "about 18 g", "约 18 g"),
    ("超過 5 分鐘", "over 5 min", "超过 5 分钟"),
    ("1 個", "1 piece", "1 个"),
    ("1–20 杯", "1–20 cups", "1–20 杯"),
    ("90 至未滿 180 mmHg", "90 to under 180 mmHg", "90 至 未满 180 mmHg"),
    ("至多 NT$30000", "at most NT$30000", "至多 NT$30000"),
    ("-18 至 -15 °C", "-18 to -15 °C", "-18 至 -15 °C"),
    ("至少 3 籃", "at least 3 籃", "至少 3 籃"),
]

NUMBERS = st.integers(1, 500).map(float) | st.sampled_from([0.5, 1.5, 2.5])
SPANS = st.tuples(NUMBERS, st.sampled_from(["秒", "分鐘", "小時", "天", "週", "個月", "工作小時", "工作天"])).map(
    lambda pair: f"{pair[0]:g} {pair[1]}"
)
RANGES = st.tuples(NUMBERS, NUMBERS, st.sampled_from(["秒", "分鐘", "小時", "天", "個月"])).map(
    lambda found: f"{found[0]:g}-{found[0] + found[1]:g} {found[2]}"
)


@pytest.mark.parametrize(("written", "english", "simplified"), TIMES)
def test_time(written: str, english: str, simplified: str) -> None:
    time = read_duration(written)
    assert isinstance(time, Duration)
    assert time_in_words(time, catalogue("en")) == english
    assert time_in_words(time, catalogue("zh-CN")) == simplified


@pytest.mark.parametrize(("written", "english", "simplified"), AMOUNTS)
def test_amount(written: str, english: str, simplified: str) -> None:
    amount = read_amount(written)
    assert isinstance(amount, Amount)
    assert amount_in_words(amount, catalogue("en")) == english
    assert amount_in_words(amount, catalogue("zh-CN")) == simplified


@given(
    st.sampled_from(["{}", "{}內", "至少 {}", "約 {}", "每 {}", "維持 {}"]), SPANS | RANGES, st.sampled_from(LANGUAGES)
)
def test_what_is_said_of_a_time_is_read_as_the_same_time(form: str, span: str, language: str) -> None:
    time = read_duration(form.format(span))
    assert isinstance(time, Duration)
    said = read_duration(time_in_words(time, catalogue(language)))
    assert isinstance(said, Duration)
    assert (said.bound, said.low, said.high) == (time.bound, time.low, time.high)


@given(
    st.sampled_from(["{}", "約 {}", "至少 {}", "超過 {}", "至多 {}", "未滿 {}", "1 至 {}", "1 至未滿 {}", "-3 至 {}"]),
    st.integers(2, 100_000) | st.sampled_from([2.5, 1001.75]),
    st.sampled_from(["", " °C", " %", " mmHg", " 杯", " 位", " 元"]),
    st.sampled_from(LANGUAGES),
)
def test_what_is_said_of_an_amount_is_read_as_the_same_amount(
    form: str, number: float, unit: str, language: str
) -> None:
    amount = read_amount(form.format(number) + unit)
    assert amount is not None
    said = read_amount(amount_in_words(amount, catalogue(language)))
    assert said is not None
    assert (said.low, said.high, said.low_open, said.high_open, said.about) == (
        *(amount.low, amount.high, amount.low_open, amount.high_open),
        amount.about,
    )
