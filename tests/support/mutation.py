"""Real files, broken in every way: whatever a stranger may send."""

from functools import cache
from pathlib import Path
from random import Random

from sop_plugin.checks.rule import Surroundings
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.document import Document
from sop_plugin.model.question import question_fingerprint
from sop_plugin.model.scoring import score
from sop_plugin.pipeline.file_check import check_file, check_quiz, check_translation, known_ids
from sop_plugin.pipeline.folder import ORGANISATION, quizzes_beside, scan
from sop_plugin.pipeline.question_ids import with_ids
from sop_plugin.pipeline.quiz_facts import testing_of
from sop_plugin.reading.document import read_document
from sop_plugin.reports.messages import describe
from sop_plugin.reports.text import text_report
from sop_plugin.views.context import ViewContext
from sop_plugin.views.sop_page import sop_page
from sop_plugin.words.catalogue import LANGUAGES, catalogue

CONTENT = Path(__file__).resolve().parents[2] / "content"

PIECES = [
    *("---\n", "\n", "\t", ": ", "- ", "[", "]", "{", "}", '"', "'", "#", " #", "|", ">", "&a ", "*a", "!!int ", "<<: ", "? "),
    *("咖啡", "😀", "\ufeff", "\u202e", "\u200b", "\u2028", "\x00", "\x85", "\r", "\r\n", "e\u0301"),
    *("[x](javascript:y)", "![](x)", "```", "[^1]", "{#greet}", "<script>", "| a |\n|---|\n", "!!! note\n    "),
    *("- [x] ", "- ［ ］", "[[", "]]", " -> end", " → (2)", "= 30 s +- 5\n", "＝ 對", "> 提示：", "## ", "### Q {#q}\n", "{#"),
    *("tests: order/greet.do = x @ab12\n", "choose: one\n", "of: ", "1. ", "\ufdd0", "derive: all\n", "![a](b.svg)"),
    *("here", "end", "again", "sop:", "sop:a/b", "otherwise", "parallel", "one-of", "until-one-works", "true", "2026-02-30"),
    *("1:30", "30", "-1", "9" * 400, "1/0", "15-20 min", "remaining", "open-ended", "at least 0 s", "一百五", "±", "0.1 to under 0.2"),
    *("[" * 50, "- " * 50, "a" * 2_000, "{any: [a, {all: [b]}]}", "[]", "{}"),
    *("[" * 3_000, "{a: " * 500, "- " * 2_000, "? " * 500, "> " * 200, "(" * 2_000, "*a _b " * 300, "[a](" * 500, "![" * 500),
    *("`" * 999, "```\n" * 99, "^[" * 300, "    " * 40 + "- a\n", '!!! note "a"\n    ' * 40, "|a" * 300 + "\n" + "|-" * 300, "\x1b[31m", "\x07" * 99),
    "a0: &a0 [x]\n" + "".join(f"a{n + 1}: &a{n + 1} [*a{n}, *a{n}, *a{n}, *a{n}]\n" for n in range(30)),
]  # fmt: skip

ENCODINGS = ("big5", "gbk", "shift_jis", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "utf-8-sig")


@cache
def originals() -> dict[str, bytes]:
    """The text files of the project's own content and quizzes, by path."""
    folder = scan(CONTENT, quizzes_beside(CONTENT))
    return {path: folder.read(path) for path in sorted((*folder.markdown(), ORGANISATION))}


@cache
def surroundings() -> Surroundings:
    """The content that stands around a file."""
    folder = scan(CONTENT, quizzes_beside(CONTENT))
    organisation = read_document(ORGANISATION, originals()[ORGANISATION]).organisation
    return Surroundings(known_ids(organisation), frozenset(folder.files), folder.links, organisation)


def mutant(seed: int, number: int) -> tuple[str, bytes]:
    """The path of a file, and the file with one to three places of it broken; the same numbers give the same."""
    random = Random(f"{seed} {number}")
    path = random.choice(list(originals()))
    text = originals()[path].decode()
    for _ in range(random.randint(1, 3)):
        text = _broken(text, random)
    return path, _broken_bytes(text, random)


