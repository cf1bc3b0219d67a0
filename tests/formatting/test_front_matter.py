import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sop_plugin.formatting.front_matter import UNCLEAR, formatted
from sop_plugin.pipeline.folder import ORGANISATION
from sop_plugin.reading.document import read_document
from sop_plugin.reading.source import read_source
from sop_plugin.reading.yaml_tree import parse_tree
from tests.support.mutation import mutant, originals

PROCEDURES = Path(__file__).resolve().parents[1] / "procedures"


def header(text: str, path: str = "a.md") -> str:
    """The front matter of an SOP, in the house's form."""
    result = formatted(path, f"---\nsop: 1\n{text}---\n# Body\n".encode())
    assert result.rule == ""
    again = formatted(path, result.data)
    assert again == result, "formatting twice gives another form"
    whole = result.data.decode()
    assert whole.startswith("---\nsop: 1\n")
    assert whole.endswith("---\n# Body\n")
    return whole[len("---\nsop: 1\n") : -len("---\n# Body\n")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Quotation marks where they are needed, and where they protect.
        ("id: 'a'\ntitle: \"Plain\"\n", "id: a\ntitle: Plain\n"),
        ("id: a\ntitle: 'Not: plain'\n", 'id: a\ntitle: "Not: plain"\n'),
        ("id: a\ntitle: 'Say \"hi\" now'\n", 'id: a\ntitle: Say "hi" now\n'),
        ("id: a\ntitle: \"'tis so\"\n", "id: a\ntitle: \"'tis so\"\n"),
        ('id: a\ntitle: A\nversion: "1.10"\n', 'id: a\ntitle: A\nversion: "1.10"\n'),
        ("id: a\ntitle: A\nversion: 1.10\n", "id: a\ntitle: A\nversion: 1.10\n"),
        ("id: a\ntitle: 'Table #4'\n", "id: a\ntitle: Table #4\n".replace("Table #4", '"Table #4"')),
        ('id: a\ntitle: "咖啡：熱的"\n', "id: a\ntitle: 咖啡：熱的\n"),
        ('id: a\ntitle: "a\\tb"\n', 'id: a\ntitle: "a\\tb"\n'),
        ('id: a\ntitle: A\ntags: ["a", \'b, c\']\n', 'id: a\ntitle: A\ntags: ["a", "b, c"]\n'),
        # Indentation and order.
        ("title: A\nid: a\n", "id: a\ntitle: A\n"),
        ("id: a\ntitle: A\nsteps:\n- title: S\n  id: s\n", "id: a\ntitle: A\nsteps:\n  - id: s\n    title: S\n"),
        ("id: a\ntitle: A\nsteps:\n    -   id: s\n        title: S\n", "id: a\ntitle: A\nsteps:\n  - id: s\n    title: S\n"),
        ("id: a\ntitle: A\nsteps:\n  -\n    id: s\n", "id: a\ntitle: A\nsteps:\n  - id: s\n"),
        # Brackets.
        ("id: a\ntitle: A\ntags: [ x,y ,\n  z ]\n", "id: a\ntitle: A\ntags: [x, y, z]\n"),
        ("id: a\ntitle: A\nsteps: [ {title: S, id: s} ]\n", "id: a\ntitle: A\nsteps: [{id: s, title: S}]\n"),
        (
            f"id: a\ntitle: A\ntags: [{'咖啡' * 20}, {'紅茶' * 20}]\n",
            f"id: a\ntitle: A\ntags:\n  - {'咖啡' * 20}\n  - {'紅茶' * 20}\n",
        ),
        ("id: a\ntitle: A\ntags: []\n", "id: a\ntitle: A\ntags: []\n"),
        # Texts of several lines.
        ("id: a\ntitle: A\n  b\n", "id: a\ntitle: A b\n"),
        ("id: a\ntitle: A\nsummary: |\n      x\n        y\n\n\n", "id: a\ntitle: A\nsummary: |\n  x\n    y\n"),
        ("id: a\ntitle: A\nsummary: |2\n     x\n  y\n", "id: a\ntitle: A\nsummary: |2\n     x\n  y\n"),
        ("id: a\ntitle: A\nsummary: >-\n  x\n  y\n\n  z\n", "id: a\ntitle: A\nsummary: >-\n  x y\n\n  z\n"),
        ("id: a\ntitle: A\nsummary: >\n   一\n   二\n", "id: a\ntitle: A\nsummary: >\n  一 二\n"),
        (
            f"id: a\ntitle: A\nsummary: {'word ' * 20}\n  {'word ' * 19}end\n",
            f"id: a\ntitle: A\nsummary: >-\n  {('word ' * 23).strip()}\n  {'word ' * 16}end\n",
        ),
        # Blank lines: one is enough, none at the ends.
        ("\n\nid: a\n\n\n\ntitle: A\n\n", "\nid: a\n\ntitle: A\n"),
        # Comments.
        ("id: a # one\n# two\ntitle: A\n# end\n", "id: a  # one\n# two\ntitle: A\n# end\n"),
        ("# of title\ntitle: A\n# of id\nid: a\n", "# of id\nid: a\n# of title\ntitle: A\n"),
        (
            "id: a\ntitle: A\ntags: # which\n- x # first\n# of y\n- y\n# of steps\nsteps:\n- id: s\n  # below s\n# below\n",
            "id: a\ntitle: A\ntags:  # which\n  - x  # first\n  # of y\n  - y\n# of steps\nsteps:\n  - id: s\n    # below s\n# below\n",
        ),
        (
            "id: a\ntitle: A\ntags: [x, # ex\n  y\n  # end\n  ] # behind\n",
            "id: a\ntitle: A\ntags:  # behind\n  - x  # ex\n  - y\n  # end\n",
        ),
        (
            "id: a\ntitle: A\ntags:\n  - x\nsteps:\n  - id: s\n    tools: [t]\n    # of do\n    do: x\n",
            "id: a\ntitle: A\ntags:\n  - x\nsteps:\n  - id: s\n    tools: [t]\n    # of do\n    do: x\n",
        ),
        ("id: a\ntitle: A\nsummary: | # why\n  x # no comment\n", "id: a\ntitle: A\nsummary: |  # why\n  x # no comment\n"),
        ("id: a\ntitle: A\nsteps:\n  - # c\n    id: s\n", "id: a\ntitle: A\nsteps:\n  # c\n  - id: s\n"),
        ("id: a\ntitle:\n  # why\n  A\n", "id: a\n# why\ntitle: A\n"),
        ("id: a\ntitle: A\ntags: [ # none\n ]\n", "id: a\ntitle: A\n# none\ntags: []\n"),
        ("id: a\ntitle: \"A # no comment\" # one\n", "id: a\ntitle: \"A # no comment\"  # one\n"),
    ],
)  # fmt: skip
def test_form(before: str, after: str) -> None:
    assert header(before) == after


