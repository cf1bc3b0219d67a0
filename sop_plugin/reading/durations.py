"""Reads a time as people write it, in English and Chinese."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from sop_plugin.model.time import Bound, Duration, Span, TimeUnit
from sop_plugin.reading.numerals import CHINESE, chinese_number


@dataclass(frozen=True, slots=True)
class UnreadableTime:
    """Why a text is no time. `meanings` are unambiguous ways to write what it may mean; empty where none is known."""

    meanings: tuple[str, ...] = ()


_UNITS: dict[str, tuple[float, TimeUnit]] = {
    name: value
    for names, value in (
        ('s sec secs second seconds 秒 秒鐘 秒钟 "', (1, TimeUnit.SECOND)),
        ("min mins minute minutes 分 分鐘 分钟 '", (60, TimeUnit.SECOND)),
        ("刻鐘 刻钟", (900, TimeUnit.SECOND)),
        ("h hr hrs hour hours 小時 小时 鐘頭 钟头 個小時 个小时", (3_600, TimeUnit.SECOND)),
        ("d day days 天 日", (1, TimeUnit.DAY)),
        ("w week weeks 週 周 星期 個星期 个星期", (7, TimeUnit.DAY)),
        ("mo month months 個月 个月 月", (1, TimeUnit.MONTH)),
        ("quarter quarters 季", (3, TimeUnit.MONTH)),
        ("y yr yrs year years 年", (12, TimeUnit.MONTH)),
        (
            "working_hour working_hours business_hour business_hours 工作小時 工作小时 營業小時 营业小时",
            (1, TimeUnit.WORKING_HOUR),
        ),
        ("個工作小時 个工作小时", (1, TimeUnit.WORKING_HOUR)),
        ("working_day working_days business_day business_days workday workdays", (1, TimeUnit.WORKING_DAY)),
        ("工作天 工作日 個工作天 個工作日 个工作日 營業日 营业日", (1, TimeUnit.WORKING_DAY)),
    )
    for name in names.split()
}

_PREFIXES: tuple[tuple[str, Bound], ...] = (
    ("at most", Bound.AT_MOST),
    ("no more than", Bound.AT_MOST),
    ("not more than", Bound.AT_MOST),
    ("less than", Bound.AT_MOST),
    ("under", Bound.AT_MOST),
    ("up to", Bound.AT_MOST),
    ("within", Bound.AT_MOST),
    ("max.", Bound.AT_MOST),
    ("max", Bound.AT_MOST),
    ("<=", Bound.AT_MOST),
    ("≤", Bound.AT_MOST),
    ("<", Bound.AT_MOST),
    ("至多", Bound.AT_MOST),
    ("最多", Bound.AT_MOST),
    ("不超過", Bound.AT_MOST),
    ("不超过", Bound.AT_MOST),
    ("at least", Bound.AT_LEAST),
    ("no less than", Bound.AT_LEAST),
    ("min.", Bound.AT_LEAST),
    (">=", Bound.AT_LEAST),
    ("≥", Bound.AT_LEAST),
    (">", Bound.AT_LEAST),
    ("over", Bound.AT_LEAST),
    ("more than", Bound.AT_LEAST),
    ("longer than", Bound.AT_LEAST),
    ("超過", Bound.AT_LEAST),
    ("超过", Bound.AT_LEAST),
    ("至少", Bound.AT_LEAST),
    ("最少", Bound.AT_LEAST),
    ("不少於", Bound.AT_LEAST),
    ("不少于", Bound.AT_LEAST),
    ("about", Bound.ABOUT),
    ("around", Bound.ABOUT),
    ("approximately", Bound.ABOUT),
    ("approx.", Bound.ABOUT),
    ("ca.", Bound.ABOUT),
    ("~", Bound.ABOUT),
    ("約", Bound.ABOUT),
    ("约", Bound.ABOUT),
    ("大約", Bound.ABOUT),
    ("大约", Bound.ABOUT),
    ("every", Bound.EVERY),
    ("each", Bound.EVERY),
    ("q", Bound.EVERY),
    ("每隔", Bound.EVERY),
    ("每", Bound.EVERY),
    ("hold for", Bound.HOLD),
    ("hold", Bound.HOLD),
    ("for", Bound.HOLD),
    ("保持", Bound.HOLD),
    ("維持", Bound.HOLD),
    ("维持", Bound.HOLD),
    ("持續", Bound.HOLD),
    ("持续", Bound.HOLD),
    ("exactly", Bound.EXACT),
)

_MEANING = dict(_PREFIXES)
_PREFIX = re.compile(
    "|".join(
        re.escape(prefix) + ("(?![a-z])" if prefix[-1].isascii() else "")
        for prefix in sorted(_MEANING, key=len, reverse=True)
    )
)

_SUFFIXES: tuple[tuple[str, Bound], ...] = (
    ("以內", Bound.AT_MOST),
    ("以内", Bound.AT_MOST),
    ("之內", Bound.AT_MOST),
    ("之内", Bound.AT_MOST),
    ("內", Bound.AT_MOST),
    ("内", Bound.AT_MOST),
    ("以下", Bound.AT_MOST),
    ("or less", Bound.AT_MOST),
    (" max", Bound.AT_MOST),
    (" maximum", Bound.AT_MOST),
    (" tops", Bound.AT_MOST),
    ("at most", Bound.AT_MOST),
    ("以上", Bound.AT_LEAST),
    ("or more", Bound.AT_LEAST),
    ("at least", Bound.AT_LEAST),
    ("左右", Bound.ABOUT),
    ("上下", Bound.ABOUT),
)

_WHOLE: dict[str, Bound] = {
    word: bound
    for words, bound in (
        ("at once|immediately|立即|立刻|馬上|马上|即時|即时", Bound.AT_ONCE),
        ("overnight|過夜|过夜|隔夜", Bound.OVERNIGHT),
        ("open-ended|open ended|no limit|不限|不限時|不限时|沒有期限|没有期限", Bound.OPEN_ENDED),
        (
            "same day|the same day|next day|the next day|當天|当天|當日|当日|同一天|隔天|隔日|次日|翌日|第二天",
            Bound.BY,
        ),
        ("remaining|剩餘時間|剩余时间", Bound.REMAINING),
    )
    for word in words.split("|")
}

_BY = re.compile(r"^(?:(?:by|before|no later than|not later than) +(.+)|(.+?)[之以]?前)$")
"""A point in time that comes last; what it is stands in one of the two groups."""

_LOOSE = {"a couple of": "2", "a few": None, "several": None, "數": None, "数": None, "幾": None, "几": None}

_WORDS = dict(
    zip(
        (["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]),
        map(str, range(1, 13)),
        strict=True,
    )
)
_AND_A_HALF = " and a half"
_NUMBER = rf"(?:(?:{'|'.join(_WORDS)}|\d++(?:\.\d++)?)(?:{_AND_A_HALF})?|[{CHINESE}]+|half(?: an?)?|an?)"
_UNIT_NAMES = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_PART = re.compile(rf"\s*({_NUMBER})?\s*({_UNIT_NAMES})(?![a-z])\s*(?:and\s+|又)?")
_RANGE = re.compile(rf"^(?:between\s+)?({_NUMBER})\s*(.*?)\s*(?:-|–|—|~|to|and|至|到|或)\s*({_NUMBER}\s*.+)$")
_ISO = re.compile(r"^p(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?)?$")
_ISO_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
_CLOCK = re.compile(r"^(\d{1,3}):(\d{1,2})$")
_BARE = re.compile(r"^\d+(?:\.\d+)?(?:\s*[-–—~]\s*\d+(?:\.\d+)?)?$")
_LONE_M = re.compile(r"[^a-z]*m")
_MARKS = str.maketrans({"’": "'", "‘": "'", "′": "'", "”": '"', "“": '"', "″": '"'})
"""The marks of minutes and seconds, in the ways that keyboards and word processors set them."""

_LONGEST = 100
"""Characters that a time has at most, so that no text takes long to be found none."""


@lru_cache(maxsize=4096)
def read_duration(text: str) -> Duration | UnreadableTime:
    """The time that `text` says.

    A number without unit, `1:30` and a lone `m` may mean two things and are refused with both.
    """
    words = text.strip()
    plain = unicodedata.normalize("NFKC", words.translate(_MARKS)).lower().strip(" .。")
    plain = re.sub(r"\b(working|business) (?=hour|day)", r"\1_", plain)
    if plain in _WHOLE:
        return Duration(words, _WHOLE[plain])
    if plain.startswith(("until ", "till ", "直到", "到")) or plain.endswith(("為止", "为止")):
        return Duration(words, Bound.UNTIL)
    if len(plain) > _LONGEST:
        return UnreadableTime()
    if by := _BY.match(plain):
        return UnreadableTime() if _is_length(by[1] or by[2]) else Duration(words, Bound.BY)
    plain = re.sub(r"(?<!\d)(\d++)\s*[個个]半", r"\1.5", plain).replace("個半", "半").replace("个半", "半")
    doubt = _ambiguous(plain)
    if doubt:
        return doubt
    bound, rest = _bound(plain)
    iso = _iso(rest)
    if iso:
        return Duration(words, bound or Bound.EXACT, *_ends(bound, iso, iso))
    for loose, number in _LOOSE.items():
        if rest.startswith(loose):
            if number is None:
                return UnreadableTime()
            bound, rest = Bound.ABOUT, number + rest[len(loose) :]
    span = _span(rest)
    if span:
        return Duration(words, bound or Bound.EXACT, *_ends(bound, span, span))
    low, high = _range(rest)
    if low and high and low.unit is high.unit and low.amount <= high.amount:
        return Duration(words, Bound.RANGE if bound in (None, Bound.EXACT) else bound, low, high)
    return UnreadableTime()


def _is_length(plain: str) -> bool:
    """Whether a text that should be a point in time is a number or a length: `3 days before` lacks what follows."""
    return bool(_BARE.match(plain) or _span(plain) or any(_range(plain)))


def _ends(bound: Bound | None, low: Span, high: Span) -> tuple[Span | None, Span | None]:
    return (None if bound is Bound.AT_MOST else low, None if bound is Bound.AT_LEAST else high)


def _ambiguous(plain: str) -> UnreadableTime | None:
    clock = _CLOCK.match(plain)
    if clock:
        first, second = clock.groups()
        return UnreadableTime((f"{first} h {second} min", f"{first} min {second} s"))
    if _BARE.match(plain):
        return UnreadableTime((f"{plain} min", f"{plain} s", f"{plain} h"))
    if _LONE_M.fullmatch(plain):
        number = plain[:-1].strip()
        return UnreadableTime((f"{number} min".strip(), f"{number} months".strip()))
    return None


def _bound(plain: str) -> tuple[Bound | None, str]:
    bound, rest = None, plain
    prefix = _PREFIX.match(rest)
    if prefix:
        bound, rest = _MEANING[prefix[0]], rest[prefix.end() :].strip()
    for suffix, meaning in _SUFFIXES:
        if rest.endswith(suffix):
            return (bound if bound in (Bound.EVERY, Bound.HOLD) else meaning), rest[: -len(suffix)].strip()
    return bound, rest


def _iso(plain: str) -> Span | None:
    match = _ISO.match(plain)
    if not match or not any(match.groups()):
        return None
    spans = [
        _of(float(number), unit) for number, unit in zip(match.groups(), _ISO_UNITS, strict=True) if number is not None
    ]
    return _sum(spans)


def _of(number: float, unit: str) -> Span:
    factor, base = _UNITS[unit]
    return Span(number * factor, base)


def _sum(spans: list[Span]) -> Span | None:
    """Spans added up: days and clock time may be mixed, other units may not. A number without end is no time."""
    if not all(math.isfinite(span.amount * 86_400) for span in spans):
        return None
    units = {span.unit for span in spans}
    if len(units) == 1:
        return Span(sum(span.amount for span in spans), spans[0].unit)
    if units <= {TimeUnit.SECOND, TimeUnit.DAY}:
        return Span(sum(span.seconds or 0 for span in spans), TimeUnit.SECOND)
    return None


def _number(text: str) -> float | None:
    if text in ("a", "an"):
        return 1.0
    if text.startswith("half"):
        return 0.5
    if text.endswith(_AND_A_HALF):
        return (_number(text.removesuffix(_AND_A_HALF)) or 0) + 0.5
    try:
        return float(_WORDS.get(text, text))
    except ValueError:
        return chinese_number(text)


def _span(plain: str) -> Span | None:
    """One length of time, such as `1h30m`, `2 working days`, `三十六小時` or, after `every`, `day`."""
    spans: list[Span] = []
    at = 0
    # Between an hour and the end, `m` can only be minutes.
    plain = re.sub(r"(?<=h)\s*(\d+)\s*m$", r" \1 min", plain)
    plain = re.sub(r"([a-z])(?=\d)", r"\1 ", plain)
    while at < len(plain):
        match = _PART.match(plain, at)
        if not match or (match[1] is None and (spans or match.end() < len(plain))):
            return None
        number = 1.0 if match[1] is None else _number(match[1])
        if number is None:
            return None
        spans.append(_of(number, match[2]))
        at = match.end()
        if plain.startswith("半", at) and at + 1 == len(plain):
            spans.append(_of(0.5, match[2]))
            at += 1
    return _sum(spans) if spans else None


def _range(plain: str) -> tuple[Span | None, Span | None]:
    match = _RANGE.match(plain)
    if not match:
        return None, None
    first, unit, second = match.groups()
    high = _span(second)
    if unit:
        return _span(first + unit), high
    last = _PART.match(second)
    if not last or last.end() != len(second):
        return None, None
    return _span(f"{first}{last[2]}"), high
