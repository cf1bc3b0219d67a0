"""The page of an SOP."""

from __future__ import annotations

from sop_plugin.model.document import Document
from sop_plugin.model.page import RenderedPage
from sop_plugin.views.anchors import anchors_in
from sop_plugin.views.context import ViewContext
from sop_plugin.views.control_heads import control_heads
from sop_plugin.views.glance import glance
from sop_plugin.views.groundwork import Groundwork, groundwork
from sop_plugin.views.outline import Section, outline
from sop_plugin.views.page_view import SopPageView, page_view
from sop_plugin.views.searchable import searchable
from sop_plugin.views.standing import standing
from sop_plugin.views.templating import template
from sop_plugin.views.ways import ways_in, ways_of

OTHER_SECTIONS = (
    "ends",
    "forms",
    "classes",
    "quantities",
    "policies",
    "deadlines",
    "events",
    "states",
    "terms",
    "references",
    "changes",
)
"""The fields of an SOP that make a section of that name after the steps, in this order."""

STYLES = ("sop", "step", "procedure")
"""The style sheets of the page: the ground, a step, and what is above and around the steps."""


def sop_page(document: Document, context: ViewContext, ground: Groundwork | None = None) -> RenderedPage:
    """Renders an SOP. Raises ValueError where the document holds none.

    `ground` is what was laid for its pages in the language of the context, if it was already.
    """
    page = page_of(document, context, ground)
    return rendered(page, "sop/page.html", notices=standing(page), heads=control_heads(page, page.sop.title))


def page_of(document: Document, context: ViewContext, ground: Groundwork | None = None) -> SopPageView:
    """What the page of an SOP says things with. Raises ValueError where the document holds none."""
    return page_view(ground or groundwork(document, context.organisation, context.words), context)


def rendered(page: SopPageView, form: str, **more: object) -> RenderedPage:
    """The whole of an SOP through the template `form`, which is given `more` beside what every form of it shows."""
    sop, document = page.sop, page.document
    steps = _step_sections(page)
    others = tuple((name, page.w[f"page.{name}"]) for name in OTHER_SECTIONS if getattr(sop, name))
    flow = document.flow()
    html = template(form, page.context.words).render(
        p=page,
        seen=glance(page, document.graph()),
        ways_in=ways_in(flow) if flow else {},
        ways=ways_of(flow) if flow else {},
        step_sections=steps,
        other_sections=others,
        **more,
    )
    return RenderedPage(
        title=sop.title,
        description=page.prose.plain(sop.summary or sop.purpose or ""),
        html=html,
        toc=outline(page, steps, others),
        anchors=anchors_in(html),
        search=searchable(page),
        lang=page.lang,
        links=tuple(page.links.followed),
        styles=STYLES,
        features=("page",),
    )


def _step_sections(page: SopPageView) -> tuple[Section, ...]:
    views = page.views
    return tuple(
        Section(name, page.w[f"page.{name}"], steps)
        for name, steps in (("steps", views.steps), ("triggered", views.triggered), ("recurring", views.recurring))
        if steps
    )
