"""What is found in words without the parser's way round is what the parser finds."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sop_plugin.reading.markdown import commonmark_with_extensions, parser_for
from sop_plugin.reading.plain_emphasis import plain_words
from sop_plugin.reading.plain_links import plainly_linked

PIECES = [
    "**",
    "**",
    "*",
    "***",
    "a",
    "b c",
    " ",
    "咖啡",
    "。",
    "，",
    "(",
    ")",
    ".",
    "\u3000",
    "\u00a0",
    ":",
    "-",
    "_",
    "~",
    "]",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=12))
@example("**a****b**")
@example("a **b** c**d** e")
@example("**a b**c**d **e**")
def test_finds_what_the_parser_does(words: str) -> None:
    everything = commonmark_with_extensions()
    found = plain_words(words, parser_for(words), {})
    if found is not None:
        assert [token.as_dict() for token in found] == [
            token.as_dict() for token in everything.inline.parse(words, everything, {}, [])
        ]


LINKS = [
    "[a](b)",
    "[c d](e.md#f)",
    "[咖啡](g)",
    "[]",
    "[[",
    "[h]()",
    "[i](j k)",
    "[l](m%20n)",
    "[o](p&q)",
    "(",
    "!",
    "^",
    "{.c}",
    "*",
]


@given(st.lists(st.sampled_from([*LINKS, *PIECES]), max_size=6).map("".join))
@example("a [b](c)[d](e) f]")
def test_finds_the_links_that_the_parser_does(words: str) -> None:
    everything, parser = commonmark_with_extensions(), parser_for(words)
    found = plainly_linked(words, parser)
    if found is not None:
        assert [token.as_dict() for token in found] == [
            token.as_dict() for token in everything.inline.parse(words, everything, {}, [])
        ]


def test_plain_links_are_found_and_others_left_to_the_parser() -> None:
    found = plainly_linked("Ask [him](a.md), or [her](b.md).", parser_for(""))
    assert [token.attrGet("href") for token in found or () if token.type == "link_open"] == ["a.md", "b.md"]
    for words in ("a", "![a](b)", "[a](b) *c*", "[a](b)[c]", "[^1]"):
        assert plainly_linked(words, parser_for("")) is None


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Ask: who is it?", ["text"]),
        ("Ask **first**.", ["text", "strong_open", "text", "strong_close", "text"]),
        ("**先問。**再倒", ["text"]),  # a full stop before the mark, and no blank behind it: no emphasis
    ],
)
def test_the_most_usual_words_are_plain(words: str, kinds: list[str]) -> None:
    found = plain_words(words, parser_for(words), {})
    assert found is not None
    assert [token.type for token in found] == kinds


@pytest.mark.parametrize("words", ["a *b*", "_a_", "`a`", "[a](b)", "a & b", "**a** b** c **d", "***a***", "**a"])
def test_other_words_are_left_to_the_parser(words: str) -> None:
    assert plain_words(words, parser_for(words), {}) is None
