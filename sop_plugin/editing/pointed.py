"""What a value points at: the ids within it, each with its family and its columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sop_plugin.editing.slot import Inside, Slot
from sop_plugin.model.fields import Shape
from sop_plugin.model.flow import Go, GoKind, SopLink
from sop_plugin.model.kinds import Declares, Namespace, Refers
from sop_plugin.model.record import FormUse
from sop_plugin.model.step import Citation
from sop_plugin.model.time import Moment
from sop_plugin.reading.notations import SOP_PREFIX, read_citation, read_form_use, read_go, read_moment, read_sop_link


class Pointed(NamedTuple):
    """An id at `start` of a value, up to `end`. `within` is its procedure, form or class where it has one."""

    namespace: Namespace
    id: str
    within: str
    start: int
    end: int

    @property
    def families(self) -> tuple[Namespace, ...]:
        """The families among which the id is: a `go` leads to a step or an end."""
        return (Namespace.STEP, Namespace.END) if self.namespace is Namespace.END else (self.namespace,)


def pointed_at(slot: Slot, word: str, column: int) -> Pointed | None:
    """The id that stands at `column` of a value, if the value points at one there."""
    found = [each for each in _all(slot, word) if each.start <= column <= each.end]
    return found[-1] if found else None


def _all(slot: Slot, word: str) -> Iterator[Pointed]:
    if slot.inside is Inside.LEVELS:
        yield Pointed(Namespace.LEVEL, word, slot.class_id, 0, len(word))
    for option in slot.options:
        match option.marker:
            case Refers(namespace) | Declares(namespace):
                yield Pointed(namespace, word, "", 0, len(word))
        if option.shape is Shape.NOTATION:
            yield from _notation(option.type, word)


def _notation(kind: type, word: str) -> Iterator[Pointed]:
    if kind is Go:
        go = read_go(word)
        if go and go.kind is GoKind.PLACE:
            yield Pointed(Namespace.END, word, "", 0, len(word))
        elif go and go.kind is GoKind.SOP:
            yield from _sop_link(go.target, go.step, word.index(go.target, len(SOP_PREFIX)))
    elif kind is SopLink and (link := read_sop_link(word)):
        yield from _sop_link(link.sop, link.step, 0)
    elif kind is Moment and (moment := read_moment(word)):
        namespace = Namespace.STEP if moment.edge else Namespace.EVENT
        yield Pointed(namespace, moment.id, "", 0, len(moment.id))
    elif kind is FormUse and (use := read_form_use(word)):
        yield Pointed(Namespace.FORM, use.form, "", 0, len(use.form))
        if use.field:
            yield Pointed(Namespace.FIELD, use.field, use.form, len(use.form) + 1, len(word))
    elif kind is Citation and (citation := read_citation(word)):
        yield Pointed(Namespace.REFERENCE, citation.reference, "", 0, len(citation.reference))


def _sop_link(sop: str, step: str, start: int) -> Iterator[Pointed]:
    yield Pointed(Namespace.SOP, sop, "", start, start + len(sop))
    if step:
        at = start + len(sop) + 1
        yield Pointed(Namespace.STEP, step, sop, at, at + len(step))
