"""An option without a box.

## What it checks
Every option of a question has a box before it: `[x]` where it is right, `[ ]` where it is not.

## Why it matters
Whether it is right or wrong is not known, so it would count as wrong.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask the guest for an identity card
- Refund in cash
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask the guest for an identity card
- [ ] Refund in cash
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
