"""A choice in a scenario that leads nowhere.

## What it checks
Every choice of a scenario ends in an arrow and the scene that follows, or `end`.

## Why it matters
Whoever makes this choice would be left with an empty screen.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The guest is upset {#upset}

She has waited for ten minutes.

- [x] Apologise -> calm
- [ ] Ask her to wait

### She nods {#calm}

You take the order.
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## The guest is upset {#upset}

She has waited for ten minutes.

- [x] Apologise -> calm
- [ ] Ask her to wait -> end

### She nods {#calm}

You take the order.
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
