import subprocess
import sys
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from yaml.events import ScalarEvent

from sop_plugin.model.diagnostic import Span
from sop_plugin.reading.yaml_tree import MAX_DEPTH, MappingNode, SequenceNode, Tree, parse_tree


def plain(node: Any) -> Any:
    """A node as the objects that PyYAML would make of it."""
    if isinstance(node, MappingNode):
        return {plain(key): plain(value) for key, value in node.items}
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return node.value


def rules(tree: Tree) -> list[str]:
    return [fault.rule for fault in tree.faults]


def written(text: str, span: Span) -> str:
    """What stands at a span."""
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "word",
    [
        "1.10",
        "no",
        "NO",
        "on",
        "yes",
        "30:2",
        "010",
        "0x1F",
        "1_000",
        "2026-01-01",
        "~",
        "null",
        ".inf",
        "1e3",
        "=",
        "true",
    ],
)
def test_every_plain_scalar_is_text(word: str) -> None:
    tree = parse_tree(f"{word}: {word}\nlist: [{word}]\n", 2)
    assert plain(tree.root) == {word: word, "list": [word]}
    assert tree.faults == []


PLACES = """\
標題: 咖啡 ☕️ 廳
"引號 😀": '單引號 ''x'''
流動: {甲: [一, "二, 三"], 乙😀: 丁}
步驟:
  - id: greet
    do: |
      第一行
      second
  - 說: >-
      折起來
空:
"""


@pytest.mark.parametrize(
    ("way", "text"),
    [
        (["標題"], "咖啡 ☕️ 廳"),
        (["引號 😀"], "'單引號 ''x'''"),
        (["流動"], '{甲: [一, "二, 三"], 乙😀: 丁}'),
        (["流動", "甲"], '[一, "二, 三"]'),
        (["流動", "甲", 1], '"二, 三"'),
        (["流動", "乙😀"], "丁"),
        (["步驟", 0, "id"], "greet"),
        (["步驟", 0, "do"], "|\n      第一行\n      second\n"),
        (["空"], ""),
    ],
)
def test_a_value_stands_where_its_span_says(way: list[str | int], text: str) -> None:
    tree = parse_tree(PLACES, 1)
    node: Any = tree.root
    for part in way:
        node = node.items[part] if isinstance(part, int) else next(v for k, v in node.items if k.value == part)
    assert written(PLACES, tree.span(node)) == text


@pytest.mark.parametrize(("key", "text"), [(0, "標題"), (1, '"引號 😀"'), (3, "步驟")])
def test_a_key_stands_where_its_span_says(key: int, text: str) -> None:
    tree = parse_tree(PLACES, 1)
    assert isinstance(tree.root, MappingNode)
    assert written(PLACES, tree.span(tree.root.items[key][0])) == text


def test_a_block_ends_with_its_last_value() -> None:
    text = "steps:\n  - id: a\n    do: b\n\n\n# comment\nnext: c\n"
    tree = parse_tree(text, 1)
    assert isinstance(tree.root, MappingNode)
    assert tree.span(tree.root.items[0][1]) == Span(2, 3, 3, 10)


def test_lines_count_from_the_first_line_of_the_file() -> None:
    tree = parse_tree("a: b\n", 7)
    assert tree.span(tree.root) == Span(7, 1, 7, 5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &x 1\n", [("yaml-anchor", {"name": "x"}, 1)]),
        ("a: &x [1]\n", [("yaml-anchor", {"name": "x"}, 1)]),
        ("a: *x\n", [("yaml-alias", {"name": "x"}, 1)]),
        ("a: &x 1\nb: *x\n", [("yaml-anchor", {"name": "x"}, 1), ("yaml-alias", {"name": "x"}, 2)]),
        ("a: !!int 1\n", [("yaml-tag", {"tag": "tag:yaml.org,2002:int"}, 1)]),
        ("a: !python/object:os.system {}\n", [("yaml-tag", {"tag": "!python/object:os.system"}, 1)]),
        ("a: &x !t 1\n", [("yaml-anchor", {"name": "x"}, 1), ("yaml-tag", {"tag": "!t"}, 1)]),
    ],
)
def test_anchors_aliases_and_tags(text: str, found: list[tuple[str, dict[str, str], int]]) -> None:
    tree = parse_tree(text, 1)
    assert [(fault.rule, fault.arguments, fault.span.line) for fault in tree.faults] == found
    assert tree.whole


def test_an_alias_is_a_value_without_text() -> None:
    tree = parse_tree("a: *x\nb: c\n", 1)
    assert plain(tree.root) == {"a": "", "b": "c"}


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert plain(parse_tree("<<: {a: b}\n", 1).root) == {"<<": {"a": "b"}}


@pytest.mark.parametrize("brackets", ["[]", "{}"])
@pytest.mark.parametrize(("depth", "too_deep"), [(MAX_DEPTH, False), (MAX_DEPTH + 1, True)])
def test_depth(brackets: str, depth: int, too_deep: bool) -> None:
    opening, closing = ("[", "]") if brackets == "[]" else ("{a: ", "}")
    tree = parse_tree(opening * depth + closing * depth, 1)
    assert rules(tree) == (["nested-too-deep"] if too_deep else [])
    assert tree.whole is not too_deep


