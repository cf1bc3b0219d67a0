"""Everything the templates of an SOP's page say things with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from sop_plugin.model.amount import AmountCase, Setting
from sop_plugin.model.condition import ClassTest
from sop_plugin.model.document import Document
from sop_plugin.model.flow import GoKind, SopLink, StepException
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import MaterialUse
from sop_plugin.model.time import Duration, DurationByClass
from sop_plugin.views.context import ViewContext
from sop_plugin.views.feedback import filled
from sop_plugin.views.flow import Flow
from sop_plugin.views.groundwork import Groundwork
from sop_plugin.views.links import Links
from sop_plugin.views.names import Names
from sop_plugin.views.originals import Originals
from sop_plugin.views.paths import checklist_path
from sop_plugin.views.places import Places
from sop_plugin.views.preparation import Preparation
from sop_plugin.views.prose import ProseWriter
from sop_plugin.views.step_views import StepViews
from sop_plugin.views.times import Times
from sop_plugin.views.wording import Wording

EMOTIONS = (
    "page.emotion.very-bad",
    "page.emotion.bad",
    "page.emotion.even",
    "page.emotion.good",
    "page.emotion.very-good",
)
"""Catalogue keys for scores from -2 to 2."""


@dataclass(frozen=True, slots=True)
class SopPageView:
    """An SOP with its words, names, links and sentences. `w` holds the catalogue's words as HTML.

    `fingerprint` is that of the whole procedure, which runs and confirmations carry.
    """

    sop: Sop
    document: Document
    context: ViewContext
    lang: str
    w: Mapping[str, Markup]
    wording: Wording
    names: Names
    links: Links
    prose: ProseWriter
    views: StepViews
    places: Places
    times: Times
    flow: Flow
    ready: Preparation
    originals: Originals
    fingerprint: str

    def roles(self, roles: tuple[str, ...]) -> Markup:
        """The names of roles that act together."""
        return self.wording.listed(map(self.names.role, roles))

    def every_role(self, roles: tuple[str, ...]) -> Markup:
        """The names of roles that must all agree."""
        return self.wording.listed(map(self.names.role, roles), "page.list.both")

    def any_role(self, roles: tuple[str, ...]) -> Markup:
        """The names of roles of which any one will do."""
        return self.wording.listed(map(self.names.role, roles), "page.list.or")

    def min_level(self, test: ClassTest) -> Markup:
        """The qualification that a step asks for; of several levels, each is named and none is the lowest."""
        if len(test.levels) > 1:
            return self.flow.class_test(test)
        levels = self.places.levels(test.class_id, test.levels)
        return self.wording.say("page.min-level", name=self.names.class_title(test.class_id), levels=levels)

    def unanswered(self, exception: StepException) -> Markup:
        """That an exception tells nobody what to do, and whom to ask; empty where it does tell."""
        if any(getattr(exception, name) for name in StepException.ANSWERS) or exception.go.kind is not GoKind.HERE:
            return Markup()
        if self.sop.owner:
            return self.wording.say("page.exception.unanswered", role=self.names.role(self.sop.owner))
        return self.w["page.exception.unanswered-lead"]

    def sop_link(self, sop: str) -> Markup:
        """A link to another SOP."""
        return self.links.sop(SopLink(sop))

    def foreign(self, text: str, lang: str) -> Markup:
        """Words of another page, marked with their language where that is not this page's."""
        return Markup('<span lang="{}">{}</span>').format(lang, text) if lang != self.lang else escape(text)

    def raised(self, events: tuple[str, ...]) -> Markup:
        """Events that a step, a branch or an exception raises."""
        return self.wording.listed(map(self.places.event, events))

    def takes(self, takes: Duration | DurationByClass) -> Markup:
        """A working time."""
        return escape(takes.words) if isinstance(takes, Duration) else self.times.takes(takes)

    def setting_cases(self, setting: Setting) -> Markup:
        """A quantity for each level of a class."""
        return self.places.by_class(setting.by or "", ((case.for_, self.amount(case)) for case in setting.values))

    def amount(self, of: AmountCase | MaterialUse) -> str:
        """An amount, with that in the second system of units in brackets."""
        if of.amount is None or of.also is None:
            return "".join(amount.words for amount in (of.amount, of.also) if amount)
        return self.wording.say("page.amount.also", amount=of.amount.words, also=of.also.words)

    def emotion(self, score: int) -> Markup:
        """A customer's feeling in a word."""
        return self.w[EMOTIONS[max(-2, min(2, score)) + 2]]

    @property
    def checklist(self) -> str:
        """The content path of the SOP's checklist."""
        return checklist_path(self.context.path)

    @property
    def suggestion(self) -> str:
        """The address at which an improvement of the whole is suggested."""
        context, sop = self.context, self.sop
        url = context.site.of(context.path) if context.site else ""
        return filled(context.feedback or "", sop=sop.id, version=sop.version or "", title=sop.title, url=url)

    @property
    def own_references(self) -> frozenset[str]:
        """The ids of references that have a place on this page."""
        return frozenset(reference.id for reference in self.sop.references)

    @property
    def languages(self) -> list[str]:
        """The languages this SOP is kept in, its own first."""
        return list(dict.fromkeys((self.lang, *self.sop.languages)))


def page_view(ground: Groundwork, context: ViewContext) -> SopPageView:
    """Puts together what a page needs."""
    document, wording, names, views = ground.document, ground.wording, ground.names, ground.views
    links = Links(context)
    prose = ProseWriter(document.prose, links.resolve, links.picture_size, ground.foreign)
    places = Places(views.by_id, names, wording)
    flow = Flow(wording, names, places, prose, links)
    return SopPageView(
        sop=ground.sop,
        document=document,
        context=context,
        lang=ground.lang,
        w=wording.words,
        wording=wording,
        names=names,
        links=links,
        prose=prose,
        views=views,
        places=places,
        times=Times(wording, names, places, prose, flow),
        flow=flow,
        ready=ground.ready,
        originals=ground.originals,
        fingerprint=ground.fingerprint,
    )
