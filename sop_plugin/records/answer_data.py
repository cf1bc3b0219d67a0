"""The data of an answer, as a file of results holds it, back to the model, so that it is scored anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sop_plugin.model.answers import (
    Blanks,
    Choice,
    Matching,
    Numeric,
    Option,
    Ordering,
    Pair,
    ShortAnswer,
    TrueFalse,
    UnitFactor,
)
from sop_plugin.model.question import Answer
from sop_plugin.model.scenario import Scenario, Scene, SceneChoice

MOST_PARTS = 500
"""Options, items or scenes of one answer. A file that holds more was made to."""


def answer_of(data: Any) -> Answer | None:
    """The answer that data describes, with numbers for words; None where it is of no shape that is known."""
    try:
        return _READERS[data["kind"]](data)
    except (KeyError, TypeError, ValueError, IndexError, OverflowError):
        return None


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list) or len(value) > MOST_PARTS:
        raise TypeError
    return value


def _choice(data: Mapping[str, Any]) -> Answer:
    options = tuple(Option(str(number), right is True) for number, right in enumerate(_list(data["right"])))
    return Choice(options, data.get("several") is True)


def _order(data: Mapping[str, Any]) -> Answer:
    return Ordering(tuple(map(str, range(min(int(data["count"]), MOST_PARTS)))))


def _match(data: Mapping[str, Any]) -> Answer:
    rights = [int(number) for number in _list(data["rights"])]
    pairs = tuple(Pair(str(left), str(right)) for left, right in enumerate(rights))
    extras = (str(number) for number in range(min(int(data["choices"]), MOST_PARTS)) if number not in rights)
    return Matching(pairs, tuple(extras))


def _number(data: Mapping[str, Any]) -> Numeric:
    units = tuple(UnitFactor(str(unit), float(factor)) for unit, factor in _list(data.get("units", [])))
    return Numeric(float(data["value"]), float(data.get("tolerance", 0)), str(data.get("unit", "")), units)


def _words(data: Mapping[str, Any]) -> ShortAnswer:
    return ShortAnswer(tuple(map(str, _list(data["accepted"]))))


def _blanks(data: Mapping[str, Any]) -> Answer:
    return Blanks(tuple(_number(each) if each["kind"] == "number" else _words(each) for each in _list(data["blanks"])))


def _scenario(data: Mapping[str, Any]) -> Answer:
    scenes = []
    for scene in _list(data["scenes"]):
        choices = (SceneChoice("", str(each["to"]), float(each["points"])) for each in _list(scene["choices"]))
        scenes.append(Scene(str(scene["id"]), choices=tuple(choices)))
    return Scenario(tuple(scenes))


_READERS = {
    "choice": _choice,
    "truth": lambda data: TrueFalse(data["isTrue"] is True),
    "order": _order,
    "match": _match,
    "number": _number,
    "words": _words,
    "blanks": _blanks,
    "scenario": _scenario,
}
