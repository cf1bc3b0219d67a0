"""Laying a translation over the procedure that it translates."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from sop_plugin.model.amount import Amount
from sop_plugin.model.document import Body, Document
from sop_plugin.model.pins import suspect_steps
from sop_plugin.model.rendition import INTRO, REST, Gap, Rendition
from sop_plugin.model.sop import Sop
from sop_plugin.model.texts import is_own_in_each_language, texts, with_words
from sop_plugin.model.time import Duration

Tell = Callable[[Duration | Amount], str]
"""Says a time or an amount in the language of a translation."""


def translated(original: Document, translation: Document, lang: str, tell: Tell) -> Document:
    """`original`, which is written in `lang`, in the words of `translation`; its `rendition` says what is not.

    Ids, times, roles and the flow are the original's; times and amounts are said by `tell`. A step that is not
    translated, or was before its original changed, stands in the original as a whole: half of it in the words of
    another version would say what nobody meant. Raises ValueError where there are not a procedure and its translation.
    """
    sop, words = original.sop, translation.translation
    if sop is None or words is None:
        raise ValueError(f"{translation.path} is no translation of {original.path}")
    wanted = original.texts_by_step()
    whole = {step: Gap.MISSING for step in wanted if step and step not in words.steps}
    whole |= dict.fromkeys(suspect_steps(original, words), Gap.SUSPECT)
    given = {
        address: text
        for step, found in translation.texts_by_step().items()
        if step not in whole
        for address, text in found.items()
    }
    left = [(step, address) for step, found in wanted.items() for address in found if address not in given]
    body, parts = _body(original.body, translation.body, whole)
    partial = {step for step, address in left if not is_own_in_each_language(address)} | (parts - {INTRO, REST})
    if parts & {INTRO, REST}:
        partial.add("")
    drafts = frozenset(words.drafts.keys() - whole.keys())
    told = _in_words(sop, given)
    return dataclasses.replace(
        original,
        sop=dataclasses.replace(_retold(told, tell), lang=words.lang),
        prose={**original.prose, **translation.prose},
        body=body,
        rendition=Rendition(
            original=sop,
            lang=lang,
            gaps=dict.fromkeys(sorted(partial), Gap.PARTIAL) | whole,
            texts=frozenset(text for address, text in texts(told) if address not in given),
            parts=parts,
            drafts=drafts,
            confirmed=not drafts >= {"", *(step for step in words.steps if step in wanted and step not in whole)},
        ),
        _by_namespace={},
        _flow=False,
        _graph=None,
        _texts=None,
        _step_prints=None,
    )


def _body(original: Body, translation: Body, untranslated: Mapping[str, Gap]) -> tuple[Body, frozenset[str]]:
    """The body in the words of the translation, and which parts of it stand in the original."""
    details = {step: part for step, part in translation.details.items() if step not in untranslated}
    left = original.details.keys() - details.keys()
    if original.intro and not translation.intro:
        left |= {INTRO}
    if original.rest and not translation.rest:
        left |= {REST}
    # What a translation adds to the original has no place on the page.
    body = Body(
        original.intro and (translation.intro or original.intro),
        {step: details.get(step, part) for step, part in original.details.items()},
        original.rest and (translation.rest or original.rest),
    )
    return body, frozenset(left)


def _in_words(sop: Sop, given: Mapping[str, str]) -> Sop:
    """The SOP with the words that are given. Lists of search words are of any length, so each is taken as a whole."""

    def listed(address: str, original: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text for at, text in given.items() if at.rpartition("/")[0] == address) or original

    told = with_words(sop, given)
    return dataclasses.replace(
        told,
        aliases=listed("aliases", sop.aliases),
        tags=listed("tags", sop.tags),
        terms=tuple(
            dataclasses.replace(term, also=listed(f"terms/{term.id}/also", term.also)) if term.also else term
            for term in told.terms
        ),
    )


def _retold(value: Any, tell: Tell) -> Any:
    """`value` with the words of all times and amounts in it as `tell` says them."""
    if isinstance(value, Duration | Amount):
        return dataclasses.replace(value, words=tell(value))
    if isinstance(value, tuple):
        return tuple(_retold(item, tell) for item in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    old = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    new = {name: _retold(item, tell) for name, item in old.items()}
    changed = {name: item for name, item in new.items() if item is not old[name] and item != old[name]}
    return dataclasses.replace(value, **changed) if changed else value
