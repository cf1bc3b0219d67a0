"""JSON Schema (draft 2020-12) of an assignment with its people, as the trainer's page saves it."""

from __future__ import annotations

from typing import Any

from sop_plugin.exports.json_schema import DIALECT
from sop_plugin.model.assignment_link import LONGEST_ID, LONGEST_NOTE, LONGEST_TITLE, MOST_TASKS
from sop_plugin.words.catalogue import Catalogue


def assignment_schema(words: Catalogue) -> dict[str, Any]:
    """The schema, described in the language of `words`."""

    def told(key: str, schema: dict[str, Any]) -> dict[str, Any]:
        return {**schema, "description": words.text(f"schema.assignment.{key}")}

    name = {"type": "string", "minLength": 1, "maxLength": LONGEST_ID}
    task = {
        "type": "object",
        "required": ["kind", "id", "version"],
        "properties": {
            "kind": told("kind", {"enum": ["read", "quiz"]}),
            "id": told("subject", name),
            "version": told("version", {"type": "string", "maxLength": LONGEST_ID}),
        },
    }
    assignment = {
        "type": "object",
        "required": ["id", "made", "due", "title", "note", "tasks"],
        "properties": {
            "id": told("id", name),
            "made": told("made", {"type": "integer", "minimum": 0, "multipleOf": 60_000}),
            "due": told("due", {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2})?$"}),
            "title": told("title", {"type": "string", "maxLength": LONGEST_TITLE}),
            "note": told("note", {"type": "string", "maxLength": LONGEST_NOTE}),
            "tasks": told("tasks", {"type": "array", "minItems": 1, "maxItems": MOST_TASKS, "items": task}),
        },
    }
    return {
        "$schema": DIALECT,
        "title": words.text("schema.assignment.about"),
        "type": "object",
        "required": ["format", "version", "assignment"],
        "properties": {
            "format": {"const": "sop-assignment"},
            "version": {"const": 1},
            "assignment": assignment,
            "people": told("people", {"type": "array", "items": {"type": "string"}}),
        },
    }
