"""A reference to a procedure that is no longer in force.

## What it checks
A procedure in force does not call, hand over to or refer to one that was superseded or retired, nor link to its file.
What it replaces itself, under `supersedes`, is no such reference.

## Why it matters
Staff who follow the reference work by rules that no longer hold, and the page they land on looks like any other.

## Another file
```yaml
---
sop: 1
id: refund-cash
title: Refund in cash
version: 1.0
status: retired
owner: cafe-manager
steps:
  - id: pay-out
    title: Pay the money out
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
    see: [refund-cash]
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
    see: [refund-card]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sop_plugin.checks.paths import relative
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity, Span
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import Facts, Library

NAME = "reference-to-retired"

Successors = dict[str, list[Facts]]


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """What every procedure in force, and every translation of one, refers to and links to."""
    gone = {facts.path: facts for facts in library.originals if not facts.is_in_force}
    if not gone:
        return
    successors = _successors(library)
    for facts in library.facts:
        if _is_in_force(facts, library):
            yield from ((facts.path, fault) for fault in _named(facts, library, gone, successors))
            yield from ((facts.path, fault) for fault in _linked(facts, gone, successors))


def _named(facts: Facts, library: Library, gone: Mapping[str, Facts], successors: Successors) -> Iterator[Fault]:
    own = {facts.id, *facts.was}
    named_at = {(mention.span.line, mention.id) for mention in facts.outward}
    for mention in facts.outward:
        if mention.namespace is not Namespace.SOP or mention in facts.supersedes or mention.id in own:
            continue
        versions = library.by_id.get(mention.id, ())
        if versions and all(each.path in gone for each in versions):
            successor = _in_force_after(versions[0], successors)
            # Where the successor is named beside it, the reference is only to be taken out.
            is_missing = successor and (mention.span.line, successor.id) not in named_at
            instead = successor.id if successor and is_missing else None
            yield _fault(mention.id, mention.span, versions[0], successor, instead)


def _linked(facts: Facts, gone: Mapping[str, Facts], successors: Successors) -> Iterator[Fault]:
    for path, _, span in facts.links:
        if path in gone:
            successor = _in_force_after(gone[path], successors)
            link = relative(facts.path, successor.path) if successor and successor.path != facts.path else None
            yield _fault(path, span, gone[path], successor, link)


def _fault(target: str, span: Span, gone: Facts, successor: Facts | None, instead: str | None) -> Fault:
    arguments = {"target": target, "id": gone.id, "status": f"@enum.status.{gone.status.value}"}
    if successor is None:
        return Fault(NAME, span, arguments)
    return Fault(NAME, span, arguments | {"successor": successor.id, "hint": f"@rule.{NAME}.hint-successor"}, instead)


def _is_in_force(facts: Facts, library: Library) -> bool:
    """Whether a procedure is in force, or any version of what a translation translates."""
    if not facts.is_translation:
        return facts.is_in_force
    return any(each.is_in_force for each in library.by_id.get(facts.id, ()))


def _successors(library: Library) -> Successors:
    """The procedures that take the place of others, by the id of the one that was: other versions of the same, and
    those that name it under `supersedes`.
    """
    found: dict[str, list[Facts]] = {}
    for facts in library.originals:
        for name in {facts.id, *(mention.id for mention in facts.supersedes if mention.namespace is Namespace.SOP)}:
            found.setdefault(name, []).append(facts)
    return found


def _in_force_after(gone: Facts, successors: Successors) -> Facts | None:
    """The one procedure in force that came in the place of `gone`, if need be over several that are gone too."""
    seen = {gone.id}
    at = gone.id
    while True:
        after = successors.get(at, ())
        in_force = [each for each in after if each.is_in_force]
        if in_force:
            # Of two that share what it was for, only the author can choose.
            return in_force[0] if len({each.id for each in in_force}) == 1 else None
        onward = {each.id for each in after} - seen
        if len(onward) != 1:
            return None
        at = onward.pop()
        seen.add(at)


RULE = Rule(Severity.WARNING, check_library=check_library)
