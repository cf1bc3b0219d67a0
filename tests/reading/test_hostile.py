import re

import pytest

from sop_plugin.checks.rule import Surroundings
from sop_plugin.model.document import Document
from sop_plugin.pipeline.file_check import check_file
from sop_plugin.reading.tangle import MOST_MARKS
from tests.support.effort import calls, no_hang
from tests.support.hostile import HEADER, Hostile, hostile_files

SIZE = 5_000
"""Bytes of a hostile file: enough for what grows with the square of the size to show."""

MOST_CALLS = 3_000_000
"""Calls while such a file is checked: the hardest of all, a table of as many empty cells as are ever added, needs four
fifths of it, and the next hardest a third. How long the largest take is measured by `make bench`."""


# What is hard in the body is as hard in a field; `make bench` has both, of the largest size.
SMALL = [hostile for hostile in hostile_files(SIZE) if not hostile.name.startswith("field: ")]


@pytest.mark.parametrize("hostile", SMALL, ids=lambda hostile: hostile.name)
def test_no_hostile_file_keeps_the_checker_busy(hostile: Hostile) -> None:
    assert calls(lambda: check_file("a.md", hostile.data, Surroundings(), "content/a.md")) < MOST_CALLS


def checked(text: str) -> tuple[Document, list[str]]:
    document, result = check_file("a.md", text.encode(), Surroundings(), "content/a.md")
    return document, [found.rule for found in result.diagnostics]


def test_as_much_markup_as_may_be_is_read() -> None:
    document, rules = checked(f"{HEADER}---\n" + "*" * MOST_MARKS)
    assert rules == []
    assert document.body.intro is not None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{HEADER}---\na\n" + "*" * MOST_MARKS, (12, MOST_MARKS)),
        (f"{HEADER}    do: |\n      {'*' * MOST_MARKS}b*\n---\n", (10, 9)),
        (f"{HEADER}    do: {'a*' * (MOST_MARKS - 1)}\n---\na\nb\n", (10, 9)),
        (f"{HEADER}---\n字" + "\n" * (MOST_MARKS + 1), (11 + MOST_MARKS, 1)),
    ],
)
def test_more_is_refused_at_the_mark_too_many(text: str, place: tuple[int, int]) -> None:
    document, rules = checked(text)
    assert rules == ["text-too-tangled"]
    assert document.faults[0].span[:2] == place
    assert not document.whole
    assert document.body.intro is None


def test_a_long_target_is_no_number_of_a_step() -> None:
    assert checked(HEADER + f"    go: '{'9' * 5_000}'\n---\n")[1] == ["unknown-step"]


def test_many_slips_get_a_suggestion_as_far_as_it_goes() -> None:
    text = HEADER + "".join(f"    title{number}: a\n" for number in range(5_000)) + "---\n"
    document, _ = checked(text)
    faults = [fault for fault in document.faults if fault.rule == "unknown-field"]
    assert len(faults) == 5_000
    assert faults[0].instead == "title"
    assert faults[900].instead is None


@pytest.mark.parametrize("item", ["a b, ", "why: a b, c d, ", "time:a, ", "[why]: a, b c, "])
def test_many_slips_in_braces_take_no_long_time(item: str) -> None:
    with no_hang():
        checked(f"{HEADER}    wait: {{{item * 20_000}}}\n---\n")


def test_each_of_many_equal_links_has_a_place_of_its_own() -> None:
    document, _ = checked(f"{HEADER}---\n[a](b.md) [![c](d.png)](b.md) [e][f]\n\n[f]: b.md\n")
    assert [link.span[:2] for link in document.links] == [(11, 5), (11, 25), (13, 6)]
    assert [picture.span[:2] for picture in document.pictures] == [(11, 17)]


def test_names_of_hostile_files_differ() -> None:
    names = [hostile.name for hostile in hostile_files(100)]
    assert len(set(names)) == len(names)
    assert all(re.match(r"(body|field|fields|front matter|bytes): ", name) for name in names)
