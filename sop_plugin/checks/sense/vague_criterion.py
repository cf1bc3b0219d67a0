"""A vague word where something must be judged.

## What it checks
What to do, how well, when and what then is said without words that everybody understands differently, such as
“promptly”, “properly” or “if necessary”. A number, a time limit or a standard beside such a word makes it clear.

## Why it matters
One shift takes “promptly” for two minutes, the next for twenty, and nobody can say who is right.

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
    do: Take the latte to the guest promptly.
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
    do: Take the latte to the guest within 2 minutes.
---
```
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from sop_plugin.checks.criteria import CRITERIA, criteria_of
from sop_plugin.checks.phrases import Phrases
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.checks.sentences import sentences
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.passage import Passage
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.step import Step
from sop_plugin.words.catalogue import LANGUAGES

NAME = "vague-criterion"

# A figure, a number in words before a unit, or an explanation in brackets or after a colon.
_CLEAR = re.compile(
    r"\d|[（(]|：|: "
    r"|[一二兩两三四五六七八九十半][ ]?(?:分|秒|小時|小时|個|个|次|天|日|週|周|成|度|公|杯|份|件|位|人|步|張|张)"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half)\b",
    re.IGNORECASE,
)

# What is not done properly has gone wrong, which everybody sees.
_DENIED = re.compile(r"(?:\b(?:not|cannot|never|nor|without|fails? to)\b|n['’]t\b)[^.,;:!?\n]{0,30}$", re.IGNORECASE)
_DENIED_HAN = re.compile("(?:未|不|沒|没|無法|无法)[能有曾得]?[夠够以]?$")


@cache
def _vague() -> Phrases[str]:
    """The vague words of every language, each with the kind of answer it begs."""
    meanings: dict[str, str] = {}
    harmless: list[str] = []
    for language in LANGUAGES:
        file = Path(__file__).with_name(f"vague_criterion.{language}.json")
        if not file.exists():
            continue
        words: Mapping[str, list[str]] = json.loads(file.read_text(encoding="utf-8"))
        for kind, phrases in words.items():
            if kind == "harmless":
                harmless += phrases
            else:
                meanings |= dict.fromkeys(phrases, kind)
    return Phrases(meanings, harmless)


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every text in which a criterion is expected."""
    sop = document.sop
    if sop is None or not _vague().occur(criteria_of(sop)):
        return
    steps = {step.id: step for step in steps_of(sop)}
    for passage in document.passages():
        if passage.fields in CRITERIA:
            yield from _faults(passage, steps.get(passage.step), document)


def _faults(passage: Passage, step: Step | None, document: Document) -> Iterator[Fault]:
    """Each word once a text: who mends it sees the other place."""
    prose = passage.prose
    bounds = sentences(prose)
    first, end_of_sentence, is_clear = 0, 0, False
    told: set[str] = set()
    for start, end, kind in _vague().find(prose):
        while end_of_sentence <= start:
            first, end_of_sentence = next(bounds)
            is_clear = _CLEAR.search(prose, first, end_of_sentence) is not None
        if is_clear or _is_denied(prose, first, start, kind):
            continue
        word = prose[start:end].lower()
        if word not in told and not (step and _made_clear(kind, step, passage, document)):
            told.add(word)
            yield Fault(NAME, passage.span(start, end), {"word": prose[start:end], "hint": f"@advice.vague-{kind}"})


def _is_denied(prose: str, first: int, start: int, kind: str) -> bool:
    """Whether a word of how something is done, at `start` of the sentence from `first` on, is denied just before."""
    if prose[start].isascii():
        return kind == "way" and _DENIED.search(prose, max(first, start - 40), start) is not None
    return kind in {"way", "time"} and _DENIED_HAN.search(prose, max(first, start - 4), start) is not None


def _made_clear(kind: str, step: Step, passage: Passage, document: Document) -> bool:
    """Whether another field says what the word leaves open: of the step for what is done in it, of the standard or the
    exception for their own words.
    """
    if passage.fields == ("quality", "text"):
        return any(each.text == passage.words and (each.measure or each.how) for each in step.quality)
    if passage.fields[0] == "exceptions":
        number = passage.way[passage.way.index("exceptions") + 1]
        own = step.exceptions[number] if isinstance(number, int) else None
        return kind == "time" and own is not None and bool(own.time_limit or any(each.after for each in own.escalate))
    if kind == "time":
        return any((step.time_limit, step.takes, step.every, step.repeat and step.repeat.every))
    if kind == "amount":
        return bool(step.settings or any(use.amount for use in step.materials))
    if kind == "way":
        shown = step.quality or step.checklist or step.steps or step.settings
        return bool(shown) or step.id in document.body.details
    return bool(step.branches or step.only_if)


RULE = Rule(Severity.INFO, check)
