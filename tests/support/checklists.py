"""Checklists for tests: of every real procedure at hand, of small ones made for a test, and of some without sense.

`python -m tests.support.checklists` prints them as JSON, one a line, for the tests of the scripts that run them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, seed, settings

from sop_plugin.model.document import Document
from sop_plugin.model.sop import Sop
from sop_plugin.reading.document import read_document
from sop_plugin.views.checklist_data import checklist_data
from sop_plugin.views.context import ViewContext
from sop_plugin.words.catalogue import catalogue
from tests.model.flow_strategies import sops

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("content", "tests/procedures", "tests/js/flow/procedures")
STRANGE = 150


def real_procedures() -> list[Path]:
    """The files of all procedures in our content and among the tests."""
    files = (path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.md")))
    heads = ((path, path.read_text(encoding="utf-8")[:80]) for path in files)
    return [path for path, head in heads if head.startswith("---\nsop:") and "\ntranslates:" not in head]


def checklist(document: Document) -> dict[str, Any]:
    """The checklist of a document that is read without a site around it."""
    sop = document.sop
    words = catalogue((sop.lang if sop else None) or "en")
    context = ViewContext(words=words, organisation=None, titles={}, paths={}, url_of=str, path=document.path)
    return checklist_data(document, context)


def read(path: Path) -> dict[str, Any]:
    """The checklist of a file."""
    return checklist(read_document(path.name, path.read_bytes()))


def strange() -> Iterator[dict[str, Any]]:
    """Checklists of procedures that point anywhere, always the same ones."""
    found: list[dict[str, Any]] = []

    @seed(20261125)
    @settings(max_examples=STRANGE, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(sops)
    def collect(sop: Sop) -> None:
        found.append(checklist(Document("strange.md", sop=sop)))

    collect()
    yield from found


if __name__ == "__main__":
    for path in real_procedures():
        print(json.dumps(read(path)))
    for data in strange():
        print(json.dumps(data))
