"""Clauses within clauses.

## What it checks
No sentence of an instruction holds four or more words that open a clause within it (“which”, “that”, “who”, “because”,
“if”, “when” and the like), and in Chinese no stretch between two marks holds four or more 的 that hang on each other.
Simplified Technical English (ASD-STE100) asks for one instruction and one topic a sentence.

## Why it matters
Three conditions deep, nobody can say any more what is to be done and when, and two readers do two things.

## Bad
```yaml
---
sop: 1
id: close-bar
title: Close the bar
version: 1.0
owner: cafe-manager
steps:
  - id: clean
    title: Clean the machine
    do: If the cup that stands on the tray which is wet was used by a guest who has left, wash it when you pass.
---
```

## Good
```yaml
---
sop: 1
id: close-bar
title: Close the bar
version: 1.0
owner: cafe-manager
steps:
  - id: clean
    title: Clean the machine
    do: Look at the wet tray. Wash the cups of guests who have left.
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sop_plugin.checks.criteria import INSTRUCTIONS, instructions_of
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.checks.sentences import sentences
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.passage import Passage

NAME = "clauses-nested"

DEEP = 4
"""Words that open a clause, from which on a sentence is nested."""

_OPENER = re.compile(
    r"\b(?:which|that(?!['’]s)|who|whose|because|although|unless|whereas|if|when|while)\b",
    re.IGNORECASE,
)
_BEGINNINGS = (" wh", " that ", " if ", " because ", " although ", " unless ")
"""How these words begin, which is counted faster."""

_STRETCH = re.compile(r"[^，。；、：！？（）「」『』“”,;:!?()\n]+")
_LINK = re.compile("的(?!時候|时候|話|话)")


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """What is to do at each step, and at its exceptions and branches."""
    if document.sop is None:
        return
    texts = instructions_of(document.sop)
    # All together first: most procedures have less than one sentence may have.
    if not _may_be_nested("\n".join(texts)) or not any(map(_may_be_nested, texts)):
        return
    for passage in document.passages():
        if passage.fields in INSTRUCTIONS and _may_be_nested(passage.words):
            yield from _faults(passage)


def _may_be_nested(text: str) -> bool:
    if text.count("的") >= DEEP:
        return True
    words = f" {text.lower()} ".replace("\n", " ")
    return sum(map(words.count, _BEGINNINGS)) >= DEEP


def _faults(passage: Passage) -> Iterator[Fault]:
    prose = passage.prose
    for start, end in sentences(prose):
        openers = list(_OPENER.finditer(prose, start, end))
        if len(openers) >= DEEP:
            words = ", ".join(match[0].lower() for match in openers)
            yield Fault(NAME, passage.span(openers[0].start(), openers[-1].end()), {"words": words})
    for match in _STRETCH.finditer(prose) if "的" in prose else ():
        count = len(_LINK.findall(match[0].rstrip().removesuffix("的")))
        if count >= DEEP:
            start = match.end() - len(match[0].lstrip())
            yield Fault(NAME, passage.span(start, match.end()), {"words": f"的 × {count}"})


RULE = Rule(Severity.INFO, check)
