import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.model.diagnostic import Fault, Span
from sop_plugin.reading.source import MAX_BYTES, MOST_NOTED, likely_encoding, read_source
from tests.support.effort import no_hang

CLOSED_HEADERS = {
    "plain": ("---\nsop: 1\n---\nBody\n", "sop: 1\n", "Body\n", 4),
    "spaces behind the fences": ("---   \nsop: 1\n--- \t\nBody", "sop: 1\n", "Body", 4),
    "windows": ("---\r\nsop: 1\r\n---\r\nBody\r\n", "sop: 1\n", "Body\n", 4),
    "old mac": ("---\rsop: 1\r---\rBody\r", "sop: 1\n", "Body\n", 4),
    "byte order mark": ("\ufeff---\nsop: 1\n---\nBody", "sop: 1\n", "Body", 4),
    "empty": ("---\n---\nBody", "", "Body", 3),
    "nothing below": ("---\nsop: 1\n---", "sop: 1\n", "", 4),
    "four hyphens do not close": ("---\na: 1\n----\n---\nBody", "a: 1\n----\n", "Body", 5),
    "three indented hyphens do not close": ("---\na: |\n ---\n---\nBody", "a: |\n ---\n", "Body", 5),
    "a second fence belongs to the body": ("---\na: 1\n---\n---\n", "a: 1\n", "---\n", 4),
}


@pytest.mark.parametrize(("text", "header", "body", "body_line"), CLOSED_HEADERS.values(), ids=CLOSED_HEADERS)
def test_header_and_body(text: str, header: str, body: str, body_line: int) -> None:
    source = read_source("a.md", text.encode())
    assert (source.header, source.body, source.body_line, source.faults) == (header, body, body_line, [])


@pytest.mark.parametrize(
    "text", ["", "# Title\n", "----\na: 1\n---\n", " ---\na: 1\n---\n", "\n---\na: 1\n---\n", "--- a\n---\n", "---"]
)
def test_no_header(text: str) -> None:
    source = read_source("a.md", text.encode())
    assert (source.header, source.body, source.faults) == (None, text, [])


@pytest.mark.parametrize("text", ["---\n", "---\nsop: 1\n", "---\nsop: 1\n----\nBody\n"])
def test_header_that_is_not_closed(text: str) -> None:
    source = read_source("a.md", text.encode())
    assert (source.is_closed, source.header, source.body) == (False, text.removeprefix("---\n"), "")


TAIWAN = "---\nsop: 1\ntitle: 顧客到店的步驟\n---\n請確認顧客的訂單，這是我們的作業步驟。\n"
CHINA = "---\nsop: 1\ntitle: 顾客到店的步骤\n---\n请确认顾客的订单，这是我们的作业步骤。\n"
JAPAN = "---\nsop: 1\ntitle: お客様が来店したときの手順\n---\nこれはテストです。\n"
KOREA = "---\nsop: 1\ntitle: 고객이 매장에 오는 절차이다\n---\n이것은 시험이다.\n"


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (TAIWAN, "big5", "Big5"),
        (CHINA, "gbk", "GBK"),
        (CHINA, "gb18030", "GBK"),
        (JAPAN, "shift_jis", "Shift-JIS"),
        (KOREA, "euc_kr", "EUC-KR"),
        (TAIWAN, "utf-16", "UTF-16"),
        (TAIWAN, "utf-16-le", "UTF-16"),
        (CHINA, "utf-16-be", "UTF-16"),
        ("---\ntitle: Café\n---\n", "latin-1", "Windows-1252"),
    ],
)
def test_another_encoding_is_named(text: str, codec: str, name: str) -> None:
    data = text.encode(codec)
    assert likely_encoding(data) == name
    source = read_source("a.md", data)
    assert source.text == ""
    assert [fault.rule for fault in source.faults] == ["not-utf-8"]
    assert source.faults[0].arguments == {"encoding": name}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_first_byte_that_is_not_utf_8_has_its_place_in_characters(end: str) -> None:
    (fault,) = read_source("a.md", f"---{end}sop: 1{end}title: 咖啡 ".encode() + b"\xff\n---\n").faults
    assert fault.span == Span(3, 11, 3, 12)


