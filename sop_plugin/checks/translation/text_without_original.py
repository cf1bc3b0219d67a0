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

from collections.abc import Iterable, Iterator, Mapping

from sop_plugin.checks.addresses import shown
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.suggestions import nearest

_OF_LISTS = ("aliases", "tags")
"""A translation may have more search words than its original."""

GUESSED = 20
"""Parts of a step for which an id that is alike is looked for."""


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
        strange = [address for address in given if address not in known and address.partition("/")[0] not in _OF_LISTS]
        parts = _with_parts_around(known) if strange else frozenset()
        reported: set[str] = set()
        for address in strange:
            part = _strange_part(address, parts, words.places)
            if part not in reported:
                reported.add(part)
                near = _likely_id(part, parts, words.places) if part not in given and len(reported) < GUESSED else None
                yield Fault("text-without-original", words.places[part], {"field": shown(part), "step": step}, near)


def _with_parts_around(addresses: Iterable[str]) -> frozenset[str]:
    """Addresses and those of all that they are part of."""
    found: set[str] = set()
    for address in addresses:
        while address and address not in found:
            found.add(address)
            address = address.rpartition("/")[0]
    return frozenset(found)


def _strange_part(address: str, known: frozenset[str], places: Mapping[str, object]) -> str:
    """The outermost part with an id around a text that the original has nothing of, or the text itself."""
    parts = address.split("/")
    outer = ("/".join(parts[:length]) for length in range(2, len(parts)))
    return next((each for each in outer if each in places and each not in known), address)


def _likely_id(part: str, known: frozenset[str], places: Mapping[str, object]) -> str | None:
    """The id most like the wrong one, among those that the original has there and the translation has not."""
    around, _, name = part.rpartition("/")
    left = (each for each in known if each.rpartition("/")[0] == around and each not in places)
    return nearest(name, sorted(each.rpartition("/")[2] for each in left))


RULE = Rule(Severity.WARNING, check_translation=check_translation)
