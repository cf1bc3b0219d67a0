"""DOC"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Pictures in Markdown and under `media`. A translation's pictures are those of its original."""
    for picture in document.pictures:
        if not picture.alt.strip():
            yield Fault("image-without-alt", picture.span, {"file": picture.file})


RULE = Rule(Severity.WARNING, check)
