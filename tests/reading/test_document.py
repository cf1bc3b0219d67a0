import pytest

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document, Fence, Link, Picture
from sop_plugin.reading.document import read_document

HEAD = "sop: 1\nid: latte\ntitle: Make a latte\n"


def read(header: str, body: str = "") -> Document:
    return read_document("order.md", f"---\n{header}---\n{body}".encode())


def rules(document: Document) -> list[str]:
    return [fault.rule for fault in document.faults]


def kind(document: Document) -> str:
    found = {"sop": document.sop, "translation": document.translation, "organisation": document.organisation}
    return " ".join(name for name, value in found.items() if value is not None)


@pytest.mark.parametrize(
    ("path", "text", "expected", "faults"),
    [
        ("a.md", "---\nsop: 1\nid: a\ntitle: A\nsteps: [{id: b}]\n---\n", "sop", []),
        ("a.en.md", "---\nsop: 1\ntranslates: a\nlang: en\n---\n", "translation", []),
        ("organisation.yml", "organisation: 1\nname: A\n", "organisation", []),
        ("organisation.yml", "---\norganisation: 1\nname: A\n", "organisation", []),
        ("sub/organisation.yml", "organisation: 1\nname: A\n", "", []),
        ("a.md", "# A page\n", "", []),
        ("a.md", "", "", []),
        ("a.md", "---\ntitle: A page\ntags: [a]\n---\n# A\n", "", []),
        ("a.md", "---\ntitle: A: page\n---\n", "", []),
        ("a.md", "---\nA rule above\n", "", []),
        ("a.md", "---\n---\n", "", []),
        ("a.md", "---\nid: a\ntitle: A\nsteps: [{id: b}]\n---\n", "", ["sop-not-marked"]),
        ("a.md", "---\n- sop: 1\n- id: a\n---\n", "", ["header-not-mapping"]),
        ("a.md", "---\nsop: 1\nid: a\ntitle: A\nsteps: [{id: b}]\n", "sop", ["header-not-closed"]),
        ("a.md", "---\nsop: 1\nid: a: b\n---\n", "", ["yaml-syntax"]),
        ("a.md", "---\nid: a: b\nsop: 1\n---\n", "", ["yaml-syntax"]),
        ("a.md", "---\nsop: 2\nid: a\ntitle: A\nsteps: [{id: b}]\n---\n", "sop", ["format-unknown"]),
        ("a.md", "---\nsop: one\nid: a\ntitle: A\nsteps: [{id: b}]\n---\n", "", ["wrong-type"]),
        ("organisation.yml", "[a]\n", "", ["wrong-type"]),
        ("organisation.yml", "organisation: 3\nname: A\n", "organisation", ["format-unknown"]),
    ],
)
def test_kinds_of_file(path: str, text: str, expected: str, faults: list[str]) -> None:
    document = read_document(path, text.encode())
    assert kind(document) == expected
    assert rules(document) == faults


def test_every_fault_of_a_file_is_found_in_one_go() -> None:
    document = read(
        HEAD
        + "owner: [a, b]\nsteps:\n  - id: make\n    takes: soon\n    role: &r barista\n  - id: make\n    go: x y\n",
        "\x07",
    )
    assert sorted(rules(document)) == [
        "control-character",
        "duplicate-id",
        "notation-invalid",
        "time-unreadable",
        "wrong-type",
        "yaml-anchor",
    ]


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x85", "\u2028", "\u202e", "\ufffe", "\uffff"])
@pytest.mark.parametrize(("path", "line"), [("order.md", 4), ("organisation.yml", 3)])
def test_what_stands_behind_a_control_character_is_read_all_the_same(path: str, line: int, character: str) -> None:
    header = f"sop: 1\nid: a\ntitle: x{character}y\nname: A\ntimes: 3\n"
    text = f"---\n{header}---\n" if path == "order.md" else header
    document = read_document(path, text.encode())
    assert ("control-character", line) in [(fault.rule, fault.span.line) for fault in document.faults]
    assert ("unknown-field", line + 2) in [(fault.rule, fault.span.line) for fault in document.faults]


def test_what_stands_before_a_cut_is_kept_and_nothing_is_missed_behind_it() -> None:
    document = read("sop: 1\nid: latte\nsteps:\n  - id: make\n    role: barista\n    do: a: b\n")
    assert rules(document) == ["yaml-syntax"]
    assert document.mentions == []
    assert list(document.declared) != []


LINKED = """\
steps:
  - id: make
    do: |
      See [the list](prices.md#a) and
      ![a cup](img/cup.svg).

      ```mermaid
      graph
      ```
    notes: "再看 [清單](清單.md)"
    media:
      - {file: img/till.svg, alt: The till}
      - img/bare.svg
"""


def test_links_pictures_and_fences_of_fields_stand_where_they_are_written() -> None:
    document = read(HEAD + LINKED)
    assert document.faults == []
    assert document.links == [
        Link("prices.md#a", Span(8, 22, 8, 33)),
        Link("%E6%B8%85%E5%96%AE.md", Span(14, 21, 14, 26)),
    ]
    assert document.pictures == [
        Picture("img/cup.svg", "a cup", Span(9, 16, 9, 27)),
        Picture("img/till.svg", "The till", Span(16, 16, 16, 28)),
        Picture("img/bare.svg", "", Span(17, 9, 17, 21)),
    ]
    assert document.fences == [Fence("mermaid", Span(11, 1, 11, 11))]


def test_links_pictures_fences_and_headings_of_the_body() -> None:
    document = read(
        HEAD + "steps: [{id: make}]\n",
        "Intro [a](b.md).\n\n## Make {#make}\n\n![c](d.png)\n\n~~~python\n~~~\n\n## Annex {#annex}\n",
    )
    assert document.links == [Link("b.md", Span(7, 11, 7, 15))]
    assert document.pictures == [Picture("d.png", "c", Span(11, 6, 11, 11))]
    assert document.fences == [Fence("python", Span(13, 1, 13, 10))]
    assert document.headings == {"make": Span(9, 11, 9, 15), "annex": Span(16, 12, 16, 17)}
    assert document.body.intro is not None
    assert document.body.intro.plain == "Intro a."
    assert set(document.body.details) == {"make"}


def test_only_texts_with_markup_are_kept_as_prose() -> None:
    document = read(HEAD + "summary: Plain.\npurpose: Some **bold** words.\nsteps: [{id: make}]\n")
    assert {text: prose.plain for text, prose in document.prose.items()} == {"Some **bold** words.": "Some bold words."}


@pytest.mark.parametrize(
    ("way", "span"),
    [
        ((), Span(2, 1, 6, 13)),
        (("id",), Span(3, 5, 3, 10)),
        (("steps", 0, "role"), Span(6, 11, 6, 13)),
        (("steps", 0, "tools"), Span(5, 5, 6, 13)),
        (("steps", 7), Span(5, 3, 6, 13)),
        (("nothing", "here"), Span(2, 1, 6, 13)),
    ],
)
def test_locate(way: tuple[str | int, ...], span: Span) -> None:
    document = read(
        "sop: 1\nid: latte\nsteps:\n  - id: make\n    role: 店長\ntitle: Make a latte\n".replace(
            "\ntitle: Make a latte", ""
        )
    )
    assert document.locate(way) == span
