"""An answer that cannot be read.

## What it checks
What stands behind `=` is a number, if need be with a unit and a tolerance in the same unit or in percent, or
words. The points of a choice are a number.

## Why it matters
Nobody could give the right answer, and the question would count all the same.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## How long may the refund take? {#how-long}

= 30 s +- 2 kg
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## How long may the refund take? {#how-long}

= 30 s +- 2 s
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
