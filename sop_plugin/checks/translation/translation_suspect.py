"""A translation whose original changed since.

## What it checks
`of` holds the fingerprint of the texts that a step was translated from. It is no longer that of the original. Times,
roles and the flow do not count, since a translation takes them from the original. One fingerprint stands for a whole
step, so which of its texts changed is not known. A step that the change log of the present version names under
`editorial` is passed over, on the writer's word that its meaning stayed.

## Why it matters
Staff who read the translation still work the old way, and nothing on the page tells them.

## Bad
```yaml
---
sop: 1
translates: refund-card
lang: zh-TW
title: 刷卡退款
steps:
  - id: check-name
    of: 3f9a1c
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
    of: 6877e8
    title: 核對姓名
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.pins import suspect_steps
from sop_plugin.model.resolve import step_by_id


def check_translation(original: Document, translation: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Pins that are not those of the original, with the right one instead: to be written once the step was read."""
    words = translation.translation
    if original.sop is None or words is None or not original.whole:
        return
    for name, now in suspect_steps(original, words).items():
        step = step_by_id(original.sop, name)
        title = (step.title if step else None) or name
        arguments = {"step": name, "title": title, "old": words.of[name], "new": now}
        yield Fault("translation-suspect", words.places[f"{name}/of"], arguments, now)


RULE = Rule(Severity.WARNING, check_translation=check_translation)
