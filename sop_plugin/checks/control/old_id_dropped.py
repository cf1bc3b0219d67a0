"""A new id that does not lead from the old one.

## What it checks
Since the commit that it is compared with (`sop check --changed-since`), a procedure or a step either kept its id, or
names the old one under `was`. A step is known again by what it means.

## Why it matters
Links, printed codes, training records and other procedures name the old id. Without `was` they lead nowhere.

## Before
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
steps:
  - id: hello
    title: Greet the guest
---
```

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
    was: [hello]
    title: Greet the guest
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.checks.understood import was_understood
from sop_plugin.model.diagnostic import Fault, Severity, Span
from sop_plugin.model.document import Document, Path
from sop_plugin.model.meaning import renamed_steps
from sop_plugin.model.sop import Status
from sop_plugin.model.walk import ways_to_steps

NAME = "old-id-dropped"


def check_change(base: Document, now: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """The ids of a procedure and its steps, held against those they had. Nothing leads to a draft yet."""
    old, new = base.sop, now.sop
    if old is None or new is None or old.status is Status.DRAFT:
        return
    if not was_understood(base) or not was_understood(now):
        return
    if old.id not in (new.id, *new.was):
        yield _fault(now, (), old.id, new.id, new.was)
    names = {new_id: old_id for old_id, new_id in renamed_steps(old, new).items()}
    for way, step in ways_to_steps(new) if names else ():
        if step.id in names and names[step.id] not in step.was:
            yield _fault(now, way, names[step.id], step.id, step.was)


def _fault(document: Document, way: Path, old: str, new: str, was: tuple[str, ...]) -> Fault:
    arguments = {"id": new, "old": old, "line": f"was: [{', '.join((*was, old))}]"}
    if was:
        return Fault(NAME, document.locate((*way, "was")), arguments, arguments["line"].removeprefix("was: "))
    place = document.locate((*way, "id"))
    return Fault(NAME, place, arguments, _with_line(document.locate(way), place, new, arguments["line"]))


def _with_line(record: Span, place: Span, value: str, line: str) -> str | None:
    """The id with `line` behind it: below, or within the braces of a record on one line.

    None where the id does not come first within braces, so that it cannot be told how the record is written.
    """
    indent = place.column - len("id: ")
    if record.column == indent:
        return f"{value}\n{' ' * (indent - 1)}{line}"
    if (record.line, record.column + len("{")) == (place.line, indent):
        return f"{value}, {line}"
    return None


RULE = Rule(Severity.WARNING, check_change=check_change, binding=False)
