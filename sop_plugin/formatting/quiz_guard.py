"""Words of a question made safe to be written: none of them is taken for a mark of the quiz language.

What a reader sees stays the same. Questions from other programs need it: their words never meant our marks.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from sop_plugin.model.answers import BLANK, Choice, Matching, Option, Ordering, Pair, TrueFalse
from sop_plugin.model.question import Answer, Question
from sop_plugin.model.suggestions import nearest
from sop_plugin.reading.quizzes.attributes import NAMES
from sop_plugin.reading.quizzes.cutting import Block, BlockKind, cut
from sop_plugin.reading.quizzes.marks import (
    ANSWER,
    ARROW,
    EXPLANATION,
    HINT,
    attribute,
    nearly_box,
    option_outside_list,
)

_OPENS_BLANK = re.compile(r"\[(?=\[)|［(?=［)|【(?=【)")
_LINE_MARK = re.compile(r"(?:[-+*](?=\s|$)|[#>]|`{3}|~{3}|([-*_])[ \t]*(?:\1[ \t]*){2,}$)")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_BULLET = re.compile(r"([ ]{0,3})-(?=\s|$)")
_NUMBER = re.compile(r"([ ]{0,3}\d{1,9})\.(?=\s|$)")
_ITEM = re.compile(r"[ ]*(?:[-+*]|\d{1,9}[.)])[ ]+")
_QUOTE_MARKS = re.compile(r"[ ]{0,3}(?:>[ ]?)+")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")


MOST_ROUNDS = 8
"""A block that is guarded may turn out to be one of another kind. Words were never seen to need a fourth round."""


def guarded(question: Question) -> Question:
    """The question with words that read back as they are. Guarding it again changes nothing."""
    for _ in range(MOST_ROUNDS):
        before, question = question, _guarded(question)
        if question == before:
            break
    return question


def _guarded(question: Question) -> Question:
    return dataclasses.replace(
        question,
        title=_line(question.title),
        text=_text(question.text),
        explanation=_quote(question.explanation),
        hint=_quote(question.hint),
        answer=_answer(question.answer),
    )


def _answer(answer: Answer | None) -> Answer | None:
    match answer:
        case Choice():
            return dataclasses.replace(answer, options=tuple(map(_option, answer.options)))
        case TrueFalse():
            return dataclasses.replace(answer, if_true=_said(answer.if_true), if_false=_said(answer.if_false))
        case Ordering():
            return Ordering(tuple(map(_item, answer.items)))
        case Matching():
            pairs = tuple(Pair(_side(pair.left), _side(pair.right)) for pair in answer.pairs)
            return Matching(pairs, tuple(map(_side, answer.extras)))
        case _:
            return answer


def _option(option: Option) -> Option:
    text = option.text if option.picture else _item(option.text)
    return dataclasses.replace(option, text=text, feedback=_said(option.feedback))


def _said(text: str) -> str:
    """What stands under an option."""
    return "\n\n".join(_blocks(text, _plain_block))


def _line(text: str) -> str:
    """A text on one line."""
    return _without_blanks(" ".join(text.split("\n")).strip(" \t\u3000"))


def _item(text: str) -> str:
    """What stands behind the mark of a list, or behind a box: no mark of its own, nor a box."""
    text = _line(text)
    if _LINE_MARK.match(text) or nearly_box(text):
        return _escaped(text)
    return _NUMBERED.sub(r"\1\\\2", text, count=1) if _NUMBERED.match(text) else text


def _side(text: str) -> str:
    """A side of a pair, without arrows."""
    return ARROW.sub(_spelled_arrow, _item(text))


def _spelled_arrow(match: re.Match[str]) -> str:
    start, last = match[0][:-1], match[0][-1]
    return f"{start}\\{last}" if last.isascii() else f"{start}&#{ord(last)};"


def _without_blanks(text: str) -> str:
    """A text in which no brackets open a blank."""

    def spelled(match: re.Match[str]) -> str:
        return f"{match[0]}\\" if match[0] == "[" else f"&#{ord(match[0])};"

    return _OPENS_BLANK.sub(spelled, text) if "[[" in text or "［［" in text or "【【" in text else text


def _text(text: str) -> str:
    """The words below a title."""
    return "\n\n".join(_blocks(text, _text_block))


def _quote(text: str) -> str:
    """Lines of a block quote, of which none says that another part begins."""
    return "\n".join(map(_unlabelled, text.strip().split("\n")))


def _unlabelled(line: str) -> str:
    mark = HINT.match(line) or EXPLANATION.match(line)
    return _without_colon(line) if mark else line


def _without_colon(line: str) -> str:
    return re.sub("[:：]", lambda match: "\\:" if match[0] == ":" else "&#65306;", line, count=1)


def _blocks(text: str, guard: Callable[[Block, list[str]], list[str]]) -> list[str]:
    """The blocks of a text, each guarded; its headings are bold lines then."""
    lines = text.split("\n")
    found = []
    for part in cut(text):
        if part.level:
            heading = _without_blanks(lines[part.line].strip().strip("#").strip())
            found.append(heading if "*" in heading or not heading else f"**{heading}**")
        for block in part.blocks:
            found.append("\n".join(guard(block, lines[block.first : block.end])).strip("\n"))
    return [block for block in found if block.strip()]


def _plain_block(block: Block, lines: list[str]) -> list[str]:
    if lines and lines[0].lstrip().startswith(">"):
        lines = [_QUOTE_MARKS.sub("", line) for line in lines]
    return list(map(_no_option, lines)) if block.kind is not BlockKind.OTHER else lines


def _no_option(line: str) -> str:
    """A line that is not taken for an option outside a list."""
    return line if option_outside_list(line) is None else _escaped(line.lstrip(" \t\u3000"))


def _escaped(text: str) -> str:
    """A text whose first character is no mark."""
    return f"\\{text}" if text[0].isascii() else f"&#{ord(text[0])};{text[1:]}"


def _text_block(block: Block, lines: list[str]) -> list[str]:
    if block.kind is not BlockKind.OTHER:
        lines = list(map(_without_blanks, lines))
    match block.kind:
        case BlockKind.PARAGRAPH:
            lines = [line.strip(" \t\u3000") if not line.endswith("  ") else line.lstrip() for line in lines]
            if (named := attribute(lines[0])) and _is_attribute(named[0].lower()):
                lines[0] = _without_colon(lines[0])
            return [_escaped(line) if ANSWER.match(line) else _no_option(line) for line in lines]
        case BlockKind.QUOTE:
            return _text_lines(_plain_block(block, lines))
        case BlockKind.BULLETS | BlockKind.NUMBERED:
            return [_in_list(line) for line in lines]
        case _:
            return _closed(lines)


def _closed(lines: list[str]) -> list[str]:
    """Lines of code with the fence that ends them."""
    fence = _FENCE.match(lines[0])
    if fence and (len(lines) < 2 or not re.fullmatch(rf"[ ]{{0,3}}{fence[1][0]}{{{len(fence[1])},}}[ ]*", lines[-1])):
        return [*lines, fence[1]]
    return lines


def _text_lines(lines: list[str]) -> list[str]:
    """What stood in a quote, as words of the question."""
    return _text("\n".join(lines)).split("\n")


def _is_attribute(name: str) -> bool:
    return name in NAMES or nearest(name, NAMES) is not None


def _in_list(line: str) -> str:
    """A line of a list that is no answer: its marks are not those of answers, and it has neither boxes nor arrows."""
    line = _BULLET.sub(r"\1*", line) if _BULLET.match(line) else _NUMBER.sub(r"\1)", line, count=1)
    item = _ITEM.match(line)
    head, rest = (item[0], line[item.end() :]) if item else ("", line)
    if nearly_box(rest):
        rest = _escaped(rest)
    return head + (ARROW.sub(_spelled_arrow, rest) if BLANK not in rest else rest)
