"""The page "Assigned to you", which the links of assignments open; filled by `web/js/features/assigned.js`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sop_plugin.model.page import RenderedPage, SearchEntry
from sop_plugin.views.assigning.assignable import Assignable, assignable_data
from sop_plugin.views.checklist_data import embedded
from sop_plugin.views.templating import template
from sop_plugin.words.catalogue import Catalogue

PATH = "assigned.md"
"""The content path the page would have if it were a file."""


def assigned_page(
    assignable: Sequence[Assignable], words: Catalogue, keep_names: int, url_of: Callable[[str], str]
) -> RenderedPage:
    """The page of a site that keeps names for so many days; `assignable` is what assignments may ask for."""
    title, about = words.text("assigned.title"), words.text("assigned.about")
    html = template("assigning/assigned.html", words).render(
        title=title,
        about=about,
        assignable=embedded(assignable_data(assignable, words.language, url_of)),
        keep_names=keep_names,
        root=url_of(""),
    )
    return RenderedPage(
        title=title,
        description=about,
        html=html,
        toc=(),
        anchors=frozenset(),
        search=(SearchEntry("", title, about),),
        lang=words.language,
        links=tuple(each.path for each in assignable),
        styles=("sop", "dialog", "assign"),
        features=("assigned",),
    )
