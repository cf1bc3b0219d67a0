"""The answers of Moodle's simple types of question."""

from __future__ import annotations

from decimal import Decimal

from sop_plugin.imports.credit import choice_of
from sop_plugin.imports.moodle_item import Item
from sop_plugin.imports.plain import in_short
from sop_plugin.imports.texts import TextForm, to_line
from sop_plugin.imports.typed import CreditedNumber, decimal, number_of, told, words_of
from sop_plugin.model.answers import Choice, Matching, Numeric, Ordering, Pair, ShortAnswer, TrueFalse

_YES = ("1", "true")


def multichoice(item: Item) -> Choice | None:
    """One right option, or with `single` false several."""
    if item.node.attributes.get("type") == "multichoiceset":
        item.gathering.change("all-or-nothing")
        return choice_of(item.credited(typed=False), item.gathering, several=True)
    several = item.node.value("single", "true").lower() not in _YES
    return choice_of(item.credited(typed=False), item.gathering, several=several)


def truefalse(item: Item) -> TrueFalse | None:
    """Two answers, `true` and `false`, of which one is worth the points."""
    said = {answer.text.strip().lower(): answer for answer in item.credited(typed=True)}
    true, false = said.get("true"), said.get("false")
    right = max(said.values(), key=lambda answer: answer.percent, default=None)
    if right is None or right.percent <= 0 or right not in (true, false):
        item.gathering.leave_out("no-right-answer")
        return None
    return TrueFalse(right is true, if_true=true.feedback if true else "", if_false=false.feedback if false else "")


def shortanswer(item: Item) -> ShortAnswer | None:
    """Words to type."""
    answers = item.credited(typed=True)
    item.explanation.append(told(answers, item.gathering))
    return words_of(answers, item.gathering, same_case=item.node.value("usecase") in _YES)


def numerical(item: Item) -> Numeric | None:
    """A number, with the first of the units that it may have; `tolerance` stands with each answer."""
    numbers = []
    answers = item.credited(typed=True)
    for node, answer in zip(item.node.all("answer"), answers, strict=True):
        value, by = decimal(answer.text), decimal(node.value("tolerance", "0") or "0")
        if value is None or by is None:
            if answer.text != "*":
                item.gathering.change("number-unreadable", line=node.line, text=in_short(answer.text))
        else:
            numbers.append(CreditedNumber(value, abs(by), answer.percent))
    item.explanation.append(told(answers, item.gathering))
    return number_of(numbers, item.gathering, _unit(item))


def _unit(item: Item) -> str:
    """The unit in which the answer is: the one with the multiplier 1."""
    units = item.node.first("units")
    own = ""
    for unit in units.all("unit") if units else ():
        name, multiplier = unit.value("unit_name"), decimal(unit.value("multiplier", "1") or "1")
        if multiplier == Decimal(1) and not own:
            own = name
        elif name:
            item.gathering.change("other-unit", unit=in_short(name), multiplier=in_short(unit.value("multiplier")))
    if any(character.isdigit() or character in "|+±" for character in own):
        item.gathering.change("other-unit", unit=in_short(own), multiplier="1")
        return ""
    return " ".join(own.split())


def matching(item: Item) -> Matching | None:
    """Pairs; a right side without a left one is one too many."""
    pairs, extras = [], []
    for sub in item.node.all("subquestion"):
        left = item.line_of(sub)
        answer = sub.first("answer")
        right = to_line(item.plain_of(answer), TextForm.PLAIN, item.gathering) if answer else ""
        if left and right:
            pairs.append(Pair(left, right))
        elif right:
            extras.append(right)
        else:
            item.gathering.change("pair-open", line=sub.line, text=in_short(left) or "?")
    if pairs:
        return Matching(tuple(pairs), tuple(extras))
    item.gathering.leave_out("no-right-answer")
    return None


def ordering(item: Item) -> Ordering | None:
    """Things in their right order; Moodle may show only some of them, and count in other ways."""
    items = [answer.text for answer in item.credited(typed=False)]
    if item.node.value("selecttype", "0") not in ("", "0", "ALL"):
        item.gathering.change("ordering-subset", count=item.node.value("selectcount") or "?")
    item.gathering.change("ordering-scored")
    kept = tuple(filter(None, items))
    if len(kept) < 2:
        item.gathering.leave_out("no-right-answer")
        return None
    return Ordering(kept)
