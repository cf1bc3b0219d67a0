"""Every text is found where it stands, however it is written."""

import re
from pathlib import Path

import pytest

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document
from sop_plugin.model.passage import BODY, Passage
from sop_plugin.reading.document import read_document

ROOT = Path(__file__).parents[2]
REAL = [path for folder in ("content", "tests/procedures") for path in sorted((ROOT / folder).rglob("*.md"))]
HEAD = "---\nsop: 1\nid: greet-guest\ntitle: Greet a guest\nsteps:\n  - id: greet\n"


def of_step(*lines: str, body: str = "") -> Document:
    """A procedure with more lines in its step; the first of them is line 7."""
    return read_document("a.md", (HEAD + "".join(f"    {line}\n" for line in lines) + f"---\n{body}").encode())


def at(document: Document, span: Span) -> str:
    """What stands in the file at a span of one line."""
    assert span.line == span.end_line
    return document.text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


def the(document: Document, *fields: str) -> Passage:
    return next(passage for passage in document.passages() if passage.fields == fields)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_each_word_of_real_procedures_is_found_where_it_stands(path: Path) -> None:
    document = read_document(path.name, path.read_bytes())
    for passage in document.passages():
        for match in re.finditer(r"\S+", passage.words):
            found = at(document, passage.span(*match.span()))
            assert match[0] in (found, found.replace("''", "'"), found.replace('\\"', '"'))


WRITTEN = [
    (("do: Serve promptly.",), Span(7, 15, 7, 23)),
    (("do: 'Don''t serve promptly'",), Span(7, 23, 7, 31)),
    (('do: "Serve: promptly"',), Span(7, 17, 7, 25)),
    (("do: |", "  Smile.", "", "  Serve promptly."), Span(10, 13, 10, 21)),
    (("do: >-", "  > Serve", "  promptly"), Span(9, 7, 9, 15)),
    (("do: Serve", "  it", "", "  promptly"), Span(10, 7, 10, 15)),
    (("do: 好😀, promptly",), Span(7, 13, 7, 21)),
    (('do: "Say \\"Hi\\" promptly"',), Span(7, 21, 7, 29)),
    (('do: "caf\\u00e9 promptly"',), Span(7, 9, 7, 29)),
]


@pytest.mark.parametrize(("lines", "span"), WRITTEN, ids=[lines[0] for lines, _ in WRITTEN])
def test_a_word_is_found_however_its_text_is_written(lines: tuple[str, ...], span: Span) -> None:
    passage = the(of_step(*lines), "do")
    start = passage.words.index("promptly")
    assert passage.span(start, start + len("promptly")) == span


def test_words_over_two_lines_have_a_span_over_both() -> None:
    passage = the(of_step("do: |", "  Serve as", "  soon as you can."), "do")
    assert passage.span(6, 16) == Span(8, 13, 9, 14)


def test_a_passage_knows_its_step_and_field_in_short_form_and_in_long() -> None:
    document = of_step(
        "quality:",
        "  - Hot",
        "  - {text: Sweet, measure: 2 g}",
        "exceptions:",
        "  - {id: late, when: {any: [Late, {severity: [major]}]}, then: Ask.}",
        "cautions: [{danger: Steam}]",
        "steps: [{id: smile, title: Smile}]",
    )
    found = [(passage.step, passage.fields, passage.words) for passage in document.passages()]
    assert found == [
        ("", ("title",), "Greet a guest"),
        ("greet", ("quality", "text"), "Hot"),
        ("greet", ("quality", "text"), "Sweet"),
        ("greet", ("exceptions", "when"), "Late"),
        ("greet", ("exceptions", "then"), "Ask."),
        ("greet", ("cautions",), "Steam"),
        ("smile", ("title",), "Smile"),
    ]


def test_the_way_leads_to_the_value() -> None:
    document = of_step(
        "exceptions:", "  - {id: late, when: {any: [Late, Rain]}, then: Ask.}", "cautions: [danger: Hot]"
    )
    for passage in document.passages():
        assert document.locate(passage.way) == passage.whole


def test_the_body_is_cut_where_a_step_begins_and_ends() -> None:
    body = "Before.\n\n### Greet {#greet}\n\nSmile.\n\n#### Why\n\nIt helps.\n\n## After\n\nRest.\n"
    parts = [passage for passage in of_step(body=body).passages() if passage.fields == BODY]
    assert [(part.step, part.whole.line, part.words.split("\n")[0]) for part in parts] == [
        ("", 8, "Before."),
        ("greet", 10, "### Greet {#greet}"),
        ("", 18, "## After"),
    ]


def test_translations_and_the_organisation_have_passages_too() -> None:
    text = "---\nsop: 1\ntranslates: order\nlang: en\ntitle: Order\nsteps:\n  - {id: pay, do: Pay.}\n---\n"
    translation = read_document("order.en.md", text.encode())
    assert [(each.step, each.words) for each in translation.passages()] == [("", "Order"), ("pay", "Pay.")]
    organisation = read_document(
        "organisation.yml", b"organisation: 1\nname: Corner\ntools: [{id: pos, title: Till}]\n"
    )
    assert [each.fields for each in organisation.passages()] == [("name",), ("tools", "title")]


PROSE = [
    ("See [the list](asap.md) `asap`.", "See [the list]                ."),
    ("A\n```sh\nasap\n```\nB", "A\n     \n    \n   \nB"),
    ("Go to https://a.b/asap now", "Go to                  now"),
    ("## Now {#asap}", "## Now        "),
    ("plain", "plain"),
]


@pytest.mark.parametrize(("words", "prose"), PROSE)
def test_prose_hides_what_is_no_language_and_keeps_every_place(words: str, prose: str) -> None:
    document = of_step(body=words)
    assert the(document, *BODY).prose == prose


@pytest.mark.parametrize("mark", ["`", "\n\n```\n\n~~~\n", "](", "<a"])
def test_hostile_markup_takes_no_time(mark: str) -> None:
    # A body of more marks is not read at all; the fields are passages all the same.
    text = "a" + mark * (25_000 // len(mark))
    assert len(the(of_step(body=text), *BODY).prose) == len(text)
    text *= 8
    found = the(of_step(f"do: '{text}'"), "do")
    assert len(found.prose) == len(found.words)


def test_what_cannot_be_understood_has_no_passages() -> None:
    for text in ("---\nsop: 1\n- a\n---\n", "---\nsop: 1\ntitle: [a, {b: c}]\n? [x]\n: y\n---\n", "---\nsop: 1\ntitle"):
        assert [each.words for each in read_document("a.md", text.encode()).passages() if each.words != "a"] == []
