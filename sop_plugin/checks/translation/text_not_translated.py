"""A text of a step that a translation leaves out.

## What it checks
Of a translated step every text is translated, and what a translation holds is not the original's text over again.
Search words and the change log may differ or be missing. What is missing of one step is reported once.

## Why it matters
Half a step in one's own language looks like a whole one: nobody sees that a caution or an exception is still to come.

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
    cautions:
      - warning: The steam wand is hot.
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
    do: Chauffer le lait à 65 °C.
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
    cautions:
      - warning: La buse de vapeur est brûlante.
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sop_plugin.checks.addresses import shown
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.texts import is_own_in_each_language

NAMED = 6
"""Texts that the message names of more."""

_HAN = re.compile(r"[\u3400-\u9fff]")


def check_translation(original: Document, translation: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """The texts missing in each translated step, at its id, and those missing outside the steps, at the title."""
    words = translation.translation
    if original.sop is None or words is None or not translation.whole or not original.whole:
        return
    given = translation.texts_by_step()
    places = translation.declared.get(Namespace.STEP, {})
    for step, wanted in original.texts_by_step().items():
        if step and step not in places:
            continue
        missing = list(_missing(wanted, given.get(step, {}), is_chinese=words.lang.startswith("zh")))
        if step in original.body.details and step not in translation.body.details:
            missing.append(f"### {{#{step}}}")
        if not missing:
            continue
        place = places[step] if step else translation.locate(("lang",))
        fields = ", ".join(missing[:NAMED]) + (" …" if len(missing) > NAMED else "")
        arguments = {"step": step, "fields": fields}
        if not step:
            arguments["hint"] = "@rule.text-not-translated.outside"
        yield Fault("text-not-translated", place, arguments)


def _missing(wanted: Mapping[str, str], given: Mapping[str, str], *, is_chinese: bool) -> Iterator[str]:
    for address, text in wanted.items():
        if is_own_in_each_language(address):
            continue
        if address not in given or (given[address] == text and not is_chinese and _HAN.search(text)):
            yield shown(address)


RULE = Rule(Severity.INFO, check_translation=check_translation)
