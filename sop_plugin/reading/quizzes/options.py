"""Answers that stand in lists: options to choose from, an order, and pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sop_plugin.model.answers import Choice, Matching, Option, Ordering, Pair, TrueFalse
from sop_plugin.reading.quizzes.cutting import Item
from sop_plugin.reading.quizzes.marks import (
    FALSE,
    PICTURE_ONLY,
    TRUE,
    Box,
    box_of,
    may_hold_box,
    nearly_box,
    option_outside_list,
    sides,
)
from sop_plugin.reading.quizzes.state import Reading


def read_choice(items: Sequence[Item], number: int, several: bool | None, state: Reading) -> Choice | TrueFalse:
    """The options of question `number`; two that say true and false are a sentence to judge.

    `several` is what the author says of how many are right; where nothing is said, as many as are ticked.
    """
    options = []
    for position, item in enumerate(items):
        box = box_of(item.text) or note_no_box(item, state)
        text = item.text[box.length :]
        state.places[number, "options", position] = state.place(text or item.text, item.line)
        if not text:
            state.fault("option-without-text", state.place(item.text, item.line))
        end = item.line + 1 + item.rest.count("\n") + bool(item.rest)
        picture = PICTURE_ONLY.fullmatch(text)
        state.words(text, item.line, item.line + 1)
        feedback = state.words(item.rest, item.line + 1, end)
        if picture:
            options.append(Option(picture["alt"], box.ticked, feedback, picture["file"]))
        else:
            options.append(Option(text, box.ticked, feedback))
    rights = sum(option.right for option in options)
    if several is None and len(options) == 2 and rights == 1 and (judged := _true_false(options)):
        return judged
    return Choice(tuple(options), several=rights > 1 if several is None else several)


def note_no_box(item: Item, state: Reading) -> Box:
    """Notes that an item of options has no box; what is meant as one tells which of them to write."""
    meant = nearly_box(item.text) or Box(ticked=False, length=0)
    instead = f"[{'x' if meant.ticked else ' '}] {item.text[meant.length :]}"
    state.fault("option-without-box", state.place(item.text, item.line), instead, text=item.text)
    return meant


def options_in_lines(lines: Sequence[str], first: int, state: Reading) -> tuple[int, list[Item]]:
    """Lines of words that are meant as options and stand in no list, and how many lines come before the first of them.

    `first` is the line of the body in which the first of `lines` stands. What follows an option is said of it.
    """
    items: list[Item] = []
    before = len(lines)
    for at, line in enumerate(lines):
        begin = option_outside_list(line)
        if begin is not None:
            before = min(before, at)
            text = line[begin:].rstrip(" \t\u3000")
            state.fault("option-outside-list", state.place(line, first + at), f"- {text}", text=text)
            items.append(Item(text, first + at))
        elif items:
            items[-1].rest = f"{items[-1].rest}\n{line}".strip()
    return before, items


def with_options_below(items: Sequence[Item], state: Reading) -> Iterator[Item]:
    """Items of options, and those options that became feedback of the one above because they are no items."""
    for item in items:
        if not may_hold_box(item.rest):
            yield item
            continue
        said, gap, more = item.rest.partition("\n\n")
        lines = said.split("\n")
        before, below = options_in_lines(lines, item.line + 1, state)
        if not below:
            yield item
            continue
        yield Item(item.text, item.line, "\n".join(lines[:before]))
        below[-1].rest += gap + more
        yield from below


def _true_false(options: Sequence[Option]) -> TrueFalse | None:
    yes, no = (
        next((option for option in options if option.text.strip("。. ").lower() in words), None)
        for words in (TRUE, FALSE)
    )
    return TrueFalse(yes.right, yes.feedback, no.feedback) if yes and no else None


def read_ordering(items: Sequence[Item], number: int, state: Reading) -> Ordering:
    """The items of a numbered list, which stand in the right order."""
    for position, item in enumerate(items):
        state.places[number, "items", position] = state.place(item.text, item.line)
    return Ordering(tuple(state.words(item.text, item.line, item.line + 1) for item in items))


def read_matching(items: Sequence[Item], number: int, state: Reading) -> Matching:
    """Pairs with an arrow between their sides; an item that begins with the arrow is a right side too many."""
    pairs: list[Pair] = []
    extras: list[str] = []
    for item in items:
        left, right = sides(item.text) or (item.text, "")
        place = state.place(item.text, item.line)
        if not right:
            state.fault("pair-without-arrow", place, f"{left} -> …" if left else None, text=item.text)
            continue
        for side in filter(None, (left, right)):
            state.words(side, item.line, item.line + 1)
        if left:
            state.places[number, "pairs", len(pairs)] = place
            pairs.append(Pair(left, right))
        else:
            state.places[number, "extras", len(extras)] = place
            extras.append(right)
    return Matching(tuple(pairs), tuple(extras))


def has_arrow(item: Item) -> bool:
    """Whether an item may be a pair."""
    return sides(item.text) is not None
