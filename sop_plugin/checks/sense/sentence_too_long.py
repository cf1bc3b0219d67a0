"""A sentence too long to work by.

## What it checks
No instruction holds a sentence of more than 40 English words, or more than 40 Chinese characters between two marks.
Simplified Technical English (ASD-STE100) allows 20 words to a sentence that instructs; twice as many are reported. How
hard Chinese is to read, the characters of a clause tell: their number divided by that of the clauses is the first
measure of Xu, Yao and Chen (Accounting Research 3/2021, 28-44). It is taken of each clause here.

## Why it matters
Whoever reads it with one hand full has forgotten its beginning at its end, and a learner of the language gives up.

## Bad
```yaml
---
sop: 1
id: make-latte
title: Make a latte
version: 1.0
owner: cafe-manager
steps:
  - id: serve
    title: Serve the latte
    do: >
      Take the warm cup with the number of the order from the top of the machine and put it on the saucer on the left of
      the tray beside the till with the handle to the right of the guest and the spoon behind it.
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
  - id: serve
    title: Serve the latte
    do: >
      Take the warm cup with the number of the order. Put it on the saucer beside the till. The handle points to the
      right of the guest.
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

NAME = "sentence-too-long"

MOST_WORDS = 40
MOST_CHARACTERS = 40

_WORD = re.compile(r"[^\W_\u2e80-\uffef][^\s\u2e80-\uffef]*")
_CLAUSE = re.compile(rf"[\u3400-\u9fff\uf900-\ufaffA-Za-z0-9 %°./-]{{{MOST_CHARACTERS + 1},}}")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """What is to do at each step, and at its exceptions and branches."""
    if document.sop is None or not any(map(_may_be_long, instructions_of(document.sop))):
        return
    for passage in document.passages():
        if passage.fields in INSTRUCTIONS:
            yield from _faults(passage)


def _may_be_long(text: str) -> bool:
    """Whether a text has room for a sentence that is too long."""
    if len(text) <= MOST_CHARACTERS:
        return False
    return text.count(" ") >= MOST_WORDS or (not text.isascii() and _CLAUSE.search(text) is not None)


def _faults(passage: Passage) -> Iterator[Fault]:
    prose = passage.prose
    if not _may_be_long(prose):
        return
    for start, end in sentences(prose):
        words = len(_WORD.findall(prose, start, end))
        clause = _longest_clause(prose, start, end)
        if clause is not None:
            first, last, count = clause
            yield Fault(
                NAME, passage.span(first, last), {"count": str(count), "unit": "@unit.characters", "limit": "40"}
            )
        elif words > MOST_WORDS and not _HAN.search(prose, start, end):
            first = start + len(prose[start:end]) - len(prose[start:end].lstrip())
            yield Fault(NAME, passage.span(first, end), {"count": str(words), "unit": "@unit.words", "limit": "40"})


def _longest_clause(prose: str, start: int, end: int) -> tuple[int, int, int] | None:
    """The longest clause of a sentence by its Han characters, where it has too many: its place and their number."""
    longest = None
    for match in _CLAUSE.finditer(prose, start, end):
        count = len(_HAN.findall(match[0]))
        if count > MOST_CHARACTERS and (longest is None or count > longest[2]):
            longest = (match.start(), match.end(), count)
    return longest


RULE = Rule(Severity.INFO, check)
