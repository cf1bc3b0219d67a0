"""A quiz as the text of its file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sop_plugin.formatting.scalars import on_one_line
from sop_plugin.model.answers import BLANK, Blanks, Choice, Matching, Numeric, Option, Ordering, ShortAnswer, TrueFalse
from sop_plugin.model.question import Question
from sop_plugin.model.quiz import QuizHead
from sop_plugin.model.tested import Tested
from sop_plugin.reading.quizzes.marks import FALSE, TRUE
from sop_plugin.reading.quizzes.numbers import read_answer

_BRACKETS = (("[", "]"), ("［", "］"), ("【", "】"))
"""What opens and closes a blank, doubled."""


class _Scalar(NamedTuple):
    value: str
    style: str = '"'


def quiz_text(head: QuizHead, questions: Sequence[Question], intro: str = "") -> str:
    """The file of a quiz: its id, title and language, and its questions, which have ids.

    Scenarios are not written, since no other program has them. What a file cannot hold, such as a bar within a short
    answer, does not read back as it was: who needs to know reads it.
    """
    lines = ["---", f"quiz: {head.quiz}", f"id: {head.id}", f"title: {_quoted(head.title)}"]
    if head.lang:
        lines.append(f"lang: {head.lang}")
    parts = ["\n".join([*lines, "---"]), intro, *map(question_text, questions)]
    return "\n\n".join(filter(None, parts)) + "\n"


def question_text(question: Question) -> str:
    """The Markdown of one question, without a line break at its end."""
    title = question.title
    text = question.text
    if isinstance(question.answer, Blanks):
        blanks = iter(question.answer.blanks)
        title, text = _filled(title, blanks), _filled(text, blanks)
    head = "\n".join([f"## {title} {{#{question.id}}}", *_attributes(question)])
    parts = [head, text, _answer(question)]
    if question.hint:
        parts.append(_quote(f"Hint: {question.hint}"))
    if question.explanation:
        parts.append(_quote(question.explanation))
    return "\n\n".join(filter(None, parts))


def _quoted(text: str) -> str:
    return on_one_line(_Scalar(text), in_brackets=False)


def _attributes(question: Question) -> Iterator[str]:
    answer = question.answer
    for tested in question.tests:
        yield f"tests: {_pinned(tested)}"
    if question.tags:
        yield f"tags: {', '.join(question.tags)}"
    if question.difficulty:
        yield f"difficulty: {question.difficulty.value}"
    if question.points != 1:
        yield f"points: {question.points:.4f}".rstrip("0").rstrip(".")
    if not question.shuffle:
        yield "shuffle: false"
    if isinstance(answer, Choice) and (
        answer.several is not (sum(option.right for option in answer.options) > 1) or _says_truth(answer)
    ):
        yield f"choose: {'all' if answer.several else 'one'}"


def _pinned(tested: Tested) -> str:
    return f"{tested.address} = {tested.value} @{tested.pin}" if tested.pin else str(tested.address)


def _says_truth(answer: Choice) -> bool:
    """Whether the options read like those of a sentence to judge."""
    words = {option.text.strip("。. ").lower() for option in answer.options}
    return len(answer.options) == 2 and bool(words & TRUE) and bool(words & FALSE)


def _answer(question: Question) -> str:
    answer = question.answer
    match answer:
        case Choice():
            return "\n".join(_option(option) for option in answer.options)
        case TrueFalse() if answer.if_true or answer.if_false:
            options = (
                Option("True", answer.is_true, answer.if_true), Option("False", not answer.is_true, answer.if_false)
            )  # fmt: skip
            return "\n".join(map(_option, options))
        case TrueFalse():
            return f"= {'true' if answer.is_true else 'false'}"
        case Ordering():
            return "\n".join(f"{number}. {item}" for number, item in enumerate(answer.items, start=1))
        case Matching():
            pairs = [f"- {pair.left} -> {pair.right}" for pair in answer.pairs]
            return "\n".join([*pairs, *(f"- -> {extra}" for extra in answer.extras)])
        case Numeric() | ShortAnswer():
            return f"= {_typed(answer)}"
        case _:
            return ""


def _option(option: Option) -> str:
    text = f"![{option.text}]({option.picture})" if option.picture else option.text
    line = f"- [{'x' if option.right else ' '}] {text}"
    return f"{line}\n{_indented(option.feedback, '  ')}" if option.feedback else line


def _indented(text: str, by: str) -> str:
    return "\n".join(by + line if line.strip() else "" for line in text.split("\n"))


def _quote(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() if not line.strip() else f"> {line}" for line in text.split("\n"))


def _typed(answer: Numeric | ShortAnswer) -> str:
    """What stands behind `=`."""
    if isinstance(answer, Numeric):
        return answer.words
    return " | ".join(_word(word, alone=len(answer.accepted) == 1) for word in answer.accepted)


def _word(word: str, *, alone: bool) -> str:
    """An accepted answer, between quotation marks where it would else read as something else."""
    plain = read_answer(word)
    needs_marks = (
        (
            not (isinstance(plain, ShortAnswer) and plain.accepted == (word,))
            and (alone or not isinstance(plain, Numeric))
        )
        or word[:1] in "=＝"
        or word.endswith("]")
    )
    return f'"{word}"' if needs_marks else word


def _filled(text: str, blanks: Iterator[ShortAnswer | Numeric]) -> str:
    """A text with the answers in its blanks."""
    first, *rest = text.split(BLANK)
    return first + "".join(_blank(_in_blank(next(blanks, None))) + each for each in rest)


def _blank(words: str) -> str:
    """A blank, in brackets that do not stand in its words, as far as there are any."""
    start, end = next((pair for pair in _BRACKETS if not {*pair} & {*words}), _BRACKETS[0])
    return f"{start}{start}{words}{end}{end}"


def _in_blank(blank: ShortAnswer | Numeric | None) -> str:
    words = _typed(blank) if blank else ""
    # The first sign of equality is taken for the mark of an answer.
    return f"= {words}" if "=" in words or "＝" in words else words
