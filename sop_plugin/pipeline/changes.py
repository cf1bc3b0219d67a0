"""What changed since an earlier commit, held against what it was, and what else it concerns."""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.registry import change_checks
from sop_plugin.checks.rule import Surroundings
from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import Facts, Library
from sop_plugin.pipeline.file_check import diagnosed
from sop_plugin.pipeline.folder import ORGANISATION, Folder
from sop_plugin.pipeline.history import Past
from sop_plugin.reading.document import read_document


class Changes:
    """The changed files of a folder beside what they were."""

    def __init__(self, folder: Folder, past: Past, library: Library) -> None:
        self._folder = folder
        self._past = past
        self._library = library
        self._then = {path: read_document(path, data) for path, data in past.then.items()}

    def diagnostics(self, surroundings: Surroundings) -> Iterator[Diagnostic]:
        """What the rules find that look at an SOP and at what it was."""
        for facts in self._library.originals:
            base = self._base_of(facts) if facts.path in self._past.changed else None
            if base is None:
                continue
            data = (self._folder.root / facts.path).read_bytes()
            now = read_document(facts.path, data)
            faults = [fault for check in change_checks() for fault in check(base, now, surroundings)]
            yield from diagnosed(faults, data, self._folder.shown(facts.path))

    def concerned(self) -> frozenset[str]:
        """The present files that changed or depend on what did.

        These are the files that name or translate a procedure that changed, share its id, or lead to or show a file
        that changed; everything where the organisation changed.
        """
        changed = self._past.changed
        if ORGANISATION in changed:
            return frozenset(self._folder.files)
        ids = {name for facts in self._library.originals if facts.path in changed for name in (facts.id, *facts.was)}
        ids |= {
            name for document in self._then.values() if document.sop for name in (document.sop.id, *document.sop.was)
        }
        depending = {facts.path for facts in self._library.facts if _depends(facts, ids, changed)}
        return frozenset(changed & self._folder.files.keys()) | depending

    def _base_of(self, facts: Facts) -> Document | None:
        """What a changed file was: the file of its path or former name, if it was the same procedure; else the one
        that had its id; else, if it had another id that is gone now, that one under its new id.
        """
        names = {facts.id, *facts.was}
        former = self._then.get(self._past.renamed.get(facts.path, facts.path))
        same = [each for each in self._then.values() if each.sop is not None and each.sop.id in names]
        if any(each is former for each in same):
            return former
        if len(same) == 1:
            return same[0]
        if same or former is None or former.sop is None or former.sop.id in self._library.by_id:
            return None
        return former if _is_alike(former, facts) else None


def _depends(facts: Facts, ids: set[str], changed: frozenset[str]) -> bool:
    return (
        facts.id in ids
        or any(name in ids for name in facts.was)
        or any((mention.of or mention.id) in ids for mention in facts.outward)
        or any(path in changed for path, _, _ in facts.links)
    )


def _is_alike(former: Document, facts: Facts) -> bool:
    """Whether most steps of a former file are in the present one: a file may be filled with another procedure."""
    steps = former.declared.get(Namespace.STEP, {}).keys()
    return 2 * len(steps & facts.steps) > len(steps)
