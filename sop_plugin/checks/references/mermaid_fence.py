"""DOC"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Fenced code blocks of that language."""
    for fence in document.fences:
        if fence.language.lower() == "mermaid":
            yield Fault("mermaid-fence", fence.span)


RULE = Rule(Severity.ERROR, check)
