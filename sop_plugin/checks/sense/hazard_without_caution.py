"""A hazard without a caution.

## What it checks
A step that uses a tool or a material with a `hazard` in `organisation.yml` has a caution of level danger, warning,
caution or never: itself, a group around it, a step within it or the step that it repeats.

## Why it matters
Whoever does the step for the first time does not know what burns, cuts or poisons, and is hurt.

## In organisation.yml
```yaml
tools:
  - {id: steam-wand, title: Steam wand, hazard: Steam burns the hand}
```

## Bad
```yaml
---
sop: 1
id: make-latte
title: Make a latte
version: 1.0
owner: cafe-manager
steps:
  - id: steam
    title: Steam the milk
    tools: [steam-wand]
---
```

## Good
```yaml
---
sop: 1
id: make-latte
title: Make a latte
version: 1.0
owner: cafe-manager
steps:
  - id: steam
    title: Steam the milk
    tools: [steam-wand]
    cautions:
      - warning: Steam burns the hand
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity, Span
from sop_plugin.model.document import Document, Path
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.organisation import Material, Organisation, Tool
from sop_plugin.model.resolve import step_by_id
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import CautionLevel, Step
from sop_plugin.model.walk import ways_to_steps

NAME = "hazard-without-caution"

Hazards = dict[str, Tool | Material]
"""What has a hazard, by id."""

_PLAIN = re.compile(r"[^\s\"'#&*!|>%@`{}\[\],:?-][^\n]*")


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every step that uses something with a hazard; one finding a step."""
    organisation, sop = surroundings.organisation, document.sop
    if organisation is None or sop is None:
        return
    used = {mention.id for kind in (Namespace.TOOL, Namespace.MATERIAL) for mention in document.mentioned(kind)}
    if not used:
        return
    tools: Hazards = {each.id: each for each in organisation.tools if each.hazard and each.id in used}
    materials: Hazards = {each.id: each for each in organisation.materials if each.hazard and each.id in used}
    if not tools and not materials:
        return
    cautioned = {way for way, step in ways_to_steps(sop) if _warns(step, sop)}
    lines: list[str] = []
    for way, step in ways_to_steps(sop):
        found = list(_hazards(way, step, tools, materials))
        if found and not _is_cautioned(way, cautioned):
            lines = lines or document.text.split("\n")
            yield _fault(document, organisation, way, found, lines)


def _hazards(way: Path, step: Step, tools: Hazards, materials: Hazards) -> Iterator[tuple[Path, Tool | Material]]:
    for number, tool in enumerate(step.tools):
        if tool in tools:
            yield (*way, "tools", number), tools[tool]
    for number, material in enumerate(step.materials):
        if material.use in materials:
            yield (*way, "materials", number, "use"), materials[material.use]


def _warns(step: Step, sop: Sop) -> bool:
    """Whether the step has a caution that is more than a note, of its own or of the step that it repeats."""
    cautions = step.cautions
    if not cautions and step.same_as:
        source = step_by_id(sop, step.same_as)
        cautions = source.cautions if source else ()
    return any(caution.level is not CautionLevel.NOTE for caution in cautions)


def _is_cautioned(way: Path, cautioned: set[Path]) -> bool:
    around = any(way[:length] in cautioned for length in range(2, len(way) + 1, 2))
    return around or any(other[: len(way)] == way for other in cautioned)


def _fault(
    document: Document,
    organisation: Organisation,
    way: Path,
    found: list[tuple[Path, Tool | Material]],
    lines: list[str],
) -> Fault:
    first = found[0][0]
    names = {each.id: _title_in(each, document, organisation) for _, each in found}
    hazards = list(dict.fromkeys(each.hazard or "" for _, each in found))
    span = document.locate(first)
    arguments = {
        "names": ", ".join(names.values()),
        "hazards": "; ".join(hazard.rstrip(".。") for hazard in hazards),
        "example": f"warning: {hazards[0]}",
    }
    # The hazard is written in the house's language; what staff read in another, only its author can say.
    same_language = document.sop is not None and (document.sop.lang or organisation.language) == organisation.language
    if not same_language or document.has((*way, "cautions")) or _is_list_item_of_one_line(document, way, lines):
        return Fault(NAME, span, arguments)
    end = document.locate(first[: len(way) + 1])
    place = Span(span.line, span.column, end.end_line, end.end_column)
    indent = "\n" + " " * (document.locate(way).column - 1)
    added = "".join(f"{indent}  - warning: {_as_yaml(hazard)}" for hazard in hazards)
    return Fault(NAME, place, arguments, f"{_text_at(place, lines)}{indent}cautions:{added}")


def _title_in(thing: Tool | Material, document: Document, organisation: Organisation) -> str:
    lang = document.sop.lang if document.sop else None
    if lang in (None, organisation.language):
        return thing.title
    return next((named.title for named in thing.names if named.lang == lang), thing.title)


def _is_list_item_of_one_line(document: Document, way: Path, lines: list[str]) -> bool:
    """Whether the step stands in braces, where a field cannot be added as a line of its own."""
    start = document.locate(way)
    return lines[start.line - 1][start.column - 1 : start.column] == "{"


def _text_at(span: Span, lines: list[str]) -> str:
    text = "\n".join(lines[span.line - 1 : span.end_line])
    return text[span.column - 1 : len(text) - len(lines[span.end_line - 1]) + span.end_column - 1]


def _as_yaml(text: str) -> str:
    """`text` as the value of a field: between quotation marks where YAML would take something in it for its own."""
    if _PLAIN.fullmatch(text) and ": " not in text and " #" not in text and not text.endswith(":"):
        return text
    return "'{}'".format(text.replace("'", "''"))


RULE = Rule(Severity.WARNING, check, binding=False)
