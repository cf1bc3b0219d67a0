"""Quizzes in the words in which a site shows them, with the questions that are made for them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sop_plugin.deriving.questions import derived_questions
from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.model.document import Document
from sop_plugin.model.question import question_fingerprint
from sop_plugin.model.quiz import Quiz
from sop_plugin.model.quiz_translating import translated_quiz, untranslated
from sop_plugin.model.time import Duration
from sop_plugin.pipeline.content import Content
from sop_plugin.pipeline.folder import Folder
from sop_plugin.pipeline.quiz_subjects import Subjects
from sop_plugin.views.quiz.sheet import Suspect
from sop_plugin.words.catalogue import Catalogue, catalogue, is_served_by
from sop_plugin.words.times import time_in_words

SUSPECT = "question-suspect"
"""The rule that reports a question about something that has changed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A quiz in the words in which a site shows it.

    `prints` are the fingerprints of its original's questions, `foreign` the language of those that are not translated,
    both by the question's id. `source` is the path of the file with its words, that of a translation where it is shown
    in one. `suspects` are what has changed of what its questions test. `made_from` are the SOPs from which questions of
    the quiz are made, by the question's id.
    """

    quiz: Quiz
    document: Document
    source: str
    lang: str
    prints: Mapping[str, str]
    foreign: Mapping[str, str]
    suspects: Mapping[str, tuple[Suspect, ...]]
    made_from: Mapping[str, Document] = field(default_factory=dict)


def shown_quizzes(content: Content, words: Catalogue) -> list[Shown]:
    """The quizzes without errors, in the language of a site that speaks `words` where they are translated into it."""
    suspects = _suspects(content.diagnostics, content.folder)
    shown = []
    for facts in content.quizzes():
        document = content.documents.read(facts.path)
        if document.quiz is None or facts.path in content.broken:
            continue
        lang = document.quiz.head.lang or (content.organisation.language if content.organisation else words.language)
        in_words = map(content.documents.read, content.sound_translations(facts.path))
        shown.append(_in_words(document, document.quiz, lang, in_words, words, suspects.get(facts.path, {})))
    return shown


def with_made(shown: Shown, subjects: Subjects) -> Shown:
    """A quiz with the questions that it wants to be made from SOPs in its language behind those that somebody wrote."""
    head = shown.quiz.head
    if not head.derive:
        return shown
    spoken = subjects.in_language(shown.lang)
    told = [each.subject for each in spoken.values()]
    made = derived_questions(head, told, subjects.organisation, catalogue(shown.lang))
    documents = {sop: subjects.document(spoken[sop]) for sop in {each.tests[0].address.sop for each in made}}
    return dataclasses.replace(
        shown,
        quiz=dataclasses.replace(shown.quiz, questions=(*shown.quiz.questions, *made)),
        prints={**shown.prints, **{question.id: question_fingerprint(question) for question in made}},
        made_from={question.id: documents[question.tests[0].address.sop] for question in made},
    )


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
                said = _with_times(translated_quiz(quiz, told), words)
                return Shown(said, both, translation.path, words.language, prints, foreign, suspects)
    return Shown(quiz, document, document.path, lang, prints, {}, suspects)


def _with_times(quiz: Quiz, words: Catalogue) -> Quiz:
    """A translation with the times of its original, which no translation repeats, as its language says them."""

    def told(time: Duration | None) -> Duration | None:
        return time and dataclasses.replace(time, words=time_in_words(time, words))

    head = quiz.head
    head = dataclasses.replace(head, time_limit=told(head.time_limit), refresher=told(head.refresher))
    return dataclasses.replace(quiz, head=head)


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