@pytest.mark.parametrize("text", ["[", "{a: ", "- ", "? "])
def test_forty_thousand_levels_do_not_crash(text: str) -> None:
    code = (
        "from sop_plugin.reading.yaml_tree import parse_tree\n"
        f"print([fault.rule for fault in parse_tree({text!r} * 40_000, 1).faults])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "['nested-too-deep']"


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("a: b: c\n", "colon-in-text", 1),
        ("a: 1\nb: note: this\n", "colon-in-text", 2),
        ('a: "b\n', "quote-not-closed", 1),
        ("a: 'b\nc: d\n", "quote-not-closed", 1),
        ("a: [b, c\nd: e\n", "bracket-not-closed", 1),
        ("a: b\n  c: d\n", "colon-in-text", 2),
        ("do: b\n  go: d\n", "indentation", 2),
        ("a:\n  b: 1\n c: 2\n", "indentation", 3),
        ("a: 1\n- b\n", "indentation", 2),
        ("a: 1\nbc\nd: e\n", "colon-missing", 2),
        ("a: @b\n", "special-first-character", 1),
        ("a: `b`\n", "special-first-character", 1),
        ("a: %b\n", "special-first-character", 1),
        ('a: "\\q"\n', "unknown-escape", 1),
        ("a: 1\n---\nb: 2\n", "second-document", 2),
    ],
)
def test_syntax_problems_are_named(text: str, problem: str, line: int) -> None:
    tree = parse_tree(text, 1)
    assert [(fault.rule, fault.arguments["problem"], fault.span.line) for fault in tree.faults] == [
        ("yaml-syntax", f"@yaml-problem.{problem}", line)
    ]
    assert not tree.whole


@pytest.mark.parametrize(
    ("text", "span", "instead"),
    [
        ("a:\n\tb: 1\n", Span(2, 1, 2, 2), "  "),
        ("a:\n  - b\n\t\t- c\n", Span(3, 1, 3, 3), "  "),
        ("a:\n  - b: 1\n\t\tc: 1\n", Span(3, 1, 3, 3), "    "),
        ("\ta: 1\n", Span(1, 1, 1, 2), ""),
    ],
)
def test_a_tab_is_told_apart_and_mended(text: str, span: Span, instead: str) -> None:
    (fault,) = parse_tree(text, 1).faults
    assert (fault.rule, fault.span, fault.instead) == ("tab-in-header", span, instead)


def test_what_stands_before_a_syntax_problem_is_kept_but_for_the_broken_value() -> None:
    tree = parse_tree("a: 1\nsteps:\n  - id: x\n  - id: y: z\n", 1)
    assert plain(tree.root) == {"a": "1", "steps": [{"id": "x"}, {}]}
    assert [type(node) for node in tree.unfinished] == [MappingNode, SequenceNode, MappingNode]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_nothing(text: str) -> None:
    tree = parse_tree(text, 1)
    assert (tree.root, tree.faults) == (None, [])


SCALARS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp", "Co", "Cn"]), max_size=12)
STRUCTURES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SCALARS, inner, max_size=4), max_leaves=20
)


@given(STRUCTURES, st.sampled_from([None, True, False]), st.sampled_from([None, "'", '"', "|", ">"]))
def test_a_tree_holds_what_any_yaml_reader_finds(value: Any, flow: bool | None, style: str | None) -> None:
    text = yaml.dump(value, allow_unicode=True, default_flow_style=flow, default_style=style, width=40)
    # An anchor of the dumper's own, or a tag, is no part of the language.
    if "!!" in text or "&id" in text:
        return
    tree = parse_tree(text, 1)
    assert tree.faults == []
    assert plain(tree.root) == yaml.load(text, yaml.BaseLoader)


@given(STRUCTURES, st.sampled_from([None, True, False]))
def test_plain_scalars_stand_where_their_spans_say(value: Any, flow: bool | None) -> None:
    text = yaml.dump(value, allow_unicode=True, default_flow_style=flow, width=10_000)
    tree = parse_tree(text, 1)

    def look(node: Any) -> None:
        if isinstance(node, MappingNode):
            for pair in node.items:
                for part in pair:
                    look(part)
        elif isinstance(node, SequenceNode):
            for item in node.items:
                look(item)
        elif isinstance(node, ScalarEvent) and node.style is None:
            assert written(text, tree.span(node)) == node.value

    look(tree.root)


ALPHABET = st.sampled_from(
    [*"abc:-?[]{},&*!|>'\"%@`#\n\t ", "\n  ", ": ", "- ", "咖", "😀", "\u2028", "\x00", "---\n", "..."]
)


@given(st.lists(ALPHABET, max_size=40).map("".join) | st.text())
def test_no_text_raises(text: str) -> None:
    tree = parse_tree(text, 1)
    assert tree.whole or tree.faults or not all(c.isprintable() or c in "\n\t" for c in text)
