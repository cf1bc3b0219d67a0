"""A blank without an answer.

## What it checks
Between the brackets of a blank, `[[…]]`, stands what is to be filled in.

## Why it matters
Nothing that is typed there would be right.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
---

## Fill in. {#fill}

Ask for an [[identity card]] when the [[]] differ.
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
