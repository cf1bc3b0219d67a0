"""A pair without an arrow.

## What it checks
In a list of pairs, every item has an arrow between what belongs together: `Names differ -> identity card`.

## Why it matters
The item would be left out of the question.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## What belongs together? {#pairs}

- Names differ -> Ask for an identity card
- Card expired -> Call the bank
- No receipt
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## What belongs together? {#pairs}

- Names differ -> Ask for an identity card
- Card expired -> Call the bank
- No receipt -> Look it up in the till
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
