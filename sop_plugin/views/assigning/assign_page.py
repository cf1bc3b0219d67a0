"""The trainer's page: assignments are made here and held against what comes back, by `web/js/features/assign.js`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sop_plugin.model.assignment_link import LONGEST_NOTE, LONGEST_TITLE
from sop_plugin.model.page import RenderedPage, SearchEntry
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.views.assigning.assignable import Assignable, assignable_data
from sop_plugin.views.assigning.assigned_page import PATH as ASSIGNED
from sop_plugin.views.checklist_data import embedded
from sop_plugin.views.device_page import PATH as DEVICE
from sop_plugin.views.templating import template
from sop_plugin.words.catalogue import Catalogue

PATH = "training.md"
"""The content path the page would have if it were a file."""


def assign_page(
    assignable: Sequence[Assignable],
    words: Catalogue,
    site: SiteAddress | None,
    keep_names: int,
    url_of: Callable[[str], str],
) -> RenderedPage:
    """The page of a site that keeps names for so many days. Its links lead to where the site is published, if that is
    known, else to where the page itself stands.
    """
    title, about = words.text("assign.title"), words.text("assign.about")
    roles = {role.id: role for each in assignable for role in each.roles}
    html = template("assigning/assign.html", words).render(
        title=title,
        about=about,
        assignable=embedded(assignable_data(assignable, words.language, url_of)),
        roles=sorted(roles.values(), key=lambda role: (role.rank, role.title)),
        address=site.of(ASSIGNED) if site else "",
        assigned=url_of(ASSIGNED),
        device=url_of(DEVICE),
        keep_names=keep_names,
        longest_title=LONGEST_TITLE,
        longest_note=LONGEST_NOTE,
    )
    return RenderedPage(
        title=title,
        description=about,
        html=html,
        toc=(),
        anchors=frozenset(),
        search=(SearchEntry("", title, about),),
        lang=words.language,
        links=(ASSIGNED, DEVICE, *(each.path for each in assignable)),
        styles=("sop", "dialog", "assign"),
        features=("assign",),
    )
