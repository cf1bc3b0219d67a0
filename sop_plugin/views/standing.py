"""Where a version stands: a line below the title, and the lines that take its place when their day comes.

HTML carries days and the browser decides, so that a build does not change with the day. Without a script the first line
stands, which is true on every day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from sop_plugin.model.sop import Status
from sop_plugin.views.context import OtherVersion
from sop_plugin.views.page_view import SopPageView

WORKED_BY = (Status.APPROVED, Status.EFFECTIVE)
"""What staff work by, once its day has come."""

OUT_OF_FORCE = (Status.SUPERSEDED, Status.RETIRED)


@dataclass(frozen=True, slots=True)
class Notice:
    """A line about the version, true from the day `begin` on and before the day `end`, as far as they are told.

    Of several that are true, the last counts. `kind` is a status, or `not-yet`, `overdue` or `replaced`.
    """

    kind: str
    words: Markup
    begin: datetime.date | None = None
    end: datetime.date | None = None


def standing(page: SopPageView) -> tuple[Notice, ...]:
    """The lines about a version, the one for all days first."""
    return tuple(_notices(page))


def _notices(page: SopPageView) -> Iterator[Notice]:
    sop, say = page.sop, page.wording.say
    if sop.status not in WORKED_BY:
        yield Notice(sop.status.value, _in_its_place(page))
        return
    effective = _date(sop.effective) if sop.effective else Markup()
    if sop.effective:
        yield Notice("in-force", say("page.standing.from", date=effective))
    else:
        yield Notice("in-force", say(f"page.standing.{sop.status.value}"))
    if page.context.review_due:
        words = say("page.standing.overdue", date=_date(page.context.review_due))
        yield Notice("overdue", words, begin=page.context.review_due + datetime.timedelta(days=1))
    if sop.effective:
        words = say("page.standing.not-yet", date=effective)
        now = [other for other in page.context.versions if other.status is Status.EFFECTIVE and _is_before(other, page)]
        if now:
            words = page.wording.clauses([words, say("page.standing.until-then", version=_link(page, now[-1]))])
        yield Notice("not-yet", words, end=sop.effective)
    for other in sorted(page.context.versions, key=lambda other: other.effective or datetime.date.min):
        if other.effective and other.status in WORKED_BY and not _is_before(other, page):
            words = say("page.standing.replaced", version=_link(page, other), date=_date(other.effective))
            yield Notice("replaced", words, begin=other.effective)


def _in_its_place(page: SopPageView) -> Markup:
    """That nobody works by this version, and by which one instead."""
    say, sop = page.wording.say, page.sop
    words = page.w[f"page.standing.{sop.status.value}"]
    others = [_link(page, other) for other in page.context.versions if other.status in WORKED_BY]
    if sop.status in OUT_OF_FORCE:
        others += [page.sop_link(successor) for successor in page.context.successors]
    if not others:
        return words
    return page.wording.clauses([words, say("page.standing.instead", sop=page.wording.listed(others))])


def _is_before(other: OtherVersion, page: SopPageView) -> bool:
    """Whether another version came into force before this one."""
    return page.sop.effective is not None and (other.effective is None or other.effective < page.sop.effective)


def _link(page: SopPageView, other: OtherVersion) -> Markup:
    name = page.wording.say("page.version", version=other.version) if other.version else escape(page.sop.id)
    return Markup('<a href="{}">{}</a>').format(page.links.to_path(other.path), name)


def _date(day: datetime.date) -> Markup:
    return Markup(f'<time datetime="{day}">{day}</time>')
