"""Every text of an SOP that a translation carries, by address.

An address is the way to a text, by ids where there are ids: `title`, `greet/do`, `greet/quality/0/text`,
`greet/exceptions/no-stock/when`. Steps are addressed by their own id wherever they stand, since a step may move.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from sop_plugin.model.condition import AllOf, AnyOf, NoneOf, Said
from sop_plugin.model.fields import Shape, fields_of
from sop_plugin.model.kinds import Words
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Caution, Step

Visit = Callable[[str, str], str]
"""Takes an address and the text there, gives the text to put in its place."""


_OWN_IN_EACH_LANGUAGE = re.compile(r"^(?:aliases|tags|changes)/|/also/\d+$")


def is_own_in_each_language(address: str) -> bool:
    """Whether a text is none that a translation must carry: search words, and entries of the change log."""
    return _OWN_IN_EACH_LANGUAGE.search(address) is not None


def texts(record: Sop | Step) -> Iterator[tuple[str, str]]:
    """Every address of an SOP or a step with its text, in the order of the model's fields."""
    found: list[tuple[str, str]] = []

    def note(address: str, text: str) -> str:
        found.append((address, text))
        return text

    _record(record, "", note)
    return iter(found)


def with_words(sop: Sop, words: Mapping[str, str]) -> Sop:
    """`sop` with the words of a translation; what the translation lacks stays as it is."""
    translated: Sop = _record(sop, "", lambda address, text: words.get(address, text))
    return translated


def by_step(words: Mapping[str, str], steps: Collection[str]) -> dict[str, dict[str, str]]:
    """Texts by address, parted by the step they belong to; those outside the steps under ""."""
    parted: dict[str, dict[str, str]] = {}
    for address, text in words.items():
        step, slash, _ = address.partition("/")
        parted.setdefault(step if slash and step in steps else "", {})[address] = text
    return parted


def joined(address: str, part: str) -> str:
    """The address of a part of what stands at `address`."""
    return f"{address}/{part}" if address else part


class _Field(NamedTuple):
    """A field in which words may stand: as such, in a condition, in a caution, or within one of `records`."""

    attribute: str
    key: str
    is_words: bool
    is_condition: bool
    records: tuple[type, ...]


@cache
def _fields_with_words(record: type) -> tuple[_Field, ...]:
    """The fields of a class of the model in which words may stand, at most half of a step's."""
    fields = (
        _Field(
            spec.attribute,
            spec.key,
            is_words=any(isinstance(option.marker, Words) for option in spec.options),
            is_condition=any(option.shape is Shape.CONDITION for option in spec.options),
            records=tuple(o.type for o in spec.options if o.shape is Shape.RECORD or o.type is Caution),
        )
        for spec in fields_of(record)
    )
    return tuple(field for field in fields if field.is_words or field.is_condition or field.records)


def _record(record: Any, address: str, visit: Visit) -> Any:
    changed: dict[str, Any] = {}
    kind: type = type(record)
    for field in _fields_with_words(kind):
        value = getattr(record, field.attribute)
        if value is None or value == ():
            continue
        place = joined(address, field.key)
        new = (
            tuple(_value(item, field, _item_address(place, item, i), visit) for i, item in enumerate(value))
            if isinstance(value, tuple)
            else _value(value, field, place, visit)
        )
        if new is not value and new != value:
            changed[field.attribute] = new
    return dataclasses.replace(record, **changed) if changed else record


def _item_address(place: str, item: Any, position: int) -> str:
    if isinstance(item, Step):
        return item.id
    return joined(place, getattr(item, "id", None) or str(position))


def _value(value: Any, field: _Field, address: str, visit: Visit) -> Any:
    if isinstance(value, str):
        return visit(address, value) if field.is_words else value
    if isinstance(value, Caution):
        return dataclasses.replace(value, text=visit(address, value.text))
    if field.is_condition:
        return _condition(value, address, visit)
    return _record(value, address, visit) if isinstance(value, field.records) else value


def _condition(value: Any, address: str, visit: Visit) -> Any:
    if isinstance(value, Said):
        return Said(visit(address, value.words))
    if isinstance(value, AnyOf | AllOf | NoneOf):
        return type(value)(
            tuple(_condition(part, joined(address, str(i)), visit) for i, part in enumerate(value.parts))
        )
    return value
