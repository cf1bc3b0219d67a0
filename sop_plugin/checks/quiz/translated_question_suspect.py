"""A translation of an older question.

## What it checks
`of:` holds the fingerprint of the question that was translated. It is no longer that of the original.

## Why it matters
Those who take the quiz in this language answer another question.

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
of: abcdef

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
    """Questions whose pin is not that of the original as it is."""
    for number, words, source in question_pairs(original, translation):
        now = question_fingerprint(source) if source and words.of else words.of
        if now != words.of:
            place = translation.places[number, "of"]
            yield Fault("translated-question-suspect", place, {"id": words.id, "pin": now}, now)


RULE = Rule(Severity.WARNING, check_translation=check_translation)
