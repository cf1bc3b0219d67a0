"""A word of the house that a translation calls something else.

## What it checks
Glossary, roles, tools, materials and systems have names in other languages in `organisation.yml`. Where two texts or
more of the original use such a word, the translation uses the house's name for it at least once; inflected forms
and the last word of a longer name will do. One use alone is passed over, since a pronoun or another turn of phrase may
stand for it.

## Why it matters
With two names for one thing, staff look for a second thing, and a search for the house's own word finds nothing.

## In organisation.yml
```yaml
glossary:
  - {id: handover, title: Handover, names: [{lang: fr, title: Passation}]}
```

## Another file
```yaml
---
sop: 1
id: close-till
title: Close the till
version: 1.0
owner: cafe-manager
steps:
  - id: note-handover
    title: Write the handover
    do: Write the handover into the book.
---
```

## Bad
```yaml
---
sop: 1
translates: close-till
lang: fr
title: Fermer la caisse
steps:
  - id: note-handover
    title: Noter la relève
    do: Noter la relève dans le cahier.
---
```

## Good
```yaml
---
sop: 1
translates: close-till
lang: fr
title: Fermer la caisse
steps:
  - id: note-handover
    title: Noter la passation
    do: Noter la passation dans le cahier.
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.organisation import GlossaryTerm, Material, Organisation, Role, System, Tool

TIMES = 2
"""Texts of the original that must use a word before the translation is held to the house's name for it."""

_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_word = re.compile(r"\w+")
_HEAD = 4
"""Letters that inflected forms of a word begin with at least."""

_Term = GlossaryTerm | Role | Tool | Material | System


def check_translation(original: Document, translation: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Words that the original uses and the translation never calls by their name, at the first text they belong to."""
    words, organisation = translation.translation, surroundings.organisation
    if original.sop is None or words is None or organisation is None:
        return
    terms = _named_terms(organisation, words.lang)
    if not terms:
        return
    uses = _uses(original, terms, words.words)
    if not uses:
        return
    all_words = " ".join(words.words.values())
    stems = {word[:_HEAD] for word in _word.findall(all_words.lower())}
    for title, addresses in uses.items():
        term, name = terms[title]
        if len(addresses) >= TIMES and not any(_is_used(each, all_words, stems) for each in (name, *term.also)):
            arguments = {"term": term.title, "name": name, "lang": words.lang}
            yield Fault("term-translated-differently", words.places[addresses[0]], arguments)


def _named_terms(organisation: Organisation, language: str) -> dict[str, tuple[_Term, str]]:
    """The words of the house that have a name in `language`, with that, by their title in small letters."""
    lists: tuple[tuple[_Term, ...], ...] = (
        *(organisation.glossary, organisation.roles, organisation.tools, organisation.materials),
        organisation.systems,
    )
    return {
        term.title.lower(): (term, named.title)
        for terms in lists
        for term in terms
        for named in term.names
        if named.lang == language and len(term.title) > 1
    }


def _uses(original: Document, terms: Mapping[str, object], translated: Mapping[str, str]) -> dict[str, list[str]]:
    """The addresses of the translated texts that use each term; within a longer term, none counts."""
    longest_first = sorted(terms, key=len, reverse=True)
    pattern = re.compile("|".join(_as_pattern(title) for title in longest_first), re.IGNORECASE)
    uses: dict[str, list[str]] = {}
    for texts in original.texts_by_step().values():
        for address, text in texts.items():
            if address in translated:
                for title in {match[0].lower() for match in pattern.finditer(text)}:
                    if title in terms:  # letters with more than one small form match and are not found
                        uses.setdefault(title, []).append(address)
    return uses


def _as_pattern(title: str) -> str:
    return re.escape(title) if _UNSPACED.search(title) else rf"\b{re.escape(title)}\b"


def _is_used(name: str, text: str, stems: set[str]) -> bool:
    """Whether a text uses a name, or the last word of it in any form."""
    if _UNSPACED.search(name):
        return name in text
    own = _word.findall(name.lower())
    return not own or own[-1][:_HEAD] in stems


RULE = Rule(Severity.INFO, check_translation=check_translation)
