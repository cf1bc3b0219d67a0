"""Lists that were not written as lists: without brackets, with full-width commas, with numbers, of mere texts."""

from __future__ import annotations

import re
from typing import Any

from yaml.events import ScalarEvent

from sop_plugin.model.diagnostic import Fault, Span
from sop_plugin.model.kinds import ID_PATTERN
from sop_plugin.reading.decoding import INVALID, Decoding, wrong_type
from sop_plugin.reading.scalars import as_id
from sop_plugin.reading.yaml_slips import field_slip, quoted

_COMMA = re.compile(r"\s*[,，、]\s*")
_FULL_WIDTH_COMMA = re.compile(r"\s*[，、]\s*")
_id = re.compile(ID_PATTERN)
_MARKED = re.compile(r"(?P<lead> *)(?:[•●○▪◦·・‧*＊–—－]\s*|-(?=\S)|\d{1,2}[.)、．）]\s*)(?=\S)")
_NUMBERED = re.compile(r"\d+[.)、．]\s*\S")
_NEEDS_QUOTES = re.compile(r"[\[\]{},#&*!|>'\"%@`]|: |:$|^[-?] ")


def note_comma(node: Any, state: Decoding, *, bare: bool) -> bool:
    """Notes ids whose commas do not part them, `barista, manager` (`bare`) or `[pan、cup]`; tells whether it did."""
    comma = _COMMA if bare else _FULL_WIDTH_COMMA
    if type(node) is not ScalarEvent or not comma.search(node.value):
        return False
    parts = [part for part in comma.split(node.value.strip()) if part]
    # What are no ids may be titles: the rule that knows them says so.
    if not _FULL_WIDTH_COMMA.search(node.value) and not all(map(_id.fullmatch, parts)):
        return False
    instead = ", ".join(parts)
    hint = "@advice.list-in-brackets" if bare else "@advice.full-width-comma"
    state.fault(
        "wrong-type", node, f"[{instead}]" if bare else instead,
        expected="@expected.list", found="@found.text", hint=hint,
    )  # fmt: skip
    return True


def note_text_for_record(node: Any, text: str, keys: list[str], state: Decoding) -> Any:
    """Notes `text` where a group of fields belongs. `keys` are the fields it needs; an id and words can be made."""
    if type(node) is ScalarEvent and (slip := field_slip(text)):
        return _note_slip(node, slip.problem, slip.start, slip.end, slip.instead, state)
    instead, hint = None, {}
    if keys[:1] == ["id"] and len(keys) == 2:
        state.ids_made += 1
        identifier = as_id(text) or f"step-{state.ids_made}"
        words = quoted(text) if _NEEDS_QUOTES.search(text) else text
        instead = f"{{id: {identifier}, {keys[1]}: {words}}}"
        hint = {"hint": "@advice.id-and-words", "field": keys[1]}
    return state.fault("wrong-type", node, instead, expected="@expected.mapping", found="@found.text", **hint)


def _note_slip(node: Any, problem: str, start: int, end: int, instead: str, state: Decoding) -> Any:
    span = state.tree.span(node)
    at = span.column + (1 if node.style else 0)
    place = Span(span.line, at + start, span.line, at + end)
    state.faults.append(Fault("yaml-syntax", place, {"problem": f"@yaml-problem.{problem}"}, instead))
    return INVALID


def note_marked_items(node: Any, state: Decoding) -> bool:
    """Notes items below a field that begin with a bullet, a number or a hyphen without its space, so that all of them
    became one text; tells whether it did.
    """
    if node.style or not _MARKED.match(node.value):
        return False
    span = state.tree.span(node)
    lines = state.lines()[span.line - 1 : span.end_line]
    if lines[0][: span.column - 1].strip() or not all(_MARKED.match(line.strip()) for line in lines):
        return False
    better = [_MARKED.sub(lambda match: f"{' ' * len(match['lead'])}- ", line, count=1) for line in lines]
    instead = "\n".join(better)[span.column - 1 :]
    place = Span(span.line, span.column, span.end_line, len(lines[-1].rstrip()) + 1)
    arguments = {"problem": "@yaml-problem.items-run-together", "hint": "@advice.as-shown"}
    state.faults.append(Fault("yaml-syntax", place, arguments, instead))
    return True


def note_list_of_another_make(node: Any, state: Decoding) -> Any:
    """Notes what stands where a list of groups of fields belongs; None where it may be a single group."""
    if type(node) is ScalarEvent:
        if _NUMBERED.match(node.value):
            return _note_numbers(node, state)
        return wrong_type(state, node, "list")
    key = node.items[0][0] if node.items else None
    word = getattr(key, "value", "")
    if word.isdecimal():
        return _note_numbers(key, state)
    if slip := field_slip(f"{word}:"):
        return _note_slip(key, slip.problem, slip.start, slip.end, slip.instead, state)
    return None


def _note_numbers(node: Any, state: Decoding) -> Any:
    return state.fault(
        "wrong-type", node, expected="@expected.list", found="@found.numbered", hint="@advice.numbered-list"
    )
