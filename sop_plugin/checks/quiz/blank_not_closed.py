"""A blank whose brackets are not closed.

## What it checks
A blank begins with two brackets and ends with two on the same line: `[[…]]`.

## Why it matters
Staff would read brackets and the answer instead of a gap to fill in.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## Fill in. {#fill}

Ask for an [[identity card] when the [[names]] differ.
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## Fill in. {#fill}

Ask for an [[identity card]] when the [[names]] differ.
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
