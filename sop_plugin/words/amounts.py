"""Amounts in the words of a language, where their author's own words are in another."""

from __future__ import annotations

from sop_plugin.model.amount import Amount
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.lengths import counted, digits

_BEFORE = ("NT$", "US$", "HK$", "$", "€", "£", "¥")
"""What stands before the number that it belongs to."""

_UNITS = {
    written: unit
    for unit, all_written in {
        "length.second": "秒 秒鐘 秒钟 s sec second seconds",
        "length.minute": "分鐘 分钟 min minute minutes",
        "length.hour": "小時 小时 h hour hours",
        "length.day": "天 日 day days",
        "length.week": "週 周 week weeks",
        "length.month": "個月 个月 month months",
        "length.year": "年 year years",
        "length.working-hour": "工作小時 工作小时",
        "length.working-day": "工作天 工作日 個工作天 個工作日 个工作日",
        "unit.person": "位 人 名 people persons person",
        "unit.piece": "個 个 件 piece pieces pcs",
        "unit.sheet": "張 张 sheet sheets",
        "unit.cup": "杯 cup cups",
        "unit.time": "次 times",
        "unit.point": "分 points",
        "unit.dollar": "元",
    }.items()
    for written in all_written.split()
}
"""Units that are written in words, with the keys of what they are called."""


def amount_in_words(amount: Amount, words: Catalogue) -> str:
    """The amount as `words` says it; a unit that has no words here stays as its author wrote it."""
    low, high = amount.low, amount.high
    if low is not None and high is not None:
        if low == high:
            told = _with_unit(digits(low), amount, words)
        elif amount.low_open or amount.high_open:
            told = words.text(
                "amount.range",
                low=words.text("amount.over", amount=digits(low)) if amount.low_open else digits(low),
                high=_bounded("under", high, amount, words) if amount.high_open else _one(high, amount, words),
            )
        else:
            joint = "–" if low >= 0 else words.text("amount.range", low="", high="")
            told = _with_unit(f"{digits(low)}{joint}{digits(high)}", amount, words)
        return words.text("amount.about", amount=told) if amount.about else told
    if low is not None:
        return _bounded("over" if amount.low_open else "at-least", low, amount, words)
    if high is not None:
        return _bounded("under" if amount.high_open else "at-most", high, amount, words)
    return amount.words


def _bounded(bound: str, number: float, amount: Amount, words: Catalogue) -> str:
    return words.text(f"amount.{bound}", amount=_one(number, amount, words))


def _one(number: float, amount: Amount, words: Catalogue) -> str:
    unit = _UNITS.get(amount.unit or "")
    return counted(unit, number, words) if unit else _with_unit(digits(number), amount, words)


def _with_unit(number: str, amount: Amount, words: Catalogue) -> str:
    unit = amount.unit
    if not unit:
        return number
    if unit in _BEFORE:
        return unit + number
    if unit in _UNITS:
        return words.text(f"{_UNITS[unit]}.{'one' if number == '1' else 'more'}", count=number)
    return f"{number} {unit}"
