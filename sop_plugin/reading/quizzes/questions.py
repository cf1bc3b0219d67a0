"""From a heading and what stands under it to a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sop_plugin.model.answers import Blanks, Numeric, ShortAnswer, TrueFalse
from sop_plugin.model.question import Answer, Question
from sop_plugin.model.scenario import Scene, SceneChoice
from sop_plugin.reading.quizzes.attributes import Attributes, take_attribute
from sop_plugin.reading.quizzes.blanks import may_hold_blank, take_blanks
from sop_plugin.reading.quizzes.cutting import Block, BlockKind, Item, Part, cut, items_of
from sop_plugin.reading.quizzes.marks import ANSWER, FALSE, TRUE, box_of, is_id, may_hold_box, nearly_box
from sop_plugin.reading.quizzes.numbers import read_answer
from sop_plugin.reading.quizzes.options import (
    has_arrow,
    options_in_lines,
    read_choice,
    read_matching,
    read_ordering,
    with_options_below,
)
from sop_plugin.reading.quizzes.quotes import Said, take_quote
from sop_plugin.reading.quizzes.scenes import leads_on, read_scenario, read_scene_choices
from sop_plugin.reading.quizzes.state import Reading
from sop_plugin.reading.scalars import as_id

QUESTION_LEVEL = 2
"""The level of the headings of questions. Below a heading of this level that asks nothing, it is one level further."""


def read_questions(body: str, state: Reading) -> tuple[str, tuple[Question, ...]]:
    """The words before the first question, and the questions."""
    parts = cut(body)
    intro = "\n\n".join(_source(block, state) for block in parts[0].blocks).strip()
    state.words(intro, 0, parts[0].blocks[-1].end if parts[0].blocks else 1)
    questions: list[Question] = []
    at = 1
    while at < len(parts):
        part = parts[at]
        end = at + 1
        while end < len(parts) and parts[end].level > max(part.level, QUESTION_LEVEL):
            end += 1
        below = parts[at + 1 : end]
        if part.level < QUESTION_LEVEL or (below and not leads_on(parts[at:end], state.lines) and _is_section(part)):
            at += 1
            continue
        questions.append(_Question(len(questions), part, below, state).read())
        at = end
    return intro, tuple(questions)


def _source(block: Block, state: Reading) -> str:
    return "\n".join(state.lines[block.first : block.end]).strip("\n")


def _is_section(part: Part) -> bool:
    """Whether a heading only stands above others: nothing that could be an answer is under it."""
    return not part.id and not any(block.kind in (BlockKind.BULLETS, BlockKind.NUMBERED) for block in part.blocks)


@dataclass(slots=True)
class _Words:
    """A stretch of a question's words; code, in which no blank can stand, has no `line`."""

    text: str
    line: int | None


@dataclass(slots=True)
class _List:
    """A list without boxes, and the place that is kept for it among the words, should it be no answer."""

    block: Block
    items: list[Item]
    words: _Words


