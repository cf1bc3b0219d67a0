"""An id that belonged to a retired procedure.

## What it checks
No procedure takes an id, as its own or under `was`, that a retired procedure has or that `retired_ids` in
`organisation.yml` lists.

## Why it matters
Old records, printed codes and training certificates name the retired procedure. They would now seem to speak of
another one.

## In organisation.yml
```yaml
retired_ids: [welcome-guest]
```

## Bad
```yaml
---
sop: 1
id: welcome-guest
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
    title: Greet the guest
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.library import Library
from sop_plugin.model.sop import Status

ORGANISATION = "organisation.yml"


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """The ids of every procedure that is not retired itself."""
    organisation = surroundings.organisation
    retired = dict.fromkeys(organisation.retired_ids if organisation else (), ORGANISATION)
    for facts in library.originals:
        if facts.status is Status.RETIRED:
            retired |= dict.fromkeys((facts.id, *facts.was), facts.path)
    if not retired:
        return
    for facts in library.originals:
        # The last version before a procedure was retired is no other procedure.
        if facts.is_in_force:
            for name, span in zip((facts.id, *facts.was), (facts.id_span, *facts.was_spans), strict=True):
                if name in retired:
                    yield facts.path, Fault("retired-id-reused", span, {"id": name, "other": retired[name]})


RULE = Rule(Severity.ERROR, check_library=check_library, binding=False)
