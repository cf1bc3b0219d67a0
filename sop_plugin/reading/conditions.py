"""Decoders of conditions: words, `otherwise`, tests of classes and numbers, and groups of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from yaml.events import ScalarEvent

from sop_plugin.model.condition import AllOf, AmountTest, AnyOf, ClassTest, Condition, NoneOf, Otherwise, Said
from sop_plugin.model.document import Mention
from sop_plugin.model.kinds import Markup, Namespace
from sop_plugin.reading.amounts import read_amount
from sop_plugin.reading.decoding import INVALID, Decoding, wrong_type
from sop_plugin.reading.scalars import scalar_text, words_decoder
from sop_plugin.reading.yaml_tree import MappingNode, SequenceNode


def decode_class_test(node: Any, state: Decoding) -> Any:
    """A single test of a class, `{severity: [major]}`."""
    if type(node) is not MappingNode or len(node.items) != 1:
        return wrong_type(state, node, "class-test")
    return _class_test(*node.items[0], state)


def _class_test(key: Any, value: Any, state: Decoding) -> Any:
    name = scalar_text(key, state, "id")
    levels = value.items if type(value) is SequenceNode else [value]
    names = [scalar_text(level, state, "id") for level in levels]
    if name is INVALID or INVALID in names:
        return INVALID
    state.mentions.append(Mention(Namespace.CLASS, name, state.tree.span(key)))
    for level, word in zip(levels, names, strict=True):
        state.mentions.append(Mention(Namespace.LEVEL, word, state.tree.span(level), name))
    return ClassTest(name, tuple(names))


OTHERWISE = "otherwise"
"""The word for what holds where no other branch does."""

GROUPS: dict[str, Callable[[tuple[Condition, ...]], Condition]] = {
    "any": AnyOf,
    "all": AllOf,
    "none": NoneOf,
}
"""What makes one condition of several, by its word."""

_words = words_decoder(Markup.INLINE)


def decode_condition(node: Any, state: Decoding) -> Any:
    """Words, `otherwise`, or a mapping of tests; several tests in one mapping must all hold."""
    if type(node) is not MappingNode:
        text = _words(node, state)
        if text == OTHERWISE:
            return Otherwise()
        return text if text is INVALID else Said(text)
    parts = [part for key, value in node.items if (part := _test(key, value, state)) is not INVALID]
    if not parts:
        return INVALID if node.items else wrong_type(state, node, "condition")
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _test(key: Any, value: Any, state: Decoding) -> Any:
    word = getattr(key, "value", None)
    if word in GROUPS:
        items = value.items if type(value) is SequenceNode else [value]
        parts = tuple(part for item in items if (part := decode_condition(item, state)) is not INVALID)
        return GROUPS[word](parts) if parts else INVALID
    if type(value) is ScalarEvent and (amount := read_amount(value.value)) is not None:
        name = scalar_text(key, state, "id")
        if name is INVALID:
            return INVALID
        state.mentions.append(Mention(Namespace.QUANTITY, name, state.tree.span(key)))
        return AmountTest(name, amount)
    if word and type(value) is ScalarEvent and not value.value and (compared := _COMPARED.fullmatch(word)):
        # `{queue > 5}` is a field without a value to YAML.
        name, sign, number = compared.groups()
        return state.fault(
            "notation-invalid",
            key,
            f"{name}: {_SIGNS[sign]} {number}",
            text=word,
            expected="@expected.condition",
            hint="@advice.comparison",
        )
    return _class_test(key, value, state)


_SIGNS = {
    ">": "over", "<": "under", ">=": "at least", "<=": "at most", "≥": "at least", "≤": "at most",
    "=": "exactly", "==": "exactly", "＞": "over", "＜": "under",
}  # fmt: skip
_COMPARED = re.compile(r"([a-z0-9-]+)\s*(>=|<=|==|[<>≥≤=＞＜])\s*(\S.*)")
