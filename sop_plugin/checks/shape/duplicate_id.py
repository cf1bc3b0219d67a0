"""DOC"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Ends that have the id of a step: both are targets of `go`. Other twins are found while reading."""
    steps = document.declared.get(Namespace.STEP, {})
    for end, span in document.declared.get(Namespace.END, {}).items():
        if end in steps:
            yield Fault("duplicate-id", span, {"id": end, "line": str(steps[end].line)})


RULE = Rule(Severity.ERROR, check)
