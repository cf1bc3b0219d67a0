"""Answers that stand in lists: options to choose from, an order, and pairs."""

from __future__ import annotations

from collections.abc import Sequence

from sop_plugin.model.answers import Choice, Matching, Option, Ordering, Pair, TrueFalse
from sop_plugin.reading.quizzes.cutting import Item
from sop_plugin.reading.quizzes.marks import FALSE, PICTURE_ONLY, TRUE, box_of, sides
from sop_plugin.reading.quizzes.state import Reading


def read_choice(items: Sequence[Item], number: int, several: bool | None, state: Reading) -> Choice | TrueFalse:
    """The options of question `number`; two that say true and false are a sentence to judge.

    `several` is what the author says of how many are right; where nothing is said, as many as are ticked.
    """
    options = []
    for position, item in enumerate(items):
        box = box_of(item.text)
        text = item.text[box.length :] if box else item.text
        place = state.places[number, "options", position] = state.place(text, item.line)
        if box is None:
            state.fault("option-without-box", place, f"[ ] {text}", text=text)
        end = item.line + 1 + item.rest.count("\n") + bool(item.rest)
        picture = PICTURE_ONLY.fullmatch(text)
        state.words(text, item.line, item.line + 1)
        feedback = state.words(item.rest, item.line + 1, end)
        ticked = box.ticked if box else False
        if picture:
            options.append(Option(picture["alt"], ticked, feedback, picture["file"]))
        else:
            options.append(Option(text, ticked, feedback))
    rights = sum(option.right for option in options)
    if several is None and len(options) == 2 and rights == 1 and (judged := _true_false(options)):
        return judged
    return Choice(tuple(options), several=rights > 1 if several is None else several)


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
