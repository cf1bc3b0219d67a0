"""A translation, or steps of one, that a program made and nobody confirmed.

## What it checks
`sop translate --draft` marks what it writes with `draft`, and `sop confirm` takes the mark away. What still has it is
reported once for a file.

## Why it matters
A program knows words, not work: what it made of a caution or a limit may be wrong, and staff would rely on it.

## Bad
```yaml
---
sop: 1
translates: refund-card
lang: zh-CN
draft: 8c21aa
title: 刷卡退款
steps:
  - id: check-name
    draft: 3f9a1c
    title: 核对姓名
---
```

## Good
```yaml
---
sop: 1
translates: refund-card
lang: zh-CN
title: 刷卡退款
steps:
  - id: check-name
    title: 核对姓名
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.texts import joined

NAMED = 5
"""Steps that the message names of more."""


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """The drafts of a file, at the first mark."""
    words = document.translation
    if words is None or not words.drafts:
        return
    steps = [step for step in words.drafts if step]
    named = ", ".join(steps[:NAMED]) + (" …" if len(steps) > NAMED else "")
    arguments = {"steps": named or "@rule.translation-unconfirmed.outside", "file": document.path}
    place = min(words.places[joined(step, "draft")] for step in words.drafts)
    yield Fault("translation-unconfirmed", place, arguments)


RULE = Rule(Severity.INFO, check)