class _Question:
    """Reads one question."""

    def __init__(self, number: int, part: Part, below: Sequence[Part], state: Reading) -> None:
        self.number = number
        self.part = part
        self.below = below
        self.state = state
        self.attributes = Attributes()
        self.said = Said()
        self.title = _Words(part.title, part.line)
        self.words: list[_Words] = []
        self.typed: list[tuple[str, int]] = []
        self.options: list[Item] = []
        self.lists: list[_List] = []
        self.end = part.line + 1

    def read(self) -> Question:
        part, state, number = self.part, self.state, self.number
        state.places[number,] = state.place(part.title, part.line)
        identifier = self._id()
        for position, block in enumerate(part.blocks):
            self._take(block, leads=position == 0)
        is_case = bool(self.below) and leads_on([part, *self.below], state.lines)
        if not is_case:
            for scene in self.below:
                self._take_heading(scene)
        answer = self._case() if is_case else self._answer()
        text = "\n\n".join(words.text for words in self.words if words.text)
        attributes = self.attributes
        return Question(
            id=identifier,
            title=state.words(self.title.text, part.line, part.line + 1),
            text=state.words(text, part.line + 1, self.end),
            answer=answer,
            explanation=state.words(self.said.explanation, part.line + 1, self.end),
            hint=state.words(self.said.hint, part.line + 1, self.end),
            tests=tuple(attributes.tests),
            tags=tuple(attributes.tags),
            difficulty=attributes.difficulty,
            points=attributes.points,
            shuffle=attributes.shuffle,
            of=attributes.of,
        )

    def _id(self) -> str:
        written = self.part.id
        if not written:
            return ""
        place = self.state.places[self.number, "id"] = self.state.place(written, self.part.line)
        if is_id(written):
            return written
        self.state.fault("id-invalid", place, as_id(written), id=written)
        return ""

    def _take(self, block: Block, *, leads: bool = False) -> None:
        """Sorts a block: what is said of the question, an answer, or more of its words."""
        self.end = max(self.end, block.end)
        match block.kind:
            case BlockKind.PARAGRAPH:
                self._take_paragraph(block, leads=leads)
            case BlockKind.QUOTE:
                take_quote(block, self.said, self.state.lines)
            case BlockKind.BULLETS | BlockKind.NUMBERED:
                items = list(items_of(block, self.state.lines))
                if any(box_of(item.text) for item in items) or all(nearly_box(item.text) for item in items):
                    self.options += with_options_below(items, self.state)
                else:
                    self.words.append(_Words(_source(block, self.state), block.first))
                    self.lists.append(_List(block, items, self.words[-1]))
            case _:
                self.words.append(_Words(_source(block, self.state), None))

    def _take_heading(self, part: Part) -> None:
        """A heading under a question that is no scene belongs to its words."""
        self.words.append(_Words(f"{'#' * part.level} {part.title}", part.line))
        for block in part.blocks:
            self._take(block)

    def _take_paragraph(self, block: Block, *, leads: bool) -> None:
        lines = [line.strip(" \t\u3000") for line in self.state.lines[block.first : block.end]]
        at = 0
        while at < len(lines) and take_attribute(
            lines[at], block.first + at, self.number, self.attributes, self.state, leads=leads
        ):
            at += 1
        end = len(lines)
        typed = []
        while end > at and (match := ANSWER.match(lines[end - 1])):
            end -= 1
            typed.append((lines[end][match.end() :].strip(" \u3000"), block.first + end))
        self.typed += reversed(typed)
        if any(map(may_hold_box, lines[at:end])):
            before, options = options_in_lines(lines[at:end], block.first + at, self.state)
            self.options += options
            end = at + before
        text = "\n".join(self.state.lines[block.first + at : block.first + end]).strip()
        if text:
            self.words.append(_Words(text, block.first + at))

    def _case(self) -> Answer:
        state, number = self.state, self.number
        opening = None
        items = self.options or [item for each in self.lists for item in each.items]
        if items:
            choices: list[SceneChoice] = []
            read_scene_choices(items, number, 0, choices, state)
            opening = Scene(self.part.id, choices=tuple(choices))
            state.places[number, "scenes", 0] = state.places[number,]
            for each in () if self.options else self.lists:
                each.words.text = ""
        return read_scenario(opening, self.below, number, state)

    def _answer(self) -> Answer | None:
        """The answer. A list that is none of the answers stays among the words."""
        state, number = self.state, self.number
        has_blanks = any(words.line is not None and may_hold_blank(words.text) for words in (self.title, *self.words))
        if bool(self.options) + bool(self.typed) + has_blanks > 1:
            state.fault("several-answers", state.places[number,])
        if self.options:
            return read_choice(self.options, number, self.attributes.several, state)
        if self.typed:
            return self._typed()
        if has_blanks:
            return self._blanks()
        bullets = (each for each in self.lists if each.block.kind is BlockKind.BULLETS)
        if pairs := next((each for each in bullets if any(map(has_arrow, each.items))), None):
            pairs.words.text = ""
            return read_matching(pairs.items, number, state)
        numbered = (each for each in reversed(self.lists) if each.block.kind is BlockKind.NUMBERED)
        if order := next(numbered, None):
            order.words.text = ""
            return read_ordering(order.items, number, state)
        return None

    def _blanks(self) -> Answer:
        blanks: list[ShortAnswer | Numeric] = []
        for words in (self.title, *self.words):
            if words.line is not None and may_hold_blank(words.text):
                words.text = take_blanks(words.text, words.line, self.number, blanks, self.state)
        return Blanks(tuple(blanks))

    def _typed(self) -> Answer | None:
        """What the lines behind `=` accept: true or false, a number, or words, each line another way to say it."""
        found = []
        for position, (text, line) in enumerate(self.typed):
            place = self.state.places[self.number, "typed", position] = self.state.place(text, line)
            answer = read_answer(text)
            if answer is None:
                self.state.fault("answer-unreadable", place, text=text)
            else:
                found.append(answer)
        if not found:
            return None
        if len(found) > 1:
            return ShortAnswer(tuple(word for each in found for word in _words_of(each)))
        word = _words_of(found[0])[0].lower()
        return TrueFalse(word in TRUE) if word in TRUE | FALSE else found[0]


def _words_of(answer: ShortAnswer | Numeric) -> tuple[str, ...]:
    return answer.accepted if isinstance(answer, ShortAnswer) else (answer.words,)
