"""Commas within braces, `{then: Wait, or call.}`: YAML takes the rest of the text for a field that says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yaml.events import ScalarEvent

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.suggestions import nearest
from sop_plugin.reading.decoding import Decoding
from sop_plugin.reading.synonyms import field_called
from sop_plugin.reading.yaml_slips import quoted
from sop_plugin.reading.yaml_tree import MappingNode


def note_text_cut_by_comma(number: int, node: MappingNode, table: Mapping[str, Any], state: Decoding) -> bool:
    """Notes that `number` is no field but the rest of a text that a comma has cut; tells whether it is."""
    if not node.start.flow_style or number == 0 or not _is_bare(node.items[number]):
        return False
    key = node.items[number][0]
    if not _is_rest(key.value, table):
        return False
    cut = node.items[number - 1]
    if _is_bare(cut):
        # It belongs to the text before that, and was noted with it.
        return _is_rest(cut[0].value, table)
    text = cut[1]
    if type(text) is not ScalarEvent or text.style or not text.value:
        return False
    last, parts = key, [text.value]
    for following in range(number, len(node.items)):
        item = node.items[following]
        if not _is_bare(item) or item[0].value in table:
            break
        last = item[0]
        parts.append(last.value)
    begin, end = state.tree.span(text), state.tree.span(last)
    span = Span(begin.line, begin.column, end.end_line, end.end_column)
    instead = quoted(", ".join(parts))
    state.fault_at("unknown-field", span, instead, field=key.value, hint="@advice.comma-in-braces")
    return True


def _is_bare(item: tuple[Any, Any]) -> bool:
    """Whether an item is a word without quotation marks and nothing behind it."""
    key, value = item
    return (
        type(key) is ScalarEvent
        and not key.style
        and type(value) is ScalarEvent
        and not value.style
        and value.value == ""
    )


def _is_rest(word: str, table: Mapping[str, Any]) -> bool:
    """Whether a word without a value is a text rather than the name of a field."""
    is_text = " " in word or not word.isascii()
    return is_text and nearest(word, table) is None and field_called(word, table) is None
