"""What is held of documents between their check and their page."""

import weakref
from pathlib import Path

from sop_plugin.pipeline.documents import Documents
from sop_plugin.pipeline.folder import scan
from sop_plugin.reading.document import read_document

TEXT = b"---\nsop: 1\nid: brew\ntitle: Brew\nsteps:\n  - {id: pour, do: Pour *slowly*}\n---\n\n### Pour {#pour}\n\nIn circles.\n"


def test_what_is_held_lets_go_of_its_places_and_of_nothing_that_a_page_shows(tmp_path: Path) -> None:
    documents = Documents(scan(tmp_path))
    document = read_document("brew.md", TEXT)
    places, passages = weakref.ref(document.locate), weakref.ref(document.passages)
    documents.hold(document)
    held = documents.read("brew.md")
    assert (held.sop, held.prose, held.body) == (document.sop, document.prose, document.body)
    assert places() is not None
    del document
    assert (places(), passages()) == (None, None)
