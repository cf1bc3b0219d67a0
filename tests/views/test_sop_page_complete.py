"""Whatever an author can write is somewhere on the page."""

import re

import pytest

from sop_plugin.model.document import Document
from sop_plugin.model.sop import Sop
from sop_plugin.views.sop_page import sop_page
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.views.filling import Filler
from tests.views.pages import Seen, context


@pytest.mark.parametrize("variant", [0, 1])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_shown(language: str, variant: int) -> None:
    filler = Filler(variant)
    sop = filler.record(Sop)
    seen = Seen(sop_page(Document("cafe/latte.md", sop=sop), context(language)).html)
    shown = set(re.findall(r"zq\d+|\d{4}-\d\d-\d\d|7\d{3}", " ".join([seen.text, *seen.attributes])))
    missing = {where: text for where, text in filler.expected.items() if text not in shown}
    assert not missing
    words = catalogue(language)
    assert not {where: key for where, key in filler.expected_words.items() if words.text(key) not in seen.text}


@pytest.mark.parametrize("variant", [0, 1])
def test_ids_are_unique_and_inner_links_arrive(variant: int) -> None:
    page = sop_page(Document("cafe/latte.md", sop=Filler(variant).record(Sop)), context())
    seen = Seen(page.html)
    assert len(seen.ids) == len(set(seen.ids))
    assert {link[1:] for link in seen.links if link.startswith("#")} <= page.anchors
    assert {entry.id for entry in page.toc} <= page.anchors
    assert {entry.anchor for entry in page.search} - {""} <= page.anchors
