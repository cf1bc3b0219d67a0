"""The short notations of the language: targets, moments, links to other SOPs, citations and form fields."""

from __future__ import annotations

import re

from sop_plugin.model.flow import Go, GoKind, SopLink
from sop_plugin.model.kinds import ID_PATTERN
from sop_plugin.model.record import FormUse
from sop_plugin.model.step import Citation
from sop_plugin.model.time import Edge, Moment

SOP_PREFIX = "sop:"

_WORDS = {kind.value: kind for kind in (GoKind.HERE, GoKind.AGAIN, GoKind.NEXT, GoKind.END)}
_id = re.compile(ID_PATTERN)


def read_go(text: str) -> Go | None:
    """`here`, `again`, `next`, `end`, the id of a step or an end, `sop:ID` or `sop:ID/STEP`; None for anything else."""
    if text in _WORDS:
        return Go(_WORDS[text])
    if text.startswith(SOP_PREFIX):
        link = read_sop_link(text.removeprefix(SOP_PREFIX).strip())
        return Go(GoKind.SOP, link.sop, link.step) if link else None
    return Go(GoKind.PLACE, text) if _id.fullmatch(text) else None


def read_sop_link(text: str) -> SopLink | None:
    """`ID` or `ID/STEP`."""
    sop, slash, step = text.partition("/")
    if _id.fullmatch(sop) and (not slash or _id.fullmatch(step)):
        return SopLink(sop, step)
    return None


def read_moment(text: str) -> Moment | None:
    """The id of an event, `STEP.start` or `STEP.done`."""
    name, dot, edge = text.partition(".")
    if not _id.fullmatch(name):
        return None
    if not dot:
        return Moment(name)
    return Moment(name, Edge(edge)) if edge in ("start", "done") else None


def read_citation(text: str) -> Citation | None:
    """The id of a reference, then the place in it in any words."""
    reference, _, place = text.partition(" ")
    return Citation(reference, place.strip()) if _id.fullmatch(reference) else None


def read_form_use(text: str) -> FormUse | None:
    """`FORM` or `FORM.FIELD`."""
    form, dot, field = text.partition(".")
    if _id.fullmatch(form) and (not dot or _id.fullmatch(field)):
        return FormUse(form, field)
    return None
