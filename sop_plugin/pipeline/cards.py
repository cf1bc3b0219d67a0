"""The cards of all procedures and quizzes of a folder, taken from what is kept where their files have not changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from sop_plugin.model.coverage import parts_of
from sop_plugin.pipeline.card import Card, card_of
from sop_plugin.pipeline.content import Content
from sop_plugin.pipeline.digests import digest_of_names
from sop_plugin.pipeline.keeping import Keeper
from sop_plugin.pipeline.plain import plain
from sop_plugin.pipeline.program import program
from sop_plugin.pipeline.quiz_card import QuizCard, quiz_card
from sop_plugin.pipeline.shown_quizzes import shown_quiz
from sop_plugin.words.catalogue import Catalogue


def cards_of(content: Content, keeper: Keeper, words: Catalogue) -> tuple[dict[str, Card], dict[str, str]]:
    """The cards of the procedures without errors, in the order of their paths.

    And beside them, where there are quizzes, the parts of each that a question can be wanted for, as JSON: few ask what
    they are, and nobody else whether they have changed.
    """
    cards: dict[str, Card] = {}
    parts: dict[str, str] = {}
    has_quizzes = any(content.quizzes())
    for facts in content.procedures():
        path = facts.path
        if path in content.broken:
            continue
        make = partial(_card, content, path, words)
        card = keeper.value("card", path, _key(content, path, words), Card, make, content.is_as_checked)
        if card is None:
            continue
        cards[path] = card
        if has_quizzes:  # now, while the document is at hand if the card was made of it
            make_parts = partial(_parts, content, path, words)
            key = digest_of_names([program(), content.files[path].digest])
            parts[path] = keeper.value("parts", path, key, str, make_parts, content.is_as_checked) or "[]"
    return cards, parts


def quiz_cards_of(content: Content, keeper: Keeper, words: Catalogue) -> Iterator[QuizCard]:
    """The cards of the quizzes without errors, in the order of their paths."""
    for facts in content.quizzes():
        if facts.path not in content.broken:
            make = partial(_quiz_card, content, facts.path, words)
            key = _key(content, facts.path, words)
            card = keeper.value("quiz", facts.path, key, QuizCard, make, content.is_as_checked)
            if card is not None:
                yield card


def _key(content: Content, path: str, words: Catalogue) -> str:
    parts = (words.language, content.house, content.organisation_digest, *content.digests_of(path))
    return digest_of_names([program(), *map(repr, parts)])


def _card(content: Content, path: str, words: Catalogue) -> Card | None:
    document, source = content.shown(path, words)
    if document.sop is None:  # its file has been changed meanwhile
        return None
    lang = document.sop.lang or content.house
    return card_of(document, document.sop, source, lang, content.organisation, words)


def _parts(content: Content, path: str, words: Catalogue) -> str | None:
    document, _ = content.shown(path, words)
    original = document.rendition.original if document.rendition else document.sop
    return json.dumps(plain(tuple(parts_of(original))), ensure_ascii=False) if original else None


def _quiz_card(content: Content, path: str, words: Catalogue) -> QuizCard | None:
    shown = shown_quiz(content, path, words)
    return quiz_card(shown) if shown else None
