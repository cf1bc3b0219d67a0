"""The page a day begins with: who I am, what I do, what changed, what is to be reviewed.

Every role is a section with an address of its own (`start.md#role-barista`), of which the browser shows the one that is
asked for, without JavaScript too. What depends on the day or on the device is added by `web/js/features/start.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sop_plugin.model.page import RenderedPage, SearchEntry, TocEntry
from sop_plugin.model.sop import Status
from sop_plugin.views.assigning.assigned_page import PATH as ASSIGNED
from sop_plugin.views.digest import Changed, Due, by_role, changed, due, teams
from sop_plugin.views.entries import SET_ASIDE, IndexEntry, RoleName
from sop_plugin.views.index_page import PATH as INDEX
from sop_plugin.views.templating import template
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key

PATH = "start.md"
"""The content path the page would have if it were a file."""

SHOWN = 40
"""How many procedures are listed for a role; the list of all procedures has the rest."""

CHANGES = 6
REVIEWS = 12


@dataclass(frozen=True, slots=True)
class Desk:
    """What one role finds: `entries` are the first of `count` procedures."""

    role: RoleName
    entries: tuple[IndexEntry, ...]
    count: int
    changed: tuple[Changed, ...]
    due: tuple[Due, ...]


def role_anchor(role: str) -> str:
    """The address of a role in this page, and in the list of all procedures."""
    return f"role-{role}"


def start_page(entries: Sequence[IndexEntry], words: Catalogue, url_of: Callable[[str], str]) -> RenderedPage:
    """The page over those of `entries` that somebody works by."""
    in_force = [entry for entry in entries if entry.status not in SET_ASIDE]
    mine = by_role(in_force)
    desks = [_desk(role, own) for role, own in mine.items()]
    everyone = [entry for entry in in_force if not entry.roles]
    parts = {
        "choose": words.text("start.choose"),
        "everyone": words.text("start.everyone"),
        "changed": words.text("start.changed"),
        "due": words.text("start.due"),
    }
    title, about = words.text("start.title"), words.text("start.about")
    html = template("start/page.html", words).render(
        title=title,
        about=about,
        desks=desks,
        teams=teams(mine),
        everyone=everyone[:SHOWN],
        more_for_everyone=len(everyone) > SHOWN,
        changed=changed(in_force, CHANGES),
        due=due(in_force, REVIEWS),
        url_of=url_of,
        root=url_of(""),
        here="",
        index=INDEX,
        assigned=ASSIGNED,
        anchor=role_anchor,
        effective=Status.EFFECTIVE,
        status_name=lambda status: words.text(enum_key(status)),
        text=words.text,
        lang=words.language,
    )
    shown = [part for part in parts if part != "everyone" or everyone]
    return RenderedPage(
        title=title,
        description=about,
        html=html,
        toc=tuple(TocEntry(part, parts[part]) for part in shown),
        anchors=frozenset({*shown, *(role_anchor(role.id) for role in mine)}),
        search=(SearchEntry("", title, about), *_found(mine, words)),
        lang=words.language,
        links=(*(entry.path for entry in in_force), ASSIGNED),
        styles=("sop", "start"),
        features=("start",),
    )


def _desk(role: RoleName, own: Sequence[IndexEntry]) -> Desk:
    return Desk(role, tuple(own[:SHOWN]), len(own), changed(own, CHANGES), due(own, REVIEWS))


def _found(roles: Iterable[RoleName], words: Catalogue) -> Iterable[SearchEntry]:
    """Whoever searches for a role finds its section."""
    for role in roles:
        yield SearchEntry(role_anchor(role.id), words.text("start.i-am-a", role=role.title), role.department)
