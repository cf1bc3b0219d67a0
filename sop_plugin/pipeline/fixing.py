"""Writes the corrections that surely are what the author meant, round by round, and takes back what did harm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from pathlib import Path

from sop_plugin.checks.registry import rules
from sop_plugin.checks.rule import Surroundings
from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.pipeline.edits import corrected, without_overlaps
from sop_plugin.pipeline.file_check import check_file
from sop_plugin.pipeline.folder import ORGANISATION, quizzes_beside, scan
from sop_plugin.pipeline.organisation import check_organisation
from sop_plugin.pipeline.outcome import Checked
from sop_plugin.pipeline.rewriting import rewrite

ROUNDS = 10
"""How often a content folder is looked at again: behind a line that could not be read, more may come to light."""


@dataclass(slots=True)
class Fixes:
    """What was corrected, in the order in which it was, and what was left since the correction did harm."""

    made: list[Diagnostic] = field(default_factory=list)
    refused: list[Diagnostic] = field(default_factory=list)


def fix_content(
    content: Path, check: Callable[[], Checked], files: Container[str], quizzes: Path | None = None
) -> Fixes:
    """Corrects `files` (relative to the content root) on the disk. `check` checks the whole folder as it then is."""
    fixes = Fixes()
    known = rules()
    folder = scan(content, quizzes or quizzes_beside(content))
    surroundings = check_organisation(folder)[1]
    for _ in range(ROUNDS):
        refused = {_identity(found) for found in fixes.refused}
        todo: dict[str, list[Diagnostic]] = {}
        for found in check().diagnostics:
            path = folder.path_of(found.path)
            if path in files and known[found.rule].may_mend(found) and _identity(found) not in refused:
                todo.setdefault(path, []).append(found)
        made = len(fixes.made)
        for path, of_file in todo.items():
            _fix_file(content, path, of_file, surroundings, fixes)
        if len(fixes.made) == made:
            break
    return fixes


def _fix_file(content: Path, path: str, found: list[Diagnostic], surroundings: Surroundings, fixes: Fixes) -> None:
    """Makes the corrections of one file together or, where that does harm, one by one those that do none."""
    original = (content / path).read_bytes()
    own = Surroundings(files=surroundings.files, links=surroundings.links) if path == ORGANISATION else surroundings
    before = _State(path, original, own)
    chosen = without_overlaps(found)
    if not _State(path, corrected(original, chosen), own).is_worse_than(before, chosen):
        kept = chosen
    else:
        kept = []
        for each in chosen:
            if _State(path, corrected(original, [*kept, each]), own).is_worse_than(before, [*kept, each]):
                fixes.refused.append(each)
            else:
                kept.append(each)
    if kept:
        rewrite(content / path, corrected(original, kept))
        fixes.made += kept


class _State:
    """What is wrong with a file, as far as it tells whether it became better or worse."""

    def __init__(self, path: str, data: bytes, surroundings: Surroundings) -> None:
        document, result = check_file(path, data, surroundings, path)
        self.whole = document.whole
        self.errors = [found for found in result.diagnostics if found.severity is Severity.ERROR]

    def is_worse_than(self, before: _State, made: list[Diagnostic]) -> bool:
        """Whether corrections brought an error about.

        Where the file could not be read to its end before, errors come to light that were there all the time; then only
        those count that stand on a corrected line, and the file must be readable further than before.
        """
        new = Counter(map(_identity, self.errors)) - Counter(map(_identity, before.errors))
        if before.whole:
            return bool(new)
        touched = {found.span.line for found in made}
        if any(_identity(found) in new and found.span.line in touched for found in self.errors):
            return True
        return not self.whole and self._last_line() <= before._last_line()

    def _last_line(self) -> int:
        return max((found.span.line for found in self.errors), default=0)


def _identity(found: Diagnostic) -> tuple[object, ...]:
    """What a finding is known by when lines have moved."""
    arguments = tuple(sorted((name, text) for name, text in found.arguments.items() if name != "line"))
    return (found.path.rpartition("/")[2], found.rule, arguments)
