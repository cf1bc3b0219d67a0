"""A class that is declared nowhere.

## What it checks
A class, such as `severity`, must be declared under `classes`, in the procedure or in `organisation.yml`.

## Why it matters
What differs by class, such as a time limit, would hold for no case at all.

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
    only_if: {severty: [major]}
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
    only_if: {severity: [major]}
---
```
"""

from sop_plugin.checks.declared import must_be_declared
from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.kinds import Namespace

RULE = Rule(Severity.ERROR, check=must_be_declared("unknown-class", Namespace.CLASS, in_file=True))
