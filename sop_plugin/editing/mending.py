"""What can be done about a finding: write the line as it should read, confirm it, or let it stand for a reason."""

from __future__ import annotations

from sop_plugin.checks.registry import rules
from sop_plugin.editing.edits import Edit
from sop_plugin.editing.file_kind import FileKind, Frame
from sop_plugin.model.diagnostic import Diagnostic, Span
from sop_plugin.pipeline.question_ids import missing_ids
from sop_plugin.pipeline.workspace import Workspace


def corrected(workspace: Workspace, path: str, found: Diagnostic) -> Edit | None:
    """The edit that writes the line as it should read, where that is known."""
    if found.instead is None:
        return None
    return Edit(workspace.file_of(path), found.span, found.instead)


CONFIRMING = frozenset({"question-suspect", "translated-question-suspect", "translation-suspect"})
"""Rules whose corrected line says that somebody looked: nobody should write it unread."""


def all_ids(workspace: Workspace, path: str, found: Diagnostic) -> list[Edit]:
    """The edits that give every question of a quiz an id, where more than the one that was found has none."""
    if found.rule != "question-without-id":
        return []
    edits = missing_ids(workspace.document(path))
    return [Edit(workspace.file_of(path), *edit) for edit in edits] if len(edits) > 1 else []


def let_stand(workspace: Workspace, path: str, found: Diagnostic) -> Edit | None:
    """The edit that lets a finding stand in the whole file. The reason is left for the author to write: until it is
    there, the file has a fault.

    None where the rule is binding, where nothing can be let stand, and where the list of those that are is written
    between brackets.
    """
    document = workspace.document(path)
    lines = workspace.text(path).split("\n")
    frame = Frame(path, lines)
    rule = rules().get(found.rule)
    if rule is None or rule.is_binding or not document.whole or frame.kind is FileKind.ORGANISATION or not frame.end:
        return None
    entry = "{indent}- rule: {rule}\n{indent}  reason: "
    if document.has(("suppress",)):
        listed = document.locate(("suppress",))
        if not lines[listed.line - 1][listed.column - 1 :].startswith("- "):
            return None
        end = len(lines[listed.end_line - 1]) + 1
        text = "\n" + entry.format(indent=" " * (listed.column - 1), rule=found.rule)
        return Edit(workspace.file_of(path), Span(listed.end_line, end, listed.end_line, end), text)
    fence = frame.end + 1
    text = "suppress:\n" + entry.format(indent="  ", rule=found.rule) + "\n"
    return Edit(workspace.file_of(path), Span(fence, 1, fence, 1), text)
