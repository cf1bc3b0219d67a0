"""A scene without an id.

## What it checks
Every scene of a scenario has an id at the end of its heading, to which choices lead: `{#calm}`.

## Why it matters
No choice could lead to it.

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

### She nods {#calm}

- [x] Take the order -> end

### She leaves

A guest is lost.
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
- [ ] Ignore her -> leaves

### She nods {#calm}

- [x] Take the order -> end

### She leaves {#leaves}

A guest is lost.
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
