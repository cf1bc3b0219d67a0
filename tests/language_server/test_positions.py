import pytest
from lsprotocol.types import Position

from sop_plugin.language_server.positions import column_of, range_of
from sop_plugin.model.diagnostic import Span

LINES = ["role: barista", "title: 付款😀 e\u0301 end", ""]


@pytest.mark.parametrize(("encoding", "column"), [("utf-16", 15), ("utf-32", 14), ("utf-8", 22)])
def test_there_and_back(encoding: str, column: int) -> None:
    start = LINES[1].index("end")
    found = range_of(Span(2, start + 1, 2, start + 4), LINES, encoding)
    assert (found.start, found.end) == (Position(1, column), Position(1, column + 3))
    assert column_of(found.start, LINES, encoding) == start
    assert column_of(found.end, LINES, encoding) == start + 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("line", range(5))
def test_every_place_comes_back(encoding: str, line: int) -> None:
    text = LINES[line] if line < len(LINES) else ""
    for column in range(len(text) + 1):
        place = range_of(Span(line + 1, column + 1, line + 1, column + 1), [*LINES, "", ""], encoding).start
        assert column_of(place, LINES, encoding) == column


def test_behind_the_end() -> None:
    assert range_of(Span(9, 1, 9, 5), LINES, "utf-16").start == Position(2, 0)
    assert column_of(Position(1, 99), LINES, "utf-16") == len(LINES[1])
    assert column_of(Position(0, 99), LINES, "utf-16") == len(LINES[0])
    assert column_of(Position(9, 9), LINES, "utf-16") == 0
