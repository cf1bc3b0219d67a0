"""A translated question that its original does not have.

## What it checks
Every question of a translation has the id of a question of its original.

## Why it matters
It would never be asked: what is asked, the original says.

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

- [x] 請顧客出示身分證
- [ ] 改退現金
- [ ] 請顧客離開

## 沒有收據怎麼辦？ {#no-receipt}

- [x] 在收銀機查
- [ ] 拒絕
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
from sop_plugin.model.suggestions import nearest


def check_translation(original: Document, translation: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Questions of the translation that the original does not have."""
    left = {question.id for question in original.questions} - {question.id for question in translation.questions}
    for number, words, source in question_pairs(original, translation):
        if words.id and source is None and original.whole:
            near = nearest(words.id, left)
            yield Fault("question-not-in-original", translation.places[number, "id"], {"id": words.id}, near)


RULE = Rule(Severity.ERROR, check_translation=check_translation)
