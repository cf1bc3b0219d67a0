"""From another program's file to a quiz in ours: read, given ids, written, and read back to see that all is there."""

from __future__ import annotations

import dataclasses
import hashlib
import re
import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sop_plugin.formatting.quiz_guard import guarded
from sop_plugin.formatting.quiz_text import quiz_text
from sop_plugin.imports.formats import Format, imported, likely_format
from sop_plugin.imports.plain import in_short
from sop_plugin.model.imported import Grade, Imported, ImportedQuestion, Loss
from sop_plugin.model.question import Question
from sop_plugin.model.quiz import QuizHead
from sop_plugin.reading.document import read_document
from sop_plugin.reading.scalars import as_id
from sop_plugin.reading.source import BOM, MAX_BYTES, likely_encoding

MOST_BYTES = 64 << 20
"""Of a file that is read. Pictures within it make it large."""

_LONGEST_ID = 48

_DECLARED = re.compile(rb"""\s*<\?xml\s[^>]{0,80}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,20})["']""")
_CODECS = {
    "big5": "cp950",
    "big5-hkscs": "big5hkscs",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "iso-8859-1": "cp1252",
    "windows-1252": "cp1252",
}
"""Encodings that an XML file may declare, each with one that reads also what programs write under its name."""


@dataclass(frozen=True, slots=True)
class MovedIn:
    """What became of a file. `text` is that of the quiz, "" where there is none; then a loss of line 1 says why.

    `found` counts the questions that could be read, `kept` those that the quiz holds.
    """

    id: str
    form: Format | None = None
    text: str = ""
    found: int = 0
    kept: int = 0
    losses: Sequence[Loss] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def moved_in(name: str, data: bytes, form: Format | None = None, title: str = "") -> MovedIn:
    """The quiz that a file of that name becomes. Never raises for what stands in it.

    The same bytes make the same quiz with the same ids, whenever and wherever.
    """
    quiz_id = _quiz_id(name)
    if len(data) > MOST_BYTES:
        return _refused(quiz_id, "file-large", limit=str(MOST_BYTES >> 20))
    text = _decoded(data)
    if text is None:
        return _refused(quiz_id, "file-not-utf-8", encoding=likely_encoding(data))
    form = form or likely_format(text)
    if form is None:
        return _refused(quiz_id, "format-unknown")
    found = imported(text, form, f"{quiz_id}-pictures")
    questions, losses = with_ids(found.questions)
    head = QuizHead(1, quiz_id, title or _title(name))
    kept, unwritable = _readable(head, questions)
    written = quiz_text(head, kept)
    if kept and len(written.encode()) > MAX_BYTES:
        return _refused(quiz_id, "quiz-large", limit=str(MAX_BYTES >> 20))
    all_losses = sorted((*found.losses, *losses, *unwritable), key=lambda loss: loss.line)
    return MovedIn(
        quiz_id, form, written if kept else "", len(questions), len(kept), all_losses, _shown(found, written)
    )  # fmt: skip


def _decoded(data: bytes) -> str | None:
    """The text of a file in UTF-8, or in what its byte order mark or its XML declaration says; None where that is none.

    What people leave as it was when they convert a file is its declaration, so UTF-8 comes first.
    """
    said = _DECLARED.match(data)
    declared = _CODECS.get(said[1].decode().lower()) if said else None
    codecs = ("utf-16",) if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else ("utf-8", declared)
    for codec in filter(None, codecs):
        try:
            return data.removeprefix(BOM).decode(codec)
        except UnicodeDecodeError:
            continue
    return None


def _refused(quiz_id: str, key: str, **arguments: str) -> MovedIn:
    return MovedIn(quiz_id, losses=(Loss(key, Grade.LEFT_OUT, 1, "", arguments),))


def _quiz_id(name: str) -> str:
    """An id for the quiz from a file's name, or from its digest where that has no letters for one."""
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    return _spelled_id(stem) or f"quiz-{_digest(stem)}"


def _title(name: str) -> str:
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    return " ".join(re.sub(r"[-_.\x00-\x1f]+", " ", stem).split()) or "Quiz"


def _spelled_id(text: str) -> str:
    """An id that spells `text`; "" where that has letters which an id cannot have, or none at all."""
    plain = "".join(
        each for each in unicodedata.normalize("NFKD", text) if unicodedata.category(each) != "Mn"
    )  # fmt: skip
    if any(each.isalpha() and not each.isascii() for each in plain):
        return ""
    found = as_id(plain) or ""
    if len(found) > _LONGEST_ID:
        found = found[:_LONGEST_ID].rpartition("-")[0] or found[:_LONGEST_ID]
    return found


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def with_ids(found: Iterable[ImportedQuestion]) -> tuple[list[ImportedQuestion], list[Loss]]:
    """Questions with ids, and the names that are lost by that.

    An id is made from what the other program calls the question, else from its words, and never from its place: it
    stays when the file is imported again, and when others come and go.
    """
    taken: set[str] = set()
    counts: dict[str, int] = {}
    named: list[ImportedQuestion] = []
    losses = []
    for each in found:
        question = each.question
        spelled = _spelled_id(each.number) or _spelled_id(each.name)
        base = spelled or f"q-{_digest(f'{question.title}|{question.text}')}"
        identifier = base
        while identifier in taken:
            counts[base] = counts.get(base, 1) + 1
            identifier = f"{base}-{counts[base]}"
        taken.add(identifier)
        if not _says(question, each.name) and base != _spelled_id(each.name):
            losses.append(Loss("name", Grade.LOOKS, each.line, each.name, {"name": each.name, "id": identifier}))
        if each.number and base != each.number:
            losses.append(Loss("name", Grade.LOOKS, each.line, each.name, {"name": each.number, "id": identifier}))
        named.append(dataclasses.replace(each, question=guarded(dataclasses.replace(question, id=identifier))))
    return named, losses


def _says(question: Question, name: str) -> bool:
    """Whether the words of a question begin with its name, so that nothing of that gets lost."""
    words, beginning = (
        "".join(character for character in text.lower() if character.isalnum())
        for text in (f"{question.title} {question.text}", name.rstrip("…"))
    )
    return words.startswith(beginning)


def _readable(head: QuizHead, questions: Sequence[ImportedQuestion]) -> tuple[list[Question], list[Loss]]:
    """The questions that read back from a quiz as they were written, and a loss for each of the others."""
    wanted = [each.question for each in questions]
    if _read(head, wanted) == wanted:
        return wanted, []
    kept, losses = [], []
    for each in questions:
        if _read(head, [each.question]) == [each.question]:
            kept.append(each.question)
        else:
            arguments = {"text": in_short(each.question.title or each.question.text)}
            losses.append(Loss("unwritable", Grade.LEFT_OUT, each.line, each.name, arguments))
    return kept, losses


def _read(head: QuizHead, questions: Sequence[Question]) -> list[Question]:
    document = read_document("quiz.md", quiz_text(head, questions).encode("utf-8", "replace"))
    return list(document.quiz.questions) if document.quiz else []


def _shown(found: Imported, written: str) -> dict[str, bytes]:
    """The pictures that the quiz shows."""
    return {path: content for path, content in found.pictures.items() if path in written}
