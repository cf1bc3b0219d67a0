"""Units as people write them, as far as one can stand for the other."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple


class Unit(NamedTuple):
    """What a unit measures, and the system it belongs to: within one system units are turned into each other easily."""

    kind: str
    system: str


_WRITTEN: dict[Unit, str] = {
    Unit("mass", "metric"): (
        "mg|g|gram|grams|gramme|grammes|kg|kgs|kilo|kilos|kilogram|kilograms|t|tonne|tonnes|毫克|公克|克|公斤|千克|公噸|吨"
    ),
    Unit("mass", "imperial"): "lb|lbs|pound|pounds|oz|ounce|ounces|磅|盎司",
    Unit("volume", "metric"): (
        "µl|μl|ml|cc|cl|dl|l|millilitre|millilitres|milliliter|milliliters|litre|litres|liter|liters|毫升|公升|升|西西"
    ),
    Unit("volume", "imperial"): (
        "fl oz|fl. oz|floz|fluid ounce|fluid ounces|pint|pints|quart|quarts|gal|gallon|gallons|液盎司|加侖|加仑"
    ),
    Unit("length", "metric"): (
        "mm|cm|m|km|metre|metres|meter|meters|centimetre|centimetres|centimeter|centimeters|millimetre|millimetres|"
        "millimeter|millimeters|kilometre|kilometres|kilometer|kilometers|公釐|毫米|公分|厘米|釐米|公尺|米|公里|千米"
    ),
    Unit("length", "imperial"): "in|inch|inches|ft|foot|feet|yd|yard|yards|mile|miles|英寸|吋|英吋|英尺|呎|碼|码|英里",
    Unit("temperature", "Celsius"): (
        "°c|c|deg c|degc|degree celsius|degrees celsius|degrees c|celsius|centigrade|攝氏|攝氏度|摄氏|摄氏度"
    ),
    Unit("temperature", "Fahrenheit"): (
        "°f|f|deg f|degf|degree fahrenheit|degrees fahrenheit|degrees f|fahrenheit|華氏|華氏度|华氏|华氏度"
    ),
    Unit("pressure", "metric"): "bar|bars|mbar|pa|kpa|mpa|hpa|巴|千帕|兆帕",
    Unit("pressure", "imperial"): "psi",
    Unit("money", "TWD"): "nt$|ntd|twd|新臺幣|新台幣|台幣",
    Unit("money", "CNY"): "rmb|cny|人民幣|人民币",
    Unit("money", "USD"): "us$|usd|us dollar|us dollars|美元|美金",
    Unit("money", "EUR"): "€|eur|euro|euros|歐元|欧元",
    Unit("money", "GBP"): "£|gbp|英鎊|英镑",
    Unit("money", "HKD"): "hk$|hkd|港幣|港币|港元",
    Unit("money", "JPY"): "jpy|日圓|日圆|日元",
}
_BY_WORD = {word: unit for unit, words in _WRITTEN.items() for word in words.split("|")}


@lru_cache(maxsize=1024)
def unit_of(written: str | None) -> Unit | None:
    """The unit that `written` stands for: `°C`, `℃` and `degrees Celsius` are one. None for all that are not listed,
    such as what is merely counted.
    """
    if not written:
        return None
    plain = unicodedata.normalize("NFKC", written).casefold().strip()
    # A normal form has made of the micro sign the Greek letter.
    return _BY_WORD.get(" ".join(plain.split())) or _BY_WORD.get(plain.replace(" ", ""))
