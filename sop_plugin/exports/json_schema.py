"""JSON Schema (draft 2020-12) of what writers type, for editors and other programs.

It is a little wider than the reader. An editor reads `version: 1.10` as a number, so numbers stand beside strings;
times, amounts, and whether an id is known are for the reader to judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from sop_plugin.model.condition import ClassTest, Said
from sop_plugin.model.fields import FieldSpec, Option, Shape, fields_of, records_below, shorthand_of
from sop_plugin.model.flow import Go, SopLink
from sop_plugin.model.kinds import ID_PATTERN, Declares, Pattern
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.quiz import QuizHead
from sop_plugin.model.record import FormUse
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Caution, CautionLevel, Citation
from sop_plugin.model.time import Edge, Moment
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key, field_key, kebab, record_key

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SCALAR: Schema = {"type": ["string", "number"]}
_ONE_OR_MORE: Schema = {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR, "minItems": 1}]}
_CONDITION: Schema = {"$ref": "#/$defs/condition"}
_ONE_KEY: Schema = {"minProperties": 1, "maxProperties": 1}

_SOP_LINK = rf"{ID_PATTERN}(?:/{ID_PATTERN})?"
_PATTERNS: dict[type, str] = {
    Moment: rf"{ID_PATTERN}(?:\.(?:{'|'.join(Edge)}))?",
    Go: rf"{ID_PATTERN}|sop:\s*{_SOP_LINK}",
    SopLink: _SOP_LINK,
    Citation: rf"{ID_PATTERN}(?:\s.*)?",
    FormUse: rf"{ID_PATTERN}(?:\.{ID_PATTERN})?",
}
"""The notations made of ids. Times and amounts have too many spellings for a pattern."""


def front_matter_schema(words: Catalogue) -> Schema:
    """The schema of an SOP's front matter, described in the language of `words`."""
    return _document(Sop, words)


def organisation_schema(words: Catalogue) -> Schema:
    """The schema of `organisation.yml`, described in the language of `words`."""
    return _document(Organisation, words)


def quiz_schema(words: Catalogue) -> Schema:
    """The schema of a quiz's front matter, described in the language of `words`."""
    return _document(QuizHead, words)


def _document(root: type, words: Catalogue) -> Schema:
    records = records_below(root)
    definitions = {kebab(record.__name__): _record(record, words) for record in records}
    options = [option for record in records for spec in fields_of(record) for option in spec.options]
    definitions |= {
        kebab(option.type.__name__): _enum(option.type, words) for option in options if option.shape is Shape.ENUM
    }
    used = {option.type for option in options}
    shared = {
        "caution": (Caution, _caution),
        "class-test": (ClassTest, _class_test),
        "condition": (Said, _condition),
    }
    definitions |= {name: build() for name, (kind, build) in shared.items() if kind in used}
    top = definitions.pop(kebab(root.__name__))
    return {"$schema": DIALECT, **top, "$defs": dict(sorted(definitions.items()))}


def _record(record: type, words: Catalogue) -> Schema:
    specs = fields_of(record)
    return {
        "title": words.text(record_key(record)),
        "description": words.text(f"{record_key(record)}.about"),
        "type": "object",
        "properties": {spec.key: _field(record, spec, words) for spec in specs},
        "required": [spec.key for spec in specs if spec.required],
        "additionalProperties": False,
    }


def _field(record: type, spec: FieldSpec, words: Catalogue) -> Schema:
    gap = "" if spec.example.startswith("\n") else " "
    description = f"{words.text(field_key(record, spec))}\n\n{spec.key}:{gap}{spec.example}"
    return {"description": description, **_any_of(_ways(spec))}


def _ways(spec: FieldSpec) -> Iterator[Schema]:
    """The ways to fill a field; where a list is expected, a single item will do."""
    items = [way for option in spec.options if option.many for way in _item(option)]
    yield from (way for option in spec.options if not option.many for way in _item(option))
    yield from items
    if items:
        yield {"type": "array", "items": _any_of(iter(items))}


def _item(option: Option) -> Iterator[Schema]:
    """The ways to write one value; for a record, also the one value that its class lets stand for it."""
    match option.shape:
        case Shape.STRING:
            yield _string(option)
        case Shape.INTEGER | Shape.BOOLEAN:
            yield {"type": option.shape.value}
        case Shape.DATE:
            yield {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
        case Shape.ENUM:
            yield {"$ref": f"#/$defs/{kebab(option.type.__name__)}"}
        case Shape.CONDITION:
            yield _CONDITION
        case Shape.NOTATION:
            yield _notation(option.type)
        case Shape.RECORD:
            yield {"$ref": f"#/$defs/{kebab(option.type.__name__)}"}
            short = shorthand_of(option.type)
            if short is not None:
                yield from _ways(short)


def _string(option: Option) -> Schema:
    match option.marker:
        case Declares():
            return {**_SCALAR, "pattern": f"^(?:{ID_PATTERN})$"}
        case Pattern(regex=regex):
            return {**_SCALAR, "pattern": f"^(?:{regex})$"}
        case _:
            return _SCALAR


def _notation(kind: type) -> Schema:
    if kind in (Caution, ClassTest):
        return {"$ref": f"#/$defs/{kebab(kind.__name__)}"}
    pattern = _PATTERNS.get(kind)
    return {**_SCALAR, "pattern": f"^(?:{pattern})$"} if pattern else _SCALAR


def _caution() -> Schema:
    """One key, the level, with the text behind it."""
    levels: Schema = {level.value: _SCALAR for level in CautionLevel}
    return {"type": "object", "properties": levels, "additionalProperties": False, **_ONE_KEY}


def _class_test() -> Schema:
    """One key, the id of a class, with one or more of its levels."""
    return {"type": "object", "additionalProperties": _ONE_OR_MORE, **_ONE_KEY}


def _condition() -> Schema:
    """Words, `any`, `all` or `none` over more conditions, or tests of classes and quantities by their ids."""
    parts: Schema = {"anyOf": [_CONDITION, {"type": "array", "items": _CONDITION, "minItems": 1}]}
    tests: Schema = {
        "type": "object",
        "properties": {"any": parts, "all": parts, "none": parts},
        "additionalProperties": _ONE_OR_MORE,
        "minProperties": 1,
    }
    return {"anyOf": [_SCALAR, tests]}


def _enum(kind: type[StrEnum], words: Catalogue) -> Schema:
    return {
        "enum": [value.value for value in kind],
        "enumDescriptions": [words.text(enum_key(value)) for value in kind],
    }


def _any_of(ways: Iterator[Schema]) -> Schema:
    distinct: list[Schema] = []
    for way in ways:
        if way not in distinct:
            distinct.append(way)
    return distinct[0] if len(distinct) == 1 else {"anyOf": distinct}
