"""What of a translated page stands in the original or is a draft only, and the lines that say so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from markupsafe import Markup, escape

from sop_plugin.model.document import Document
from sop_plugin.model.rendition import INTRO, REST, Rendition
from sop_plugin.views.prose import Foreign
from sop_plugin.views.step_views import StepView
from sop_plugin.views.wording import Wording
from sop_plugin.words.catalogue import Catalogue, language_name


class Originals:
    """Says which steps of a page are in the words of the original, and why. Says nothing on a page in the original."""

    def __init__(self, rendition: Rendition | None, steps: Mapping[str, StepView], wording: Wording) -> None:
        self._rendition = rendition
        self._steps = steps
        self._wording = wording

    def of_step(self, step: str) -> list[Markup]:
        """Why a step, or some of it, stands in the original, and that its words are a draft where those of others are
        none; empty where there is nothing to say.
        """
        if self._rendition is None:
            return []
        said = []
        if gap := self._rendition.gaps.get(step):
            said.append(self._wording.say(f"page.original.{gap.value}", language=self._language))
        if step in self._rendition.drafts and self._rendition.confirmed:
            said.append(self._wording.say("page.draft.step"))
        return said

    @property
    def lines(self) -> list[Markup]:
        """What is said above the whole: which steps, with links, and whether anything beside them."""
        if self._rendition is None:
            return []
        said = []
        if not self._rendition.confirmed:
            said.append(self._wording.say("page.draft.whole", language=self._language))
        elif drafts := self._listed(self._rendition.drafts):
            said.append(self._wording.say("page.draft.steps", language=self._language, steps=drafts))
        if steps := self._listed(self._rendition.gaps):
            said.append(self._wording.say("page.original.steps", language=self._language, steps=steps))
        if "" in self._rendition.gaps:
            said.append(self._wording.say("page.original.outside", language=self._language))
        return said

    def _listed(self, names: Collection[str]) -> Markup:
        """The steps of these names with links, in the order of the page; empty where there are none."""
        steps = [
            Markup('<a class="sop-to" href="#{}"><b>{}</b> {}</a>').format(step, view.number, self._title(view))
            for step, view in self._steps.items()
            if step in names
        ]
        return self._wording.listed(steps) if steps else Markup()

    def _title(self, view: StepView) -> Markup:
        title = escape(view.label)
        if self._rendition and view.step.title in self._rendition.texts:
            return Markup('<span lang="{}">{}</span>').format(self._rendition.lang, title)
        return title

    @property
    def _language(self) -> Markup:
        lang = self._rendition.lang if self._rendition else ""
        return named(lang)


def named(lang: str) -> Markup:
    """A language by its own name."""
    return Markup('<span lang="{}">{}</span>').format(lang, language_name(lang))


@lru_cache(maxsize=64)
def not_translated(lang: str, words: Catalogue) -> Markup:
    """That a page is there in its original language only; in the words of the site, which are not the page's."""
    said = Wording(words).say("page.original.whole", language=named(lang))
    return Markup('<span lang="{}">{}</span>').format(words.language, said)


def foreign_in(document: Document) -> Foreign:
    """The texts and the parts of the body of a translated document that are in the original."""
    rendition, body = document.rendition, document.body
    if rendition is None:
        return Foreign()
    parts = {INTRO: body.intro, REST: body.rest, **body.details}
    found = (part for name, part in parts.items() if name in rendition.parts)
    return Foreign(rendition.lang, rendition.texts, tuple(part for part in found if part))
