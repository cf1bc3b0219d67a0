"""The documents of a content folder: read when they are needed, and let go when they have served.

A document with all its tokens takes some hundred kilobytes, so a site does not hold them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from sop_plugin.model.amount import Amount
from sop_plugin.model.document import Document
from sop_plugin.model.organisation import Organisation, written_in
from sop_plugin.model.time import Duration
from sop_plugin.model.translating import translated
from sop_plugin.pipeline.digests import digest_of
from sop_plugin.pipeline.folder import Folder
from sop_plugin.reading.document import read_document
from sop_plugin.words.amounts import amount_in_words
from sop_plugin.words.catalogue import Catalogue, is_served_by
from sop_plugin.words.times import time_in_words

MOST = 1_000
"""How many documents are held until they are asked for, where a check has read them."""


class Documents:
    """Reads the documents of a folder, each as it is and in the language of a site.

    `changed` are the paths of files that somebody has changed since they were checked. One that went is as if empty.
    """

    def __init__(self, folder: Folder) -> None:
        self.changed: set[str] = set()
        self._folder = folder
        self._digests: Mapping[str, str] = {}
        self._held: dict[str, Document] = {}
        self._last: tuple[str, Document] | None = None

    def expect(self, digests: Mapping[str, str]) -> None:
        """Takes the digests of all files as they were checked, by path."""
        self._digests = digests

    def hold(self, document: Document) -> None:
        """Holds what was read already until it is asked for; what asks then need not know where anything stands."""
        if len(self._held) < MOST:
            self._held[document.path] = document.without_places()

    def read(self, path: str) -> Document:
        """The document of a file; of a procedure that was held, without places."""
        return self._held.get(path) or self._read(path)

    def shown(
        self, path: str, translations: Iterable[str], organisation: Organisation | None, words: Catalogue
    ) -> tuple[Document, str]:
        """A procedure in the language of the site, and the path of the file that has its words.

        It stands in the words of the first of `translations` that is in that language, as it is where there is none.
        """
        if self._last is None or self._last[1].path != path:
            self._last = self._in_words(self.read(path), translations, organisation, words)
        source, document = self._last
        return document, source

    def let_go(self, path: str) -> None:
        """Lets go of the document of a file; the one that was shown last is still at hand, for what is made next."""
        self._held.pop(path, None)

    def _read(self, path: str) -> Document:
        try:
            data = self._folder.read(path)
        except OSError:
            data = b""
        if digest_of(data) != self._digests.get(path):
            self.changed.add(path)
        return read_document(path, data)

    def _in_words(
        self, document: Document, translations: Iterable[str], organisation: Organisation | None, words: Catalogue
    ) -> tuple[str, Document]:
        if document.sop is None:
            return document.path, document
        lang = written_in(document.sop, organisation, words.language)
        if not is_served_by(lang, words.language):
            for path in translations:
                translation = self.read(path)
                if translation.translation and is_served_by(translation.translation.lang, words.language):
                    laid = translated(document, translation, lang, partial(_told, words=words))
                    if laid.sop is not None:
                        return path, laid
        return document.path, document


def _told(value: Duration | Amount, words: Catalogue) -> str:
    return time_in_words(value, words) if isinstance(value, Duration) else amount_in_words(value, words)
