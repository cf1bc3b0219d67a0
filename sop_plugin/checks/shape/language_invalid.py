"""A language that is not given by its code.

## What it checks
A language is given by its usual code: `zh-TW`, `zh-CN`, `en`, `ja`.

## Why it matters
Browsers choose the shapes of Chinese characters, and screen readers the voice, by this code.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
lang: english
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
lang: en
steps:
  - id: greet
    title: Greet the guest
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
