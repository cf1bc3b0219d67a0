"""A step or a procedure under a new id, wherever it is mentioned; the old id stays behind under `was`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sop_plugin.checks.paths import resolved, target_of
from sop_plugin.editing.edits import Edit, stretch
from sop_plugin.editing.repinning import repinned
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document
from sop_plugin.model.document import Path as Way
from sop_plugin.model.flow import GoKind
from sop_plugin.model.kinds import ID_PATTERN, Namespace
from sop_plugin.model.library import translations_by_original
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.walk import ways_to_steps
from sop_plugin.pipeline.workspace import Workspace
from sop_plugin.words.catalogue import Catalogue

_RESERVED = frozenset(kind.value for kind in (GoKind.HERE, GoKind.AGAIN, GoKind.NEXT, GoKind.END))
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]+)|^\s*\[[^\]]+\]:\s*<?([^\s>]+)")
_HEADING = re.compile(r"^#{1,6}\s.*\{[^}]*?#([^\s}]+)[^}]*\}\s*$")
_CODE = re.compile(r"^\s*(```|~~~)")


class Thing(NamedTuple):
    """A procedure (`step` empty) or one of its steps, and where the mention under the cursor stands."""

    sop: str
    step: str
    span: Span


class RefusedError(Exception):
    """Why something cannot be renamed: a key of the catalogues, and what fills it."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self._key = key
        self._values = values

    def told(self, words: Catalogue) -> str:
        """The reason in words."""
        return words.text(self._key, **self._values)


def thing_at(workspace: Workspace, path: str, line: int, column: int) -> Thing | None:
    """What could be renamed at a place of a file, lines and columns from 0."""
    document = workspace.document(path)
    lines = workspace.text(path).split("\n")
    facts = workspace.library.by_path.get(path)
    if facts is None:
        return None
    for sop, step, span in _named(document, facts.id):
        exact = _exact(lines, span, step or sop)
        if exact and exact.line == line + 1 and exact.column <= column + 1 <= exact.end_column:
            originals = workspace.library.by_id.get(sop, [])
            if any(not step or step in _steps(workspace.document(each.path)) for each in originals):
                return Thing(originals[0].id, step, exact)
    return None


def thing_called(workspace: Workspace, name: str) -> Thing | None:
    """The procedure `cafe-order` or the step `cafe-order/greet`; None where there is none."""
    sop, _, step = name.partition("/")
    for facts in workspace.library.by_id.get(sop, ()):
        document = workspace.document(facts.path)
        place = _steps(document).get(step) if step else facts.id_span
        if place:
            return Thing(facts.id, step, place)
    return None


def _steps(document: Document) -> Mapping[str, Span]:
    return document.declared.get(Namespace.STEP, {})


def renamed(workspace: Workspace, thing: Thing, new: str) -> list[Edit]:
    """The edits that give a thing the id `new`. Raises RefusedError where that cannot be."""
    if not re.fullmatch(ID_PATTERN, new):
        raise RefusedError("rename.invalid", id=new)
    old = thing.step or thing.sop
    if new == old:
        return []
    renaming = _Renaming(workspace, thing, new)
    renaming.refuse_if_taken()
    edits = list(renaming.everywhere())
    return [*edits, *repinned(workspace, edits)]


def mentions(workspace: Workspace, thing: Thing) -> Iterator[tuple[str, Span]]:
    """Every place in a front matter where a procedure or a step is declared or mentioned: path and span."""
    pattern = re.compile(rf"(?<![a-z0-9-]){re.escape(thing.step or thing.sop)}(?![a-z0-9-])")
    for path in workspace.folder.markdown():
        text = workspace.text(path)
        facts = workspace.library.by_path.get(path)
        if facts is None or not pattern.search(text):
            continue
        lines = text.split("\n")
        for sop, step, span in _named(workspace.document(path), facts.id):
            if _is(workspace, sop, thing.sop) and step == thing.step and (exact := _exact(lines, span, step or sop)):
                yield path, exact


def _is(workspace: Workspace, name: str, sop: str) -> bool:
    """Whether a procedure goes by that name, now or before."""
    return name == sop or any(facts.id == sop for facts in workspace.library.by_id.get(name, ()))


