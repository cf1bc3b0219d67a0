"""A line about a question that cannot be read.

## What it checks
The lines under a heading that begin with `tests:`, `tags:`, `difficulty:`, `points:`, `shuffle:`, `choose:`
or `of:` hold what belongs there.

## Why it matters
What cannot be read does not count: the question would test nothing, or weigh as much as any other.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}
points: many

- [x] Ask the guest for an identity card
- [ ] Refund in cash
- [ ] Send the guest away
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The names differ. What do you do first? {#names-differ}
points: 2

- [x] Ask the guest for an identity card
- [ ] Refund in cash
- [ ] Send the guest away
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
