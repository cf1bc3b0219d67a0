"""An option without words.

## What it checks
Behind the box of an option, on the same line, stands what can be chosen.

## Why it matters
Staff would see a box with nothing beside it.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask for a card
- [ ]
- [ ] Refund in cash
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask for a card
- [ ] Send the guest away
- [ ] Refund in cash
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
