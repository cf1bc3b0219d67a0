"""DOC"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.paths import resolved, target_of
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """What the file shows or links to."""
    for target, span in [(p.file, p.span) for p in document.pictures] + [(x.href, x.span) for x in document.links]:
        relative, _ = target_of(target)
        if relative and resolved(document.path, relative) is None:
            yield Fault("outside-content", span, {"target": target})


RULE = Rule(Severity.ERROR, check)
