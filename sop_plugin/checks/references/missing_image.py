"""A picture that is not there.

## What it checks
Every picture, video and file that a procedure shows must lie in the content folder.

## Why it matters
Staff see an empty frame where the picture should be that makes the step clear.

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
    media:
      - {file: img/countr.svg, alt: The counter}
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
    media:
      - {file: img/counter.svg, alt: The counter}
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.paths import by_folder, resolved, target_of
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.suggestions import nearest


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every picture, video and file that is shown."""
    for picture in document.pictures:
        target, _ = target_of(picture.file)
        path = resolved(document.path, target) if target else None
        if path is None or path in surroundings.files or path in surroundings.links:
            continue
        folder, _, name = path.rpartition("/")
        near = nearest(name, by_folder(surroundings.files).get(folder, {}))
        instead = picture.file.removesuffix(name) + near if near and picture.file.endswith(name) else None
        yield Fault("missing-image", picture.span, {"file": picture.file}, instead)


RULE = Rule(Severity.ERROR, check)
