"""What is held of documents between their check and their page."""

import weakref
from pathlib import Path

from sop_plugin.model.document import Prose
from sop_plugin.pipeline.digests import digest_of
from sop_plugin.pipeline.documents import Documents
from sop_plugin.pipeline.folder import scan
from sop_plugin.reading.document import read_document
from sop_plugin.words.catalogue import catalogue

PATH = "brew.md"
TEXT = (
    b"---\nsop: 1\nid: brew\ntitle: Brew\nsteps:\n  - {id: pour, do: Pour *slowly*}\n---\n\n"
    b"Fresh [beans](beans.md).\n\n### Pour {#pour}\n\nIn circles.\n\n- Once\n- Twice\n"
)


def as_page(prose: Prose | None) -> tuple[str, str, str]:
    """What a page can show of a text: its words, in a block and within a line."""
    assert prose is not None
    return prose.plain, prose.html(str.upper, "a."), prose.html(str.upper, "a.", inline=True)


def test_what_is_held_lets_go_of_its_places_and_of_nothing_that_a_page_shows(tmp_path: Path) -> None:
    documents = Documents(scan(tmp_path))
    document = read_document(PATH, TEXT)
    places, passages = weakref.ref(document.locate), weakref.ref(document.passages)
    documents.hold(document)
    held = documents.read(PATH)
    assert held.sop == document.sop
    assert held.text == ""
    assert as_page(held.prose["Pour *slowly*"]) == as_page(document.prose["Pour *slowly*"])
    assert as_page(held.body.intro) == as_page(document.body.intro)
    assert as_page(held.body.details["pour"]) == as_page(document.body.details["pour"])
    assert places() is not None
    del document
    assert (places(), passages()) == (None, None)


def test_what_was_shown_is_not_read_again_until_it_is_let_go(tmp_path: Path) -> None:
    file = tmp_path / PATH
    file.write_bytes(TEXT)
    documents = Documents(scan(tmp_path))
    documents.expect({PATH: digest_of(TEXT)})

    def title() -> str:
        documents.shown("other.md", (), "en", catalogue("en"))  # so that it is not the one shown last
        document, _ = documents.shown(PATH, (), "en", catalogue("en"))
        assert document.sop
        return document.sop.title

    assert title() == "Brew"
    file.write_bytes(TEXT.replace(b"Brew", b"Steep"))
    assert title() == "Brew"
    assert PATH not in documents.changed
    documents.let_go(PATH)
    assert title() == "Steep"
    assert PATH in documents.changed
