import pytest

from sop_plugin.model.diagnostic import Diagnostic, Severity, Span
from sop_plugin.pipeline.edits import corrected, without_overlaps


def edit(line: int, column: int, end_column: int, instead: str | None, end_line: int = 0) -> Diagnostic:
    span = Span(line, column, end_line or line, end_column)
    return Diagnostic("r", Severity.ERROR, "a.md", span, {}, "", "x", instead)


@pytest.mark.parametrize(
    ("before", "edits", "after"),
    [
        (b"abc\ndef\n", [edit(1, 1, 2, "XX"), edit(2, 3, 4, "")], b"XXbc\nde\n"),
        (b"abc", [edit(1, 2, 2, "-"), edit(1, 3, 4, "+")], b"a-b+"),
        (b"\xef\xbb\xbfabc\r\ndef\rghi", [edit(1, 1, 2, "X"), edit(3, 1, 1, "\n")], b"\xef\xbb\xbfXbc\r\ndef\r\r\nghi"),
        (b"abc\ndef\nghi", [edit(1, 2, 2, "-", end_line=3)], b"a-hi"),
        ("咖啡😀x".encode(), [edit(1, 3, 4, "y")], "咖啡yx".encode()),
        (b"abc", [edit(9, 1, 2, "x")], b"abc"),
    ],
)
def test_corrected(before: bytes, edits: list[Diagnostic], after: bytes) -> None:
    assert corrected(before, edits) == after


def test_of_overlapping_corrections_the_first_is_made() -> None:
    first, second, third = edit(1, 1, 4, "x"), edit(1, 3, 6, "y"), edit(1, 4, 5, "z")
    assert without_overlaps([third, second, first, edit(1, 9, 10, None)]) == [first, third]
