"""Reads one file: an SOP, a quiz, a translation of one of them, or the organisation."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from yaml.events import ScalarEvent

from sop_plugin.model.diagnostic import Fault, Span
from sop_plugin.model.document import Document, Fence, Path, Picture
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.quiz import QuizHead
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.reading.decode import record_decoder
from sop_plugin.reading.decoding import INVALID, Decoding
from sop_plugin.reading.found_in_prose import Places, note_linked, note_prose
from sop_plugin.reading.link_places import LinkPlaces
from sop_plugin.reading.markdown import Marked, parse_body
from sop_plugin.reading.passages import passages_of
from sop_plugin.reading.quizzes.file import read_quiz_body, read_quiz_head
from sop_plugin.reading.source import FENCE, Source, read_source
from sop_plugin.reading.tangle import MOST_MARKS, first_too_many
from sop_plugin.reading.titles import with_ids_for_titles
from sop_plugin.reading.translations import read_translation
from sop_plugin.reading.yaml_tree import MappingNode, Node, SequenceNode, Tree, parse_tree

ORGANISATION_FILE = "organisation.yml"
FORMAT = "1"

_decode_sop = record_decoder(Sop)
_decode_organisation = record_decoder(Organisation)


def read_document(path: str, data: bytes) -> Document:
    """Reads the bytes of the file at `path` (relative to the content root). Never raises for what stands in it.

    A Markdown file without `sop:` or `quiz:` in its front matter is an ordinary page: its document is empty. The text
    of a file that could not be decoded is empty too, and its faults say why.
    """
    source = read_source(path, data)
    document = Document(path, source.text, faults=source.faults)
    if path == ORGANISATION_FILE:
        source.header, source.header_line, source.body = source.text, 1, ""
        source.is_closed = True
    if source.header is None:
        if unopened := _not_opened(source):
            document.faults.append(unopened)
        return document
    tree = parse_tree(source.header, source.header_line)
    state = Decoding(tree, _lines_of(source), comments=" #" in source.header)
    document.locate = _locator(tree)
    document.whole = tree.whole and source.is_closed
    document.recognised = True
    if path == ORGANISATION_FILE:
        if tree.root is not None:
            organisation = _decode_organisation(tree.root, state)
            document.organisation = None if organisation is INVALID else organisation
    elif not _claims_to_be_ours(tree, source, document):
        document.recognised = False
        return document
    else:
        if not source.is_closed:
            document.faults.append(_not_closed(source))
        _read_record(document, state)
    is_quiz = document.quiz is not None or document.quiz_translation is not None
    # Below a header that is not closed stands text, and what that says as YAML is no second fault.
    if source.is_closed:
        document.faults += tree.faults + state.faults
    # Where the header was cut off, what is pointed at may stand behind the cut.
    document.mentions = state.mentions if document.whole else []
    document.declared = state.declared
    parts = _read_markdown(source, document, state)
    record = Organisation if path == ORGANISATION_FILE else QuizHead if is_quiz else Sop
    document.passages = cache(partial(passages_of, tree, source, record, parts))
    _note_files(document, state)
    _check_format(tree.root, state, document)
    return document


def _read_record(document: Document, state: Decoding) -> None:
    """Reads a procedure, a quiz or a translation of one, but for its Markdown."""
    root = state.tree.root
    if not isinstance(root, MappingNode):
        if root is not None:
            state.fault("header-not-mapping", root)
        return
    if _is_quiz(root):
        read_quiz_head(document, root, state, is_translation=_has_key(root, "translates"))
    elif _has_key(root, "translates"):
        document.translation = read_translation(root, state)
    else:
        sop = _decode_sop(root, state)
        document.sop = None if sop is INVALID else sop
        if document.sop is not None and state.faults:
            state.faults = with_ids_for_titles(state.faults, document.sop)


def _is_quiz(root: MappingNode) -> bool:
    return _has_key(root, "quiz") and not _has_key(root, "sop")


# What stands where a line of three hyphens was meant: of another length, full-width, or a dash.
_NEARLY_FENCE = r"[ \u3000]*[-－–—―_=]{2,}[ \t]*"
_nearly_closed = re.compile(rf"^{_NEARLY_FENCE}$", re.MULTILINE)
_unopened = re.compile(rf"\s*(?:(?P<fence>{_NEARLY_FENCE})\n\s*)?(?:sop|quiz)[ \t]*[:：][ \t]*\d+[ \t]*\n")


_FARTHEST_FENCE = 1_000
"""Characters at the top of a file in which a procedure must begin."""


def _not_closed(source: Source) -> Fault:
    """The fault of a header without end, at the line that was nearly one, if there is such a line; else at its top."""
    nearly = _nearly_closed.search(source.header or "")
    if not nearly:
        return Fault("header-not-closed", Span(1, 1, 1, 1 + len(FENCE)))
    line = source.header_line + nearly.string.count("\n", 0, nearly.start())
    return Fault("header-not-closed", Span(line, 1, line, 1 + len(nearly[0])), instead=FENCE)


def _not_opened(source: Source) -> Fault | None:
    """The fault of a file that begins like a procedure, but not with the line of three hyphens; else None."""
    unopened = _unopened.match(source.text[:_FARTHEST_FENCE])
    if not unopened:
        return None
    fence = unopened["fence"]
    if fence is None:
        line = 1 + source.text.count("\n", 0, unopened.end() - 1)
        first = source.text.split("\n", line)[line - 1]
        return Fault("header-not-opened", Span(line, 1, line, 1 + len(first)), instead=f"{FENCE}\n{first}")
    line = 1 + source.text.count("\n", 0, unopened.start("fence"))
    # Blank lines in front of it go too: the header begins in the first line of the file.
    return Fault("header-not-opened", Span(1, 1, line, 1 + len(fence)), instead=FENCE)


def _lines_of(source: Source) -> Callable[[], list[str]]:
    cached: list[str] = []

    def lines() -> list[str]:
        if not cached:
            cached.extend(source.lines())
        return cached

    return lines


def _has_key(node: MappingNode, name: str) -> bool:
    return any(getattr(key, "value", None) == name for key, _ in node.items)


def _claims_to_be_ours(tree: Tree, source: Source, document: Document) -> bool:
    """Whether a front matter is that of an SOP or a quiz; where it cannot be told, its first lines decide."""
    root = tree.root
    if isinstance(root, MappingNode) and (_has_key(root, "sop") or _has_key(root, "quiz")):
        return True
    if isinstance(root, MappingNode) and _has_key(root, "steps") and _has_key(root, "id"):
        span = tree.span(root.items[0][0])
        document.faults.append(Fault("sop-not-marked", Span(span.line, span.column, span.line, span.column + 1)))
        return False
    # A header that breaks off before anything was understood, or a list: its own text tells what it was meant to be.
    header = source.header or ""
    return (not tree.whole or isinstance(root, SequenceNode)) and any(
        line.lstrip("- ").startswith(("sop:", "quiz:")) for line in header.splitlines()
    )


def _check_format(root: Node | None, state: Decoding, document: Document) -> None:
    if not isinstance(root, MappingNode):
        return
    for key, value in root.items:
        if getattr(key, "value", "") in ("sop", "quiz", "organisation") and isinstance(value, ScalarEvent):
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


def _read_markdown(source: Source, document: Document, state: Decoding) -> list[Marked]:
    """Reads the body and the fields that are Markdown; none of them where all together hold too much markup.

    Gives the parts of the body.
    """
    body = source.body if isinstance(state.tree.root, MappingNode) and not source.body.isspace() else ""
    too_many = first_too_many([body, *(text for text, _ in state.markdown)])
    if too_many is not None:
        document.faults.append(_tangled(*too_many, source, state))
        # What other files point at may stand in what was not read.
        document.whole = False
        return []
    places = cache(lambda: LinkPlaces(source.text))
    if document.quiz is not None or document.quiz_translation is not None:
        read_quiz_body(body, source, document, state, places)
        parts = [Marked("", 0)] if body else []
    else:
        parts = _read_body(source, document, state, places) if body else []
    _read_prose(document, state, places)
    return parts


def _tangled(number: int, at: int, source: Source, state: Decoding) -> Fault:
    """The fault that the mark at a place in the body (text 0) or in a field is one too many."""
    if number:
        line, column, *_ = state.tree.span(state.markdown[number - 1][1])
    else:
        before = source.body[:at]
        line, column = source.body_line + before.count("\n"), at - before.rfind("\n")
    return Fault("text-too-tangled", Span(line, column, line, column + 1), {"limit": f"{MOST_MARKS:,}"})


def _read_body(source: Source, document: Document, state: Decoding, places: Places) -> list[Marked]:
    steps = state.declared.get(Namespace.STEP, {})
    document.body, found = parse_body(source.body, steps)
    first = source.body_line
    for linked in found.linked:
        note_linked(document, linked, places().find(linked.target, first + linked.line, first + linked.end - 1))
    for language, line in found.fences:
        document.fences.append(Fence(language, Span(first + line, 1, first + line, 4 + len(language))))
    for identifier, line in found.headings:
        document.headings[identifier] = _in_line(state.lines(), first + line, identifier)
    return found.parts


def _read_prose(document: Document, state: Decoding, places: Places) -> None:
    for text, node in state.markdown:
        first, last = state.tree.span(node).line, state.tree.span(node).end_line
        below = first + (1 if node.style in ("|", ">") else 0)
        note_prose(text, first, last, below, document, places)


def _note_files(document: Document, state: Decoding) -> None:
    """Files under `media`, with their alt texts."""
    if not state.files:
        return
    alts = (
        {media.file: media.alt or "" for step in steps_of(document.sop) for media in step.media} if document.sop else {}
    )
    for file, _, node in state.files:
        document.pictures.append(Picture(file, alts.get(file, ""), state.tree.span(node)))


def _in_line(lines: list[str], number: int, identifier: str) -> Span:
    column = lines[number - 1].find(identifier) + 1
    return Span(number, column, number, column + len(identifier)) if column else Span(number, 1, number, 2)


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
                for key, value in node.items:
                    if getattr(key, "value", None) == written:
                        child = value
                        break
            elif isinstance(node, SequenceNode) and isinstance(part, int):
                items = node.items if node.understood is None else node.understood
                child = items[part] if part < len(items) else None
            if child is None:
                break
            node = child
        return tree.span(node) if node is not None else Span(1, 1, 1, 1)

    return locate
