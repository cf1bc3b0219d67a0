"""One step that is several.

## What it checks
What is to do at a step without sub-steps goes on at most twice with a word such as “then”, “next” or “finally”, and is
no numbered list of more than seven points. Sentences that only explain are not counted.

## Why it matters
A step is read, ticked and timed as a whole. Whoever is interrupted in the middle of it no longer knows what is done.

## Bad
```yaml
---
sop: 1
id: make-latte
title: Make a latte
version: 1.0
owner: cafe-manager
steps:
  - id: prepare
    title: Prepare the latte
    do: Grind the beans, then pull the shot, then steam the milk, and finally pour it into the cup.
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
  - id: prepare
    title: Prepare the latte
    steps:
      - {id: pull, title: Grind the beans and pull the shot}
      - {id: steam, title: Steam the milk}
      - {id: pour, title: Pour it into the cup}
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.resolve import steps_of

NAME = "several-steps-in-one"

MOST_THENS = 2
"""Words that go on to the next thing, at most: with two of them, three things are done."""

MOST_POINTS = 7
"""Points of a numbered list, at most."""

_THEN = re.compile(
    r"then|next|after that|afterwards|finally|lastly"
    r"|再(?![次一度])|然後|然后|接著|接着|隨後|随后|之後|之后|最後|最后|隨即|随即|並(?![不非未無])|并(?![不非未无])"
)
# "If the tank is empty, then fill it" goes on to nothing: it is one thing, done under a condition.
_CONDITION = re.compile(
    r"(?:^|[.;,:!?\n(])\s*(?:and |or |but |else |otherwise |[-*] )?(?:if|when|once|unless)\b[^.;,:!?\n]*,\s*$"
)
LOOK_BACK = 200
"""Characters before a word in which the condition is looked for that it may close."""

_NOT_THEN = re.compile(r"[\w-]|\s+(?:to|step|page|day|guest|customer)\b")
_POINT = re.compile(r"^ {0,3}\d+[.)、]\s*\S", re.MULTILINE)


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """What is to do at each step that has neither sub-steps nor a checklist."""
    if document.sop is None:
        return
    many: dict[str, tuple[int, int, int]] = {}
    for step in steps_of(document.sop):
        if step.do and not step.steps and not step.checklist and (place := _one_too_many(step.do)):
            many[step.id] = place
    for passage in document.passages() if many else ():
        if passage.fields == ("do",) and passage.step in many:
            start, end, count = many[passage.step]
            yield Fault(NAME, passage.span(start, end), {"count": str(count)})


def _one_too_many(text: str) -> tuple[int, int, int] | None:
    """The place of the first word or point that is one too many, and how many things are done in all."""
    lower = text.lower()
    thens = [match for match in _THEN.finditer(lower) if _goes_on(lower, match)]
    if len(thens) > MOST_THENS:
        return thens[MOST_THENS].start(), thens[MOST_THENS].end(), len(thens) + 1
    points = list(_POINT.finditer(text)) if "8" in text else []
    if len(points) > MOST_POINTS:
        return points[MOST_POINTS].start(), points[MOST_POINTS].end(), len(points)
    return None


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether a word begins a sentence or a clause; elsewhere it means other things ("better then", 「先問再做」)."""
    before = text[max(0, match.start() - 6) : match.start()].rstrip(" ")
    begins = not before or before[-1] in ".;,:!?\n，。；、：！？" or before.endswith(" and")
    if not begins or not match[0].isascii():
        return begins
    closes = before.endswith(",") and _CONDITION.search(text, max(0, match.start() - LOOK_BACK), match.start())
    return not closes and _NOT_THEN.match(text, match.end()) is None


RULE = Rule(Severity.INFO, check)
