"""An option that stands in no list.

## What it checks
The line of an option begins with a hyphen, a blank and the box: `- [x]` or `- [ ]`.

## Why it matters
Without them the line belongs to the text before it: the option would be missing, or be read as feedback of another.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask the guest for an identity card
-[ ] Refund in cash
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