def _named(document: Document, own: str) -> Iterator[tuple[str, str, Span]]:
    """Every procedure (step empty) and step that a document of the procedure `own` declares or mentions."""
    is_translation = document.translation is not None
    for step, span in document.declared.get(Namespace.STEP, {}).items():
        yield own, step, span
    for sop, span in document.declared.get(Namespace.SOP, {}).items():
        yield sop, "", span
    for mention in document.mentions:
        match mention.namespace:
            case Namespace.STEP if not (is_translation and mention.of == own):
                yield mention.of or own, mention.id, mention.span
            case Namespace.END if mention.id in _steps(document):
                yield own, mention.id, mention.span
            case Namespace.SOP:
                yield mention.id, "", mention.span
    yield from _named_by_their_sop(document, own)


def _named_by_their_sop(document: Document, own: str) -> Iterator[tuple[str, str, Span]]:
    """Steps that are no mentions by themselves: which SOP they are of stands elsewhere."""
    if document.quiz is not None:
        head = document.quiz.head
        for number, derive in enumerate(head.derive):
            for position, step in enumerate(derive.steps):
                place = document.locate(("derive", number, "steps", position))
                yield from ((sop, step, place) for sop in derive.sops or head.sops)
    if document.sop is not None:
        for number, change in enumerate(document.sop.changes):
            for position, field in enumerate(change.editorial):
                step, dot, _ = field.partition(".")
                if dot:
                    yield own, step, document.locate(("changes", number, "editorial", position))


def _exact(lines: list[str], span: Span, identifier: str) -> Span | None:
    """Where, within a span of one line, the id itself stands: quotation marks and what is glued to it left out."""
    if span.line != span.end_line:
        return None
    match = re.search(rf"(?<![a-z0-9-]){re.escape(identifier)}(?![a-z0-9-])", stretch(lines, span))
    if match is None:
        return None
    start = span.column + match.start()
    return Span(span.line, start, span.line, start + len(identifier))


