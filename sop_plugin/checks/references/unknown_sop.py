"""DOC"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.declared import unknown
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import Library


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """Every SOP that another one names."""
    for facts in library.facts:
        for mention in facts.outward:
            if mention.namespace is Namespace.SOP and mention.id not in library.by_id:
                yield facts.path, unknown("unknown-sop", mention, library.by_id, {})


RULE = Rule(Severity.ERROR, check_library=check_library)
