"""The lines under a heading that say something about the question: `tests:`, `tags:`, `difficulty:` and so on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sop_plugin.model.question import Difficulty
from sop_plugin.model.suggestions import nearest
from sop_plugin.model.tested import Tested, address_of
from sop_plugin.reading.quizzes.marks import attribute
from sop_plugin.reading.quizzes.state import Reading

NAMES = ("tests", "tags", "difficulty", "points", "shuffle", "choose", "of")

MOST_TESTED = 100
"""Places that one question can test."""

_LIST = re.compile("[,，、;；]")
_EQUALS = re.compile("[=＝]")
_AT = re.compile("[@＠]")
_PIN = re.compile("[0-9a-f]+")
_DIFFICULTIES = {
    **{level.value: level for level in Difficulty},
    **dict.fromkeys(("易", "容易", "簡單", "简单"), Difficulty.EASY),
    **dict.fromkeys(("中", "普通", "中等"), Difficulty.MEDIUM),
    **dict.fromkeys(("難", "难", "困難", "困难"), Difficulty.HARD),
}
_ONE = frozenset({"one", "1", "單選", "单选", "一"})
_ALL = frozenset({"all", "several", "複選", "多選", "多选", "全部"})
_TRUTHS = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}


@dataclass(slots=True)
class Attributes:
    """What the lines of one question say; None where they do not."""

    tests: list[Tested] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    difficulty: Difficulty | None = None
    points: float = 1.0
    shuffle: bool = True
    several: bool | None = None
    of: str = ""


def take_attribute(text: str, line: int, number: int, found: Attributes, state: Reading, *, leads: bool) -> bool:
    """Whether a line is an attribute of question `number`; what it says is added to `found`.

    Where the line `leads`, standing right under the heading, a name that is nearly one is reported as a slip.
    """
    written = attribute(text)
    if written is None:
        return False
    said, value = written
    name = said.lower()
    if name not in NAMES:
        near = nearest(name, NAMES) if leads else None
        if near is None:
            return False
        span = state.place(said, line)
        state.fault("unknown-attribute", span, near, name=said, suggestion=near, names=", ".join(NAMES))
        name = near
    place = state.place(value, line)
    state.places.setdefault((number, name), place)
    if not value:
        state.fault("attribute-unreadable", state.place(said, line), name=name, value="", hint=_hint(name))
        return True
    if not _ADD[name](value, line, number, found, state):
        state.fault("attribute-unreadable", place, name=name, value=value, hint=_hint(name))
    return True


def _hint(name: str) -> str:
    return f"@quiz.attribute.{name}"


def _tests(value: str, line: int, number: int, found: Attributes, state: Reading) -> bool:
    pinned = _pinned(value)
    places = [pinned] if pinned else [(word, "", "") for word in _words(value)]
    if len(found.tests) + len(places) > MOST_TESTED:
        return False
    for word, said, pin in places:
        address = address_of(word)
        if address is None:
            return False
        at = len(found.tests)
        found.tests.append(Tested(address, said, pin))
        state.places[number, "tests", at] = state.place(word, line)
        state.places[number, "tests", at, "all"] = state.place(value if pinned else word, line)
    return True


def _pinned(value: str) -> tuple[str, str, str] | None:
    """The address, the value and the fingerprint of `order/greet.do = Smile. @3f9a1c`."""
    address, *said = _EQUALS.split(value, maxsplit=1)
    parts = _AT.split(said[0]) if said else []
    pin = parts.pop().strip() if len(parts) > 1 else ""
    return (address.strip(), "@".join(parts).strip(), pin) if _PIN.fullmatch(pin) else None


def _words(value: str) -> list[str]:
    return [word for each in _LIST.split(value) if (word := each.strip(" \u3000"))]


def _tags(value: str, _line: int, _number: int, found: Attributes, _state: Reading) -> bool:
    found.tags += _words(value)
    return True


def _difficulty(value: str, _line: int, _number: int, found: Attributes, _state: Reading) -> bool:
    found.difficulty = _DIFFICULTIES.get(value.lower())
    return found.difficulty is not None


def _points(value: str, _line: int, _number: int, found: Attributes, _state: Reading) -> bool:
    if not re.fullmatch(r"[0-9]{1,4}(?:\.[0-9]{1,4})?", value):
        return False
    found.points = float(value)
    return True


def _shuffle(value: str, _line: int, _number: int, found: Attributes, _state: Reading) -> bool:
    found.shuffle = _TRUTHS.get(value.lower(), True)
    return value.lower() in _TRUTHS


def _choose(value: str, _line: int, _number: int, found: Attributes, _state: Reading) -> bool:
    word = value.lower()
    found.several = word in _ALL if word in _ALL | _ONE else None
    return found.several is not None


def _of(value: str, _line: int, _number: int, found: Attributes, _state: Reading) -> bool:
    found.of = value.removeprefix("@")
    return re.fullmatch("[0-9a-f]+", found.of) is not None


_ADD = {
    "tests": _tests,
    "tags": _tags,
    "difficulty": _difficulty,
    "points": _points,
    "shuffle": _shuffle,
    "choose": _choose,
    "of": _of,
}
