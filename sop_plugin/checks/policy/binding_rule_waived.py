"""A binding rule that is suppressed or lowered.

## What it checks
Some rules are binding: a procedure that breaks one could not be understood, or would lead nowhere. They can be
neither suppressed in a file nor lowered in `organisation.yml`.

## Why it matters
The suppression does nothing, and whoever wrote it may take the finding for settled.

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
    role: barista
suppress:
  - rule: unknown-role
    reason: The role will be added next month.
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
    role: barista
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.registry import rule, rule_names
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document, Path
from sop_plugin.model.policy import RuleLevel


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Suppressions of a file, and levels of the organisation."""
    for way, name in _waived(document):
        if name in rule_names() and rule(name).is_binding:
            yield Fault("binding-rule-waived", document.locate(way), {"rule": name})


def _waived(document: Document) -> Iterator[tuple[Path, str]]:
    source = document.sop or document.translation
    for number, each in enumerate(source.suppress if source else ()):
        yield ("suppress", number, "rule"), each.rule
    policy = document.organisation.policy if document.organisation else None
    for number, setting in enumerate(policy.levels if policy else ()):
        if setting.level is not RuleLevel.ERROR:
            yield ("policy", "levels", number, "rule"), setting.rule


RULE = Rule(Severity.WARNING, check, binding=True)
