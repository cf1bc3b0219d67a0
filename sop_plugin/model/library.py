"""All SOPs and quizzes of a site, seen from outside: what each declares and what it points at elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sop_plugin.model.bank import BankItem
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Mention
from sop_plugin.model.quiz import Derive, Draw
from sop_plugin.model.sop import Status
from sop_plugin.model.suppression import Waiver
from sop_plugin.model.tested import Tested


class Review(NamedTuple):
    """A day by which a procedure, or one of its steps (`step`), is to be reviewed, and where the file says so."""

    due: datetime.date
    span: Span
    step: str = ""


class Call(NamedTuple):
    """A procedure, or one `step` of it, that is carried out in between, and where the file says so.

    `within` are the step at which it is called and the groups around that, the outermost first.
    """

    sop: str
    step: str
    within: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Testing:
    """That a question tests a place, where the file names it, and the same with the pin behind it."""

    question: str
    tested: Tested
    span: Span
    span_of_all: Span


@dataclass(frozen=True, slots=True)
class QuizFacts:
    """What makes a file a quiz to others: the questions that may be drawn from it, and what it draws itself.

    `testing` is everything that its questions test, `derives` what is to be made of SOPs, with the places of the steps
    that are named there; `covers` are the SOPs it names as a whole, and `sops` all whose content it is held against. A
    translation has nothing of all this here.
    """

    items: tuple[BankItem, ...] = ()
    draws: tuple[Draw, ...] = ()
    draw_spans: tuple[Span, ...] = ()
    testing: tuple[Testing, ...] = ()
    derives: tuple[Derive, ...] = ()
    derive_spans: tuple[tuple[Span, ...], ...] = ()
    covers: tuple[str, ...] = ()
    sops: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What other files may need to know of one file, and what it needs of them.

    `id` is the SOP's id, of a translation the id of what it translates, with `lang` set. `steps` are the ids of its
    steps, old ones included. `outward` are the mentions of other SOPs and their steps, of which `supersedes` are those
    that it replaces; `links` are other files that it leads to or shows, each with the place in it, if one is named, and
    where it says so. Of a file that is not `whole`, there may be more of all of this. `approved` are the days of its
    approvals. `waivers` are the findings that its writers let stand. A translation has no `title` here. Of a quiz,
    `quiz` tells the rest; its `id` is the quiz's, and its `steps` are its questions.
    """

    path: str
    id: str
    id_span: Span
    version: str
    steps: frozenset[str]
    was: tuple[str, ...] = ()
    was_spans: tuple[Span, ...] = ()
    lang: str = ""
    is_translation: bool = False
    whole: bool = True
    outward: tuple[Mention, ...] = ()
    supersedes: tuple[Mention, ...] = ()
    links: tuple[tuple[str, str, Span], ...] = ()
    status: Status = Status.EFFECTIVE
    approved: tuple[tuple[datetime.date, Span], ...] = ()
    reviews: tuple[Review, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    calls: tuple[Call, ...] = ()
    title: str = ""
    quiz: QuizFacts | None = None

    @property
    def is_in_force(self) -> bool:
        """Whether staff may work by it, now or when its day comes."""
        return self.status not in (Status.SUPERSEDED, Status.RETIRED)


def translations_by_original(library: Library) -> dict[str, list[str]]:
    """The paths of the translations of each original that has some, by the original's path.

    Of several versions of an SOP, or quizzes of one id, a translation belongs to the one beside it (`order.en.md`
    beside `order.md`), else to the first that is in force. A translation of what there is not belongs to none.
    """
    found: dict[str, list[str]] = {}
    for facts in library.facts:
        by_id = library.by_id if facts.quiz is None else library.quizzes_by_id
        originals = by_id.get(facts.id, ()) if facts.is_translation else ()
        if originals:
            beside = f"{facts.path.removesuffix('.md').rpartition('.')[0]}.md"
            original = min(originals, key=lambda each: (each.path != beside, not each.is_in_force))
            found.setdefault(original.path, []).append(facts.path)
    return found


class Library:
    """The facts of every file, by path and by id, and the day on which they are looked at.

    `originals` are the SOPs that are no translations, `quizzes` the quizzes that are none.
    """

    def __init__(self, facts: Iterable[Facts], today: datetime.date) -> None:
        self.today = today
        self.facts = sorted(facts, key=lambda f: f.path)
        self.by_path: Mapping[str, Facts] = {f.path: f for f in self.facts}
        self.originals = [f for f in self.facts if not f.is_translation and f.quiz is None]
        self.quizzes = [f for f in self.facts if not f.is_translation and f.quiz is not None]
        self.by_id = _by_id(self.originals)
        self.quizzes_by_id = _by_id(self.quizzes)

    def steps(self, sop: str) -> frozenset[str] | None:
        """The step ids of an SOP over all its versions; None where not all of them are known."""
        if sop not in self.by_id or not all(facts.whole for facts in self.by_id[sop]):
            return None
        return frozenset().union(*(facts.steps for facts in self.by_id[sop]))


def _by_id(originals: Iterable[Facts]) -> Mapping[str, list[Facts]]:
    """Facts by the ids that they have and had."""
    by_id: dict[str, list[Facts]] = {}
    for original in originals:
        for name in (original.id, *original.was):
            by_id.setdefault(name, []).append(original)
    return by_id
