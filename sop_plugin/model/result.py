"""What a person did, as records keep it: a checklist carried out, a version read, a quiz taken.

It comes from files that the site's pages export. This is the reference of those files, which are JSON:

A run or a confirmation (`sop_plugin/web/js/flow/evidence.js`):
    format "sop-run", version 1, run {id, kind "run" or "read", ...}, checklist (the copy it was run on, as
    `sop_plugin/views/checklist_data.py` writes it), events (`sop_plugin/web/js/flow/run.js`), files, digest.

An attempt at a quiz (`sop_plugin/web/js/runs/attempt_file.js`):
    format    "sop-attempt"
    version   1
    run       {id, kind "quiz", ...}; `id` is random, and the same however often the attempt is exported
    quiz      the copy that it was begun on, as `sop_plugin/views/quiz/quiz_data.py` writes it: {format 1, quiz (id),
              version (fingerprint), title, lang, passMark (0 to 1), feedback, places {address: {print}}, questions
              [{key, print, kind, points, tests [address], answer}]}. A `print` is a fingerprint, an `answer` what
              scoring needs, by its `kind`:
                  choice    right [bool] for each option, several        truth   isTrue
                  order     count of the items                           words   accepted [text]
                  match     rights [number of the choice], choices: how many there are
                  number    value, tolerance, unit, units [[unit, what one of it is in the answer's unit]]
                  blanks    blanks [number or words]                     scenario  scenes [{id, choices [{to, points}]}]
    events    [{id, at (ms), type, ...}]: started {asked [key], about}, answered {question, response}, hinted
              {question}, finished, abandoned, signed {by}. `about` is "due" where only what was missed is repeated, by
              which no quiz is passed. A response is as `sop_plugin/model/scoring.py` tells, null for "I do not know".
              Of several answers to a question the last one counts, but the first one where `feedback` is "at-once":
              what came after was told already. `by` is who took it; that of `signed` comes first. It is no name where
              `nameRemoved` is true.
    digest    the SHA-256, in hexadecimal digits, of all the rest in its canonical form
              (`sop_plugin/records/canonical.py`). It tells of damage; it is no signature.

Several of them in one file, such as all that a device has for an assignment:
    format "sop-results", version 1, results [each whole, with its own digest]. What was returned for an assignment has
    assignment {id, title, by, best {quiz: score}} beside them, for whoever made it; each result still names its own
    people, and is scored anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ResultKind(StrEnum):
    """What was done."""

    RUN = "run"
    READ = "read"
    QUIZ = "quiz"


class Ending(StrEnum):
    """How it ended."""

    FINISHED = "finished"
    ABANDONED = "abandoned"
    UNDER_WAY = "under-way"


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What came of one question: its score, 0 to 1, and what was answered, as JSON can hold it.

    `print` is the question's fingerprint. `seconds` passed before the last answer, None where there was none. `wrong`
    are the numbers of wrong options that were chosen, or the wrong text that was typed.
    """

    key: str
    print: str
    kind: str
    score: float
    points: float = 1.0
    seconds: float | None = None
    wrong: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepResult:
    """What came of one step of a checklist: how often it was done, how often with an exception or left out, and the
    seconds that it took in all.
    """

    step: str
    title: str
    print: str
    done: int
    troubled: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Result:
    """One result. `subject` is the id of the SOP or quiz.

    `version` and `print` are those of the SOP; a quiz has a print alone, as its version. Times are milliseconds since
    1970 by the device's clock. `score` is 0 to 1. `passed` is None for what cannot be passed. `places` are the prints
    of the steps and SOPs that a quiz tests, by address.
    """

    id: str
    kind: ResultKind
    subject: str
    title: str
    version: str
    print: str
    lang: str
    people: tuple[str, ...]
    started: int
    ended: int | None
    ending: Ending
    events: int
    score: float | None = None
    passed: bool | None = None
    questions: tuple[QuestionResult, ...] = ()
    steps: tuple[StepResult, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
