"""A header that cannot be read.

## What it checks
The header must follow the rules of YAML: one field a line, quotation marks and brackets closed, lines that
belong together equally indented.

## Why it matters
From the faulty place on nothing is understood, so the procedure cannot be published.

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
    do: Smile: the guest comes first.
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
    do: "Smile: the guest comes first."
---
```
"""

from sop_plugin.checks.rule import Rule
from sop_plugin.model.diagnostic import Diagnostic, Severity

_SLIPS = (
    "hyphen-without-space",
    "full-width-hyphen",
    "colon-without-space",
    "full-width-colon",
)


def _is_safe(found: Diagnostic) -> bool:
    """A slip of the keyboard is; so are quotation marks around a whole line, unless a comment may be part of it."""
    problem = found.arguments.get("problem", "").removeprefix("@yaml-problem.")
    return problem in _SLIPS or (problem == "text-after-end" and " #" not in found.source_line)


RULE = Rule(Severity.ERROR, safe=_is_safe)
