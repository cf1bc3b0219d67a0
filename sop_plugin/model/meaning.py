"""What a procedure means to those who work by it, and in what two states of it differ."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from sop_plugin.model.fields import fields_of
from sop_plugin.model.fingerprint import field_fingerprints, fingerprint, step_fingerprint
from sop_plugin.model.flow import Go
from sop_plugin.model.resolve import resolved
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Caution, Step
from sop_plugin.model.walk import STEP_LISTS, ways_to_steps

CONTROL = frozenset(
    {
        *("sop", "id", "was", "version", "status", "effective", "review_by", "review_every", "owner", "department"),
        *("approvals", "supersedes", "variant_of", "lang", "languages", "changes", "suppress"),
        # What helps to find it, and what is told at its steps.
        *("tags", "aliases", "summary", "role", *STEP_LISTS),
    }
)
"""The keys of an SOP that do not say what is done: who keeps it, where it stands, in which lists it is found. The steps
are compared one by one, with the role that they take from the SOP.
"""

CONTROL_OF_STEP = frozenset(
    {
        *("id", "was", "steps", "review_by", "see"),
        # How the service looks from outside: what is found in it, not what is done.
        *("layer", "stage", "emotion", "pain_points", "opportunities", "value", "waste"),
    }
)
"""The like of a step: also where to read more, and what was noted about it as a part of the service."""

NOTHING = "—"
LONGEST = 40
"""Characters of a value that are shown."""


class Difference(NamedTuple):
    """Something that differs.

    `field` is what a change-log entry would name under `editorial`: a field of the SOP, `scope`, or of a step,
    `greet.do`; of a step that came or went, its id. `place` leads to the smallest part that differs:
    `greet.exceptions.no-stock.then`. `before` and `after` are short.
    """

    field: str
    place: str
    before: str
    after: str


def renamed_steps(base: Sop, now: Sop) -> dict[str, str]:
    """The present ids of steps by those they had in `base`, where the two differ.

    A step knows its old ids; one that does not is still known by what it means, if no other means the same.
    """
    steps = {step.id: step for _, step in ways_to_steps(base)}
    present = {step.id: step for _, step in ways_to_steps(now)}
    said = {old: step.id for step in present.values() for old in step.was if old in steps and old not in present}
    gone = [step for name, step in steps.items() if name not in present and name not in said]
    come = [step for name, step in present.items() if name not in steps and name not in said.values()]
    if not gone or not come:
        return said
    then, today = _by_meaning(base, gone), _by_meaning(now, come)
    return said | {
        then[meaning][0]: today[meaning][0]
        for meaning in then
        if len(then[meaning]) == 1 and len(today.get(meaning, ())) == 1
    }


def _by_meaning(sop: Sop, steps: list[Step]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for step in steps:
        if step.title or step.do:
            found.setdefault(step_fingerprint(sop, step), []).append(step.id)
    return found


def sop_fingerprint(sop: Sop, of_steps: Mapping[str, str]) -> str:
    """The fingerprint of a whole procedure, `of_steps` being those of its steps by id.

    Who keeps it and where it stands do not count: the same work has the same fingerprint.
    """
    fields = ((spec.key, getattr(sop, spec.attribute), spec.default) for spec in fields_of(Sop))
    prints = tuple(
        (key, fingerprint(value)) for key, value, default in fields if key not in CONTROL and value != default
    )
    return fingerprint((prints, tuple(_order(sop, of_steps)), tuple(sorted(of_steps.items()))))


def differences(base: Sop, now: Sop) -> Iterator[Difference]:
    """What differs in meaning, fields of the SOP first, then its steps in their present order."""
    names = renamed_steps(base, now)
    base = _renamed(base, names) if names else base
    for spec in fields_of(Sop):
        before, after = getattr(base, spec.attribute), getattr(now, spec.attribute)
        if spec.key not in CONTROL and fingerprint(before) != fingerprint(after):
            yield Difference(spec.key, *_smallest(before, after, spec.key))
    then = {step.id: step for _, step in ways_to_steps(base)}
    today = {step.id: step for _, step in ways_to_steps(now)}
    for name, step in today.items():
        if name in then:
            yield from _of_step(base, then[name], now, step)
        else:
            yield Difference(name, name, NOTHING, in_short(step))
    for name, step in then.items():
        if name not in today:
            yield Difference(name, name, in_short(step), NOTHING)
    yield from _of_order(_order(base, today), _order(now, then))


def _of_step(base: Sop, then: Step, now: Sop, today: Step) -> Iterator[Difference]:
    before, after = field_fingerprints(base, then), field_fingerprints(now, today)
    if before == after:
        return
    whole_then, whole_today = resolved(base, then), resolved(now, today)
    for spec in fields_of(Step):
        if spec.key in CONTROL_OF_STEP or before.get(spec.key) == after.get(spec.key):
            continue
        # What a step takes from elsewhere in its SOP is told where that changed; only the role is told here.
        own = getattr(then, spec.attribute), getattr(today, spec.attribute)
        if spec.key == "role" or fingerprint(own[0]) != fingerprint(own[1]):
            field = f"{today.id}.{spec.key}"
            parts = getattr(whole_then, spec.attribute), getattr(whole_today, spec.attribute)
            yield Difference(field, *_smallest(*parts, field))


def _order(sop: Sop, known: Mapping[str, object]) -> list[tuple[str, str]]:
    """The steps of `sop` that are `known`, each with the group that it stands in."""
    parents = {part.id: step.id for _, step in ways_to_steps(sop) for part in step.steps}
    return [(parents.get(step.id, ""), step.id) for _, step in ways_to_steps(sop) if step.id in known]


def _of_order(before: list[tuple[str, str]], after: list[tuple[str, str]]) -> Iterator[Difference]:
    for number, (then, today) in enumerate(zip(before, after, strict=False)):
        if then[1] != today[1]:
            old, new = (", ".join(name for _, name in order[number : number + 2]) for order in (before, after))
            yield Difference("steps", "steps", old, new)
            return
        if then != today:
            yield Difference("steps", "steps", *("/".join(filter(None, place)) for place in (then, today)))
            return


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    """`value` with the present ids of steps in the place of their old ones."""
    if isinstance(value, tuple):
        return tuple(_renamed(item, names) for item in value)
    if type(value) is str:
        return names.get(value, value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    old = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return dataclasses.replace(value, **{name: _renamed(item, names) for name, item in old.items()})


def _smallest(before: Any, after: Any, place: str) -> tuple[str, str, str]:
    """The place of the first part that differs, and the two short."""
    if isinstance(before, tuple) and isinstance(after, tuple) and before and after:
        then, today = _by_name(before), _by_name(after)
        if then.keys() == today.keys():
            parts = ((f"{place}.{name}", then[name], today[name]) for name in today)
            return _first(parts) or (place, in_short(before), in_short(after))
    if type(before) is type(after) and _is_record(before):
        kind: type = type(before)
        parts = (
            (f"{place}.{spec.key}", getattr(before, spec.attribute), getattr(after, spec.attribute))
            for spec in fields_of(kind)
        )
        return _first(parts) or (place, in_short(before), in_short(after))
    return place, in_short(before), in_short(after)


def _first(parts: Iterator[tuple[str, Any, Any]]) -> tuple[str, str, str] | None:
    differing = ((place, then, now) for place, then, now in parts if fingerprint(then) != fingerprint(now))
    found = next(differing, None)
    return None if found is None else _smallest(found[1], found[2], found[0])


def _by_name(items: tuple[Any, ...]) -> dict[str, Any]:
    """Items by id, or by number from 1 where they have none."""
    return {str(getattr(item, "id", None) or number): item for number, item in enumerate(items, start=1)}


def _is_record(value: Any) -> bool:
    """Whether it is written as a mapping, with a key for each field."""
    if not dataclasses.is_dataclass(value):
        return False
    return all("example" in field.metadata for field in dataclasses.fields(value))


def in_short(value: Any) -> str:
    """A value of the model as a few words."""
    text = " ".join(_words(value).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _words(value: Any) -> str:
    if value is None or value == ():
        return NOTHING
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(_words(item) for item in value[:LONGEST])
    if not dataclasses.is_dataclass(value):
        return str(value.value if isinstance(value, StrEnum) else value)
    if isinstance(value, Go):
        return "/".join(filter(None, (value.target, value.step))) or value.kind.value
    if isinstance(value, Caution):
        return f"{value.level}: {value.text}"
    for name in ("words", "title", "text", getattr(type(value), "shorthand", ""), "id"):
        told = getattr(value, name, None) if name else None
        if told:
            return _words(told)
    parts = (getattr(value, field.name) for field in dataclasses.fields(value))
    return " ".join(_words(part) for part in parts if part not in (None, "", (), False))
