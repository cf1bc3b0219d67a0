"""What records tell a trainer: who did what on which version, who must learn it again, and where people fail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sop_plugin.model.assignment_report import AssignmentReport
from sop_plugin.model.item_analysis import ItemAnalysis, StepAnalysis, item_analysis, step_analysis
from sop_plugin.model.result import Ending, Result, ResultKind
from sop_plugin.model.standing import Present, Standing


@dataclass(frozen=True, slots=True)
class Done:
    """A result, and whether it still holds."""

    result: Result
    standing: Standing


@dataclass(frozen=True, slots=True)
class Again:
    """Somebody who has to learn something again: what was done well the last time has changed since."""

    person: str
    result: Result


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """All that the records tell on one day. `done` has the newest first."""

    done: tuple[Done, ...]
    again: tuple[Again, ...]
    items: tuple[ItemAnalysis, ...]
    steps: tuple[StepAnalysis, ...]
    present: Present
    assignment: AssignmentReport | None = None


def training_report(
    results: Sequence[Result], present: Present, assignment: AssignmentReport | None = None
) -> TrainingReport:
    """The report on results, held against what there is now, and on an assignment if one is meant."""
    newest_first = sorted(results, key=lambda each: (-each.started, each.id))
    return TrainingReport(
        tuple(Done(each, present.standing(each)) for each in newest_first),
        tuple(to_train_again(results, present)),
        tuple(item_analysis(results)),
        tuple(step_analysis(results)),
        present,
        assignment,
    )


def to_train_again(results: Sequence[Result], present: Present) -> list[Again]:
    """Who must be trained again on what, by name: of each person and subject only the newest success counts.

    A success is a finished run, a confirmation, or a quiz that was passed; to repeat what was missed of one is none.
    What is gone needs no training.
    """
    newest: dict[tuple[str, ResultKind, str], Result] = {}
    for result in sorted(results, key=lambda each: each.started):
        is_passed = result.passed is True or result.kind is not ResultKind.QUIZ
        if result.ending is Ending.FINISHED and is_passed:
            for person in result.people:
                newest[person, result.kind, result.subject] = result
    found = [Again(person, result) for (person, _, _), result in newest.items()]
    wanted = [each for each in found if present.standing(each.result) is Standing.OUTDATED]
    return sorted(wanted, key=lambda each: (each.person, each.result.subject, each.result.kind))