def test_a_translation() -> None:
    before = (
        b"---\nlang: fr\nsop: 1\ntranslates: a\nsteps:\n- title:   A\n  draft: abcdef\n  of: abcdef\n  id: b\n---\n"
    )
    after = b"---\nsop: 1\ntranslates: a\nlang: fr\nsteps:\n  - id: b\n    of: abcdef\n    draft: abcdef\n    title: A\n---\n"
    assert formatted("a.fr.md", before).data == after


def test_unknown_fields_stay_where_they_are() -> None:
    assert header("id: a\nmy_own: x\ntitle: A\nsteps:\n  - id: s\n    colour: red\n    do: x\n").startswith(
        "id: a\ntitle: A\nmy_own: x\n"
    )


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"---\nsop: 1\nid: [a\n---\n", "yaml-syntax"),
        (b"---\nsop: 1\nid: &x a\n---\n", "yaml-anchor"),
        (b"---\nsop: 1\nid: a\n", "header-not-closed"),
        (b"---\nsop: 1\nid: a\x00\n---\n", "control-character"),
        (b"---\nsop: 1\nid: a\n---\n\xff", ""),
        (b"# Only a page\n", ""),
        (b"", ""),
    ],
)  # fmt: skip
def test_left_alone(data: bytes, rule: str) -> None:
    result = formatted("a.md", data)
    assert (result.data, result.rule) == (data, rule)


def test_a_list_of_sentences_keeps_the_brackets_that_its_meaning_hangs_on() -> None:
    long = f"Hot, not burnt {'x' * 120}"
    data = f"---\nsop: 1\nid: a\ntitle: [{long}]\n---\n".encode()
    assert formatted("a.md", data).rule == UNCLEAR


def test_byte_order_mark_line_ends_and_body_stay() -> None:
    body = b"a  \r\nb\n\rc \n\n"
    before = b"\xef\xbb\xbf---\r\nsop: 1\r\ntitle: 'A'\r\nid: a\r\n---\r\n" + body
    assert formatted("a.md", before).data == b"\xef\xbb\xbf---\r\nsop: 1\r\nid: a\r\ntitle: A\r\n---\r\n" + body


