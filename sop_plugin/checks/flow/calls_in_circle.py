"""Procedures that call each other in a circle.

## What it checks
A procedure that is called (`call`) must not itself call, directly or by others, the one that called it. Procedures that
are only named for further reading (`see`) or that the work is handed over to (`go`) do not count.

## Why it matters
Staff would begin the first procedure again before they are done with it, and lose their way.

## Another file
```yaml
---
sop: 1
id: another
title: Calm an angry guest
version: 1.0
owner: cafe-manager
steps:
  - id: listen
    title: Let the guest speak
  - id: start-over
    title: Take the order anew
    call: greet-guest
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
  - id: calm
    title: Calm the guest down
    optional: true
    call: another
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
  - id: calm
    title: Calm the guest down
    optional: true
    see: another
---
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity, Span
from sop_plugin.model.library import Call, Library

Place = tuple[str, str]
"""What is called: a procedure and one of its steps, or with an empty step the whole of it."""

Calls = Mapping[Place, Mapping[Place, tuple[str, Span]]]
"""What is called from each place, and where that stands: a path and a span."""


MOST = 12
"""Procedures of a circle that are named; nobody reads more."""


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """Each circle once, at its first call. Calls lead on only from what is called: a step, or a whole procedure."""
    calls = _calls(library)
    done: set[Place] = set()
    for start in calls:
        if start in done:
            continue
        for circle in _circles(calls, start, done):
            path, span = calls[circle[0]][circle[1]]
            names = " → ".join(f"{sop}/{step}" if step else sop for sop, step in circle)
            yield path, Fault("calls-in-circle", span, {"sop": circle[0][0], "called": circle[1][0], "circle": names})


def _calls(library: Library) -> Calls:
    """Only what has been called leads on, besides whole procedures."""
    found: dict[Place, dict[Place, tuple[str, Span]]] = {}
    calling = [facts for facts in library.originals if facts.calls and facts.is_in_force]
    called = {_target(library, call) for facts in calling for call in facts.calls}
    for facts in calling:
        for call in facts.calls:
            target = _target(library, call)
            for source in ((facts.id, ""), *((facts.id, step) for step in call.within)):
                if not source[1] or source in called:
                    found.setdefault(source, {}).setdefault(target, (facts.path, call.span))
    return found


def _target(library: Library, call: Call) -> Place:
    """What is called, by the id that the procedure has now."""
    return (library.by_id[call.sop][0].id if call.sop in library.by_id else call.sop, call.step)


def _circles(calls: Calls, start: Place, done: set[Place]) -> Iterator[list[Place]]:
    """The circles that a walk along the calls from `start` closes. Each place is looked at once over all walks."""
    way = [start]
    on_way = {start: 0}
    ahead = [iter(calls[start])]
    while way:
        place = next(ahead[-1], None)
        if place is None:
            ahead.pop()
            finished = way.pop()
            del on_way[finished]
            done.add(finished)
        elif place in on_way:
            first = on_way[place]
            left_out = [("…", "")] if len(way) - first > MOST else []
            yield [*way[first : first + MOST], *left_out, place]
        elif place in calls and place not in done:
            on_way[place] = len(way)
            way.append(place)
            ahead.append(iter(calls[place]))


RULE = Rule(Severity.WARNING, check_library=check_library)
