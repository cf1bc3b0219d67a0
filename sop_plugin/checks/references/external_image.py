"""DOC"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.paths import scheme_of
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every picture that would be fetched from another host."""
    for picture in document.pictures:
        if scheme_of(picture.file) in ("http", "https") or picture.file.startswith("//"):
            yield Fault("external-image", picture.span, {"file": picture.file})


RULE = Rule(Severity.ERROR, check)
