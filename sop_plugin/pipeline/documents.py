"""The documents of a content folder: each read once, if possible, and let go when it has served.

To read one takes some milliseconds, and its check, its card and its pages all ask for it. As it is read, with the
parser's tokens and the places of all values, it takes some two hundred kilobytes, so it is held as far as it is shown,
in a sixth of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from sop_plugin.model.amount import Amount
from sop_plugin.model.document import Document
from sop_plugin.model.time import Duration
from sop_plugin.model.translating import translated
from sop_plugin.pipeline.digests import digest_of
from sop_plugin.pipeline.folder import Folder
from sop_plugin.reading.document import read_document
from sop_plugin.words.amounts import amount_in_words
from sop_plugin.words.catalogue import Catalogue, is_served_by
from sop_plugin.words.times import time_in_words

MOST = 5_000
"""How many documents are held until their pages are made: some 200 megabytes of them."""


class Documents:
    """Reads the documents of a folder, each as it is and in the language of a site.

    `changed` are the paths of files that somebody has changed since they were checked. One that went is as if empty.
    """

    def __init__(self, folder: Folder) -> None:
        self.changed: set[str] = set()
        self._folder = folder
        self._digests: Mapping[str, str] = {}
        self._held: dict[str, Document] = {}
        self._shown: dict[str, tuple[Document, str]] = {}
        self._last: tuple[Document, str] | None = None

    def expect(self, digests: Mapping[str, str]) -> None:
        """Takes the digests of all files as they were checked, by path."""
        self._digests = digests

    def hold(self, document: Document) -> None:
        """Holds what was read already until it is let go; what asks then need not know where anything stands."""
        if len(self._held) < MOST:
            self._held[document.path] = document.to_show()

    def read(self, path: str) -> Document:
        """The document of a file; of a procedure that was held, as far as it is shown."""
        return self._held.get(path) or self._read(path)

    def shown(self, path: str, translations: Iterable[str], house: str, words: Catalogue) -> tuple[Document, str]:
        """A procedure in the language of the site, and the path of the file that has its words.

        `house` is the language of one that does not name its own.
        It stands in the words of the first of `translations` that is in that language, as it is where there is none.
        From then on it is held until it is let go.
        """
        if self._last is None or self._last[0].path != path:
            known = self._shown.get(path)
            if known is None:
                original = self._held.get(path) or self._read(path).to_show()
                known = self._in_words(original, translations, house, words)
                if len(self._shown) < MOST:
                    self._shown[path] = known
            self._last = known
        return self._last

    def let_go(self, path: str) -> None:
        """Lets go of the document of a file; the one that was shown last is still at hand, for what is made next."""
        self._held.pop(path, None)
        self._shown.pop(path, None)

    def _read(self, path: str) -> Document:
        try:
            data = self._folder.read(path)
        except OSError:
            data = b""
        if digest_of(data) != self._digests.get(path):
            self.changed.add(path)
        return read_document(path, data)

    def _in_words(
        self, document: Document, translations: Iterable[str], house: str, words: Catalogue
    ) -> tuple[Document, str]:
        if document.sop is None:
            return document, document.path
        lang = document.sop.lang or house
        if not is_served_by(lang, words.language):
            for path in translations:
                translation = self.read(path)
                if translation.translation and is_served_by(translation.translation.lang, words.language):
                    laid = translated(document, translation, lang, partial(_told, words=words))
                    if laid.sop is not None:
                        return laid.to_show(), path
        return document, document.path


def _told(value: Duration | Amount, words: Catalogue) -> str:
    return time_in_words(value, words) if isinstance(value, Duration) else amount_in_words(value, words)
