"""A form that the procedure does not declare.

## What it checks
A form that a step fills in must be declared under `forms` of the same procedure.

## Why it matters
Staff would be asked to fill in a form that nobody has designed, and nothing would be written down.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
forms:
  - id: guest-book
    title: Guest book
    fields: [{id: name, title: Name, type: text}]
steps:
  - id: greet
    title: Greet the guest
    record: [guestbook-2]
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
forms:
  - id: guest-book
    title: Guest book
    fields: [{id: name, title: Name, type: text}]
steps:
  - id: greet
    title: Greet the guest
    record: [guest-book]
---
```
"""

from sop_plugin.checks.declared import must_be_declared
from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.kinds import Namespace

RULE = Rule(Severity.ERROR, check=must_be_declared("unknown-form", Namespace.FORM, in_file=True))
