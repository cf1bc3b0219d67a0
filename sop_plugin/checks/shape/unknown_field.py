"""A field that the language does not have.

## What it checks
Every field's name must be one that the field reference lists for its place; the names of the fields that a policy
asks for, too.

## Why it matters
A misspelt field would be passed over in silence: the time limit is written down, and no page ever shows it.

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
    time_limt: 30 s
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

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.checks.spelling import only_spelt_otherwise
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.fields import fields_of
from sop_plugin.model.policy import RequiredOf
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.model.suggestions import nearest, some_of


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """The fields that the policy of an organisation asks for; all others are seen while reading."""
    policy = document.organisation.policy if document.organisation else None
    for number, demand in enumerate(policy.require if policy else ()):
        known = [spec.key for spec in fields_of(Sop if demand.of is RequiredOf.PROCEDURE else Step)]
        for position, field in enumerate(demand.fields):
            if field not in known:
                at = document.locate(("policy", "require", number, "fields", position))
                near = nearest(field, known)
                arguments = {"field": field, "suggestion": near or "", "fields": some_of(known, near or field)}
                yield Fault("unknown-field", at, arguments, near)


RULE = Rule(Severity.ERROR, check, safe=only_spelt_otherwise)
