"""Decoders of plain values: words, ids, references, choices, numbers and dates."""

from __future__ import annotations

import datetime
import re
import unicodedata
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
    if type(node) is MappingNode and len(node.items) == 1 and not node.start.flow_style:
        key, value = node.items[0]
        if type(key) is ScalarEvent and type(value) is ScalarEvent and not value.value:
            found = {"expected": f"@expected.{expected}", "found": "@found.mapping", "hint": "@advice.colon-too-many"}
            return state.fault("wrong-type", node, key.value, **found)
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
            if not node.style and _has_several_lines(node):
                _look_for_run_on_lines(node, state, is_block=markup is Markup.BLOCK)
            if is_markdown and not is_plain(text):
                state.markdown.append((text, node))
            return text
        if type(node) is SequenceNode and node.start.flow_style:
            parts = [item.value for item in node.items if type(item) is ScalarEvent]
            instead = quoted(", ".join(parts)) if parts and len(parts) == len(node.items) else None
            return state.fault("text-in-brackets", node, instead)
        if type(node) is SequenceNode:
            return _list_for_text(node, state, is_block=markup is Markup.BLOCK)
        if type(node) is MappingNode and len(node.items) == 1 and not node.start.flow_style:
            return colon_in_text(node, state)
        return scalar_text(node, state, "text")

    return decode


def colon_in_text(node: MappingNode, state: Decoding) -> Any:
    """`- Say: welcome` is a mapping to YAML; its author wrote a sentence."""
    key, value = node.items[0]
    if type(key) is ScalarEvent and type(value) is ScalarEvent:
        text = f"{key.value}: {value.value}".rstrip()
        return state.fault("text-with-colon", node, quoted(text), text=text)
    return wrong_type(state, node, "text")


def _has_several_lines(node: Any) -> bool:
    return bool(node.end_mark.line > node.start_mark.line)


_ITEM = re.compile(r"[ \u3000]*(?:[-•●▪◦・‧＊－] ?(?=\S)|\* |\d{1,2}[.)、．] ?(?=\D))")


def _look_for_run_on_lines(node: Any, state: Decoding, *, is_block: bool) -> None:
    """Lines of a list below a text without marks are joined to it: `- Wipe` with `  - Rinse` further in, or `1. Wipe`
    with `2. Rinse` behind `do:`.
    """
    span = state.tree.span(node)
    lines = state.lines()[span.line - 1 : span.end_line]
    before, own = lines[0][: span.column - 1], lines[0][span.column - 1 :]
    rest = lines[1:]
    if not all(_ITEM.match(line) for line in rest) or (rest[0].strip()[0].isdigit() and not _ITEM.match(own)):
        return
    place = Span(span.line, span.column, span.end_line, len(lines[-1].rstrip()) + 1)
    if before.strip(" -") == "" and "-" in before:
        margin = before[: before.rindex("-")]
        better = [
            own.rstrip(),
            *(f"{margin}- {line[match.end() :].strip()}" for line in rest if (match := _ITEM.match(line))),
        ]
        problem, instead = "items-run-together", "\n".join(better)
    elif is_block:
        margin = " " * (len(lines[0]) - len(lines[0].lstrip()) + (2 if before.strip() else 0))
        better = [own.rstrip(), *(line.strip() for line in rest)]
        problem, instead = "lines-run-together", "|\n" + "\n".join(margin + line for line in better)
    else:
        return
    arguments = {"problem": f"@yaml-problem.{problem}", "hint": "@advice.as-shown"}
    state.faults.append(Fault("yaml-syntax", place, arguments, instead))


def _list_for_text(node: SequenceNode, state: Decoding, *, is_block: bool) -> Any:
    """Notes a list where one text belongs. A single item is that text; several may stand below a `|`."""
    arguments = {"expected": "@expected.text", "found": "@found.list"}
    texts = [item for item in node.items if type(item) is ScalarEvent and item.value.strip()]
    if not texts or len(texts) < len(node.items):
        return wrong_type(state, node, "text")
    span, lines = state.tree.span(node), state.lines()
    if len(texts) == 1:
        own = lines[span.line - 1][span.column - 1 :]
        text = own[1:].strip() if span.line == span.end_line else quoted(texts[0].value)
        return state.fault("wrong-type", node, text, **arguments)
    above = lines[span.line - 2].rstrip()
    if is_block and above.endswith(":") and not state.tree.is_cut(node):
        place = Span(span.line - 1, len(above), span.end_line, span.end_column)
        margin = " " * (span.column - 1)
        indent = " " * max(0, len(above) - len(above.lstrip(" -")) + 2 - len(margin))
        written = [margin + lines[span.line - 1][span.column - 1 :], *lines[span.line : span.end_line]]
        instead = ": |\n" + "\n".join(indent + line for line in written)
        state.faults.append(Fault("wrong-type", place, {**arguments, "hint": "@advice.one-text"}, instead))
        return INVALID
    return state.fault("wrong-type", node, **arguments, hint="@advice.one-text")


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


_YEAR_FIRST = re.compile(r"(\d{2,4})\s*[./年-]\s*(\d{1,2})\s*[./月-]\s*(\d{1,2})\s*日?")
_YEAR_LAST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_DAY_MONTH = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{_MONTH},?[ -](\d{{4}})", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})", re.IGNORECASE)
_DASHES = re.compile(r"[‐-―−－]")


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
    parts = _parts_of_date(text)
    if parts is None:
        return state.fault("date-invalid", node, date=text)
    try:
        return state.fault("date-invalid", node, datetime.date(*parts).isoformat(), date=text)
    except ValueError:
        return state.fault("date-invalid", node, date=text, hint="@advice.no-such-day")


def _parts_of_date(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date in another form, where they cannot be taken for one another; Minguo years are
    lifted.
    """
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text))
    if len(plain) == 8 and plain.isdecimal():
        plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    if named := _DAY_MONTH.fullmatch(plain):
        return int(named[3]), _MONTHS.index(named[2].lower()) + 1, int(named[1])
    if named := _MONTH_DAY.fullmatch(plain):
        return int(named[3]), _MONTHS.index(named[1].lower()) + 1, int(named[2])
    if last := _YEAR_LAST.fullmatch(plain):
        first, second, year = map(int, last.groups())
        # Where both could be the month, nobody knows which of them is.
        return (year, second, first) if first > 12 else (year, first, second) if second > 12 else None
    is_minguo = plain.startswith("民")
    match = _YEAR_FIRST.fullmatch(plain.removeprefix("民國").removeprefix("民国").strip())
    if not match:
        return None
    year, month, day = map(int, match.groups())
    if year < 200 and (is_minguo or year > 99):
        year += 1911
    return (year, month, day) if year >= 1900 else None


def _decode_file(node: Any, state: Decoding) -> Any:
    text = scalar_text(node, state, "file")
    if text is not INVALID:
        state.files.append((text, "", node))
    return text