def test_the_organisation() -> None:
    before = b"# all\norganisation: 1\nname: 'A'\nroles:\n- title: B\n  id: b"
    assert formatted(ORGANISATION, before).data == b"# all\norganisation: 1\nname: A\nroles:\n  - id: b\n    title: B\n"


def files() -> dict[str, bytes]:
    own = {path.name: path.read_bytes() for path in (*PROCEDURES.glob("*.md"), PROCEDURES / ORGANISATION)}
    return {f"procedures/{name}": data for name, data in own.items()} | dict(originals())


@pytest.mark.parametrize("path", files())
def test_real_files(path: str) -> None:
    data = files()[path]
    name = path.rpartition("/")[2] if path.endswith(ORGANISATION) else path
    result = formatted(name, data)
    assert result.rule in ("", UNCLEAR)
    assert formatted(name, result.data) == result
    before, after = read_document(name, data), read_document(name, result.data)
    assert (before.sop, before.translation, before.organisation) == (after.sop, after.translation, after.organisation)


def test_broken_files() -> None:
    for number in range(60):
        path, data = mutant(11, number)
        result = formatted(path, data)
        again = formatted(path, result.data)
        assert again.data == result.data


WORDS = st.one_of(
    st.sampled_from(
        [
            "yes",
            "1.10",
            "a: b",
            "a #b",
            "# a",
            "- a",
            "? a",
            ": a",
            "[a",
            "{a",
            "a, b",
            "'a",
            '"a',
            "a'b",
            'a"b',
            "@a",
            "%a",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "~",
            "---",
            "...",
            "咖啡，熱的",
            "咖啡 拿鐵",
            "😀",
            "a:b",
            "a:",
            "http://x",
            "a\\b",
            "",
            " a ",
            "a\nb",
            "a\n\nb\n",
            "a\n\n",
            "\n a",
            " a\nb",
            "a \nb",
            "word " * 40 + "end",
            "咖啡 " * 40 + "完",
            "\t",
            "a\tb",
            "\u200d",
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12),
)


@st.composite
def fields(draw: st.DrawFn) -> str:
    """A front matter of texts in all styles, with comments everywhere."""
    lines = ["sop: 1"]
    for number in range(draw(st.integers(1, 5))):
        lines += draw(st.lists(st.sampled_from(["", f"# above {number}", f"    # deep {number}"]), max_size=2))
        key, comment = f"key{number}", draw(st.sampled_from(["", f"  # behind {number}", f" #tight {number}"]))
        text = draw(WORDS)
        style = draw(st.sampled_from(["plain", "single", "double", "literal", "folded", "list", "flow", "group"]))
        quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
        match style:
            case "plain":
                lines.append(f"{key}: {re.sub(r'[^a-z ]', '', text).strip()}{comment}")
            case "single":
                lines.append(f"{key}: '{text.replace(chr(39), chr(39) * 2).replace(chr(10), ' ')}'{comment}")
            case "double":
                lines.append(f"{key}: {quoted}{comment}")
            case "literal" | "folded":
                sign = "|" if style == "literal" else ">"
                lines += [
                    f"{key}: {sign}2{draw(st.sampled_from(['', '-', '+']))}{comment}",
                    *(f"  {line}" for line in text.split("\n")),
                ]
            case "list":
                lines += [f"{key}:{comment}", f"- {quoted}", f"# in {number}", "- x", f" # end {number}"]
            case "flow":
                lines += [f"{key}: [{quoted}, # in {number}", f"  {{a: {quoted} }}]{comment}"]
            case _:
                lines += [
                    f"{key}:{comment}",
                    f"    a: {quoted}",
                    f"    # in {number}",
                    "    b:",
                    "    - 1",
                    f"   # end {number}",
                ]
    return "\n".join(lines) + "\n"


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(fields())
def test_nothing_is_lost(text: str) -> None:
    data = f"---\n{text}---\n".encode()
    result = formatted("a.md", data)
    if read_source("a.md", data).faults or parse_tree(text, 1).faults:
        return
    assert result.rule == ""
    again = formatted("a.md", result.data)
    assert again == result
    for comment in re.findall(r"# ?(?:above|deep|behind|tight|in|end) \d", text):
        assert result.data.decode().count(comment) == text.count(comment)
