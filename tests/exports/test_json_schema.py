from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from sop_plugin.exports.json_schema import Schema, front_matter_schema, organisation_schema, quiz_schema
from sop_plugin.model.fields import FieldSpec, fields_of, records_below
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.quiz import QuizHead
from sop_plugin.model.sop import Sop
from sop_plugin.words.catalogue import LANGUAGES, Catalogue, catalogue
from sop_plugin.words.keys import field_key, kebab

BUILDERS: dict[type, Callable[[Catalogue], Schema]] = {
    Sop: front_matter_schema,
    Organisation: organisation_schema,
    QuizHead: quiz_schema,
}
SMALLEST: dict[str, Any] = {"sop": 1, "id": "latte", "title": "Make a latte", "steps": [{"id": "make"}]}


class EditorLoader(yaml.CSafeLoader):
    """YAML as editors read it: dates stay text, numbers become numbers."""


EditorLoader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@cache
def schema(root: type) -> Schema:
    return BUILDERS[root](catalogue("en"))


def validator(root: type, record: type) -> Draft202012Validator:
    whole = schema(root)
    if record is root:
        return Draft202012Validator(whole)
    return Draft202012Validator({"$ref": f"#/$defs/{kebab(record.__name__)}", "$defs": whole["$defs"]})


def read(spec: FieldSpec) -> dict[str, Any]:
    fragment: dict[str, Any] = yaml.load(f"{spec.key}: {spec.example}", EditorLoader)
    return fragment


FIELDS = [
    pytest.param(root, record, spec, id=f"{record.__name__}.{spec.key}")
    for root in BUILDERS
    for record in records_below(root)
    for spec in fields_of(record)
]


def faults(data: Any) -> list[str]:
    return [error.json_path for error in Draft202012Validator(schema(Sop)).iter_errors(data)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("build", [*BUILDERS.values()])
def test_it_is_a_schema_in_every_language(build: Any, language: str) -> None:
    Draft202012Validator.check_schema(build(catalogue(language)))


@pytest.mark.parametrize(("root", "record", "spec"), FIELDS)
def test_the_example_of_every_field_is_valid(root: type, record: type, spec: FieldSpec) -> None:
    data: dict[str, Any] = {}
    for required in fields_of(record):
        if required.required:
            data |= read(required)
    data |= read(spec)
    validator(root, record).validate(data)


def test_every_field_is_described() -> None:
    step = schema(Sop)["$defs"]["step"]["properties"]
    spec = next(spec for spec in fields_of(records_below(Sop)[1]) if spec.key == "time_limit")
    sentence = catalogue("en").text(field_key(records_below(Sop)[1], spec))
    assert step["time_limit"]["description"] == f"{sentence}\n\ntime_limit: 3 min"


def test_the_smallest_sop_is_valid() -> None:
    assert faults(SMALLEST) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"version": 1.10},
        {"version": "1.10"},
        {"title": 404},
        {"role": "barista"},
        {"role": ["barista", "cashier"]},
        {"time_limit": "5 min"},
        {"time_limit": {"limit": "2 working days", "from": "parcel-in"}},
        {"steps": {"id": "make"}},
        {"steps": [{"id": "a", "steps": [{"id": "b", "steps": [{"id": "c"}]}]}]},
        {"steps": [{"id": "a", "takes": {"by": "severity", "values": [{"for": "minor", "takes": "1 h"}]}}]},
        {"steps": [{"id": "a", "record": ["form", {"id": "weight", "title": "Weight"}]}]},
        {"steps": [{"id": "a", "only_if": {"any": ["cracked", {"all": ["opened", {"users": "at least 10"}]}]}}]},
        {"steps": [{"id": "a", "cautions": {"danger": "Steam burns."}}]},
        {"steps": [{"id": "a", "go": "sop:refund/check"}]},
    ],
)
def test_every_way_of_writing_is_valid(fields: dict[str, Any]) -> None:
    assert faults(SMALLEST | fields) == []


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"colour": "red"}, "$"),
        ({"id": "Make Latte"}, "$.id"),
        ({"status": "done"}, "$.status"),
        ({"version": "v1"}, "$.version"),
        ({"sop": "one"}, "$.sop"),
        ({"steps": [{"title": "no id"}]}, "$.steps"),
        ({"steps": [{"id": "a", "cautions": [{"danger": "x", "note": "y"}]}]}, "$.steps"),
        ({"steps": [{"id": "a", "optional": "perhaps"}]}, "$.steps"),
        ({"steps": [{"id": "a", "go": "next step"}]}, "$.steps"),
    ],
)
def test_a_fault_is_found(fields: dict[str, Any], place: str) -> None:
    assert faults(SMALLEST | fields) == [place]


def test_a_required_field_is_missed() -> None:
    assert faults({"sop": 1, "title": "Make a latte"}) == ["$", "$"]


CONTENT = Path(__file__).parents[2] / "content"


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.md")), ids=lambda path: str(path.relative_to(CONTENT)))
def test_the_procedures_of_this_site_are_valid(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    header = text.split("\n---\n")[0].removeprefix("---\n") if text.startswith("---\n") else ""
    data = yaml.load(header, EditorLoader) or {}
    if "sop" in data and "translates" not in data:
        assert faults(data) == []


def test_the_organisation_of_this_site_is_valid() -> None:
    data = yaml.load((CONTENT / "organisation.yml").read_text(encoding="utf-8"), EditorLoader)
    Draft202012Validator(schema(Organisation)).validate(data)
