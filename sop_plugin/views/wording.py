"""The catalogue's words as HTML, with links and names put into them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, lru_cache

from markupsafe import Markup, escape

from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key

enum_key_of = cache(enum_key)


@lru_cache(maxsize=8)
def html_words(words: Catalogue) -> Mapping[str, Markup]:
    """Every text of a catalogue as HTML, its placeholders as they were."""
    return {key: escape(text) for key, text in words.words.items()}


def html(text: str) -> str:
    """`text` as HTML; quicker than `escape` for what is HTML already."""
    return str(text) if type(text) is Markup else str(escape(text))


class Wording:
    """Fills the catalogue's sentences with HTML."""

    def __init__(self, words: Catalogue) -> None:
        self.words = html_words(words)

    def say(self, key: str, /, **parts: str) -> Markup:
        """The sentence under `key`. Parts that are no HTML are escaped. Raises KeyError for an unknown key or part."""
        return Markup(str(self.words[key]).format_map({name: html(part) for name, part in parts.items()}))

    def name(self, value: StrEnum) -> Markup:
        """What an enum value is called."""
        return self.words[enum_key_of(value)]

    def names(self, values: Iterable[StrEnum]) -> list[Markup]:
        """What enum values are called."""
        return [self.name(value) for value in values]

    def listed(self, items: Iterable[str], joint: str = "page.list.and") -> Markup:
        """Items in a row, with the catalogue's joint between them."""
        return Markup(str(self.words[joint]).join(map(html, items)))

    def clauses(self, clauses: Iterable[str]) -> Markup:
        """The parts of a sentence that are there."""
        return self.listed(filter(None, clauses), "page.list.clause")
