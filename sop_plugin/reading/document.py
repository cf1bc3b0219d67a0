"""Reads one file of the content: an SOP, a translation of one, or the organisation."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any
from urllib.parse import unquote

from yaml.events import ScalarEvent

from sop_plugin.model.diagnostic import Fault, Span
from sop_plugin.model.document import Document, Fence, Link, Path, Picture
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.reading.decode import record_decoder
from sop_plugin.reading.decoding import INVALID, Decoding
from sop_plugin.reading.markdown import Marked, parse_body, parse_markdown
from sop_plugin.reading.passages import passages_of
from sop_plugin.reading.source import FENCE, Source, read_source
from sop_plugin.reading.titles import with_id_for_title
from sop_plugin.reading.translations import read_translation
from sop_plugin.reading.yaml_tree import MappingNode, Node, SequenceNode, Tree, parse_tree

ORGANISATION_FILE = "organisation.yml"
FORMAT = "1"

_decode_sop = record_decoder(Sop)
_decode_organisation = record_decoder(Organisation)


def read_document(path: str, data: bytes) -> Document:
    """Reads the bytes of the file at `path` (relative to the content root). Never raises for what stands in it.

    A Markdown file without `sop:` in its front matter is an ordinary page: its document is empty. The text of a file
    that could not be decoded is empty too, and its faults say why.
    """
    source = read_source(path, data)
    document = Document(path, source.text, faults=source.faults)
    if path == ORGANISATION_FILE:
        source.header, source.header_line, source.body = source.text, 1, ""
        source.is_closed = True
    if source.header is None:
        return document
    tree = parse_tree(source.header, source.header_line)
    state = Decoding(tree, _lines_of(source), comments=" #" in source.header)
    document.locate = _locator(tree)
    document.whole = tree.whole and source.is_closed
    document.recognised = True
    parts: list[Marked] = []
    if path == ORGANISATION_FILE:
        if tree.root is not None:
            organisation = _decode_organisation(tree.root, state)
            document.organisation = None if organisation is INVALID else organisation
    elif not _claims_to_be_sop(tree, source, document):
        document.recognised = False
        return document
    else:
        if not source.is_closed:
            document.faults.append(Fault("header-not-closed", Span(1, 1, 1, 1 + len(FENCE))))
        parts = _read_sop(source, document, state)
    record = Organisation if path == ORGANISATION_FILE else Sop
    document.passages = cache(partial(passages_of, tree, source, record, parts))
    # Below a header that is not closed stands text, and what that says as YAML is no second fault.
    if source.is_closed:
        document.faults += tree.faults + state.faults
    # Where the header was cut off, what is pointed at may stand behind the cut.
    document.mentions = state.mentions if document.whole else []
    document.declared = state.declared
    _read_prose(document, state)
    _note_files(document, state)
    _check_format(tree.root, state, document)
    return document


def _read_sop(source: Source, document: Document, state: Decoding) -> list[Marked]:
    """Reads a procedure or a translation of one; gives the parts of its body."""
    root = state.tree.root
    if not isinstance(root, MappingNode):
        if root is not None:
            state.fault("header-not-mapping", root)
        return []
    if _has_key(root, "translates"):
        document.translation = read_translation(root, state)
    else:
        sop = _decode_sop(root, state)
        document.sop = None if sop is INVALID else sop
        if document.sop is not None and state.faults:
            state.faults = [with_id_for_title(fault, document.sop) for fault in state.faults]
    return _read_body(source, document, state)


def _lines_of(source: Source) -> Callable[[], list[str]]:
    cached: list[str] = []

    def lines() -> list[str]:
        if not cached:
            cached.extend(source.lines())
        return cached

    return lines


def _has_key(node: MappingNode, name: str) -> bool:
    return any(getattr(key, "value", None) == name for key, _ in node.items)


def _claims_to_be_sop(tree: Tree, source: Source, document: Document) -> bool:
    """Whether a front matter belongs to the SOP language; where it cannot be told, its first lines decide."""
    root = tree.root
    if isinstance(root, MappingNode) and _has_key(root, "sop"):
        return True
    if isinstance(root, MappingNode) and _has_key(root, "steps") and _has_key(root, "id"):
        span = tree.span(root.items[0][0])
        document.faults.append(Fault("sop-not-marked", Span(span.line, span.column, span.line, span.column + 1)))
        return False
    # A header that breaks off before anything was understood, or a list: its own text tells what it was meant to be.
    header = source.header or ""
    return (not tree.whole or isinstance(root, SequenceNode)) and any(
        line.lstrip("- ").startswith("sop:") for line in header.splitlines()
    )


def _check_format(root: Node | None, state: Decoding, document: Document) -> None:
    if not isinstance(root, MappingNode):
        return
    for key, value in root.items:
        if getattr(key, "value", "") in ("sop", "organisation") and isinstance(value, ScalarEvent):
            if value.value.isdecimal() and value.value != FORMAT:
                document.faults.append(
                    Fault(
                        "format-unknown",
                        state.tree.span(value),
                        {"format": value.value, "known": FORMAT},
                        FORMAT,
                    )
                )
            return


def _read_body(source: Source, document: Document, state: Decoding) -> list[Marked]:
    if not source.body.strip():
        return []
    steps = state.declared.get(Namespace.STEP, {})
    document.body, found = parse_body(source.body, steps)
    first = source.body_line
    for linked in found.linked:
        _note_linked(document, linked, _find(state.lines(), first + linked.line, None, linked.target))
    for language, line in found.fences:
        document.fences.append(Fence(language, Span(first + line, 1, first + line, 4 + len(language))))
    for identifier, line in found.headings:
        document.headings[identifier] = _find(state.lines(), first + line, first + line, identifier)
    return found.parts


def _read_prose(document: Document, state: Decoding) -> None:
    prose: dict[str, Any] = document.prose
    for text, node in state.markdown:
        if text in prose:
            continue
        prose[text], found = parse_markdown(text)
        first, last = state.tree.span(node).line, state.tree.span(node).end_line
        for linked in found.linked:
            _note_linked(document, linked, _find(state.lines(), first, last, linked.target))
        for language, line in found.fences:
            at = first + line + (1 if node.style in ("|", ">") else 0)
            document.fences.append(Fence(language, Span(at, 1, at, 4 + len(language))))


def _note_linked(document: Document, linked: Any, span: Span) -> None:
    if linked.picture:
        document.pictures.append(Picture(linked.target, linked.alt, span))
    else:
        document.links.append(Link(linked.target, span))


def _note_files(document: Document, state: Decoding) -> None:
    """Files under `media`, with their alt texts."""
    if not state.files:
        return
    alts = (
        {media.file: media.alt or "" for step in steps_of(document.sop) for media in step.media} if document.sop else {}
    )
    for file, _, node in state.files:
        document.pictures.append(Picture(file, alts.get(file, ""), state.tree.span(node)))


def _find(lines: list[str], first: int, last: int | None, needle: str) -> Span:
    """Where `needle` stands between two lines, or the start of the first where it is written some other way."""
    # The parser percent-encodes what an author need not.
    for written in (needle, unquote(needle)) if "%" in needle else (needle,):
        for number in range(first, min(last or len(lines), len(lines)) + 1):
            column = lines[number - 1].find(written)
            if column >= 0 and written:
                return Span(number, column + 1, number, column + 1 + len(written))
    return Span(first, 1, first, 2)


def _locator(tree: Tree) -> Callable[[Path], Span]:
    def locate(path: Path) -> Span:
        """The span of the value at `path`, or of the nearest part of the way that exists.

        Positions count what was understood, as the model does.
        """
        node: Any = tree.root
        for part in path:
            child = None
            if isinstance(node, MappingNode):
                written = node.meant.get(str(part), part) if node.meant else part
                child = next((value for key, value in node.items if getattr(key, "value", None) == written), None)
            elif isinstance(node, SequenceNode) and isinstance(part, int):
                items = node.items if node.understood is None else node.understood
                child = items[part] if part < len(items) else None
            if child is None:
                break
            node = child
        return tree.span(node) if node is not None else Span(1, 1, 1, 1)

    return locate
