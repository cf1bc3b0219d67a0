"""Findings that a writer has looked at and lets stand."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from sop_plugin.model.diagnostic import Diagnostic, Span
from sop_plugin.model.kinds import RuleRef, StepRef, Verbatim, authored


@dataclass(frozen=True, slots=True)
class Suppression:
    """A rule whose findings are let stand: at some steps or in the whole file, for a reason, perhaps until a day."""

    rule: RuleRef = authored("vague-criterion")
    reason: Verbatim = authored("The guest decides when the milk is hot enough.")
    at: tuple[StepRef, ...] = authored("[steam]", default=())
    until: datetime.date | None = authored("2027-03-01", default=None)


class Waiver(NamedTuple):
    """A suppression in its file: it holds for findings that begin on one of `lines`, or on any where there are none.

    `lines` are pairs of first and last line. `span` is where the rule is named.
    """

    rule: str
    reason: str
    lines: tuple[tuple[int, int], ...]
    until: datetime.date | None
    span: Span

    def covers(self, rule: str, line: int) -> bool:
        """Whether a finding of `rule` at `line` is let stand."""
        return rule == self.rule and (not self.lines or any(first <= line <= last for first, last in self.lines))

    def holds_on(self, day: datetime.date) -> bool:
        """Whether it has not expired; its last day is still good."""
        return self.until is None or day <= self.until


class Suppressed(NamedTuple):
    """A diagnostic that is let stand, and why."""

    diagnostic: Diagnostic
    reason: str
    until: datetime.date | None
