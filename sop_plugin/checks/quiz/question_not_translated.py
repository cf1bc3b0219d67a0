"""A question without a translation.

## What it checks
A translation of a quiz has every question of its original.

## Why it matters
The question is asked in another language, in the middle of the quiz.

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

## No receipt. What now? {#no-receipt}

- [x] Look it up in the till
- [ ] Refuse
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

## 沒有收據怎麼辦？ {#no-receipt}
of: 8619ed

- [x] 在收銀機查
- [ ] 拒絕
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check_translation(original: Document, translation: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Questions of the original that the translation does not have, reported at its id."""
    if original.quiz is None or translation.quiz_translation is None:
        return
    there = {question.id for question in translation.questions}
    place = translation.locate(("translates",))
    for question in original.questions:
        if question.id and question.id not in there:
            yield Fault("question-not-translated", place, {"id": question.id, "title": question.title})


RULE = Rule(Severity.WARNING, check_translation=check_translation)
