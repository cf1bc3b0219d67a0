"""What is found in words without the parser's way round is what the parser finds."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sop_plugin.reading.markdown import EXTENSIONS, commonmark_with_extensions, parser_for
from sop_plugin.reading.plain_emphasis import plain_words

PIECES = ["**", "**", "*", "***", "a", "b c", " ", "咖啡", "。", "，", "(", ")", ".", "\u3000", "\u00a0", ":", "-", "_", "~", "]"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=12))
@example("**a****b**")
@example("a **b** c**d** e")
@example("**a b**c**d **e**")
def test_finds_what_the_parser_does(words: str) -> None:
    everything = commonmark_with_extensions(frozenset(EXTENSIONS))
    found = plain_words(words, parser_for(words), {})
    if found is not None:
        assert [token.as_dict() for token in found] == [
            token.as_dict() for token in everything.inline.parse(words, everything, {}, [])
        ]


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
