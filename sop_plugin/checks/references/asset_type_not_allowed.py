"""DOC"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import splitext

from sop_plugin.checks.paths import scheme_of
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document

ALLOWED = frozenset(
    [
        ".svg",
        ".png",
        ".jpg",
        ".jpeg",
        ".webp",
        ".avif",
        ".gif",
        ".mp4",
        ".webm",
        ".vtt",
        ".pdf",
        ".csv",
        ".xlsx",
        ".docx",
        ".pptx",
        ".odt",
        ".ods",
    ]
)


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Files that are shown or offered for download."""
    for picture in document.pictures:
        kind = splitext(picture.file.partition("#")[0].partition("?")[0])[1].lower()
        if not scheme_of(picture.file) and kind not in ALLOWED:
            arguments = {"file": picture.file, "kind": kind or "?", "allowed": " ".join(sorted(ALLOWED))}
            yield Fault("asset-type-not-allowed", picture.span, arguments)


RULE = Rule(Severity.ERROR, check)
