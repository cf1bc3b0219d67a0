"""What lists say of each procedure."""

from __future__ import annotations

from collections.abc import Iterable

from sop_plugin.checks.due import WORKED_BY, start_of_notice
from sop_plugin.model.document import Document
from sop_plugin.model.organisation import Organisation, Party
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.pipeline.reviews import reviews_of
from sop_plugin.views.entries import IndexEntry, ReviewDay, RoleName
from sop_plugin.views.names import Names
from sop_plugin.views.paths import checklist_path
from sop_plugin.views.preparation import Preparation, preparation
from sop_plugin.words.catalogue import Catalogue


def index_entry(
    document: Document, sop: Sop, lang: str, organisation: Organisation | None, words: Catalogue
) -> IndexEntry:
    """A procedure for the lists of a site that speaks `words`, with the path that its checklist would have."""
    names = Names(sop, organisation, words.language)
    of_role = {role.id: role for role in organisation.roles} if organisation else {}

    ranks = {role: rank for rank, role in enumerate(of_role)}

    def name_of(role: str) -> RoleName:
        department = (of_role[role].department if role in of_role else None) or ""
        title = names.departments.get(department, department)
        return RoleName(role, names.role(role), title, ranks.get(role, len(ranks)))

    def is_own(role: str) -> bool:
        """Staff look for what they do themselves, not for what a customer or a carrier does."""
        return role not in of_role or of_role[role].party is Party.INTERNAL

    ready = preparation(sop)
    return IndexEntry(
        path=document.path,
        id=sop.id,
        title=sop.title,
        summary=sop.summary or "",
        version=sop.version or "",
        status=sop.status,
        effective=sop.effective,
        owner=name_of(sop.owner) if sop.owner else None,
        department=department_title(sop, organisation, words),
        roles=tuple(map(name_of, filter(is_own, _readers(sop, ready)))),
        channels=sop.channels,
        tags=sop.tags,
        lang=lang,
        checklist=checklist_path(document.path),
        changes=sop.changes,
        reviews=_review_days(document, sop, organisation),
        tools=tuple(names.tools.get(tool, tool) for tool in ready.tools),
    )


def department_title(sop: Sop, organisation: Organisation | None, words: Catalogue) -> str:
    """The title of the department an SOP belongs to: its own, or its owner's."""
    if organisation is None:
        return ""
    own = organisation.department_of(sop)
    return Names(sop, organisation, words.language).departments.get(own, own) if own else ""


def _readers(sop: Sop, ready: Preparation) -> Iterable[str]:
    """Who works by it: the roles in its steps, then those it says it is for."""
    return dict.fromkeys((*ready.roles, *sop.audience))


def _review_days(document: Document, sop: Sop, organisation: Organisation | None) -> tuple[ReviewDay, ...]:
    if sop.status not in WORKED_BY:
        return ()
    titles = {step.id: step.title for step in steps_of(sop)}
    return tuple(
        ReviewDay(review.due, start_of_notice(review.due, organisation), titles.get(review.step) or review.step)
        for review in reviews_of(document, sop)
    )
