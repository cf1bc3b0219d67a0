"""How a field is written, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sop_plugin.model.amount import Amount
from sop_plugin.model.condition import ClassTest
from sop_plugin.model.fields import FieldSpec, Option, Shape, shorthand_of
from sop_plugin.model.flow import Go, SopLink
from sop_plugin.model.kinds import Asset, Declares, Markup, Pattern, Refers, Words
from sop_plugin.model.record import FormUse
from sop_plugin.model.step import Caution, Citation
from sop_plugin.model.time import Duration, Moment
from sop_plugin.views.notations import notation_anchor
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key, kebab, record_key

_NOTATIONS: dict[type, str] = {
    Duration: "duration",
    Amount: "amount",
    Moment: "moment",
    Go: "go",
    SopLink: "sop-link",
    Citation: "citation",
    FormUse: "form-use",
    Caution: "caution",
    ClassTest: "class-test",
}

_MARKUP = {Markup.NONE: "title", Markup.INLINE: "line", Markup.BLOCK: "text"}


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to write a field. `anchor` is where the reference explains it, or empty."""

    text: str
    anchor: str = ""


def kinds_of(spec: FieldSpec, words: Catalogue) -> tuple[Kind, ...]:
    """The ways to write a field, without saying whether one or several may be written."""
    return tuple(kind for option in spec.options for kind in _kinds(option, words))


def takes_several(spec: FieldSpec) -> bool:
    """Whether a field takes one or more values."""
    return any(option.many for option in spec.options)


def _kinds(option: Option, words: Catalogue) -> Iterator[Kind]:
    match option.shape:
        case Shape.STRING:
            yield _text(option, words)
        case Shape.DATE:
            yield Kind(words.text("reference.kind.date"), notation_anchor("date"))
        case Shape.CONDITION:
            yield Kind(words.text("reference.kind.condition"), notation_anchor("condition"))
        case Shape.NOTATION:
            name = _NOTATIONS[option.type]
            yield Kind(words.text(f"reference.kind.{name}"), notation_anchor(name))
        case Shape.RECORD:
            yield from _record(option, words)
        case _:
            yield Kind(words.text(f"reference.kind.{option.shape.value}"))


def _record(option: Option, words: Catalogue) -> Iterator[Kind]:
    yield Kind(
        words.text("reference.kind.record", name=words.text(record_key(option.type))), kebab(option.type.__name__)
    )
    short = shorthand_of(option.type)
    if short is not None:
        yield Kind(words.text("reference.kind.short", key=short.key), f"{kebab(option.type.__name__)}.{short.key}")


def _text(option: Option, words: Catalogue) -> Kind:
    match option.marker:
        case Words(markup=markup):
            return Kind(words.text(f"reference.kind.{_MARKUP[markup]}"), notation_anchor("text"))
        case Declares():
            return Kind(words.text("reference.kind.own-id"), notation_anchor("id"))
        case Refers(namespace=namespace):
            name = words.text(enum_key(namespace))
            return Kind(words.text("reference.kind.refers", name=name), notation_anchor("id"))
        case Asset():
            return Kind(words.text("reference.kind.file"), notation_anchor("file"))
        case Pattern(name=name) if name != "verbatim":
            return Kind(words.text(f"reference.kind.{name}"), notation_anchor(name))
        case _:
            return Kind(words.text("reference.kind.verbatim"))
