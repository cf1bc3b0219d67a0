"""A translated question with another answer.

## What it checks
A translated question has as many options, items, pairs, blanks, scenes and choices as its original, in the
same order, and the same ones are ticked.

## Why it matters
In one language the right answer would be wrong.

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
of: 6b037a

- [ ] 請顧客出示身分證
- [x] 改退現金
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
from sop_plugin.model.quiz_translating import differs


def check_translation(original: Document, translation: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Questions that both have."""
    for number, words, source in question_pairs(original, translation):
        if source and differs(source.answer, words.answer):
            yield Fault("translated-answer-differs", translation.places[number,], {"id": words.id})


RULE = Rule(Severity.ERROR, check_translation=check_translation)
