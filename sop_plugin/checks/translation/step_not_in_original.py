"""A translated step that the original does not have.

## What it checks
Every step of a translation is one of its original, by the id that it has there now.

## Why it matters
The words are never shown: the step was taken out of the original, renamed, or the id is misspelled.

## Bad
```yaml
---
sop: 1
translates: refund-card
lang: zh-TW
title: 刷卡退款
steps:
  - id: chek-name
    title: 核對姓名
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

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.checks.strange_steps import strange_steps
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace


def check_translation(original: Document, translation: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Steps that are not there, with the one that is likely meant: by its old id, or by one that is alike."""
    for step in strange_steps(original, translation) if original.whole else ():
        arguments = {"id": step.id, "suggestion": step.meant or ""}
        if step.renamed:
            arguments["hint"] = "@rule.step-not-in-original.renamed"
        place = translation.declared[Namespace.STEP][step.id]
        yield Fault("step-not-in-original", place, arguments, step.meant)


RULE = Rule(Severity.WARNING, check_translation=check_translation)
