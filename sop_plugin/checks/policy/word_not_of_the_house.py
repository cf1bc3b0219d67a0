"""A word that the house does not use.

## What it checks
The words that `policy.vocabulary` in `organisation.yml` lists under `not` stand in no text of a procedure or a
translation of the same language. Search words (`aliases`, `also`, `tags`) and what customers say or think are left out.

## Why it matters
The house has agreed on one word. Another one makes readers think of another thing, and may offend those it is said of.

## In organisation.yml
```yaml
policy:
  vocabulary:
    - {use: guest, not: [punter], why: Our guests read these words too.}
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
    do: Look up and greet the punter.
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
    do: Look up and greet the guest.
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.names import once_an_organisation
from sop_plugin.checks.parties import customers_of
from sop_plugin.checks.phrases import Phrases
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity, Span
from sop_plugin.model.document import Document
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.passage import Passage
from sop_plugin.model.policy import Wording

NAME = "word-not-of-the-house"

_NOT_TEXT = frozenset({"aliases", "also", "tags", "thinks"})


@once_an_organisation
def _unwanted(organisation: Organisation, language: str) -> Phrases[Wording] | None:
    """The words that the house does not use in a language."""
    vocabulary = organisation.policy.vocabulary if organisation.policy else ()
    wanted = [each for each in vocabulary if each.lang in (None, language)]
    words = {word: each for each in wanted for word in each.not_}
    # Where the word of the house holds one that it does not use, as 顧客 holds 客, it is not taken for that.
    return Phrases(words, [each.use for each in wanted if each.use not in words]) if words else None


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every text of a procedure, a quiz or a translation."""
    organisation = surroundings.organisation
    if organisation is None or organisation.policy is None or not organisation.policy.vocabulary:
        return
    if document.organisation is not None:
        return
    language = document.lang or organisation.language
    unwanted = _unwanted(organisation, language)
    if unwanted is None or not unwanted.occur(document.text):
        return
    for passage in document.passages():
        if passage.markup is None or passage.fields[-1] in _NOT_TEXT:
            continue
        for start, end, wording in unwanted.find(passage.prose):
            if not _is_said_by_customer(passage, document, customers_of(organisation)):
                yield _fault(passage.words[start:end], passage.span(start, end), wording)


def _fault(word: str, span: Span, wording: Wording) -> Fault:
    use = wording.use
    instead = use[:1].upper() + use[1:] if word[:1].isupper() else use
    arguments = {"word": word, "use": use, "why": wording.why or ""}
    if wording.why:
        arguments["hint"] = f"@rule.{NAME}.hint-with-reason"
    return Fault(NAME, span, arguments, instead)


def _is_said_by_customer(passage: Passage, document: Document, customers: frozenset[str]) -> bool:
    """Whether the words are those of a customer, who says what he likes."""
    if passage.fields[-1] != "says":
        return False
    role = (*passage.way[:-1], "role")
    if not document.has(role):
        return False
    span = document.locate(role)
    line = document.text.split("\n")[span.line - 1]
    return line[span.column - 1 : span.end_column - 1].strip("\"'") in customers


RULE = Rule(Severity.WARNING, check)
