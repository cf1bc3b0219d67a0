"""A reference that is declared nowhere.

## What it checks
A law or document that a step rests on must be declared under `references`, in the procedure or in
`organisation.yml`.

## Why it matters
An auditor follows the reference from the step to the text of the law, and must not end at a misspelt name.

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
    basis: [consumer-atc art. 19]
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
    basis: [consumer-act art. 19]
---
```
"""

from sop_plugin.checks.declared import must_be_declared
from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.kinds import Namespace

RULE = Rule(Severity.ERROR, check=must_be_declared("unknown-reference", Namespace.REFERENCE, in_file=True))
