"""Pins the steps of a translation to what its original says now, once somebody has read the two beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sop_plugin.checks.insertion import behind_id
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.pins import translated_fingerprint
from sop_plugin.pipeline.folder import Folder, scan
from sop_plugin.reading.document import read_document

_ALONE = re.compile(r"[ ]*draft:[ ]+")
_IN_BRACES = re.compile(r"(?:,[ ]*)?\bdraft:[ ]+$")


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a translation or a quiz becomes: `data` are its bytes, with the pins of `steps` as the original says now.

    In a quiz, questions stand in the place of steps, and the SOPs in that of the original.

    They are drafts no longer, and no more is what stands outside the steps where `outside`. `right` were pinned so
    already. Of `left`, the pin could not be written, since the step is written in some way of its own; of `strange`,
    the original or the translation has no such step.
    """

    data: bytes
    steps: tuple[str, ...]
    right: tuple[str, ...]
    left: tuple[str, ...]
    strange: tuple[str, ...]
    outside: bool = False


def confirmed(content: Path, path: str, steps: Sequence[str] = ()) -> Confirmed | None:
    """The translation at `path` below `content` with pins for `steps`, by default for all; nothing is written.

    What is confirmed is no draft any more; what stands outside the steps is where no steps are named.

    All else in the file stays as it is, comments and line ends too. None where the file is no translation that could
    be read, or of no procedure there is.
    """
    data = (content / path).read_bytes()
    translation = read_document(path, data)
    words = translation.translation
    original = _original(content, translation) if words and translation.whole and not translation.faults else None
    if words is None or original is None:
        return None
    known = original.texts_by_step()
    wanted = list(dict.fromkeys(steps)) or [step for step in words.steps if step in known]
    strange = [step for step in wanted if step not in known or step not in words.steps]
    lines = translation.text.split("\n")
    edits: list[tuple[Span, str]] = []
    done: list[str] = []
    right: list[str] = []
    left: list[str] = []
    for step in wanted:
        if step in strange:
            continue
        pin = translated_fingerprint(original, step)
        if step in words.drafts:
            edits.append(_without_mark(words.places[f"{step}/draft"], lines))
        if words.of.get(step) == pin:
            (done if step in words.drafts else right).append(step)
            continue
        place, instead = behind_id(translation.declared[Namespace.STEP][step], lines, f"of: {pin}")
        if step in words.of:
            place, instead = words.places[f"{step}/of"], pin
        if instead is None:
            left.append(step)
        else:
            done.append(step)
            edits.append((place, instead))
    outside = not steps and "" in words.drafts
    if outside:
        edits.append(_without_mark(words.places["draft"], lines))
    return Confirmed(edited(data, edits), tuple(done), tuple(right), tuple(left), tuple(strange), outside)


def _without_mark(value: Span, lines: Sequence[str]) -> tuple[Span, str]:
    """What takes out the entry of a draft's mark, by the place of its value: its line, or in braces the entry."""
    line = lines[value.line - 1]
    before, behind = line[: value.column - 1], line[value.end_column - 1 :]
    if _ALONE.fullmatch(before):
        comment = behind.lstrip()
        start = len(before) - len(before.lstrip())
        whole = Span(value.line, 1, value.line + 1, 1)
        return (Span(value.line, start + 1, value.line, len(line) + 1) if comment else whole), comment
    entry = _IN_BRACES.search(before)
    start = entry.start() if entry else value.column - 1
    comma = re.match(r",[ ]*", behind) if not (entry and entry[0].startswith(",")) else None
    return Span(value.line, start + 1, value.line, value.end_column + (comma.end() if comma else 0)), ""


def _original(content: Path, translation: Document) -> Document | None:
    """The procedure that a translation is of: the one beside it, else the first of that id."""
    words = translation.translation
    beside = f"{translation.path.removesuffix('.md').rpartition('.')[0]}.md"
    folder = scan(content)
    for path in _nearest_first(folder, beside):
        document = read_document(path, (content / path).read_bytes())
        sop = document.sop
        if words and sop and document.whole and words.translates in (sop.id, *sop.was):
            return document
    return None


def _nearest_first(folder: Folder, beside: str) -> Iterator[str]:
    if beside in folder.files:
        yield beside
    yield from (path for path in folder.markdown() if path != beside)


def edited(data: bytes, edits: Sequence[tuple[Span, str]]) -> bytes:
    """`data` with each span of a single line replaced; a line that comes new ends as the one before it does.

    A span from one line's first column to the next one's is the whole line with its end.
    """
    # Every second part is a line's end. A mark at the beginning of the file is no character of its first line.
    mark, text = re.match(r"(\ufeff?)(.*)", data.decode(), re.DOTALL).groups()  # type: ignore[union-attr]
    parts = re.split(r"(\r\n|\r|\n)", text)
    for span, instead in sorted(edits, reverse=True):
        at = 2 * (span.line - 1)
        if span.end_line > span.line:
            parts[at : at + 2] = [""] * len(parts[at : at + 2])
            continue
        # The last line may have no end of its own.
        line, end = parts[at], next(iter(parts[at + 1 : at + 2]), "\n")
        parts[at] = line[: span.column - 1] + instead.replace("\n", end) + line[span.end_column - 1 :]
    return (mark + "".join(parts)).encode()
