"""Quizzes in the words in which a site shows them, with the questions that are made for them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sop_plugin.deriving.material import Subject
from sop_plugin.deriving.questions import derived_questions
from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.model.document import Document
from sop_plugin.model.organisation import Organisation, written_in
from sop_plugin.model.question import question_fingerprint
from sop_plugin.model.quiz import Quiz
from sop_plugin.model.quiz_translating import translated_quiz, untranslated
from sop_plugin.pipeline.folder import Folder
from sop_plugin.views.quiz.sheet import Suspect
from sop_plugin.words.catalogue import Catalogue, catalogue, is_served_by

SUSPECT = "question-suspect"
"""The rule that reports a question about something that has changed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A quiz in the words in which a site shows it.

    `prints` are the fingerprints of its original's questions, `foreign` the language of those that are not translated,
    both by the question's id. `suspects` are what has changed of what its questions test. `made_from` are the SOPs from
    which questions of the quiz are made, by the question's id.
    """

    quiz: Quiz
    document: Document
    lang: str
    prints: Mapping[str, str]
    foreign: Mapping[str, str]
    suspects: Mapping[str, tuple[Suspect, ...]]
    made_from: Mapping[str, Document] = field(default_factory=dict)


def shown_quizzes(
    documents: Mapping[str, Document],
    translations: Mapping[str, Sequence[str]],
    broken: Iterable[str],
    diagnostics: Iterable[Diagnostic],
    folder: Folder,
    organisation: Organisation | None,
    words: Catalogue,
    sops: Iterable[Document],
) -> list[Shown]:
    """The quizzes without errors among `documents`, in the language of a site where they are translated into it, with
    the questions that are made for them.

    `translations` are the paths of translations by those of their originals, `broken` the files with errors. `sops` are
    the SOPs in force in the words of the site.
    """
    bad = frozenset(broken)
    suspects = _suspects(diagnostics, folder)
    shown = []
    known = [*sops]
    for path, document in sorted(documents.items()):
        if document.quiz is None or path in bad:
            continue
        lang = document.quiz.head.lang or (organisation.language if organisation else words.language)
        in_words = (documents[each] for each in translations.get(path, ()) if each not in bad)
        quiz = _in_words(document, document.quiz, lang, in_words, words, suspects.get(path, {}))
        shown.append(_with_made(quiz, [*known, *_originals(known, documents)], organisation))
    return shown


def _originals(sops: Iterable[Document], documents: Mapping[str, Document]) -> Iterator[Document]:
    """What is shown in a translation, as its author wrote it."""
    return (documents[document.path] for document in sops if document.rendition)


def _with_made(shown: Shown, sops: Iterable[Document], organisation: Organisation | None) -> Shown:
    """A quiz with the questions that it wants to be made from SOPs in its language behind those that somebody wrote."""
    head = shown.quiz.head
    if not head.derive:
        return shown
    words = catalogue(shown.lang)
    spoken = {
        document.sop.id: document
        for document in sops
        if document.sop and is_served_by(written_in(document.sop, organisation, shown.lang), words.language)
    }
    subjects = [_subject(document) for document in spoken.values()]
    made = derived_questions(head, subjects, organisation, words)
    return dataclasses.replace(
        shown,
        quiz=dataclasses.replace(shown.quiz, questions=(*shown.quiz.questions, *made)),
        prints={**shown.prints, **{question.id: question_fingerprint(question) for question in made}},
        made_from={question.id: spoken[question.tests[0].address.sop] for question in made},
    )


def _subject(document: Document) -> Subject:
    assert document.sop is not None
    rendition = document.rendition
    return Subject(document.sop, frozenset(rendition.gaps) if rendition else frozenset())


def _in_words(
    document: Document,
    quiz: Quiz,
    lang: str,
    translations: Iterable[Document],
    words: Catalogue,
    suspects: Mapping[str, tuple[Suspect, ...]],
) -> Shown:
    prints = {question.id: question_fingerprint(question) for question in quiz.questions}
    if not is_served_by(lang, words.language):
        for translation in translations:
            told = translation.quiz_translation
            if told and is_served_by(told.head.lang, words.language):
                both = dataclasses.replace(document, prose={**document.prose, **translation.prose})
                foreign = dict.fromkeys(untranslated(quiz, told), lang)
                return Shown(translated_quiz(quiz, told), both, words.language, prints, foreign, suspects)
    return Shown(quiz, document, lang, prints, {}, suspects)


def _suspects(diagnostics: Iterable[Diagnostic], folder: Folder) -> dict[str, dict[str, tuple[Suspect, ...]]]:
    """What is reported as changed, by path and by question."""
    found: dict[str, dict[str, tuple[Suspect, ...]]] = {}
    for each in diagnostics:
        if each.rule == SUSPECT:
            told = {name: str(each.arguments[name]) for name in ("address", "before", "now")}
            of_file = found.setdefault(folder.path_of(each.path), {})
            question = str(each.arguments["question"])
            of_file[question] = (*of_file.get(question, ()), Suspect(**told))
    return found
