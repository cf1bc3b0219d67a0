"""An SOP or its checklist as a document for paper: complete, and true on one day."""

from __future__ import annotations

import datetime

from markupsafe import Markup

from sop_plugin.model.document import Document
from sop_plugin.model.page import RenderedPage, TocEntry
from sop_plugin.model.paper import Paper
from sop_plugin.views.checklist_page import checklist_page
from sop_plugin.views.context import ViewContext
from sop_plugin.views.control_heads import control_heads
from sop_plugin.views.page_view import SopPageView
from sop_plugin.views.paper_drawings import drawn, icon_rules, icons, mark, width_of
from sop_plugin.views.paper_links import PaperLinks
from sop_plugin.views.paper_tags import tagged
from sop_plugin.views.paths import checklist_path
from sop_plugin.views.qr import qr_svg
from sop_plugin.views.running_heads import css_string
from sop_plugin.views.sop_page import page_of, rendered
from sop_plugin.views.standing import Notice, standing
from sop_plugin.views.templating import template
from sop_plugin.views.wording import enum_key_of

MARK = "mark"
"""The name of the drawing behind the text of what is not to be worked by."""

LONG = 500
"""Ems of text above which a step may break between its parts: kept whole, it would leave much of a page empty."""

LINE, PICTURE = 15, 400
"""Ems of text that take as much room as the rest of a line behind a text, and as a picture."""

DEEPEST = 6
"""Levels of bookmarks that readers show."""


def procedure_paper(document: Document, context: ViewContext, day: datetime.date) -> Paper:
    """The whole procedure as it stands on `day`. Raises ValueError where the document holds none."""
    links = PaperLinks(context, document.path)
    page = page_of(document, links.context)
    notice = _on(day, page)
    address = context.site.of(document.path) if context.site else ""
    made = rendered(
        page,
        "sop/paper.html",
        notices=(notice,),
        running=control_heads(page, page.sop.title),
        code=qr_svg(address, page.w["paper.code"]) if address else "",
    )
    return _paper(page, made, links, notice, _breaking(page))


def checklist_paper(document: Document, context: ViewContext, day: datetime.date) -> Paper:
    """The checklist to fill in by hand, as it stands on `day`. Raises ValueError where the document holds none."""
    links = PaperLinks(context, checklist_path(document.path))
    page = page_of(document, links.context)
    return _paper(page, checklist_page(document, links.context), links, _on(day, page), Markup())


def _on(day: datetime.date, page: SopPageView) -> Notice:
    """The line about the version that is true on a day."""
    notices = [
        notice
        for notice in standing(page)
        if (notice.begin is None or notice.begin <= day) and (notice.end is None or day < notice.end)
    ]
    return notices[-1]


def _paper(page: SopPageView, made: RenderedPage, links: PaperLinks, notice: Notice, breaking: Markup) -> Paper:
    words, sop = page.context.words, page.sop
    drawings = dict(icons())
    if warning := _mark(page, notice):
        drawings[MARK] = mark(warning)
    control = [sop.id, *([words.text("page.version", version=sop.version)] if sop.version else [])]
    html = template("paper.html").render(
        lang=page.lang,
        title=made.title,
        subject=" · ".join(control),
        author=page.names.role(sop.owner) if sop.owner else "",
        keywords=", ".join(sop.tags),
        rules=Markup(icon_rules()) + _bookmarks(made.toc) + breaking,
        mark=MARK if warning else "",
        body=Markup(links.on_paper(tagged(drawn(made.html)))),
    )
    return Paper(html, drawings)


def _mark(page: SopPageView, notice: Notice) -> str:
    """The words behind the text where nobody may work by it, empty where staff may."""
    words = page.context.words
    if notice.kind in ("in-force", "overdue"):
        return ""
    if notice.kind in ("not-yet", "replaced"):
        return words.text(f"paper.{notice.kind}")
    return words.text(enum_key_of(page.sop.status))


def _bookmarks(toc: tuple[TocEntry, ...], level: int = 1) -> Markup:
    """Rules that make a bookmark of each entry of the table of contents."""
    rules = []
    for entry in toc:
        rules.append(f"#{_identifier(entry.id)}{{bookmark-level:{level};bookmark-label:{css_string(entry.title)}}}")
        rules.append(_bookmarks(entry.children, min(level + 1, DEEPEST)))
    return Markup("\n".join(filter(None, rules)))


def _breaking(page: SopPageView) -> Markup:
    """Rules that let long steps break."""
    texts = page.document.texts_by_step()
    room = {
        name: PICTURE * len(view.step.media) + sum(width_of(text) + LINE for text in texts.get(name, {}).values())
        for name, view in page.views.by_id.items()
    }
    return Markup("\n".join(f"#{_identifier(name)}{{break-inside:auto}}" for name in room if room[name] > LONG))


def _identifier(name: str) -> str:
    """An id as a selector takes it."""
    return "".join(char if char.isalpha() or char in "-_" else f"\\{ord(char):x} " for char in name)
