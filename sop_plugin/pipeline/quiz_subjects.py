"""The SOPs that quizzes ask about. They are read when the first page of a quiz is made, and not before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sop_plugin.deriving.material import Subject
from sop_plugin.model.document import Document
from sop_plugin.model.organisation import Organisation, written_in
from sop_plugin.model.sop import Sop
from sop_plugin.pipeline.content import Content
from sop_plugin.words.catalogue import Catalogue, catalogue, is_served_by


@dataclass(frozen=True, slots=True)
class Told:
    """An SOP in one of the languages in which it is told: in a translation, or as its author wrote it."""

    subject: Subject
    path: str
    lang: str
    is_translation: bool


class Subjects:
    """The SOPs at `paths`, which are in force, in the words of a site and in those of their authors.

    Their models are held, their documents are not: a site may have thousands.
    """

    def __init__(self, content: Content, paths: Iterable[str], words: Catalogue) -> None:
        self._content = content
        self._paths = tuple(paths)
        self._words = words

    @property
    def organisation(self) -> Organisation | None:
        """The organisation, as far as its file can be read."""
        return self._content.organisation

    def in_language(self, lang: str) -> dict[str, Told]:
        """Those that are told in a language, by their ids."""
        spoken = catalogue(lang).language
        return {each.subject.sop.id: each for each in self._told if is_served_by(each.lang, spoken)}

    def document(self, told: Told) -> Document:
        """Its document. Raises OSError where its file went meanwhile."""
        if told.is_translation:
            return self._content.shown(told.path, self._words)[0]
        return self._content.documents.read(told.path)

    @cached_property
    def originals(self) -> Mapping[str, Sop]:
        """The SOPs as their authors wrote them, by the ids that they have and had; of several versions the first."""
        found: dict[str, Sop] = {}
        for each in self._told:
            if not each.is_translation:
                for name in (each.subject.sop.id, *each.subject.sop.was):
                    found.setdefault(name, each.subject.sop)
        return found

    @cached_property
    def _told(self) -> tuple[Told, ...]:
        return tuple(told for path in self._paths for told in self._both(path))

    def _both(self, path: str) -> Iterator[Told]:
        """What is shown in the words of the site; of a translation what its author wrote besides."""
        shown, _ = self._content.shown(path, self._words)
        for document in (shown, self._content.documents.read(path)) if shown.rendition else (shown,):
            if document.sop is not None:  # else its file has been changed meanwhile
                rendition = document.rendition
                gaps = frozenset(rendition.gaps) if rendition else frozenset()
                subject = Subject(document.sop, gaps, rendition.original if rendition else None)
                lang = written_in(document.sop, self.organisation, self._words.language)
                yield Told(subject, path, lang, rendition is not None)
