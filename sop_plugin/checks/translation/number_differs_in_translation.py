"""A number that is another one in the translation.

## What it checks
Where a text of the original has a number in figures that its translation lacks, and the translation has one that the
original lacks, they are taken for each other. Numbers spelled in words, other units, times of day, discounts, and
the years of the Republic of China are allowed for; a number that is only missing is passed over.

## Why it matters
Staff who read the translation work to another temperature, time or amount than the others.

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
    do: Steam the milk to 65 °C.
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
    do: Chauffer le lait à 56 °C.
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
    do: Chauffer le lait à 65 °C.
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sop_plugin.checks.numbers import Figure, all_values, figures, may_be_the_same
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.passage import Passage

_digit = re.compile(r"\d")


def check_translation(original: Document, translation: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Texts of which a number became another one, at the number; the right one instead where there is but one."""
    words = translation.translation
    if original.sop is None or words is None:
        return
    given = translation.texts_by_step()
    passages: dict[tuple[int, int], Passage] = {}
    for step, wanted in original.texts_by_step().items():
        for address, text in wanted.items():
            if not _digit.search(text):
                continue
            translated = given.get(step, {}).get(address, "")
            if _digit.search(translated) and (pair := _differing(text, translated)):
                passages = passages or {each.whole[:2]: each for each in translation.passages()}
                passage = passages.get(words.places[address][:2])
                if passage is not None:
                    yield _fault(*pair, passage)


def _differing(original: str, translated: str) -> tuple[Figure, list[Figure]] | None:
    """The number of the translation that the original lacks, and those of the original that the translation lacks."""
    there, here = all_values(original), all_values(translated)
    missing = [figure for figure in figures(original) if figure.value not in here]
    new = [figure for figure in figures(translated) if figure.value not in there] if missing else []
    # Sixty minutes for an hour: the two explain each other.
    same = [(one, other) for one in missing for other in new if may_be_the_same(one.value, other.value)]
    missing = [each for each in missing if not any(each is one for one, _ in same)]
    new = [each for each in new if not any(each is other for _, other in same)]
    return (new[0], missing) if new and missing else None


def _fault(new: Figure, missing: list[Figure], passage: Passage) -> Fault:
    right = " / ".join(dict.fromkeys(figure.written for figure in missing))
    arguments = {"number": new.written, "original": right}
    instead = missing[0].written if len(missing) == 1 else None
    return Fault("number-differs-in-translation", passage.span(new.start, new.end), arguments, instead)


RULE = Rule(Severity.WARNING, check_translation=check_translation)
