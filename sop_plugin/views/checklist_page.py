"""The checklist of an SOP: on paper, to read and to print, and what the screen needs to run it."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from markupsafe import Markup, escape

from sop_plugin.model.checklist import Checklist, Item, checklist_of
from sop_plugin.model.document import Document
from sop_plugin.model.page import RenderedPage, SearchEntry, TocEntry
from sop_plugin.views.anchors import ICON, anchors_in
from sop_plugin.views.checklist_data import data_of, embedded
from sop_plugin.views.checklist_items import SIGNED
from sop_plugin.views.context import ViewContext
from sop_plugin.views.control_heads import control_heads
from sop_plugin.views.device_page import PATH as DEVICE
from sop_plugin.views.groundwork import Groundwork, groundwork
from sop_plugin.views.page_view import SopPageView, page_view
from sop_plugin.views.paths import checklist_path
from sop_plugin.views.qr import qr_svg
from sop_plugin.views.sheet import Row, rows
from sop_plugin.views.templating import template

_TO_PLACE = re.compile(rf' href="#(?!{re.escape(ICON)})([^"]+)"')
_QUOTED_TO_PLACE = re.compile(r' href=\\"#([^"\\]+)\\"')


@dataclass(frozen=True, slots=True)
class SheetView:
    """What the templates of a checklist say things with.

    `home` is the URL of the procedure's own page, `device` that of the page "On this device".
    """

    page: SopPageView
    home: str
    device: str

    def title(self, item: Item) -> Markup:
        """What is to be ticked or filled in."""
        page = self.page
        if item.source in SIGNED:
            return page.wording.say(SIGNED[item.source], roles=page.roles(item.by))
        return page.prose.line(item.text)


@dataclass(frozen=True, slots=True)
class SheetSection:
    """A section of steps on paper."""

    name: str
    title: Markup
    rows: tuple[Row, ...]


def checklist_page(document: Document, context: ViewContext, ground: Groundwork | None = None) -> RenderedPage:
    """Renders the checklist of an SOP. Raises ValueError where the document holds none.

    `context` is that of the procedure's own page, but its `url_of` gives URLs relative to this one. `ground` is what
    was laid for that page, if it was.
    """
    page = page_view(ground or groundwork(document, context.organisation, context.words), context)
    sop = page.sop
    view = SheetView(page, page.links.to_path(document.path), page.links.to_path(DEVICE))
    address = context.site.of(checklist_path(document.path)) if context.site else ""
    checklist = checklist_of(sop, document.graph())
    sections = _sections(page, checklist)
    title = context.words.text("checklist.title", title=sop.title)
    html = template("sop/checklist.html", context.words).render(
        c=view,
        code=qr_svg(address, page.w["checklist.code"]) if address else "",
        data=_pointing_home(str(embedded(data_of(page, checklist))), view.home),
        heads=control_heads(page, title),
        record_heads=control_heads(page, title, "checklist.record"),
        sections=sections,
    )
    anchors = anchors_in(html)
    return RenderedPage(
        title=title,
        description=context.words.text("checklist.about", title=sop.title),
        html=_at_home(html, anchors, view.home),
        toc=tuple(TocEntry(f"sheet.{section.name}", section.title.unescape()) for section in sections),
        anchors=anchors,
        search=(SearchEntry("", title, "", sop.tags, (sop.id, *sop.was, *sop.aliases)),),
        lang=page.lang,
        links=tuple(page.links.followed),
        styles=("sop", "dialog", "checklist", "sheet"),
        features=("checklist",),
    )


def _sections(page: SopPageView, checklist: Checklist) -> tuple[SheetSection, ...]:
    views = page.views
    return tuple(
        SheetSection(name, page.w[f"page.{name}"], rows(steps, checklist))
        for name, steps in (("steps", views.steps), ("triggered", views.triggered), ("recurring", views.recurring))
        if steps
    )


def _at_home(html: str, anchors: Container[str], home: str) -> str:
    """The page with what points to places that only the procedure's own page has pointing there."""
    url = str(escape(home))

    def there(found: re.Match[str]) -> str:
        place = found[1]
        return found[0] if place in anchors else f' href="{url}#{place}"'

    return _TO_PLACE.sub(there, html)


def _pointing_home(data: str, home: str) -> Markup:
    """The data with all its places pointing to the procedure's page: a run shows one step, and must not be left."""
    url = str(escape(home)).replace("\\", "\\\\")
    return Markup(_QUOTED_TO_PLACE.sub(lambda found: f' href=\\"{url}#{found[1]}\\"', data))
