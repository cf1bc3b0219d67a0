"""A file's bytes, decoded and cut into front matter and body, or the reason why that cannot be done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from sop_plugin.model.diagnostic import Fault, Span

MAX_BYTES = 1 << 20
FENCE = "---"
MOST_NOTED = 1_000
"""Suspicious characters of a file that are noted. One that holds more is no text, and the rest says nothing new."""

BOM = b"\xef\xbb\xbf"

# C0 and C1 controls but tab and newline, line separators that YAML counts as lines and editors do not, the characters
# that reorder text on screen so that a reader sees other words than the program, and what is no character at all.
_FORBIDDEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff"
# Not U+200C and U+200D: a joiner between emoji, and the mark that Persian or Indic words need, are their spelling.
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060-\u2064\ufeff"
_suspicious = re.compile(rf"([{_FORBIDDEN}{_INVISIBLE}])\1*")
_forbidden = re.compile(f"[{_FORBIDDEN}]")


@dataclass(slots=True)
class Source:
    """A text file.

    `header` is the front matter without its fences, or None where there is none; it begins at line `header_line`. Where
    its closing fence is missing, `is_closed` is False and all of the text is header.
    `body` begins at line `body_line`. All lines end in a newline character.
    """

    path: str
    text: str = ""
    header: str | None = None
    header_line: int = 2
    is_closed: bool = True
    body: str = ""
    body_line: int = 1
    faults: list[Fault] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The text's lines without their ends."""
        return self.text.split("\n")


def read_source(path: str, data: bytes) -> Source:
    """Decodes a file; never raises for what stands in it.

    A file that is too large or not UTF-8 has no text; one with control characters is reported and read all the same,
    with replacement characters (U+FFFD) in their places.
    """
    if len(data) > MAX_BYTES:
        size = f"{len(data) / MAX_BYTES:.1f}"
        return Source(path, faults=[Fault("file-too-large", Span(1, 1, 1, 1), {"size": size, "limit": "1"})])
    if data.startswith(BOM):
        data = data[len(BOM) :]
    if b"\0" in data and _is_utf16(data):
        return Source(path, faults=[_not_utf8(data, 0)])
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Source(path, faults=[_not_utf8(data, error.start)])
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    faults = list(islice(_suspicious_characters(text), MOST_NOTED)) if _suspicious.search(text) else []
    if faults:
        # YAML would stop at some of them, and count a line at others.
        text = _forbidden.sub("\ufffd", text)
    source = Source(path, text, body=text, faults=faults)
    _cut(source)
    return source


def holds_forbidden(text: str) -> bool:
    """Whether characters stand in a text that no file may hold as they are."""
    return _forbidden.search(text) is not None


def _cut(source: Source) -> None:
    text = source.text
    if not text.startswith(FENCE) or text.partition("\n")[0].rstrip() != FENCE:
        return
    start = text.find("\n") + 1
    if start == 0:
        return
    end = _closing_fence(text, start)
    if end is None:
        source.header, source.body, source.is_closed = text[start:], "", False
        return
    source.header = text[start:end]
    after = text.find("\n", end)
    source.body = "" if after < 0 else text[after + 1 :]
    source.body_line = source.header_line + source.header.count("\n") + 1


def _closing_fence(text: str, start: int) -> int | None:
    """Where the line begins that closes the front matter."""
    at = start
    while True:
        if text.startswith(FENCE, at) and text[at : _line_end(text, at)].rstrip() == FENCE:
            return at
        at = text.find("\n" + FENCE, at) + 1
        if at == 0:
            return None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _suspicious_characters(text: str) -> Iterator[Fault]:
    """A fault for each; the same one again and again in a row is one."""
    for number, line in enumerate(text.split("\n"), start=1):
        for match in _suspicious.finditer(line):
            rule = "control-character" if _forbidden.match(match[0]) else "invisible-character"
            span = Span(number, match.start() + 1, number, match.end() + 1)
            yield Fault(rule, span, {"code": f"U+{ord(match[1]):04X}"}, instead="")


def _not_utf8(data: bytes, at: int) -> Fault:
    before = data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return Fault("not-utf-8", Span(line, column, line, column + 1), {"encoding": likely_encoding(data)})


def _is_utf16(data: bytes) -> bool:
    """Whether zero bytes are as common as in two-byte characters of the Latin alphabet."""
    return data[:2000].count(0) > len(data[:2000]) // 5


_COMMON_TRADITIONAL = frozenset("的一是不在人有我他這中大來上個國時們為到說地也子可要於出會作步驟請顧客確認")
_COMMON_SIMPLIFIED = frozenset("的一是不在人有我他这中大来上个国时们为到说地也子可要于出会作步骤请顾客确认")


def likely_encoding(data: bytes) -> str:
    """The encoding that bytes which are not UTF-8 are most likely in, by its common name.

    Byte order marks decide first, then zero bytes, then which Chinese encoding yields the more of the commonest
    characters.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or _is_utf16(data):
        return "UTF-16"
    best, name = 0, "Windows-1252"
    for codec, label, common in (
        ("big5hkscs", "Big5", _COMMON_TRADITIONAL),
        ("gb18030", "GBK", _COMMON_SIMPLIFIED),
        ("shift_jis", "Shift-JIS", frozenset("のにはをたがでてとしれさ")),
        ("euc_kr", "EUC-KR", frozenset("이다는의에을가고한")),
    ):
        text = data.decode(codec, "replace")
        score = sum(map(common.__contains__, text)) - 2 * text.count("\ufffd")
        if score > best:
            best, name = score, label
    return name
