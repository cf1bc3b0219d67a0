"""Real files, broken in every way: whatever a stranger may send."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from sop_plugin.checks.rule import Surroundings
from sop_plugin.model.diagnostic import Severity
from sop_plugin.pipeline.file_check import check_file, known_ids
from sop_plugin.pipeline.folder import ORGANISATION, scan
from sop_plugin.reading.document import read_document
from sop_plugin.reports.messages import describe
from sop_plugin.reports.text import text_report
from sop_plugin.views.context import ViewContext
from sop_plugin.views.sop_page import sop_page
from sop_plugin.words.catalogue import LANGUAGES, catalogue

CONTENT = Path(__file__).resolve().parents[2] / "content"

PIECES = [
    *(piece.encode() for piece in ("---\n", "\n", "\t", ": ", "- ", "[", "]", "{", "}", '"', "'", "#", " #", "|", ">", "&a ", "*a", "!!int ", "<<: ", "? ")),
    *(piece.encode() for piece in ("咖啡", "😀", "\ufeff", "\u202e", "\u200b", "\u2028", "\x00", "\x85", "\r", "\r\n", "e\u0301")),
    *(piece.encode() for piece in ("[x](javascript:y)", "![](x)", "```", "[^1]", "{#greet}", "<script>", "| a |\n|---|\n", "!!! note\n    ")),
    *(piece.encode() for piece in ("here", "end", "sop:", "sop:a/b", "otherwise", "1:30", "30", "-1", "9" * 400, "1/0", "15-20 min", "remaining", "一百五", "±")),
    b"\xff",
    b"\xa5\x40",
    b"[" * 50,
    b"- " * 50,
    b"a" * 2_000,
]  # fmt: skip


@cache
def originals() -> dict[str, bytes]:
    """The text files of the project's own content, by path."""
    return {
        path.relative_to(CONTENT).as_posix(): path.read_bytes()
        for path in sorted((*CONTENT.rglob("*.md"), CONTENT / ORGANISATION))
    }


@cache
def surroundings() -> Surroundings:
    """The content that stands around a file."""
    folder = scan(CONTENT)
    organisation = read_document(ORGANISATION, originals()[ORGANISATION]).organisation
    return Surroundings(known_ids(organisation), frozenset(folder.files), folder.links)


def mutants(random: Random) -> Iterator[tuple[str, bytes]]:
    """Without end: the path of a file, and the file with one to four places of it broken."""
    files = originals()
    while True:
        path = random.choice(list(files))
        data = files[path]
        for _ in range(random.randint(1, 4)):
            data = _broken(data, random)
        yield path, data


def _broken(data: bytes, random: Random) -> bytes:
    start, end = sorted(random.randint(0, len(data)) for _ in range(2))
    end = min(end, start + random.choice((1, 10, 200)))
    match random.choice(("cut", "flip", "insert", "insert", "delete", "repeat", "splice", "value", "value", "swap")):
        case "cut":
            return data[:start]
        case "flip":
            return data[:start] + bytes(byte ^ 1 << random.randrange(8) for byte in data[start : start + 1]) + data[start + 1 :]
        case "insert":
            return data[:start] + random.choice(PIECES) + data[start:]
        case "delete":
            return data[:start] + data[end:]
        case "repeat":
            return data[:end] + data[start:end] * random.choice((1, 2, 40)) + data[end:]
        case "splice":
            other = originals()[random.choice(list(originals()))]
            return data[:start] + other[random.randint(0, len(other)) :]
        case "value":
            return _another_value(data, random)
        case _:
            lines = data.split(b"\n")
            one, two = (random.randrange(len(lines)) for _ in range(2))
            lines[one], lines[two] = lines[two], lines[one]
            return b"\n".join(lines)


def _another_value(data: bytes, random: Random) -> bytes:
    """The value of one key taken from another, or from anywhere."""
    lines = data.split(b"\n")
    keyed = [number for number, line in enumerate(lines) if b": " in line]
    if not keyed:
        return data
    number = random.choice(keyed)
    key = lines[number].partition(b": ")[0]
    value = random.choice(PIECES) if random.random() < 0.5 else lines[random.choice(keyed)].partition(b": ")[2]
    lines[number] = key + b": " + value
    return b"\n".join(lines)


def probe(path: str, data: bytes) -> None:
    """Reads, checks, reports and, where there is no error, renders a file.

    Raises whatever goes wrong, and AssertionError for a diagnostic that lies outside its file.
    """
    document, result = check_file(path, data, surroundings(), f"content/{path}")
    lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for found in result.diagnostics:
        span = found.span
        assert 1 <= span.line <= span.end_line <= len(lines) + 1, found
        assert (span.line, span.column) <= (span.end_line, span.end_column), found
        assert 1 <= span.column <= len(found.source_line) + 1, found
        assert all(describe(found, catalogue(language)) for language in LANGUAGES)
    keys = [found.sort_key for found in result.diagnostics]
    assert keys == sorted(set(keys))
    text_report(result.diagnostics, catalogue("zh-TW"), files=1, color=True).encode()
    if document.sop and not any(found.severity is Severity.ERROR for found in result.diagnostics):
        words = catalogue(document.sop.lang or "en")
        page = sop_page(document, ViewContext(words, None, {}, {}, lambda target: target, path))
        assert "<script" not in page.html.lower()
