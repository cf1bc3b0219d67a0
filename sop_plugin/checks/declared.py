"""The one check behind all rules that a mentioned id must be declared."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from sop_plugin.checks.rule import CheckFile, Surroundings
from sop_plugin.model.diagnostic import Fault
from sop_plugin.model.document import Document, Mention
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.suggestions import nearest, titled


def must_be_declared(rule: str, namespace: Namespace, *, in_file: bool) -> CheckFile:
    """A check that every mention in `namespace` is declared: by the organisation, and where `in_file` also by the SOP.

    What only the organisation can declare is not checked where it keeps no list of the kind.
    """

    def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
        shared = surroundings.known.get(namespace)
        if shared is None and not in_file:
            return
        own = document.declared.get(namespace, {})
        for mention in document.mentioned(namespace):
            if not mention.of and mention.id not in own and (shared is None or mention.id not in shared):
                yield unknown(rule, mention, own, shared or {})

    return check


def unknown(rule: str, mention: Mention, own: Collection[str], shared: Mapping[str, str]) -> Fault:
    """The fault that an id is not declared, with the likeliest one instead: alike in id, or in title."""
    near = titled(mention.id, shared) or nearest(mention.id, own, shared)
    return Fault(rule, mention.span, {"id": mention.id, "suggestion": near or "", "of": mention.of}, near)