class _Renaming:
    def __init__(self, workspace: Workspace, thing: Thing, new: str) -> None:
        self._workspace = workspace
        self._thing = thing
        self._old = thing.step or thing.sop
        self._new = new
        library = workspace.library
        self._originals = [facts.path for facts in library.originals if facts.id == thing.sop]
        pairs = translations_by_original(library)
        self._family = {*self._originals, *(path for each in self._originals for path in pairs.get(each, ()))}
        self._names = [name for name in library.by_id if _is(workspace, name, thing.sop)]
        self._word = re.compile(rf"(?<![a-z0-9-]){re.escape(self._old)}(?![a-z0-9-])")

    def refuse_if_taken(self) -> None:
        """An id is never used again, not even one that something else had before."""
        if not self._thing.step:
            organisation = self._workspace.organisation
            taken = self._workspace.library.by_id.get(self._new, ())
            retired = organisation.retired_ids if organisation else ()
            if any(facts.id != self._thing.sop for facts in taken) or self._new in retired:
                raise RefusedError("rename.taken", id=self._new)
            return
        if self._new in _RESERVED:
            raise RefusedError("rename.taken", id=self._new)
        for path in self._originals:
            document = self._workspace.document(path)
            ends = document.declared.get(Namespace.END, {})
            earlier = {
                name
                for step in (steps_of(document.sop) if document.sop else ())
                if step.id != self._old
                for name in (step.id, *step.was)
            }
            if self._new in ends or self._new in earlier:
                raise RefusedError("rename.taken", id=self._new)

    def everywhere(self) -> Iterator[Edit]:
        for path in self._workspace.folder.markdown():
            text = self._workspace.text(path)
            if self._old in text and self._word.search(text):
                yield from self._in_file(path, text.split("\n"))

    def _in_file(self, path: str, lines: list[str]) -> Iterator[Edit]:
        document = self._workspace.document(path)
        file = self._workspace.file_of(path)
        facts = self._workspace.library.by_path.get(path)
        if document.recognised and not document.whole and self._concerns(path, lines):
            raise RefusedError("rename.broken", path=self._workspace.folder.shown(path))
        if facts is not None:
            for sop, step, span in _named(document, facts.id):
                hits = step == self._thing.step and (sop in self._names if step else sop == self._old)
                if hits and (exact := _exact(lines, span, self._old)):
                    yield Edit(file, exact, self._instead(document, span, lines))
        if path in self._originals:
            for way in self._ways(document):
                yield from self._leave_behind(file, document, way, lines)
        if self._thing.step:
            yield from self._in_links(file, path, lines)

    def _instead(self, document: Document, span: Span, lines: list[str]) -> str:
        """What is written in the place of the old id: where a quiz means the step of another SOP as well, both."""
        sops = {sop for sop, _, place in _named_by_their_sop(document, "") if place == span}
        others = sops.difference(self._names) if document.quiz is not None else ()
        if not any(self._old in (self._workspace.library.steps(sop) or ()) for sop in others):
            return self._new
        before = lines[span.line - 1][: span.column - 1]
        if before.strip() == "-":
            return f"{self._new}\n{before}{self._old}"
        both = f"{self._new}, {self._old}"
        return f"[{both}]" if before.rstrip().endswith(":") else both

    def _concerns(self, path: str, lines: list[str]) -> bool:
        """Whether a file whose header breaks off may name the thing."""
        names = "|".join(map(re.escape, self._names))
        named = rf"(?<![a-z0-9-])(?:{names})/{re.escape(self._old)}(?![a-z0-9-])" if self._thing.step else self._word
        return path in self._family or any(re.search(named, line) for line in lines)

    def _ways(self, document: Document) -> Iterator[Way]:
        """The ways to what is renamed in an original."""
        if document.sop is None:
            return
        if not self._thing.step:
            yield ()
        else:
            yield from (way for way, step in ways_to_steps(document.sop) if step.id == self._old)

    def _leave_behind(self, file: Path, document: Document, way: Way, lines: list[str]) -> Iterator[Edit]:
        """Puts the old id under `was`."""
        if document.has((*way, "was")):
            yield Edit(file, *self._longer(document.locate((*way, "was")), lines))
            return
        span = document.locate((*way, "id"))
        record = document.locate(way)
        if lines[record.line - 1][record.column - 1 : record.column] == "{":
            place = Span(span.end_line, span.end_column, span.end_line, span.end_column)
            yield Edit(file, place, f", was: [{self._old}]")
            return
        end = len(lines[span.end_line - 1]) + 1
        indent = " " * (record.column - 1)
        place = Span(span.end_line, end, span.end_line, end)
        yield Edit(file, place, f"\n{indent}was: [{self._old}]")

    def _longer(self, span: Span, lines: list[str]) -> tuple[Span, str]:
        """The list at a span with the old id at its end, and without the new one."""
        text = stretch(lines, span)
        if text.startswith("-") and not self._mentions_new(text):
            end = Span(span.end_line, span.end_column, span.end_line, span.end_column)
            return end, f"\n{' ' * (span.column - 1)}- {self._old}"
        names = [name for name in re.findall(ID_PATTERN, text) if name not in (self._new, self._old)]
        return span, f"[{', '.join([*names, self._old])}]"

    def _mentions_new(self, text: str) -> bool:
        return self._new in re.findall(ID_PATTERN, text)

    def _in_links(self, file: Path, path: str, lines: Iterable[str]) -> Iterator[Edit]:
        """Headings `{#greet}` and links `#greet` of the family, and links `ordering.md#greet` of all."""
        fence = ""
        for number, line in enumerate(lines, start=1):
            code = _CODE.match(line)
            if code and fence in ("", code[1]):
                fence = "" if fence else code[1]
                continue
            if fence or "#" not in line:
                continue
            heading = _HEADING.match(line)
            if heading and heading[1] == self._old and path in self._family:
                yield Edit(file, Span(number, heading.start(1) + 1, number, heading.end(1) + 1), self._new)
            for match in _TARGET.finditer(line):
                group = 1 if match[1] else 2
                if self._leads_here(path, match[group]):
                    end = match.end(group)
                    yield Edit(file, Span(number, end - len(self._old) + 1, number, end + 1), self._new)

    def _leads_here(self, path: str, href: str) -> bool:
        target, anchor = target_of(href)
        if anchor != self._old or target is None or not href.endswith(self._old):
            return False
        if not target:
            return path in self._family
        return resolved(path, target) in self._family
