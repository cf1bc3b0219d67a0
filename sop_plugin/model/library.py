"""All SOPs of a site, seen from outside: what each declares and what it points at elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Mention


@dataclass(frozen=True, slots=True)
class Facts:
    """What other files may need to know of one file, and what it needs of them.

    `id` is the SOP's id, of a translation the id of what it translates, with `lang` set. `steps` are the ids of its
    steps, old ones included. `outward` are the mentions of other SOPs and their steps, `anchors` the links that name a
    place in another file (path, anchor, where). Of a file that is not `whole`, there may be more of all of this.
    """

    path: str
    id: str
    id_span: Span
    version: str
    steps: frozenset[str]
    was: tuple[str, ...] = ()
    lang: str = ""
    is_translation: bool = False
    whole: bool = True
    outward: tuple[Mention, ...] = ()
    anchors: tuple[tuple[str, str, Span], ...] = ()


class Library:
    """The facts of every file, by path and by SOP id."""

    def __init__(self, facts: Iterable[Facts]) -> None:
        self.facts = sorted(facts, key=lambda f: f.path)
        self.by_path: Mapping[str, Facts] = {f.path: f for f in self.facts}
        self.originals = [f for f in self.facts if not f.is_translation]
        by_id: dict[str, list[Facts]] = {}
        for original in self.originals:
            for name in (original.id, *original.was):
                by_id.setdefault(name, []).append(original)
        self.by_id: Mapping[str, list[Facts]] = by_id

    def steps(self, sop: str) -> frozenset[str] | None:
        """The step ids of an SOP over all its versions; None where not all of them are known."""
        if sop not in self.by_id or not all(facts.whole for facts in self.by_id[sop]):
            return None
        return frozenset().union(*(facts.steps for facts in self.by_id[sop]))
