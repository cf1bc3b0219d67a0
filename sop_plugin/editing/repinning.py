"""Pins of quizzes under a new id: a place that leads to a renamed step reads otherwise, and still means the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sop_plugin.editing.edits import Edit, applied, by_file
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.present import present
from sop_plugin.model.sop import Sop
from sop_plugin.pipeline.workspace import Workspace
from sop_plugin.reading.document import read_document


def repinned(workspace: Workspace, edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits that pin anew what held before a renaming and would not hold after it. `edits` are the renaming's.

    What was suspect before stays so: nobody has looked at it yet.
    """
    changed = dict(_changed(workspace, by_file(edits)))
    for facts in workspace.library.quizzes:
        for testing in facts.quiz.testing if facts.quiz else ():
            address, pin = testing.tested.address, testing.tested.pin
            for before, after in changed.get(address.sop, ()) if pin else ():
                was, will = present(before, address), present(after, address)
                if was and will and was.pin == pin != will.pin:
                    _, _, line, end = testing.span_of_all
                    yield Edit(workspace.file_of(facts.path), Span(line, end - len(pin), line, end), will.pin)
                    break


def _changed(workspace: Workspace, edits: dict[Path, list[Edit]]) -> Iterator[tuple[str, Sequence[tuple[Sop, Sop]]]]:
    """The SOPs that are edited, by the names they have and had, as they are and as they will be."""
    for name, all_of_name in workspace.library.by_id.items():
        pairs = []
        for facts in all_of_name:
            of_file = edits.get(workspace.file_of(facts.path))
            before = workspace.document(facts.path).sop
            if of_file and before:
                text = applied(workspace.text(facts.path), of_file)
                after = read_document(facts.path, text.encode("utf-8", "surrogatepass")).sop
                pairs += [(before, after)] if after else []
        if pairs:
            yield name, pairs
