"""How long a procedure takes in all, in words."""

from __future__ import annotations

from dataclasses import dataclass

from sop_plugin.model.flow_graph import FlowGraph
from sop_plugin.model.lead_time import LeadTime, lead_time
from sop_plugin.model.length import NOTHING, Stretch
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.lengths import in_words


@dataclass(frozen=True, slots=True)
class TimeInAll:
    """The whole time in words; `takes` and `wait` are its two parts, empty where there is only one of them.

    `unknown` counts the steps that do not say how long they take, and `open_ended` holds the ids of those that take as
    long as they take: because of both the whole may have no end.
    """

    total: str
    takes: str
    wait: str
    unknown: int
    open_ended: tuple[str, ...]


def time_in_all(graph: FlowGraph, words: Catalogue) -> TimeInAll | None:
    """The time of a whole procedure; None where no step tells one."""
    found = lead_time(graph)
    total = _said(found.total, words)
    if not total:
        return None
    takes, wait = _parts(found, words)
    return TimeInAll(total, takes, wait, len(found.unknown), found.open_ended)


def _parts(found: LeadTime, words: Catalogue) -> tuple[str, str]:
    parts = _said(found.takes, words), _said(found.wait, words)
    return parts if all(parts) else ("", "")


def _said(stretch: Stretch, words: Catalogue) -> str:
    """A stretch as people say it; empty where there is none or nobody knows."""
    low, high = stretch.low, stretch.high
    if high is None:
        said = "" if low == NOTHING else words.text("page.total.at-least", low=in_words(low, words))
    elif low == high:
        said = "" if low == NOTHING else in_words(low, words)
    elif low == NOTHING:
        said = words.text("page.total.at-most", high=in_words(high, words))
    else:
        said = words.text("page.total.range", low=in_words(low, words), high=in_words(high, words))
    return words.text("page.total.about", time=said) if said and stretch.is_rough and high is not None else said
