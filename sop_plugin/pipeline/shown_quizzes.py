"""Quizzes in the words in which a site shows them, with the questions that are made for them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sop_plugin.deriving.questions import derived_questions
from sop_plugin.model.document import Document
from sop_plugin.model.question import question_fingerprint
from sop_plugin.model.quiz import Quiz
from sop_plugin.model.quiz_translating import translated_quiz, untranslated
from sop_plugin.model.time import Duration
from sop_plugin.pipeline.content import Content
from sop_plugin.pipeline.quiz_subjects import Subjects
from sop_plugin.views.quiz.sheet import Suspect
from sop_plugin.words.catalogue import Catalogue, catalogue, is_served_by
from sop_plugin.words.times import time_in_words

_SUSPECT = "question-suspect"
"""The rule that reports a question about something that has changed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A quiz in the words in which a site shows it.

    `prints` are the fingerprints of its original's questions, `foreign` the language of those that are not translated,
    both by the question's id. `source` is the path of the file with its words, that of a translation where it is shown
    in one. `suspects` are what has changed of what its questions test. `made_from` are the SOPs from which questions of
    the quiz are made, by the question's id; `rests_on` are the paths of all that were read for that.
    """

    quiz: Quiz
    document: Document
    source: str
    lang: str
    prints: Mapping[str, str]
    foreign: Mapping[str, str]
    suspects: Mapping[str, tuple[Suspect, ...]]
    made_from: Mapping[str, Document] = field(default_factory=dict)
    rests_on: frozenset[str] = frozenset()


def shown_quiz(content: Content, path: str, words: Catalogue) -> Shown | None:
    """The quiz of a file, in the language of a site that speaks `words` where it is translated into that.

    None where the file has been changed meanwhile and holds none any more.
    """
    document = content.documents.read(path)
    if document.quiz is None:
        return None
    lang = document.quiz.head.lang or content.house
    in_words = map(content.documents.read, content.sound_translations(path))
    return _in_words(document, document.quiz, lang, in_words, words, suspects_of(content, path))


def with_made(shown: Shown, subjects: Subjects) -> Shown:
    """A quiz with the questions that it wants to be made from SOPs in its language behind those that somebody wrote."""
    head = shown.quiz.head
    if not head.derive:
        return shown
    spoken = subjects.in_language(shown.lang)
    looked_at: set[str] = set()
    told = [subjects.listed(each, looked_at) for each in spoken.values()]
    made = derived_questions(head, told, subjects.organisation, catalogue(shown.lang))
    documents = {sop: subjects.document(spoken[sop]) for sop in {each.tests[0].address.sop for each in made}}
    return dataclasses.replace(
        shown,
        quiz=dataclasses.replace(shown.quiz, questions=(*shown.quiz.questions, *made)),
        prints={**shown.prints, **{question.id: question_fingerprint(question) for question in made}},
        made_from={question.id: documents[question.tests[0].address.sop] for question in made},
        rests_on=frozenset(looked_at),
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


def suspects_of(content: Content, path: str) -> dict[str, tuple[Suspect, ...]]:
    """What of the things that a quiz tests is reported as changed, by question."""
    shown_as = content.folder.shown(path)
    found: dict[str, tuple[Suspect, ...]] = {}
    for each in content.diagnostics:
        if each.rule == _SUSPECT and each.path == shown_as:
            told = {name: str(each.arguments[name]) for name in ("address", "before", "now")}
            question = str(each.arguments["question"])
            found[question] = (*found.get(question, ()), Suspect(**told))
    return found
