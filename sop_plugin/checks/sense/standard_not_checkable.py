"""A quality standard that nobody could check.

## What it checks
A quality standard holds more than praise: something that can be counted, measured, compared or seen. “Good service” is
none, unless `measure` or `how` says how one finds out.

## Why it matters
Everybody believes to meet it, an assessor can neither pass nor fail anybody, and a newcomer learns nothing from it.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
steps:
  - id: greet
    title: Greet the guest
    quality:
      - Friendly and professional service.
---
```

## Good
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
steps:
  - id: greet
    title: Greet the guest
    quality:
      - The barista looks at the guest and greets first.
---
```
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.document import Path as Way
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Standard
from sop_plugin.model.walk import ways_to_steps
from sop_plugin.words.catalogue import LANGUAGES

NAME = "standard-not-checkable"

LONGEST = 60
"""Characters of a standard above which it says more than praise."""

_BETWEEN = r"[\s,.;:!、，。；：！・/（）()]*+"


@cache
def _praise() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What matches words of praise, and what matches a whole text of nothing but praise and what is praised."""
    praise: list[str] = []
    praised: list[str] = []
    for language in LANGUAGES:
        file = Path(__file__).with_name(f"standard_not_checkable.{language}.json")
        words = json.loads(file.read_text(encoding="utf-8"))
        # English words end where they end; Chinese ones stand in a row.
        bound = r"\b" if language == "en" else ""
        praise += [f"{re.escape(word)}{bound}" for word in words["praise"]]
        praised += [f"{re.escape(word)}{bound}" for word in words["praised"]]
    longest_first = sorted([*praise, *praised], key=len, reverse=True)
    # Nothing is given back once it is matched: a word may be made of others, and there would be too many ways to try.
    words_only = rf"{_BETWEEN}(?:(?>{'|'.join(longest_first)}){_BETWEEN})++"
    return re.compile("|".join(praise), re.IGNORECASE), re.compile(words_only, re.IGNORECASE)


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every standard, of a step and of the procedure, that has neither `measure` nor `how`."""
    if document.sop is None:
        return
    for way, standard in _standards(document.sop):
        text = standard.text
        if standard.measure is None and standard.how is None and len(text) <= LONGEST and _is_praise(text):
            # In short form the standard itself is the text.
            yield Fault(NAME, document.locate((*way, "text")), {"text": text})


def _standards(sop: Sop) -> Iterator[tuple[Way, Standard]]:
    for number, standard in enumerate(sop.standards):
        yield ("standards", number), standard
    for way, step in ways_to_steps(sop):
        for number, standard in enumerate(step.quality):
            yield (*way, "quality", number), standard


def _is_praise(text: str) -> bool:
    praise, words_only = _praise()
    return words_only.fullmatch(text) is not None and praise.search(text) is not None


RULE = Rule(Severity.INFO, check)
