"""A list of people, each with a name, a staff number or both, who may sign with either.

`sop_plugin/web/js/assigning/roster.js` is the same in the browser.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sop_plugin.model.person_name import folded_name

_is_number = re.compile(r"[a-z._#/-]*[0-9][a-z0-9._#/-]*").fullmatch


class Roster:
    """Who of a list is meant by a name."""

    def __init__(self, people: Iterable[str]) -> None:
        self._whole: dict[str, str] = {}
        for person in people:
            self._whole.setdefault(folded_name(person), person)
        self._by_key: defaultdict[str, list[str]] = defaultdict(list)
        for folded in self._whole:
            for key in _parts(folded).keys:
                self._by_key[key].append(folded)

    def meant(self, name: str) -> str | None:
        """Who stands in the list under the whole name, else the only one whose number and words do not contradict it.

        Where several could be meant nobody is, since no result may count for somebody else.
        """
        folded = folded_name(name)
        if folded in self._whole:
            return self._whole[folded]
        parts = _parts(folded)
        near = {each for key in parts.keys for each in self._by_key.get(key, ())}
        meant = [each for each in near if _may_be_one(_parts(each), parts)]
        return self._whole[meant[0]] if len(meant) == 1 else None


@dataclass(frozen=True, slots=True)
class _Parts:
    """The staff numbers in a name, and the words that are left of it."""

    numbers: frozenset[str]
    words: tuple[str, ...]

    @property
    def keys(self) -> set[str]:
        """What somebody can be found by: each number, and the other words together."""
        return {*self.numbers, *([" ".join(self.words)] if self.words else ())}


def _parts(folded: str) -> _Parts:
    words = folded.split()
    return _Parts(
        frozenset(word for word in words if _is_number(word)), tuple(word for word in words if not _is_number(word))
    )


def _may_be_one(one: _Parts, other: _Parts) -> bool:
    few, many = sorted((one.words, other.words), key=len)
    if one.numbers and other.numbers:
        return bool(one.numbers & other.numbers) and set(few) <= set(many)
    return not few or few == many
