"""Brings the front matter of one file into the house's form, or says why it is left as it is.

What comes out is read again and held against what went in, so that no meaning and no comment can get lost.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sop_plugin.formatting.layout import laid_out
from sop_plugin.formatting.notes import Notes, is_collection
from sop_plugin.model.document import Document
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.quiz import QuizHead, QuizTranslationHead
from sop_plugin.model.sop import Sop
from sop_plugin.reading.document import ORGANISATION_FILE, read_document
from sop_plugin.reading.line_ends import split
from sop_plugin.reading.source import BOM, read_source
from sop_plugin.reading.yaml_tree import MappingNode, Node, parse_tree


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file in the house's form; where it had to be left as it is, the rule that says why.

    `rule` is empty where nothing was in the way.
    """

    data: bytes
    rule: str = ""


UNCLEAR = "unclear"
"""In the place of a rule: what was written anew would not have read the same."""

_UNREADABLE = frozenset({"file-too-large", "not-utf-8", "control-character", "header-not-closed"})


def formatted(path: str, data: bytes) -> Formatted:
    """The file at `path` (relative to the content root) in the house's form. Never raises for what stands in it.

    Byte order mark, line ends and the text below the front matter stay as they are, and so does a file that is no SOP,
    no quiz, no translation and not the organisation's. The form of a file in that form is the file itself.
    """
    document = read_document(path, data)
    if not document.recognised:
        return Formatted(data)
    source = read_source(path, data)
    is_organisation = path == ORGANISATION_FILE
    header = source.text if is_organisation else source.header or ""
    tree = parse_tree(header, 1)
    broken = [fault.rule for fault in (*document.faults, *tree.faults) if fault.rule in _UNREADABLE]
    broken += [fault.rule for fault in tree.faults]
    if broken:
        return Formatted(data, broken[0])
    if not isinstance(tree.root, MappingNode) or not document.whole:
        return Formatted(data, "" if tree.root is None else UNCLEAR)
    notes = Notes(tree.root, header)
    lines = laid_out(tree.root, notes, _root_of(document))
    if is_organisation:
        lines.append("")
    raw = split(data.removeprefix(BOM).decode())
    first = 0 if is_organisation else 1
    last = len(raw.texts) if is_organisation else source.body_line - 2
    text = raw.replaced(first, last, lines).joined()
    mark = BOM if data.startswith(BOM) else b""
    result = mark + text.encode()
    if result == data or _same(document, tree.root, notes, path, result):
        return Formatted(result)
    return Formatted(data, UNCLEAR)


def _root_of(document: Document) -> type:
    """The class whose fields are brought into their order; a translation has those of its original."""
    if document.path == ORGANISATION_FILE:
        return Organisation
    if document.quiz_translation is not None:
        return QuizTranslationHead
    return QuizHead if document.quiz is not None else Sop


def _same(before: Document, root: Node, notes: Notes, path: str, result: bytes) -> bool:
    """Whether a file written anew says the same as before, comments included."""
    source = read_source(path, result)
    header = source.text if path == ORGANISATION_FILE else source.header or ""
    tree = parse_tree(header, 1)
    after = read_document(path, result)
    return (
        tree.root is not None
        and _values(tree.root) == _values(root)
        and Notes(tree.root, header).comments() == notes.comments()
        and _meaning(after) == _meaning(before)
        and _found(after) == _found(before)
    )


def _meaning(document: Document) -> tuple[object, ...]:
    """What was understood of a file."""
    quizzes = (document.quiz, document.quiz_translation)
    return (document.sop, document.translation, document.organisation, *quizzes)


def _values(node: Any) -> Any:
    """All texts of a front matter, whatever the order of its fields."""
    if not is_collection(node):
        # An empty text is none where it has no quotation marks.
        return node.value or bool(node.style)
    if type(node) is MappingNode:
        pairs = [(_values(key), _values(value)) for key, value in node.items]
        return sorted(pairs, key=lambda pair: str(pair[0]))
    return tuple(map(_values, node.items))


def _found(document: Document) -> Counter[tuple[str, tuple[tuple[str, str], ...]]]:
    """The faults of a file, wherever they are."""
    return Counter(
        (fault.rule, tuple(sorted((name, text) for name, text in fault.arguments.items() if name != "line")))
        for fault in document.faults
    )
