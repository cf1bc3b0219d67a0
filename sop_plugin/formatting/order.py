"""In which order the fields of a record are written.

What names a record comes first. All other fields stay where their author put them, since their order tells a story too:
who does it, when, and what then.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sop_plugin.model.fields import Shape, fields_of

_FIRST = ("organisation", "sop", "quiz", "translates", "id", "of", "was", "title")
_FIRST_OF_TRANSLATION = ("sop", "quiz", "translates", "lang", "title")


def in_order(items: list[tuple[Any, Any]], record: type | None) -> list[tuple[Any, Any]]:
    """The fields of a record in the house's order. Groups that are no records, such as conditions, stay as they are."""
    if record is None or not _is_named(record):
        return items
    words = [getattr(key, "value", "") for key, _ in items]
    first = _FIRST_OF_TRANSLATION if "translates" in words else _FIRST

    def rank(item: tuple[Any, Any]) -> int:
        word = getattr(item[0], "value", "")
        return first.index(word) if word in first else len(first)

    return sorted(items, key=rank)


def record_of(word: str, record: type | None) -> type | None:
    """The class of the records that a field of a record holds; None where it holds none."""
    return _records(record).get(word) if record else None


@cache
def _records(record: type) -> dict[str, type]:
    return {
        spec.key: option.type for spec in fields_of(record) for option in spec.options if option.shape is Shape.RECORD
    }


@cache
def _is_named(record: type) -> bool:
    """Whether records of a class have a name of their own: an id, or that of the format."""
    return any(spec.key in ("id", "organisation", "translates") for spec in fields_of(record))
