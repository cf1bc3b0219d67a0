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
from typing import NamedTuple

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


class _Praise(NamedTuple):
    """What matches words of praise, what matches a whole text of nothing but praise and what is praised, and the last
    two characters of all these words.
    """

    praise: re.Pattern[str]
    words_only: re.Pattern[str]
    endings: frozenset[str]


@cache
def _praise() -> _Praise:
    praise: list[str] = []
    every: list[str] = []
    endings: set[str] = set()
    for language in LANGUAGES:
        file = Path(__file__).with_name(f"standard_not_checkable.{language}.json")
        if not file.exists():
            continue
        words = json.loads(file.read_text(encoding="utf-8"))
        # English words end where they end; Chinese ones stand in a row.
        bound = r"\b" if language == "en" else ""
        praise += [f"{re.escape(word)}{bound}" for word in words["praise"]]
        every += [f"{re.escape(word)}{bound}" for word in (*words["praise"], *words["praised"])]
        endings |= {word[-2:] for word in (*words["praise"], *words["praised"])}
    longest_first = sorted(every, key=len, reverse=True)
    # Nothing is given back once it is matched: a word may be made of others, and there would be too many ways to try.
    words_only = rf"{_BETWEEN}(?:(?>{'|'.join(longest_first)}){_BETWEEN})++"
    return _Praise(
        re.compile("|".join(praise), re.IGNORECASE), re.compile(words_only, re.IGNORECASE), frozenset(endings)
    )


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
    found = _praise()
    end = text.rstrip(" .。!！").lower()
    if end[-2:] not in found.endings and end[-1:] not in found.endings:
        return False
    return found.words_only.fullmatch(text) is not None and found.praise.search(text) is not None


RULE = Rule(Severity.INFO, check)
