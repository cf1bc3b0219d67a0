"""Decoders of values with a notation of their own: times, amounts, targets, cautions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from sop_plugin.model.amount import Amount
from sop_plugin.model.condition import ClassTest
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Mention
from sop_plugin.model.flow import Go, GoKind, SopLink
from sop_plugin.model.kinds import Markup, Namespace
from sop_plugin.model.record import FormUse
from sop_plugin.model.step import Caution, CautionLevel, Citation
from sop_plugin.model.suggestions import nearest
from sop_plugin.model.time import Duration, Moment
from sop_plugin.reading.amounts import holds_second_amount, read_amount
from sop_plugin.reading.conditions import decode_class_test
from sop_plugin.reading.decoding import INVALID, Decoder, Decoding, wrong_type
from sop_plugin.reading.durations import read_duration
from sop_plugin.reading.intervals import times_every
from sop_plugin.reading.notations import read_citation, read_form_use, read_go, read_moment, read_sop_link
from sop_plugin.reading.scalars import as_id, enum_decoder, scalar_text, words_decoder
from sop_plugin.reading.yaml_tree import MappingNode

_LONGEST = 40
"""Characters of a text above which it is no time with a slip in it."""


def _decode_duration(node: Any, state: Decoding) -> Any:
    text = scalar_text(node, state, "duration")
    if text is INVALID:
        return INVALID
    found = read_duration(text)
    if isinstance(found, Duration):
        return found
    if found.meanings:
        return state.fault("time-ambiguous", node, found.meanings[0], text=text, meanings=" / ".join(found.meanings))
    if loop := times_every(text):
        example = f"repeat: {loop}"
        return state.fault("time-unreadable", node, text=text, hint="@advice.times-every", example=example)
    return state.fault("time-unreadable", node, _nearest_time(text), text=text)


_SPELLINGS = (
    (re.compile(r"(?<=\d),(?=\d)"), "."),
    (re.compile(r"\b1/2\b"), "0.5"),
    (re.compile(r"\b1/4\b"), "0.25"),
    (re.compile(r"(?<=h)\s*(\d+)$"), r" \1 min"),
)
"""Ways to write a number that are not read, and how it is read."""


def _nearest_time(text: str) -> str | None:
    """A time that can be read, made of the number and the nearest unit in `text`."""
    if len(text) > _LONGEST:
        return None
    for written, meant in _SPELLINGS:
        spelt = written.sub(meant, text, count=1)
        if spelt != text and isinstance(read_duration(spelt), Duration):
            return spelt
    match = re.match(r"^(.*?\d[\d.\s~–-]*)\s*([^\W\d_]+)\W*$", text)
    if not match:
        return None
    unit = nearest(match[2], ("seconds", "minutes", "hours", "days", "weeks", "months", "years", "min", "sec"))
    candidate = f"{match[1].strip()} {unit}" if unit else ""
    return candidate if unit and isinstance(read_duration(candidate), Duration) else None


def _decode_amount(node: Any, state: Decoding) -> Any:
    text = scalar_text(node, state, "amount")
    if text is INVALID:
        return INVALID
    amount = read_amount(text)
    if amount is not None:
        return amount
    hint = {"hint": "@advice.second-amount"} if holds_second_amount(text) else {}
    return state.fault("amount-unreadable", node, text=text, **hint)


def _notation(
    read: Callable[[str], Any], expected: str, mention: Callable[[Any], list[tuple[Namespace, str, str]]]
) -> Decoder:
    def decode(node: Any, state: Decoding) -> Any:
        text = scalar_text(node, state, expected)
        if text is INVALID:
            return INVALID
        value = read(text)
        if value is None:
            hint = _event_hint(text) if expected == "moment" else {}
            return state.fault("notation-invalid", node, text=text, expected=f"@expected.{expected}", **hint)
        if mentioned := mention(value):
            span, at = state.tree.span(node), 0
            for namespace, identifier, of in mentioned:
                at = node.value.find(identifier, at)
                state.mentions.append(Mention(namespace, identifier, _part(span, node, at, len(identifier)), of))
        return value

    return decode


def _event_hint(text: str) -> dict[str, str]:
    """How words for something that happens could be declared as an event."""
    identifier = as_id(text)
    if not identifier or "." in text.strip("."):
        return {}
    return {"hint": "@advice.event", "example": f"events: [{{id: {identifier}, title: {text}}}]", "id": identifier}


def _part(span: Span, node: Any, at: int, length: int) -> Span:
    """Where a part of a scalar stands; the whole where the scalar is not written as it reads."""
    quotes = 2 if node.style else 0
    if span.line != span.end_line or span.end_column - span.column != len(node.value) + quotes:
        return span
    start = span.column + quotes // 2 + at
    return Span(span.line, start, span.line, start + length)


def _sop_mentions(sop: str, step: str) -> list[tuple[Namespace, str, str]]:
    return [(Namespace.SOP, sop, "")] + ([(Namespace.STEP, step, sop)] if step else [])


def _go_mentions(go: Go) -> list[tuple[Namespace, str, str]]:
    if go.kind is GoKind.PLACE:
        return [(Namespace.END, go.target, "")]
    return _sop_mentions(go.target, go.step) if go.kind is GoKind.SOP else []


def _form_mentions(use: FormUse) -> list[tuple[Namespace, str, str]]:
    return [(Namespace.FORM, use.form, "")] + ([(Namespace.FIELD, use.field, use.form)] if use.field else [])


def _decode_caution(node: Any, state: Decoding) -> Any:
    if type(node) is not MappingNode or len(node.items) != 1:
        return wrong_type(state, node, "caution")
    key, value = node.items[0]
    level = enum_decoder(CautionLevel)(key, state)
    text = words_decoder(Markup.INLINE)(value, state)
    return INVALID if level is INVALID or text is INVALID else Caution(level, text)


NOTATION_DECODERS: dict[type, Decoder] = {
    Duration: _decode_duration,
    Amount: _decode_amount,
    Caution: _decode_caution,
    ClassTest: decode_class_test,
    Go: _notation(read_go, "go", _go_mentions),
    Moment: _notation(read_moment, "moment", lambda m: [(Namespace.STEP if m.edge else Namespace.EVENT, m.id, "")]),
    SopLink: _notation(read_sop_link, "sop-link", lambda link: _sop_mentions(link.sop, link.step)),
    Citation: _notation(read_citation, "citation", lambda c: [(Namespace.REFERENCE, c.reference, "")]),
    FormUse: _notation(read_form_use, "form-use", _form_mentions),
}
