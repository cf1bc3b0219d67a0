"""Decoders of plain values: words, ids, references, choices, numbers and dates."""

from __future__ import annotations

import datetime
import re
from enum import StrEnum
from typing import Any

from yaml.events import ScalarEvent

from sop_plugin.model.diagnostic import Fault, Span
from sop_plugin.model.document import Mention
from sop_plugin.model.kinds import ID_PATTERN, Asset, Declares, Markup, Namespace, Pattern, Refers, Words
from sop_plugin.model.suggestions import nearest
from sop_plugin.reading.decoding import INVALID, Decoder, Decoding, wrong_type
from sop_plugin.reading.intervals import times_every
from sop_plugin.reading.markdown import is_plain
from sop_plugin.reading.yaml_slips import quoted
from sop_plugin.reading.yaml_tree import MappingNode, SequenceNode

_id = re.compile(ID_PATTERN)


def string_decoder(marker: Any) -> Decoder:
    """The decoder of a text of the kind that `marker` says."""
    match marker:
        case Words(markup):
            return words_decoder(markup)
        case Declares(namespace, local):
            return _id_decoder(namespace, local=local)
        case Refers(namespace):
            return _reference_decoder(namespace)
        case Pattern(name, regex):
            return _pattern_decoder(name, re.compile(regex, re.DOTALL))
        case Asset():
            return _decode_file
        case _:
            raise AssertionError(f"a text of no known kind: {marker}")


def scalar_text(node: Any, state: Decoding, expected: str) -> Any:
    """The text of a scalar, without the white space around it; INVALID where it is none or empty."""
    if type(node) is not ScalarEvent:
        return wrong_type(state, node, expected)
    text = node.value.strip()
    if not text:
        if node.style == "alias":
            return INVALID
        if not node.style:
            return state.fault("missing-value", node, expected=f"@expected.{expected}")
        return state.fault("empty-text", node)
    return text


def words_decoder(markup: Markup) -> Decoder:
    """The decoder of words for people."""
    is_markdown = markup is not Markup.NONE

    def decode(node: Any, state: Decoding) -> Any:
        if type(node) is ScalarEvent and (text := node.value.strip()):
            if state.comments and not node.style:
                _look_for_cut_text(node, state)
            if is_markdown and not is_plain(text):
                state.markdown.append((text, node))
            return text
        if type(node) is SequenceNode and node.start.flow_style:
            parts = [item.value for item in node.items if type(item) is ScalarEvent]
            instead = quoted(", ".join(parts)) if parts and len(parts) == len(node.items) else None
            return state.fault("text-in-brackets", node, instead)
        if type(node) is MappingNode and len(node.items) == 1 and not node.start.flow_style:
            return colon_in_text(node, state)
        return scalar_text(node, state, "text")

    return decode


def colon_in_text(node: MappingNode, state: Decoding) -> Any:
    """`- Say: welcome` is a mapping to YAML; its author wrote a sentence."""
    key, value = node.items[0]
    if type(key) is ScalarEvent and type(value) is ScalarEvent:
        text = f"{key.value}: {value.value}"
        return state.fault("text-with-colon", node, quoted(text), text=text)
    return wrong_type(state, node, "text")


def _look_for_cut_text(node: Any, state: Decoding) -> None:
    """`Table #4` loses its ` #4` to YAML. Two spaces, or a word after the `# `, show that a comment was meant."""
    end = node.end_mark
    line = state.lines()[end.line + state.tree.first_line - 1]
    rest = line[end.column :]
    stripped = rest.lstrip()
    if not stripped.startswith("#"):
        return
    spaces = len(rest) - len(stripped)
    if spaces == 1 and not stripped.startswith("# "):
        text = f"{node.value} {stripped.rstrip()}"
        first = state.tree.span(node)
        span = Span(first.line, first.column, first.end_line, len(line.rstrip()) + 1)
        state.faults.append(Fault("text-cut-by-hash", span, {"text": text, "kept": node.value}, quoted(text)))


