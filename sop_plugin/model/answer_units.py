"""The units that may be typed for a number, and what one of each is in the unit of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sop_plugin.model.answers import UnitFactor
from sop_plugin.model.scoring import folded

_FAMILIES: tuple[Mapping[str, float], ...] = tuple(
    {folded(word): factor for words, factor in family.items() for word in words.split("|")}
    for family in (
        {
            "s|sec|secs|second|seconds|秒|秒鐘|秒钟": 1.0,
            "min|mins|minute|minutes|分|分鐘|分钟": 60.0,
            "h|hr|hrs|hour|hours|小時|小时|鐘頭|钟头": 3600.0,
            "d|day|days|天|日": 86_400.0,
            "week|weeks|週|周|星期": 604_800.0,
        },
        {
            "working day|working days|business day|business days|工作天|工作日|個工作天|个工作日": 1.0,
        },
        {"month|months|個月|个月|月": 1.0, "year|years|年": 12.0},
        {
            "mg|毫克": 0.001,
            "g|gram|grams|公克|克": 1.0,
            "kg|kilogram|kilograms|公斤|千克": 1000.0,
        },
        {
            "ml|millilitre|millilitres|milliliter|milliliters|cc|毫升|西西": 1.0,
            "l|litre|litres|liter|liters|公升|升": 1000.0,
        },
        {
            "mm|公釐|毫米": 1.0,
            "cm|公分|厘米": 10.0,
            "m|metre|metres|meter|meters|公尺|米": 1000.0,
            "km|公里|千米": 1_000_000.0,
        },
        {"°c|℃|degc|degreecelsius|degreescelsius|攝氏度|摄氏度|度": 1.0},
        {"元|twd|ntd|nt$|新臺幣|新台幣|台幣|塊|块": 1.0},
        {"%|percent|趴": 1.0},
    )
)


@lru_cache(maxsize=256)
def units_for(unit: str) -> tuple[UnitFactor, ...]:
    """What may be typed behind a number whose answer is in `unit`; nothing but the unit itself where it is not known.

    Months and working time are never turned into days or hours.
    """
    own = folded(unit)
    if not own:
        return ()
    for family in _FAMILIES:
        if own in family:
            return tuple(UnitFactor(word, factor / family[own]) for word, factor in family.items())
    return (UnitFactor(own, 1.0),)
