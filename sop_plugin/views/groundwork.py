"""What is the same on every page of a procedure, and so is worked out once for all of them: nothing in it is a link."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from sop_plugin.model.document import Document
from sop_plugin.model.meaning import sop_fingerprint
from sop_plugin.model.organisation import Organisation, written_in
from sop_plugin.model.sop import Sop
from sop_plugin.views.names import Names
from sop_plugin.views.originals import Originals, foreign_in
from sop_plugin.views.preparation import Preparation, preparation
from sop_plugin.views.prose import Foreign, plain_words
from sop_plugin.views.step_views import StepViews, step_views
from sop_plugin.views.wording import Wording
from sop_plugin.words.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Groundwork:
    """An SOP with its steps as pages show them, and with what things are called.

    `lang` is the language it is written in, `foreign` what of it stands in another one. `fingerprint` is that of the
    whole procedure, which runs and confirmations carry.
    """

    document: Document
    sop: Sop
    lang: str
    wording: Wording
    names: Names
    views: StepViews
    ready: Preparation
    originals: Originals
    foreign: Foreign
    fingerprint: str


def groundwork(document: Document, organisation: Organisation | None, words: Catalogue) -> Groundwork:
    """Lays what the pages of an SOP stand on, in the language of `words`. Raises ValueError where there is no SOP."""
    sop = document.sop
    if sop is None:
        raise ValueError(f"{document.path} holds no SOP")
    lang = written_in(sop, organisation, words.language)
    wording = Wording(words)
    views = step_views(document, sop, wording, partial(plain_words, document.prose))
    return Groundwork(
        document=document,
        sop=sop,
        lang=lang,
        wording=wording,
        names=Names(sop, organisation, lang),
        views=views,
        ready=preparation(sop),
        originals=Originals(document.rendition, views.by_id, wording),
        foreign=foreign_in(document),
        fingerprint=sop_fingerprint(document.rendition.original if document.rendition else sop, document.step_prints()),
    )
