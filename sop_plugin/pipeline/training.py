"""Records held against the content: which results there are in files, and which of them still hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sop_plugin.model.answers import Choice
from sop_plugin.model.fingerprint import step_fingerprint
from sop_plugin.model.meaning import sop_fingerprint
from sop_plugin.model.question import Question, question_fingerprint
from sop_plugin.model.quiz import QuizHead
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.result import Ending, Result
from sop_plugin.model.sop import Sop
from sop_plugin.model.standing import Present, PresentQuestion, PresentSop, Standing
from sop_plugin.pipeline.questions import made_questions, written_questions
from sop_plugin.pipeline.shelf import Shelf, names_of
from sop_plugin.records.database import Records, Taken
from sop_plugin.records.result_file import Refused, ReturnedFor, results_of


def present(content: Path, quizzes: Path) -> Present:
    """What there is now in a content folder and its quizzes."""
    shelf = Shelf(content, quizzes)
    sops: dict[str, PresentSop] = {}
    for document in shelf.sops():
        if document.sop is not None:
            found = _present(document.sop)
            sops |= {name: found for name in names_of(document.sop) if name == document.sop.id or name not in sops}
    heads = [each.quiz.head for each in shelf.quizzes() if each.quiz]
    titles = {name: head.title for head in heads for name in (head.id, *head.was)}
    sop_ids = _present_ids(document.sop for document in shelf.sops() if document.sop)
    quiz_ids = _present_ids(heads)
    questions = {
        question_fingerprint(each): _question(each) for each in (*written_questions(shelf), *made_questions(shelf))
    }
    return Present(sops, titles, questions, sop_ids, quiz_ids)


def _present_ids(each: Iterable[Sop | QuizHead]) -> dict[str, str]:
    """The present ids by former ones, but for those that something else has now."""
    known = list(each)
    now = {one.id for one in known}
    return {name: one.id for one in known for name in one.was if name not in now}


def _present(sop: Sop) -> PresentSop:
    prints = {step.id: step_fingerprint(sop, step) for step in steps_of(sop)}
    former = {name: prints[step.id] for step in steps_of(sop) for name in step.was}
    return PresentSop(sop.title, sop.version or "", sop_fingerprint(sop, prints), {**former, **prints})


def _question(question: Question) -> PresentQuestion:
    # Which option stood where differs by language in what the platform makes, while the question is the same.
    if question.derived or not isinstance(question.answer, Choice):
        return PresentQuestion(question.title)
    return PresentQuestion(question.title, tuple(option.text for option in question.answer.options))


@dataclass(slots=True)
class FileReport:
    """What came of the results in one file, and the assignment that it says they are for, if any.

    `taken` counts them, `refused` are those that were not taken in.
    """

    path: str
    assignment: ReturnedFor | None = None
    taken: Counter[Taken] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)
    outdated: list[Result] = field(default_factory=list)
    under_way: int = 0
    nameless: int = 0


def take_in(records: Records, path: Path, now: Present) -> FileReport:
    """Takes the results of a file into the records. Raises OSError where it cannot be read.

    What is still under way is not taken in: its file comes again when it is finished.
    """
    file = results_of(path.read_bytes())
    report = FileReport(str(path), file.assignment)
    for found in file:
        if isinstance(found, Refused):
            report.refused.append(found)
        elif found.ending is Ending.UNDER_WAY:
            report.under_way += 1
        else:
            taken = records.add(found, path.name)
            report.taken[taken] += 1
            if taken in (Taken.ADDED, Taken.COMPLETED):
                report.nameless += not found.people
                if now.standing(found) is not Standing.CURRENT:
                    report.outdated.append(found)
    return report
