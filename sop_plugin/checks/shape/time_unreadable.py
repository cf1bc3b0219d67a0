"""A time that cannot be read.

## What it checks
A time is a number and a unit, in English or Chinese, as people say it: `30 s`, `2 min`, `15-20 min`, `at
most 3 working days`, `at once`.

## Why it matters
Timers, deadlines and the value stream map are made from it. “Quickly” starts no clock.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
steps:
  - id: greet
    title: Greet the guest
    time_limit: quickly
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
steps:
  - id: greet
    title: Greet the guest
    time_limit: 30 s
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
