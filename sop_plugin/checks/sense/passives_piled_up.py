"""A pile of passives that does not say who acts.

## What it checks
No sentence of an instruction holds three or more passives: a form of “be” with a participle (“is rinsed”), or in
Chinese 被, 由…進行, 予以, 加以, 經由 and the empty verb 進行. Those of a clause that says when or which (“when it is
wet”) are not counted. Simplified Technical English (ASD-STE100) allows none at all in an instruction.

## Why it matters
In “is rinsed, is filled and is locked” nobody is told to do anything. Each thinks that the other one does it.

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
    do: The wand is wiped, the tray is emptied and the hopper is closed.
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
    do: Wipe the wand, empty the tray and close the hopper.
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

NAME = "passives-piled-up"

PILE = 3
"""Passives of one sentence from which on they are a pile."""

_PARTICIPLE = (
    r"(?:\w+ed|done|made|sent|given|taken|kept|put|set|shown|written|read|told|held|brought|paid|sold|chosen|drawn|driven"
    r"|thrown|hung|laid|left|cut|shut|poured|built|bought|fed|found|lit|spread|swept|torn|wound)"
)
_PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|be|been|being)\s+(?:not\s+|\w+ly\s+)?{_PARTICIPLE}\b"
    r"|被(?![子套單单罩褥困害告訪访選选保扣監监])|予以|加以|經由|经由|由[^，。；\n]{1,12}?(?:進行|进行|予以|加以)|(?:進行|进行)(?!中)",
    re.IGNORECASE,
)

# A passive in a clause that says when, or which, tells what is so: only what stands in the main clause is to be done.
_CLAUSE = re.compile(r"[,;:](?=\s)|[()—–]|\s-\s|\bbut\b")
_OPENER = re.compile(
    r"\b(?:if|when|whenever|while|until|till|unless|once|before|after|as|because|since|although|though|whereas|than|lest"
    r"|that|which|who|whose|whom|what|where|wherever|whether|how|why)\b",
    re.IGNORECASE,
)


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """What is to do at each step, and at its exceptions and branches."""
    if document.sop is None or not _may_be_pile("\n".join(instructions_of(document.sop))):
        return
    for passage in document.passages():
        if passage.fields in INSTRUCTIONS and _may_be_pile(passage.words):
            prose = passage.prose
            for start, end in sentences(prose):
                found = list(_passives(prose, start, end))
                if len(found) >= PILE:
                    words = ", ".join(match[0] for match in found[:PILE])
                    place = passage.span(found[0].start(), found[-1].end())
                    yield Fault(NAME, place, {"count": str(len(found)), "words": words})


def _passives(prose: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Those of a sentence that stand for something to be done."""
    clause = start
    marks = _CLAUSE.finditer(prose, start, end)
    mark = next(marks, None)
    for match in _PASSIVE.finditer(prose, start, end):
        while mark is not None and mark.end() <= match.start():
            clause, mark = mark.end(), next(marks, None)
        if not match[0].isascii() or _OPENER.search(prose, clause, match.start()) is None:
            yield match


def _may_be_pile(text: str) -> bool:
    if text.isascii():
        return sum(text.count(word) for word in (" is ", " are ", " be ", " was ", " were ", " been ")) >= PILE
    return sum(text.count(word) for word in ("被", "予以", "加以", "由", "行", " is ", " are ", " be ")) >= PILE


RULE = Rule(Severity.INFO, check)