def _broken_bytes(text: str, random: Random) -> bytes:
    """The bytes of a text; of one in six in another encoding, cut, mixed or with noise in them."""
    data = text.encode()
    start, end = sorted(random.randint(0, len(data)) for _ in range(2))
    match random.choice(("encoded", "mixed", "noise", "cut", "swapped", *["whole"] * 25)):
        case "encoded":
            return text.encode(random.choice(ENCODINGS), "replace")
        case "mixed":
            other = data[start:end].decode("utf-8", "replace")
            return data[:start] + other.encode(random.choice(ENCODINGS), "replace") + data[end:]
        case "noise":
            return data[:start] + random.randbytes(random.choice((1, 3, 100, 3_000))) + data[start + 1 :]
        case "cut":
            return data[start:end]
        case "swapped":
            return data[end:] + data[:start]
    return data


def _broken(text: str, random: Random) -> str:
    start, end = sorted(random.randint(0, len(text)) for _ in range(2))
    end = min(end, start + random.choice((1, 10, 200)))
    lines = text.split("\n")
    match random.choice(("cut", "insert", "delete", "repeat", "splice", "line", *["value"] * 6)):
        case "cut":
            return text[:start]
        case "insert":
            return text[:start] + random.choice(PIECES) + text[start:]
        case "delete":
            return text[:start] + text[end:]
        case "repeat":
            return text[:end] + text[start:end] * random.choice((1, 2, 40)) + text[end:]
        case "splice":
            other = originals()[random.choice(list(originals()))].decode()
            return text[:start] + other[random.randint(0, len(other)) :]
        case "line":
            line = lines.pop(random.randrange(len(lines)))
            lines.insert(random.randint(0, len(lines)), line)
        case _:
            _change_value(lines, random)
    return "\n".join(lines)


def _change_value(lines: list[str], random: Random) -> None:
    """Gives one key another value: that of another key, or any."""
    keyed = [number for number, line in enumerate(lines) if ": " in line]
    if not keyed:
        return
    number = random.choice(keyed)
    value = random.choice(PIECES) if random.random() < 0.5 else lines[random.choice(keyed)].partition(": ")[2]
    lines[number] = lines[number].partition(": ")[0] + ": " + value


def probe(path: str, data: bytes) -> None:
    """Reads, checks, reports and, where there is no error, renders a file; what is an error is not published.

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
    assert keys == sorted(keys)
    assert len(set(map(repr, result.diagnostics))) == len(keys), "the same fault twice"
    text_report(result.diagnostics, catalogue("zh-TW"), files=1, color=True).encode()
    _probe_beside(path, document, data)
    _probe_questions(document)
    if document.quiz and result.facts:
        sops = [each for name in originals() if (each := read(name).sop)]
        check_quiz(result.facts, sops, lambda: data, path)
        testing_of(document)
    if document.sop and not any(found.severity is Severity.ERROR for found in result.diagnostics):
        words = catalogue(document.sop.lang or "en")
        page = sop_page(document, ViewContext(words, None, {}, {}, lambda target: target, path))
        assert "<script" not in page.html.lower()


def _probe_beside(path: str, document: Document, data: bytes) -> None:
    """Holds a broken translation against its sound original, and sound translations against a broken original."""
    if document.translation is not None or document.quiz_translation is not None:
        beside = f"{path.removesuffix('.md').rpartition('.')[0]}.md"
        if beside in originals():
            check_translation(read(beside), document, data, surroundings(), path)
    elif document.sop is not None or document.quiz is not None:
        for other in originals():
            if other.startswith(f"{path.removesuffix('.md')}.") and other != path:
                check_translation(document, read(other), originals()[other], surroundings(), other)


RESPONSES: tuple[object, ...] = ([0], [0, 0, 1], True, "30 s", [None, "x"], {}, [10**9])


def _probe_questions(document: Document) -> None:
    """Scores what nobody would answer, and makes ids for what has none."""
    for question in document.questions:
        for response in RESPONSES:
            assert 0.0 <= score(question.answer, response) <= 1.0
        question_fingerprint(question)
    with_ids(document, document.text.encode())


@cache
def read(path: str) -> Document:
    """A file of the content as it is."""
    return read_document(path, originals()[path])
