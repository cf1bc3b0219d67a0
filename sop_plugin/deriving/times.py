"""How long a step may take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sop_plugin.deriving.asking import asked, question_id
from sop_plugin.deriving.choosing import Candidate, choice_of
from sop_plugin.deriving.material import Material, asked_steps
from sop_plugin.model.question import Question, QuestionKind
from sop_plugin.model.step import Step
from sop_plugin.model.tested import Address
from sop_plugin.model.time import Bound, Duration, TimeUnit
from sop_plugin.words.times import time_in_words

_BOUNDS = (Bound.EXACT, Bound.AT_MOST)
_FACTORS = (0.5, 2.0, 3.0)
_FAR = 3
"""How far away times are that stand in no SOP."""


def of_time_limits(material: Material) -> Iterator[Question | None]:
    """A question for each step with one limit in numbers, whatever the case."""
    for step in asked_steps(material.subject):
        limit = _limit(step)
        if limit is None:
            continue
        address = Address(material.sop.id, step.id, "time_limit")
        right = time_in_words(limit, material.words)
        seed = question_id(address, QuestionKind.SINGLE_CHOICE)
        choice = choice_of(seed, right, _others(material, limit))
        yield asked(material, address, "time-limit", choice, step=step.title or "")


def _limit(step: Step) -> Duration | None:
    limit = step.time_limit
    if limit is None or limit.limit is None or limit.by or limit.values or limit.or_:
        return None
    found = limit.limit
    return found if found.bound in _BOUNDS and found.high is not None else None


def _others(material: Material, limit: Duration) -> Iterator[Candidate]:
    """Other times, said in the same way as `limit`: those of other steps, then half of it, twice and three times."""
    assert limit.high is not None
    found = [
        (tier, other.high.amount)
        for tier, subject in material.tiers()
        for step in subject.steps
        for other in (_limit(step), step.takes)
        # Only what is counted alike can be told apart for certain.
        if isinstance(other, Duration) and other.high is not None and other.high.unit is limit.high.unit
    ]
    found += [(_FAR, limit.high.amount * factor) for factor in _FACTORS if _is_round(limit, factor)]
    for tier, amount in found:
        if amount > 0 and amount != limit.high.amount:
            high = replace(limit.high, amount=amount)
            low = high if limit.low is not None else None
            yield Candidate(time_in_words(replace(limit, words="", low=low, high=high), material.words), tier)


def _is_round(limit: Duration, factor: float) -> bool:
    """Whether a multiple of a time is one that somebody would set: whole seconds, days and the like."""
    assert limit.high is not None
    amount = limit.high.amount * factor
    return amount == int(amount) and (limit.high.unit is not TimeUnit.SECOND or amount < 60 or amount % 60 == 0)
