"""The writers' reference: every field of an SOP and of `organisation.yml`, made from the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from sop_plugin.model.fields import FieldSpec, Shape, fields_of, records_below
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.page import RenderedPage, SearchEntry, TocEntry
from sop_plugin.model.sop import Sop
from sop_plugin.views.field_kinds import Kind, kinds_of, takes_several
from sop_plugin.views.notations import Notation, notations
from sop_plugin.views.plain_text import inline, paragraphs, without_marks
from sop_plugin.views.templating import template
from sop_plugin.views.yaml_code import yaml_code
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key, field_key, kebab, record_key

PATH = "reference/fields.md"
"""The content path the page would have if it were a file."""

SAMPLES = ("smallest", "five-steps")


@dataclass(frozen=True, slots=True)
class Sample:
    """A whole SOP to start from."""

    anchor: str
    title: str
    about: str
    code: Markup


@dataclass(frozen=True, slots=True)
class Word:
    """A word that a field allows: as written, its name, and an explanation or nothing."""

    written: str
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field as the page shows it. `otherwise` is the word that holds where the field is left out, or empty."""

    anchor: str
    key: str
    purpose: str
    kinds: tuple[Kind, ...]
    several: bool
    required: bool
    otherwise: str
    allowed: tuple[Word, ...]
    example: Markup


@dataclass(frozen=True, slots=True)
class Record:
    """A class of the model as the page shows it."""

    anchor: str
    name: str
    about: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The records of one kind of file."""

    anchor: str
    title: str
    about: str
    records: tuple[Record, ...]


def field_reference(words: Catalogue) -> RenderedPage:
    """The reference in the language of `words`. A field's anchor is its class and key, such as `step.time_limit`."""
    samples = tuple(_sample(name, words) for name in SAMPLES)
    listed = notations(words)
    seen = records_below(Sop)
    parts = (
        _part("sop", seen, words),
        _part("organisation", [each for each in records_below(Organisation) if each not in seen], words),
    )
    title = words.text("reference.title")
    about = words.text("reference.about")
    html = template("field_reference.html").render(
        title=title,
        about=paragraphs(about),
        samples=samples,
        notations=listed,
        parts=parts,
        text=words.text,
        inline=inline,
        paragraphs=paragraphs,
        yaml_code=yaml_code,
    )
    return RenderedPage(
        title=title,
        description=without_marks(about),
        html=html,
        toc=tuple(_toc(samples, listed, parts, words)),
        anchors=frozenset(_anchors(samples, listed, parts)),
        search=(
            SearchEntry("", title, without_marks(about)),
            *(_found_notation(each) for each in listed),
            *(_found_record(each) for part in parts for each in part.records),
        ),
        lang=words.language,
        styles=("sop", "reference"),
    )


def _sample(name: str, words: Catalogue) -> Sample:
    return Sample(
        anchor=name,
        title=words.text(f"reference.sample.{name}"),
        about=words.text(f"reference.sample.{name}.about"),
        code=yaml_code(words.text(f"reference.sample.{name}.code")),
    )


def _part(name: str, records: Iterable[type], words: Catalogue) -> Part:
    return Part(
        anchor=f"{name}-file",
        title=words.text(f"reference.part.{name}"),
        about=words.text(f"reference.part.{name}.about"),
        records=tuple(_record(record, words) for record in records),
    )


def _record(record: type, words: Catalogue) -> Record:
    return Record(
        anchor=kebab(record.__name__),
        name=words.text(record_key(record)),
        about=words.text(f"{record_key(record)}.about"),
        fields=tuple(_field(record, spec, words) for spec in fields_of(record)),
    )


def _field(record: type, spec: FieldSpec, words: Catalogue) -> Field:
    gap = "" if spec.example.startswith("\n") else " "
    return Field(
        anchor=f"{kebab(record.__name__)}.{spec.key}",
        key=spec.key,
        purpose=words.text(field_key(record, spec)),
        kinds=kinds_of(spec, words),
        several=takes_several(spec),
        required=spec.required,
        otherwise=spec.otherwise,
        allowed=tuple(_allowed(spec, words)),
        example=yaml_code(f"{spec.key}:{gap}{spec.example}"),
    )


def _allowed(spec: FieldSpec, words: Catalogue) -> Iterator[Word]:
    for option in spec.options:
        if option.shape is Shape.ENUM and issubclass(option.type, StrEnum):
            for value in option.type:
                key = enum_key(value)
                about = words.text(f"{key}.about") if words.has(f"{key}.about") else ""
                yield Word(value.value, words.text(key), about)


def _toc(
    samples: tuple[Sample, ...], listed: tuple[Notation, ...], parts: tuple[Part, ...], words: Catalogue
) -> Iterator[TocEntry]:
    yield from (TocEntry(each.anchor, each.title) for each in samples)
    for part in parts:
        yield TocEntry(
            part.anchor, without_marks(part.title), tuple(TocEntry(each.anchor, each.name) for each in part.records)
        )
    children = tuple(TocEntry(each.anchor, each.title) for each in listed)
    yield TocEntry("notations", words.text("reference.notations"), children)


def _anchors(samples: tuple[Sample, ...], listed: tuple[Notation, ...], parts: tuple[Part, ...]) -> Iterator[str]:
    yield "notations"
    yield from (each.anchor for each in samples)
    yield from (each.anchor for each in listed)
    for part in parts:
        yield part.anchor
        for record in part.records:
            yield record.anchor
            yield from (each.anchor for each in record.fields)


def _found_notation(notation: Notation) -> SearchEntry:
    examples = " ".join(example for line in notation.lines for example in line.examples)
    return SearchEntry(notation.anchor, notation.title, f"{without_marks(notation.about)} {examples}")


def _found_record(record: Record) -> SearchEntry:
    fields = " ".join(f"{each.key}: {without_marks(each.purpose)}" for each in record.fields)
    return SearchEntry(record.anchor, record.name, f"{without_marks(record.about)} {fields}")
