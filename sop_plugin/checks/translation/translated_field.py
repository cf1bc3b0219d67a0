"""A translation that carries more than words.

## What it checks
A translation holds texts only. Times, roles, tools, and the flow are those of the original.

## Why it matters
A time that stands in two files will sooner or later differ between them, and the staff of one language work
by the wrong one.

## Bad
```yaml
---
sop: 1
translates: refund-card
lang: zh-TW
title: 刷卡退款
steps:
  - id: check-name
    title: 核對姓名
    time_limit: 2 分鐘
---
```

## Good
```yaml
---
sop: 1
translates: refund-card
lang: zh-TW
title: 刷卡退款
steps:
  - id: check-name
    title: 核對姓名
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity

RULE = Rule(Severity.ERROR)
