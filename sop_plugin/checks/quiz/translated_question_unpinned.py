"""A translated question that does not note its original.

## What it checks
A translated question notes under `of:` which question it was translated from.

## Why it matters
When the original changes, nobody is told that the translation is out of date.

## Another file
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask the guest for an identity card
- [ ] Refund in cash
- [ ] Send the guest away
```

## Bad
```markdown
---
quiz: 1
translates: refunds
lang: zh-TW
title: 刷卡退款
---

## 姓名不符，先做什麼？ {#names-differ}

- [x] 請顧客出示身分證
- [ ] 改退現金
- [ ] 請顧客離開
```

## Good
```markdown
---
quiz: 1
translates: refunds
lang: zh-TW
title: 刷卡退款
---

## 姓名不符，先做什麼？ {#names-differ}
of: 6b037a

- [x] 請顧客出示身分證
- [ ] 改退現金
- [ ] 請顧客離開
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.question_pairs import question_pairs
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.question import question_fingerprint


def check_translation(original: Document, translation: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Questions without a pin, with the line to add."""
    lines = translation.text.split("\n")
    for number, words, source in question_pairs(original, translation):
        if source and not words.of and (number, "of") not in translation.places:
            now = question_fingerprint(source)
            place = translation.places[number,]
            heading = lines[place.line - 1][place.column - 1 :].rstrip()
            whole = place._replace(end_column=place.column + len(heading))
            arguments = {"id": words.id, "pin": now}
            yield Fault("translated-question-unpinned", whole, arguments, f"{heading}\nof: {now}")


RULE = Rule(Severity.INFO, check_translation=check_translation)
