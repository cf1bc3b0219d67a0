"""A procedure that means something else under its old version.

## What it checks
Since the commit that it is compared with (`sop check --changed-since`), a procedure that was no draft either means what
it did, or has a new version. Layout and comments do not count, nor does document control, such as status, approvals,
review dates or tags; nor do hints at other procedures (`see`) and notes on the service, such as emotions or waste; nor
fields that a new entry under `changes` names as `editorial`.

## Why it matters
Staff, records and training refer to a version. If it means two things, nobody can tell which of them was followed, and
nobody is told of the change.

## Before
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
    time_limit: 20 s
---
```

## Good
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.1
owner: cafe-manager
steps:
  - id: greet
    title: Greet the guest
    time_limit: 20 s
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.checks.understood import was_understood
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.meaning import NOTHING, Difference, differences, in_short, renamed_steps
from sop_plugin.model.sop import Sop, Status
from sop_plugin.model.version import version_rank

UNFINISHED = (Status.DRAFT, Status.IN_REVIEW)
"""While a version is written and discussed, it changes under its own number."""

MOST = 5
"""Fields that are listed."""


def check_change(base: Document, now: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """What a procedure means now, held against what it meant."""
    old, new = base.sop, now.sop
    if old is None or new is None or old.version is None or new.version is None or old.status in UNFINISHED:
        return
    if version_rank(new.version) > version_rank(old.version):
        return
    if not was_understood(base) or not was_understood(now):
        return
    editorial = {field for change in new.changes if change not in old.changes for field in change.editorial}
    found = [each for each in (*differences(old, new), *_in_text(base, now, old, new)) if each.field not in editorial]
    if not found:
        return
    fields = list(dict.fromkeys(each.field for each in found))
    arguments = {
        "version": new.version,
        "next": next_version(old.version),
        "place": found[0].place,
        "before": found[0].before,
        "after": found[0].after,
        "fields": ", ".join(fields[:MOST]) + (", …" if len(fields) > MOST else ""),
        "field": fields[0],
    }
    yield Fault("version-not-raised", now.locate(("version",)), arguments, instead=arguments["next"])


def _in_text(base: Document, now: Document, old: Sop, new: Sop) -> Iterator[Difference]:
    """What differs in the text below the header under the headings of steps, which is the rest of their `do`."""
    if not base.body.details and not now.body.details:
        return
    names = renamed_steps(old, new)
    then = {names.get(step, step): prose.plain for step, prose in base.body.details.items()}
    today = {step: prose.plain for step, prose in now.body.details.items()}
    for step in dict.fromkeys((*today, *then)):
        before, after = then.get(step, ""), today.get(step, "")
        if before.split() != after.split():
            field = f"{step}.do"
            yield Difference(
                field, field, *(in_short(_from_where(*pair)) for pair in ((before, after), (after, before)))
            )


def _from_where(text: str, other: str) -> str:
    """`text` from the first word on in which it differs from `other`."""
    words, others = text.split(), other.split()
    same = next((n for n, (one, two) in enumerate(zip(words, others, strict=False)) if one != two), len(others))
    return " ".join(words[same:]) or NOTHING


def next_version(version: str) -> str:
    """The version after `version`: its last number raised by one, without the suffix of a trial version."""
    numbers = version.partition("-")[0]
    return re.sub(r"\d+$", lambda last: str(int(last[0]) + 1), numbers)


RULE = Rule(Severity.WARNING, check_change=check_change, binding=False)
