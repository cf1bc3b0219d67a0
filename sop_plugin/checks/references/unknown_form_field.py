"""A form's field that the form does not have.

## What it checks
A field of a form, written `form.field`, must be one of the fields that the form declares.

## Why it matters
What should be written down at this step has no place in the form, and is missing from the records.

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
    record: [guest-book.nmae]
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
    record: [guest-book.name]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.declared import unknown
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Fields of the file's own forms. An unknown form is another rule's."""
    if document.sop is None or not document.sop.forms:
        return
    fields = {form.id: dict.fromkeys(field.id for field in form.fields) for form in document.sop.forms}
    for mention in document.mentioned(Namespace.FIELD):
        if mention.of in fields and mention.id not in fields[mention.of]:
            yield unknown("unknown-form-field", mention, fields[mention.of], {})


RULE = Rule(Severity.ERROR, check)
