"""DOC"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.paths import scheme_of
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity, Span
from sop_plugin.model.document import Document

LINKS = frozenset({"", "http", "https", "mailto", "tel"})
PICTURES = frozenset({"", "http", "https"})


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Links in Markdown, links of references, pictures."""
    found: list[tuple[str, Span]] = [
        (link.href, link.span) for link in document.links if scheme_of(link.href) not in LINKS
    ]
    found += [(p.file, p.span) for p in document.pictures if scheme_of(p.file) not in PICTURES]
    for root in (document.sop, document.organisation):
        for index, reference in enumerate(root.references if root else ()):
            if reference.link and scheme_of(reference.link) not in LINKS:
                found.append((reference.link, document.locate(("references", index, "link"))))
    for target, span in found:
        yield Fault("dangerous-scheme", span, {"scheme": scheme_of(target), "target": target})


RULE = Rule(Severity.ERROR, check)
