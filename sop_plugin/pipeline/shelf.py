"""All SOPs and quizzes of a folder in memory, for what looks at them together without checking them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sop_plugin.model.document import Document
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.sop import Sop, Status
from sop_plugin.pipeline.folder import ORGANISATION, Folder, quizzes_beside, scan
from sop_plugin.pipeline.garbage import uncollected
from sop_plugin.reading.document import read_document

_GONE = (Status.SUPERSEDED, Status.RETIRED)


class Shelf:
    """The documents of a content folder and its quizzes, by path, in the order of their paths."""

    def __init__(self, content: Path, quizzes: Path | None = None) -> None:
        self.folder: Folder = scan(content, quizzes or quizzes_beside(content))
        with uncollected():
            self.documents = {path: read_document(path, self.folder.read(path)) for path in self.folder.markdown()}

    @property
    def organisation(self) -> Organisation | None:
        """The organisation, as far as it can be read."""
        if ORGANISATION not in self.folder.files:
            return None
        return read_document(ORGANISATION, self.folder.read(ORGANISATION)).organisation

    def quizzes(self) -> Iterator[Document]:
        """The quizzes that are no translations."""
        return (document for document in self.documents.values() if document.quiz is not None)

    def sops(self, quiz: Document | None = None) -> list[Document]:
        """The SOPs that are in force; with a `quiz`, those that it covers or tests."""
        found = [each for each in self.documents.values() if each.sop is not None and each.sop.status not in _GONE]
        if quiz is None:
            return found
        named = {tested.address.sop for question in quiz.questions for tested in question.tests}
        named.update(quiz.quiz.head.sops if quiz.quiz else ())
        return [each for each in found if each.sop is not None and not named.isdisjoint(names_of(each.sop))]

    def original(self, translation: Document) -> Document | None:
        """The quiz that a translation is of: the one beside it, else the first of that id."""
        words = translation.quiz_translation
        if words is None:
            return None
        beside = f"{translation.path.removesuffix('.md').rpartition('.')[0]}.md"
        found = [each for each in self.quizzes() if each.quiz and words.head.translates in quiz_names(each)]
        return min(found, key=lambda each: each.path != beside, default=None)


def names_of(sop: Sop) -> Sequence[str]:
    """The id of an SOP and those that it had."""
    return (sop.id, *sop.was)


def quiz_names(document: Document) -> Sequence[str]:
    """The id of a quiz and those that it had."""
    return (document.quiz.head.id, *document.quiz.head.was) if document.quiz else ()
