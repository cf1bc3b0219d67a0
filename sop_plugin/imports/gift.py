"""GIFT, the text format of Moodle: https://docs.moodle.org/en/GIFT_format.

Questions are parted by empty lines. Many files have such lines within the braces of an answer too, so a question whose
brace is open goes on until it is closed, unless the next one begins before; and many have none between two questions
with names. What stands between `/*` and `*/`, which the format does not know, was meant to be left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sop_plugin.imports.categories import tags_of
from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.gift_answers import AnswerPart, answered
from sop_plugin.imports.gift_marks import Escaped, split_format
from sop_plugin.imports.plain import in_short
from sop_plugin.model.imported import Grade

_ID = re.compile(r"\[id:((?:[^\[\]\\]|\\.)*)\]")
_TAG = re.compile(r"\[tag:((?:[^\[\]\\]|\\.)*)\]")
_OF_MOODLE = re.compile(r"//\s*(?:question: \d+\s+name:|\s*$|[-=*#/ ]+$)")


class _Line(NamedTuple):
    number: int
    text: str


def read_gift(text: str, gathering: Gathering) -> None:
    """Gathers the questions of a GIFT file."""
    tags: tuple[str, ...] = ()
    number = ""
    own_tags: tuple[str, ...] = ()
    for block in _blocks(text):
        lines = []
        for line in block:
            stripped = line.text.strip()
            if stripped.startswith("//"):
                number, own_tags = _comment(line, number, own_tags, gathering)
            elif stripped.upper().startswith("$CATEGORY:"):
                tags = tags_of(stripped.partition(":")[2].strip(), gathering, line.number)
            else:
                lines.append(line)
        if any(line.text.strip() for line in lines):
            _read_item(lines, number, (*tags, *own_tags), gathering)
            number, own_tags = "", ()


def _blocks(text: str) -> Iterator[list[_Line]]:
    """The lines of each item, comments and categories among them."""
    block: list[_Line] = []
    for number, line in enumerate(_remarks(text.split("\n")), start=1):
        is_comment = line.lstrip().startswith("//")
        if line.strip() or (block and _is_open(block)):
            if not is_comment and _begins_item(line) and block and (_is_open(block) or _may_end(block)):
                yield block
                block = []
            block.append(_Line(number, line))
        elif block:
            # A comment alone belongs to the question below it.
            if all(each.text.lstrip().startswith("//") or not each.text.strip() for each in block):
                continue
            yield block
            block = []
    if block:
        yield block


def _remarks(lines: Sequence[str]) -> Iterator[str]:
    """The lines, of which those that `/*` and `*/` take out are comments."""
    ends = [number for number, line in enumerate(lines) if line.rstrip().endswith("*/")]
    out_to = -1
    for number, line in enumerate(lines):
        if number > out_to and line.lstrip().startswith("/*"):
            at = bisect_left(ends, number)
            out_to = ends[at] if at < len(ends) else out_to
        yield f"//{line}" if number <= out_to else line


def _begins_item(line: str) -> bool:
    return line.lstrip().startswith(("::", "$CATEGORY:"))


def _is_open(block: list[_Line]) -> bool:
    words = _words_of(block)
    return words.count("{") > words.count("}")


def _may_end(block: list[_Line]) -> bool:
    """Whether an item may be whole: it has an answer, or a name, and is a description then."""
    words = _words_of(block)
    return "}" in words or re.match(r"\s*::.*?::", words, re.DOTALL) is not None


def _words_of(block: list[_Line]) -> str:
    return Escaped("\n".join(each.text for each in block if not each.text.lstrip().startswith("//"))).text


def _comment(line: _Line, number: str, tags: tuple[str, ...], gathering: Gathering) -> tuple[str, tuple[str, ...]]:
    """What a comment tells of the question below it; what is a remark for people is lost."""
    text = line.text.strip()
    if match := _ID.search(text):
        number = Escaped(match[1]).plain()
    found = _TAG.findall(text)
    if not match and not found and not _OF_MOODLE.match(text):
        gathering.begin(line.number)
        gathering.lose("comment", Grade.LOOKS, text=in_short(text.removeprefix("//")))
    return number, (*tags, *(Escaped(each).plain() for each in found))


def _read_item(lines: list[_Line], number: str, tags: tuple[str, ...], gathering: Gathering) -> None:
    while not lines[0].text.strip():
        lines = lines[1:]
    words = Escaped("\n".join(line.text for line in lines).strip())
    name, rest = "", words.text
    if match := re.match(r"::(.*?)::", rest, re.DOTALL):
        name, rest = words.again(match[1]).plain(), rest[match.end() :]
    form, rest = split_format(rest.strip(), None)
    gathering.begin(lines[0].number, name or in_short(words.again(rest.partition("{")[0]).plain()), number)
    first = rest.find("{")
    if first < 0:
        key = "not-understood" if "}" in rest else "description"
        gathering.leave_out(key, text=in_short(words.again(rest).plain(), 120))
        return
    parts, outside = _parts(rest)
    if parts is None:
        gathering.leave_out("brace-open", text=in_short(words.again(rest).plain(), 120))
        return
    part = AnswerPart(words, form, outside, parts, has_name=bool(name))
    question = answered(part, tags, gathering)
    if question:
        gathering.add(question)


def _parts(text: str) -> tuple[list[str] | None, list[str]]:
    """What stands within each pair of braces, None where one is left open; and what stands between them."""
    inside, outside = [], []
    at = 0
    while (start := text.find("{", at)) >= 0:
        end = text.find("}", start)
        if end < 0 or "{" in text[start + 1 : end]:
            return None, []
        outside.append(text[at:start])
        inside.append(text[start + 1 : end])
        at = end + 1
    return inside, [*outside, text[at:]]
