"""Simplified characters in a traditional text, or traditional ones in a simplified text.

## What it checks
A text in `zh-TW`, `zh-HK` or `zh-Hant` has no simplified characters, one in `zh-CN`, `zh-SG` or `zh-Hans` no
traditional ones. Characters that both scripts use, search words, names of people, code, and short quotations are
passed over.

## Why it matters
Staff stumble over the characters, and whoever searches for the word in their own script does not find the page.

## Bad
```yaml
---
sop: 1
translates: refund-card
lang: zh-TW
title: 刷卡退款
steps:
  - id: check-name
    title: 核对姓名
---
```

## Good
```yaml
---
sop: 1
translates: refund-card
lang: zh-TW
title: 刷卡退款
steps:
  - id: check-name
    title: 核對姓名
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.checks.scripts import SIMPLIFIED_FOR, foreign_to
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.passage import Passage

SHOWN = 3
"""Places that are reported of one file."""

WHOLE = 20
"""Places from which on a file is taken to be in the wrong script from end to end, or to name the wrong language."""

LONGEST_QUOTATION = 12
"""Characters between quotation marks that may be what stands on a screen or a sign in the other script."""

_OWN_LANGUAGE = frozenset({"names", "vocabulary"})
"""Lists of the organisation whose entries say of which language they are, or are of none."""

_SEARCH_WORDS = ("aliases", "tags", "also")
_run = re.compile(r"[\u3400-\u9fff]+")
_quotation = re.compile(rf"「[^「」]{{1,{LONGEST_QUOTATION}}}」|“[^“”]{{1,{LONGEST_QUOTATION}}}”")


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """The first places, or one for the whole file."""
    language = _language(document, surroundings.organisation)
    # Of an organisation, names in any language may stand in the file.
    foreign = foreign_to(language) if language else None
    if document.organisation is None and (foreign is None or not _any_of(foreign).search(document.text)):
        return
    if (document.sop or document.quiz) and not document.lang and not _holds_both(document.text):
        # It is all in the other script and says of no language: it is in another than the house's, not in a wrong one.
        return
    found = []
    for passage, where, strange in _texts(document, language):
        for start, end in _places(passage, strange):
            found.append(_fault(passage, where, strange, start, end))
            if len(found) >= WHOLE:
                first = found[0]
                yield Fault(first.rule, first.span, {**first.arguments, "hint": "@rule.wrong-script.everywhere"})
                return
    yield from found[:SHOWN]


def _language(document: Document, organisation: Organisation | None) -> str:
    return document.lang or (organisation.language if organisation else "")


def _holds_both(text: str) -> bool:
    """Whether characters of both scripts occur."""
    return all(_pattern(is_simplified).search(text) for is_simplified in (True, False))


def _texts(document: Document, language: str) -> Iterator[tuple[Passage, str, Mapping[str, str]]]:
    """The texts to look at, each with its language and the characters that are foreign to that."""
    for passage in document.passages():
        if passage.markup is None or any(name in _SEARCH_WORDS for name in passage.fields):
            continue
        names_one = _OWN_LANGUAGE.intersection(passage.fields)
        where = _named_language(document, passage) if names_one else language
        strange = foreign_to(where)
        if strange is not None and _any_of(strange).search(passage.words):
            yield passage, where, strange


def _named_language(document: Document, passage: Passage) -> str:
    """The language of a name that the organisation gives something in another language."""
    name: object = document.organisation
    for part in passage.way[:-1]:
        if isinstance(part, int):
            name = name[part] if isinstance(name, tuple) and part < len(name) else None
        else:
            name = getattr(name, part, None)
        if hasattr(name, "lang"):
            break
    return getattr(name, "lang", None) or ""


@cache
def _pattern(is_simplified_text: bool) -> re.Pattern[str]:
    return re.compile(f"[{''.join(foreign_to('zh-CN' if is_simplified_text else 'zh-TW') or ())}]")


def _any_of(strange: Mapping[str, str]) -> re.Pattern[str]:
    return _pattern(strange is SIMPLIFIED_FOR)


def _places(passage: Passage, strange: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """From the first to the last foreign character of each unbroken run of Chinese ones."""
    prose = passage.prose
    if "「" in prose or "“" in prose:
        prose = _quotation.sub(lambda match: " " * len(match[0]), prose)
    pattern = _any_of(strange)
    for run in _run.finditer(prose):
        wrong = [match.start() for match in pattern.finditer(run[0])]
        if wrong:
            yield run.start() + wrong[0], run.start() + wrong[-1] + 1


def _fault(passage: Passage, language: str, strange: Mapping[str, str], start: int, end: int) -> Fault:
    text = passage.words[start:end]
    right = [strange.get(character, character) for character in text]
    # What depends on the word is for the writer to know.
    instead = "".join(right) if all(right) else None
    script = "@script.simplified" if strange is SIMPLIFIED_FOR else "@script.traditional"
    other = "@script.traditional" if strange is SIMPLIFIED_FOR else "@script.simplified"
    arguments = {"text": text, "script": script, "other": other, "lang": language}
    return Fault("wrong-script", passage.span(start, end), arguments, instead)


RULE = Rule(Severity.WARNING, check)