@pytest.mark.parametrize(
    ("character", "rule"),
    [
        ("\x00", "control-character"),
        ("\x07", "control-character"),
        ("\x0c", "control-character"),
        ("\x1b", "control-character"),
        ("\x7f", "control-character"),
        ("\x85", "control-character"),
        ("\u2028", "control-character"),
        ("\u202e", "control-character"),
        ("\u2066", "control-character"),
        ("\ufffe", "control-character"),
        ("\u200b", "invisible-character"),
        ("\u00ad", "invisible-character"),
        ("\ufeff", "invisible-character"),
    ],
)
def test_characters_nobody_can_see(character: str, rule: str) -> None:
    (fault,) = read_source("a.md", f"---\ntitle: 咖啡😀{character}x\n---\n".encode()).faults
    assert fault == Fault(rule, Span(2, 11, 2, 12), {"code": f"U+{ord(character):04X}"}, "")


@pytest.mark.parametrize("character", ["\t", "\u200c", "\u200d", "👨\u200d🍳", "\u3000", "\u00a0"])
def test_characters_that_belong_to_a_text(character: str) -> None:
    assert read_source("a.md", f"a{character}b\n".encode()).faults == []


def test_a_file_may_be_as_large_as_the_limit_and_no_larger() -> None:
    assert read_source("a.md", b"a" * MAX_BYTES).faults == []
    source = read_source("a.md", b"a" * (MAX_BYTES + 1))
    assert [fault.rule for fault in source.faults] == ["file-too-large"]
    assert source.text == ""


ANY_LINES = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n")), min_size=1)
LINES = st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp", "Cn"])), min_size=1)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_lines_are_the_same_whatever_ends_them(lines: list[str], end: str, mark: bool) -> None:
    data = (b"\xef\xbb\xbf" if mark else b"") + end.join(lines).encode()
    assert read_source("a.md", data).lines() == lines


@given(ANY_LINES)
def test_every_fault_stands_where_its_character_does(lines: list[str]) -> None:
    lines = ["x", *lines]
    for fault in read_source("a.md", "\n".join(lines).encode()).faults:
        if fault.rule in ("control-character", "invisible-character"):
            character = lines[fault.span.line - 1][fault.span.column - 1]
            assert fault.arguments["code"] == f"U+{ord(character):04X}"


@given(ANY_LINES)
def test_every_line_keeps_its_number_and_its_length(lines: list[str]) -> None:
    lines = ["x", *lines]
    source = read_source("a.md", "\n".join(lines).encode())
    if source.text:
        assert list(map(len, source.lines())) == list(map(len, lines))


@given(st.lists(st.sampled_from(["---", "--- ", "----", "a: 1", "", "# x", "咖啡"]), max_size=8))
def test_nothing_is_lost_between_header_and_body(lines: list[str]) -> None:
    text = "\n".join(lines)
    source = read_source("a.md", text.encode())
    if source.header is None:
        assert source.body == text
        return
    header = source.header.split("\n")
    assert source.lines()[source.header_line - 1 :][: len(header) - 1] == header[:-1]
    if source.body:
        assert source.lines()[source.body_line - 1 :] == source.body.split("\n")


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    source = read_source("a.md", data)
    assert source.text or source.faults or not data.strip(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("\x07" * 100_000, 1),
        ("a\u200b\u200b\u200bb\u200b", 2),
        ("\x07\x08" * 100_000, MOST_NOTED),
        ("\x07\n" * 100_000, MOST_NOTED),
        ("\u200b\u200d" * 100_000, MOST_NOTED),
    ],
)
def test_a_file_full_of_them_is_soon_read(text: str, noted: int) -> None:
    with no_hang():
        assert len(read_source("a.md", text.encode()).faults) == noted
