"""The SOPs that quizzes ask about: which there are is known of their cards, and only those are read that are needed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sop_plugin.deriving.material import Listed, Subject
from sop_plugin.model.coverage import Part
from sop_plugin.model.document import Document
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.sop import Sop
from sop_plugin.pipeline.card import Card
from sop_plugin.pipeline.content import Content
from sop_plugin.pipeline.digests import digest_of_names
from sop_plugin.pipeline.plain import restorer
from sop_plugin.words.catalogue import Catalogue, catalogue, is_served_by


@dataclass(frozen=True, slots=True)
class Told:
    """An SOP in one of the languages in which it is told: in a translation, or as its author wrote it."""

    id: str
    was: tuple[str, ...]
    department: str | None
    path: str
    lang: str
    is_translation: bool


class Subjects:
    """The SOPs of `cards`, which are in force, in the words of a site and in those of their authors.

    `parts` are by path what a question can be wanted for, as `cards_of` has it. Their models are held, their documents
    are not: a site may have thousands.
    """

    def __init__(self, content: Content, cards: Iterable[Card], parts: Mapping[str, str], words: Catalogue) -> None:
        self._content = content
        self._parts = parts
        self._words = words
        self._told = tuple(told for card in cards for told in _both(card))
        self._read: dict[Told, Subject] = {}

    @property
    def organisation(self) -> Organisation | None:
        """The organisation, as far as its file can be read."""
        return self._content.organisation

    @cached_property
    def outline(self) -> str:
        """A digest of what is known of the SOPs before any is read."""
        return digest_of_names(map(repr, self._told))

    def in_language(self, lang: str) -> dict[str, Told]:
        """Those that are told in a language, by their ids."""
        spoken = catalogue(lang).language
        return {told.id: told for told in self._told if is_served_by(told.lang, spoken)}

    def listed(self, told: Told, looked_at: set[str]) -> Listed:
        """An SOP that puts its path among those `looked_at` when it is read."""

        def read() -> Subject | None:
            looked_at.add(told.path)
            return self.subject(told)

        return Listed(told.id, told.was, told.department, read)

    def subject(self, told: Told) -> Subject | None:
        """What can be asked about; None where its file has been changed meanwhile."""
        if told not in self._read:
            document = self.document(told)
            if document.sop is None:
                return None
            rendition = document.rendition
            gaps = frozenset(rendition.gaps) if rendition else frozenset()
            self._read[told] = Subject(document.sop, gaps, rendition.original if rendition else None)
        return self._read[told]

    def document(self, told: Told) -> Document:
        """Its document."""
        if told.is_translation:
            return self._content.shown(told.path, self._words)[0]
        return self._content.documents.read(told.path)

    def path(self, name: str) -> str:
        """The path of the SOP that has or had an id; "" where there is none."""
        return self._originals[name].path if name in self._originals else ""

    def original(self, name: str) -> Sop | None:
        """That SOP as its author wrote it; None where there is none."""
        subject = self.subject(self._originals[name]) if name in self._originals else None
        return subject.sop if subject else None

    @cached_property
    def _originals(self) -> Mapping[str, Told]:
        """The SOPs as their authors wrote them, by the ids that they have and had; of several versions the first."""
        found: dict[str, Told] = {}
        for told in self._told:
            if not told.is_translation:
                for name in (told.id, *told.was):
                    found.setdefault(name, told)
        return found

    @cached_property
    def parts_digest(self) -> str:
        """A digest of `parts()`."""
        return digest_of_names(map(self._parts.__getitem__, self._first_paths))

    def parts(self) -> Iterator[Part]:
        """All that a question can be wanted for, in the order of the ids of the SOPs."""
        restore = restorer(tuple[Part, ...])
        for path in self._first_paths:
            yield from restore(json.loads(self._parts[path]))

    @cached_property
    def _first_paths(self) -> list[str]:
        return [self._originals[name].path for name in sorted({told.id for told in self._originals.values()})]


def _both(card: Card) -> Iterator[Told]:
    """A procedure in the words of the site; of a translation what its author wrote besides."""
    entry = card.entry
    if card.is_translated:
        yield Told(entry.id, card.was, card.department, card.path, entry.lang, is_translation=True)
    yield Told(entry.id, card.was, card.department, card.path, card.written_in, is_translation=False)
