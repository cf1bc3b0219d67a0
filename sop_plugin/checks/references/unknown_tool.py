"""A tool that the organisation does not have.

## What it checks
Every tool that a file names must be listed under `tools` in `organisation.yml`. Where there is no such
list, nothing is checked.

## Why it matters
The list of what must be at hand, and the warnings that belong to a tool, are made from its id.

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
    tools: [post]
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
    tools: [pos]
---
```
"""

from sop_plugin.checks.declared import must_be_declared
from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.kinds import Namespace

RULE = Rule(Severity.ERROR, check=must_be_declared("unknown-tool", Namespace.TOOL, in_file=False))
