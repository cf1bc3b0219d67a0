"""A word that is not one of the words possible here.

## What it checks
Some fields take one of a few fixed words: `status`, `layer`, `channels`, `stage`, `value`, `waste`, `order`
and others.

## Why it matters
The page, the index and the charts sort by these words. A word they do not know would put the procedure
nowhere.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
status: in review
steps:
  - id: greet
    title: Greet the guest
---
```

## Good
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
status: in-review
steps:
  - id: greet
    title: Greet the guest
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.checks.spelling import only_spelt_otherwise
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR, safe=only_spelt_otherwise)
