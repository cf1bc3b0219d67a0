"""Values of the model as plain JSON and back, driven by their own annotations."""

from __future__ import annotations

import dataclasses
import datetime
import types
import typing
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any

Restore = Callable[[Any], Any]


def _as_it_is(value: Any) -> Any:
    return value


def plain(value: Any) -> Any:
    """`value` as JSON can hold it. Records become lists of their fields; the order of a set is that of its texts."""
    return _PLAINERS[type(value)](value)


class _Plainers(dict[Any, Callable[[Any], Any]]):
    """What makes values of a type plain, found once: records come by the thousand, and are of a dozen types."""

    def __missing__(self, kind: Any) -> Callable[[Any], Any]:
        found = self[kind] = _plainer(kind)
        return found


_PLAINERS = _Plainers()


def _plainer(kind: Any) -> Callable[[Any], Any]:
    if issubclass(kind, str | int | float | types.NoneType):
        return _as_it_is
    if issubclass(kind, datetime.date):
        return datetime.date.isoformat
    if issubclass(kind, frozenset):
        return sorted
    if issubclass(kind, tuple):
        return lambda value: [_PLAINERS[type(item)](item) for item in value]
    if issubclass(kind, dict):
        return lambda value: {key: plain(item) for key, item in value.items()}
    names = [field.name for field in dataclasses.fields(kind)]
    return lambda value: [plain(getattr(value, name)) for name in names]


@cache
def restorer(kind: Any) -> Restore:
    """What makes a value of the type `kind` of its plain form.

    It raises TypeError, ValueError, KeyError or AttributeError for what is none. Raises TypeError for a type that
    has no plain form.
    """
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        inner = restorer(next(part for part in arguments if part is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple and arguments[-1] is Ellipsis:
        item = restorer(arguments[0])
        return tuple if item is _as_it_is else lambda value: tuple(map(item, value))
    if origin is tuple:
        parts = [restorer(argument) for argument in arguments]
        return lambda value: tuple(part(each) for part, each in zip(parts, value, strict=True))
    if origin is frozenset:
        return frozenset
    if origin is not None:  # a mapping of texts
        return dict
    if kind is datetime.date:
        return datetime.date.fromisoformat
    if kind in (str, int, bool, float):
        return _as_it_is
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    return _record_restorer(kind)


def _record_restorer(kind: Any) -> Restore:
    hints = typing.get_type_hints(kind)
    names = kind._fields if issubclass(kind, tuple) else [field.name for field in dataclasses.fields(kind)]
    # Fields that are not passed on as they are. Most are: texts, and thousands of records are restored at a time.
    made: list[tuple[int, Restore]] | None = None

    def restore(value: Any) -> Any:
        nonlocal made
        if made is None:  # not before it is needed: a record may hold others of its kind
            parts = [restorer(hints[name]) for name in names]
            made = [(at, part) for at, part in enumerate(parts) if part is not _as_it_is]
        values = list(value)
        if len(values) != len(names):
            raise ValueError(kind.__name__)
        for at, part in made:
            values[at] = part(values[at])
        return kind(*values)

    return restore
