"""A way into the middle of tracks that run side by side.

## What it checks
A `go` from outside must not lead into one of several tracks that run side by side (`order: parallel`).

## Why it matters
One track would begin without the others, and nobody could say when all of them are done.

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
    go: drinks
  - id: prepare
    title: Prepare the order
    order: parallel
    steps:
      - {id: drinks, title: Make the drinks}
      - {id: food, title: Warm the food}
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
    go: prepare
  - id: prepare
    title: Prepare the order
    order: parallel
    steps:
      - {id: drinks, title: Make the drinks}
      - {id: food, title: Warm the food}
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity, Span
from sop_plugin.model.document import Document, Path
from sop_plugin.model.flow import Go, GoKind, Order
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step

Tracks = tuple[str, ...]
"""The tracks a step is in, the outermost first."""


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every `go` of a procedure that has parallel tracks.

    Those of triggered and recurring steps are left out: such steps run beside tracks that are open already.
    """
    sop = document.sop
    if sop is None or not document.mentioned(Namespace.END):
        return
    groups = {track.id: step.id for step in steps_of(sop) if step.order is Order.PARALLEL for track in step.steps}
    if not groups:
        return
    tracks: dict[str, Tracks] = {}
    placed = list(_placed(sop, tracks, groups))
    for position, entry in enumerate(sop.entries):
        placed.append(("", ("entries", position, "go"), entry.go))
    for source, path, go in placed:
        entered = [track for track in tracks.get(go.target, ()) if track not in tracks.get(source, ())]
        if go.kind is GoKind.PLACE and entered:
            group = groups[entered[0]]
            yield Fault("go-into-parallel", _place(document, path, go.target), {"id": go.target, "group": group}, group)


def _placed(sop: Sop, tracks: dict[str, Tracks], groups: dict[str, str]) -> Iterator[tuple[str, Path, Go]]:
    """Every `go` with its step and its place; on the way, notes the tracks of each step."""

    def below(steps: tuple[Step, ...], path: Path, around: Tracks) -> Iterator[tuple[str, Path, Go]]:
        for position, step in enumerate(steps):
            here: Path = (*path, position)
            tracks[step.id] = (*around, step.id) if step.id in groups else around
            if step.go:
                yield step.id, (*here, "go"), step.go
            for number, branch in enumerate(step.branches):
                yield step.id, (*here, "branches", number, "go"), branch.go
            for number, exception in enumerate(step.exceptions):
                yield step.id, (*here, "exceptions", number, "go"), exception.go
            if step.repeat and step.repeat.else_go:
                yield step.id, (*here, "repeat", "else_go"), step.repeat.else_go
            yield from below(step.steps, (*here, "steps"), tracks[step.id])

    yield from below(sop.steps, ("steps",), ())


def _place(document: Document, path: Path, target: str) -> Span:
    """Where the target is named. Entries that could not be read shift the others; then its first mention counts."""
    named = [mention.span for mention in document.mentioned(Namespace.END) if mention.id == target]
    place = document.locate(path)
    return place if place in named else named[0]


RULE = Rule(Severity.WARNING, check)
