"""The page "On this device": what the browser keeps, and how to export, import and delete it.

The page says what stands where; what is kept is added by `web/js/features/device.js`.
"""

from __future__ import annotations

from sop_plugin.model.page import RenderedPage, SearchEntry, TocEntry
from sop_plugin.views.templating import template
from sop_plugin.words.catalogue import Catalogue

PATH = "device.md"
"""The content path the page would have if it were a file."""

SECTIONS = (
    "under-way",
    "finished",
    "confirmed",
    "quizzes",
    "assignments",
    "names",
    "export",
    "import",
    "storage",
    "delete-all",
)
"""The anchors of the page's sections; those of the lists are also the places that the script fills."""


def device_page(words: Catalogue, keep_names: int) -> RenderedPage:
    """The page of a site that keeps names for so many days."""
    title, about = words.text("device.title"), words.text("device.about")
    html = template("device_page.html", words).render(
        keep_names=keep_names, names_about=_names_about(words, keep_names)
    )
    return RenderedPage(
        title=title,
        description=about,
        html=html,
        toc=tuple(TocEntry(name, words.text(f"device.{name}")) for name in SECTIONS),
        anchors=frozenset(SECTIONS),
        search=(SearchEntry("", title, about),),
        lang=words.language,
        styles=("sop", "dialog", "device"),
        features=("device",),
    )


def _names_about(words: Catalogue, days: int) -> str:
    amount = {0: "none", 1: "one"}.get(days, "many")
    return words.text(f"device.names.about.{amount}", count=days)