def _id_decoder(namespace: Namespace, *, local: bool) -> Decoder:
    def decode(node: Any, state: Decoding) -> Any:
        text = scalar_text(node, state, "id")
        if text is INVALID:
            return INVALID
        if not _id.fullmatch(text):
            return state.fault("id-invalid", node, as_id(text), id=text)
        if not local:
            declared = state.declared.setdefault(namespace, {})
            if text in declared:
                state.fault("duplicate-id", node, id=text, line=str(declared[text].line))
            else:
                declared[text] = state.tree.span(node)
        return text

    return decode


def as_id(text: str) -> str | None:
    """An id that looks like `text`, if its letters allow one."""
    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", text).lower()).strip("-")
    return plain or None


def _reference_decoder(namespace: Namespace) -> Decoder:
    def decode(node: Any, state: Decoding) -> Any:
        text = scalar_text(node, state, "id")
        if text is not INVALID:
            state.mentions.append(Mention(namespace, text, state.tree.span(node)))
        return text

    return decode


def _pattern_decoder(name: str, pattern: re.Pattern[str]) -> Decoder:
    def decode(node: Any, state: Decoding) -> Any:
        text = scalar_text(node, state, name)
        if text is INVALID or pattern.fullmatch(text):
            return text
        instead = text.lstrip("vV").strip() if name == "version" else None
        if instead is not None and not pattern.fullmatch(instead):
            instead = None
        return state.fault(f"{name}-invalid", node, instead, **{name: text})

    return decode


def enum_decoder(kind: type[StrEnum]) -> Decoder:
    """The decoder of one word out of a few."""
    members = {str(member): member for member in kind}

    def decode(node: Any, state: Decoding) -> Any:
        text = scalar_text(node, state, "choice")
        if text is INVALID:
            return INVALID
        member = members.get(text)
        if member is None:
            near = nearest(text, members)
            return state.fault(
                "unknown-choice", node, near, value=text, choices=", ".join(members), suggestion=near or ""
            )
        return member

    return decode


def decode_integer(node: Any, state: Decoding) -> Any:
    """A whole number."""
    text = scalar_text(node, state, "integer")
    if text is INVALID:
        return INVALID
    try:
        if len(text) < 10:
            return int(text)
    except ValueError:
        pass
    loop = times_every(text)
    if loop is None:
        return wrong_type(state, node, "integer")
    advice = {"hint": "@advice.times-every", "example": f"repeat: {loop}"}
    return state.fault("wrong-type", node, loop, expected="@expected.integer", found="@found.text", **advice)


def decode_boolean(node: Any, state: Decoding) -> Any:
    """`true` or `false`, and no other words for them."""
    text = scalar_text(node, state, "boolean")
    if text in ("true", "false"):
        return text == "true"
    if text is INVALID:
        return INVALID
    likely = {"yes": "true", "on": "true", "是": "true", "no": "false", "off": "false", "否": "false"}
    return state.fault(
        "wrong-type",
        node,
        likely.get(text.lower(), text.lower() if text.lower() in ("true", "false") else None),
        expected="@expected.boolean",
        found="@found.text",
    )


_DATE_PARTS = re.compile(r"(\d{2,4})\s*[./年-]\s*(\d{1,2})\s*[./月-]\s*(\d{1,2})\s*日?")


def decode_date(node: Any, state: Decoding) -> Any:
    """A date as year-month-day (ISO 8601)."""
    text = scalar_text(node, state, "date")
    if text is INVALID:
        return INVALID
    if len(text) == 10:
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            pass
    return state.fault("date-invalid", node, _likely_date(text), date=text)


def _likely_date(text: str) -> str | None:
    """The date in the one form we read, if `text` has year, month and day in that order; Minguo years are lifted."""
    match = _DATE_PARTS.fullmatch(text.removeprefix("民國").removeprefix("民国").strip())
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups())
    if year < 200 and text.startswith("民"):
        year += 1911
    try:
        return datetime.date(year, month, day).isoformat() if year >= 1900 else None
    except ValueError:
        return None


def _decode_file(node: Any, state: Decoding) -> Any:
    text = scalar_text(node, state, "file")
    if text is not INVALID:
        state.files.append((text, "", node))
    return text
