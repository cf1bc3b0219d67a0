"""A translated text that the original does not have.

## What it checks
Every text of a translation stands in the place of one of its original: the third quality standard of a step for the
third, an exception for that with the same id.

## Why it matters
The words are never shown. Often one was taken out of the original, and those behind it now stand for others.

## Another file
```yaml
---
sop: 1
id: steam-milk
title: Steam the milk
version: 1.0
owner: cafe-manager
steps:
  - id: steam
    title: Steam the milk
    quality:
      - The surface shines.
---
```

## Bad
```yaml
---
sop: 1
translates: steam-milk
lang: fr
title: Faire mousser le lait
steps:
  - id: steam
    title: Faire mousser le lait
    quality:
      - La surface brille.
      - Il n'y a pas de grosses bulles.
---
```

## Good
```yaml
---
sop: 1
translates: steam-milk
lang: fr
title: Faire mousser le lait
steps:
  - id: steam
    title: Faire mousser le lait
    quality:
      - La surface brille.
---
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sop_plugin.checks.addresses import shown
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.suggestions import nearest

_OF_LISTS = ("aliases", "tags")
"""A translation may have more search words than its original."""


def check_translation(original: Document, translation: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Texts whose place the original does not have; those of one part with an id are reported once, at the id."""
    words = translation.translation
    if original.sop is None or words is None or not original.whole:
        return
    wanted = original.texts_by_step()
    for step, given in translation.texts_by_step().items():
        if step and step not in wanted:
            continue
        known = wanted.get(step, {})
        reported: set[str] = set()
        for address in given:
            if address in known or address.partition("/")[0] in _OF_LISTS:
                continue
            part = _strange_part(address, known, words.places)
            if part not in reported:
                reported.add(part)
                fault = Fault("text-without-original", words.places[part], {"field": shown(part), "step": step})
                yield _with_the_likely_id(fault, part, known, given, words.places)


def _strange_part(address: str, known: Mapping[str, str], places: Mapping[str, object]) -> str:
    """The outermost part with an id around a text that the original has nothing of, or the text itself."""
    parts = address.split("/")
    for length in range(2, len(parts)):
        outer = "/".join(parts[:length])
        if outer in places and not any(each.startswith(f"{outer}/") for each in known):
            return outer
    return address


def _with_the_likely_id(
    fault: Fault, part: str, known: Mapping[str, str], given: Mapping[str, str], places: Mapping[str, object]
) -> Fault:
    """`fault` with the id instead that is most like the wrong one, among those that are not translated yet."""
    if part in given:
        return fault
    around, _, name = part.rpartition("/")
    left = {each.removeprefix(f"{around}/").partition("/")[0] for each in known if each.startswith(f"{around}/")}
    near = nearest(name, sorted(each for each in left if f"{around}/{each}" not in places))
    return replace(fault, instead=near) if near else fault


RULE = Rule(Severity.WARNING, check_translation=check_translation)
