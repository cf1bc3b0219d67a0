"""DOC"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.paths import resolved, target_of
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import Library
from sop_plugin.model.suggestions import nearest

NAME = "dead-link"


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Relative links to files, and to places on the page itself."""
    for link in document.links:
        target, anchor = target_of(link.href)
        if target is None:
            continue
        if not target:
            places = {**document.declared.get(Namespace.STEP, {}), **document.headings}
            if anchor and anchor not in places:
                yield Fault(NAME, link.span, {"target": link.href}, nearest(f"#{anchor}", [f"#{p}" for p in places]))
            continue
        path = resolved(document.path, target)
        if path is not None and path not in surroundings.files and path not in surroundings.links:
            name = path.rpartition("/")[2]
            same = [f for f in surroundings.files if f.rpartition("/")[2] == name]
            yield Fault(NAME, link.span, {"target": link.href}, _relative(document.path, same[0]) if same else None)


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """Links to a step of another SOP's page."""
    for facts in library.facts:
        for path, anchor, span in facts.anchors:
            other = library.by_path.get(path)
            if other is not None and anchor not in other.steps:
                yield facts.path, Fault(NAME, span, {"target": f"{path}#{anchor}"})


def _relative(source: str, target: str) -> str:
    """The link from one content file to another."""
    here, there = source.split("/")[:-1], target.split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "/".join([".."] * len(here) + there)


RULE = Rule(Severity.ERROR, check, check_library)
