"""Moodle's questions with gaps in a text: embedded answers, and words to choose or drag into place."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from sop_plugin.imports.credit import FULL, Credited, choice_of
from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.moodle_item import Item
from sop_plugin.imports.plain import in_short
from sop_plugin.imports.texts import TextForm, cleaned, to_line, to_markdown
from sop_plugin.imports.typed import CreditedNumber, decimal, number_of, told, words_of
from sop_plugin.model.answers import BLANK, Blanks, Choice, Numeric, ShortAnswer

_OPENS = re.compile(r"\{(?P<points>\d*):(?P<kind>[A-Z_]+):")
_STRETCH = re.compile(r"[^{}\\]+|\\.|\{[^{}]*\}", re.DOTALL)
_PARTS = re.compile(r"(?<!\\)~")
_PART = re.compile(r"\s*(?P<worth>=|%(?P<percent>-?\d+(?:[.,]\d+)?)%)?(?P<words>.*)", re.DOTALL)
_FEEDBACK = re.compile(r"(?<!\\)#")
_ESCAPE = re.compile(r"\\([}#~/\"\\{:=])")
_WORDS = frozenset({"SHORTANSWER", "SA", "MW"})
_WORDS_OF_ONE_CASE = frozenset({"SHORTANSWER_C", "SAC", "MWC"})
_NUMBERS = frozenset({"NUMERICAL", "NM"})
_CHOICES = re.compile(r"(?:MULTICHOICE|MC)(?:_?[VHS]+)?|MC[VHS]+")
_SEVERAL = re.compile(r"(?:MULTIRESPONSE|MR)(?:_?[VHS]+)?|MR[VHS]+")
_MARKER = re.compile(r"\[\[(\d+)(?:-[^\]]*)?\]\]")


def cloze(item: Item) -> Blanks | Choice | None:
    """Answers embedded in the text, `{1:SHORTANSWER:=till~%50%desk}`.

    A single list to choose from is a choice; others become blanks to type.
    """
    source = item.node.value("questiontext")
    sign = _sign(source)
    cuts = list(_embedded(source))
    sub = [_Embedded(opening, source[opening.end() : end], item) for opening, end in cuts]
    if not sub:
        item.gathering.leave_out("no-right-answer")
        return None
    if len({each.points for each in sub}) > 1:
        item.gathering.change("gaps-weighted", points=", ".join(each.points for each in sub))
    ends = [0, *(end + 1 for _, end in cuts)]
    starts = [*(opening.start() for opening, _ in cuts), len(source)]
    item.replaced = sign.join(source[end:start] for end, start in zip(ends, starts, strict=True))
    if len(sub) == 1 and sub[0].is_choice:
        item.holes[sign] = "\\_\\_\\_\\_\\_"
        return sub[0].choice()
    blanks = [each.blank() for each in sub]
    item.holes[sign] = BLANK
    kept = tuple(blank for blank in blanks if blank is not None)
    if len(kept) < len(blanks):
        item.gathering.leave_out("one-of-several-unread")
        return None
    return Blanks(kept)


def _embedded(source: str) -> Iterator[tuple[re.Match[str], int]]:
    """Where each embedded answer opens, and where the brace stands that closes it."""
    at = 0
    while opening := _OPENS.search(source, at):
        at = opening.end()
        while stretch := _STRETCH.match(source, at):
            at = stretch.end()
        if source[at : at + 1] == "}":
            yield opening, at


def gaps(item: Item) -> Blanks | None:
    """Words to choose or drag into `[[1]]`; each gap takes the word of its number, which has to be typed here."""
    boxes = [*item.node.all("dragbox"), *item.node.all("selectoption")]
    words = [" ".join(item.plain_of(box).split()) for box in boxes]
    source = item.node.value("questiontext")
    sign = _sign(source)
    blanks: list[ShortAnswer] = []
    missing: list[str] = []
    used: set[int] = set()

    def take(match: re.Match[str]) -> str:
        number = int(match[1]) - 1 if len(match[1]) < 6 else -1
        answer = None
        if 0 <= number < len(words):
            plain = _without_tags(words[number])
            answer = words_of([Credited(plain.replace("*", "\\*"), FULL)], item.gathering) if plain else None
        if answer is None:
            missing.append(match[0])
            return match[0]
        used.add(number)
        blanks.append(answer)
        return sign

    item.replaced = _MARKER.sub(take, source)
    if missing or not blanks:
        item.gathering.leave_out("no-right-answer")
        return None
    item.gathering.change("gaps-typed", words="; ".join(dict.fromkeys(words)))
    item.holes[sign] = BLANK
    return Blanks(tuple(blanks))


def _without_tags(text: str) -> str:
    return html.unescape(re.sub(r"</?[a-zA-Z][^<>]*>", "", text)).strip()


def _sign(source: str) -> str:
    """A word that stands for a gap until the text is Markdown, and that does not stand in it."""
    sign = "QXGAPXQ"
    while sign in source:
        sign += "Q"
    return sign


class _Embedded:
    """One embedded answer."""

    def __init__(self, opening: re.Match[str], answers: str, item: Item) -> None:
        self.points = opening["points"] or "1"
        self.kind = opening["kind"]
        self._item = item
        self._gathering: Gathering = item.gathering
        self._answers = answers

    @property
    def is_choice(self) -> bool:
        """Whether there are options to choose from."""
        return bool(_CHOICES.fullmatch(self.kind) or _SEVERAL.fullmatch(self.kind))

    def choice(self) -> Choice | None:
        """The options."""
        several = _SEVERAL.fullmatch(self.kind) is not None
        return choice_of(self._credited(lambda text: to_line(text, TextForm.HTML, self._gathering)), self._gathering,
                         several=several)  # fmt: skip

    def blank(self) -> ShortAnswer | Numeric | None:
        """What may be typed in place of it."""
        answers = self._credited(lambda text: cleaned(_without_tags(text), self._gathering))
        self._item.explanation.append(told(answers, self._gathering))
        if self.kind in _NUMBERS:
            return self._number(answers)
        if self.is_choice:
            options = "; ".join(answer.text for answer in answers)
            self._gathering.change("gap-typed", options=in_short(options, 200))
            answers = [
                answer._replace(text=answer.text.replace("*", "\\*")) for answer in answers if answer.percent > 0
            ]
        elif self.kind not in _WORDS | _WORDS_OF_ONE_CASE:
            self._gathering.leave_out("question-type", type=self.kind, text=in_short(self._answers))
            return None
        return words_of(answers, self._gathering, same_case=self.kind in _WORDS_OF_ONE_CASE)

    def _number(self, answers: list[Credited]) -> Numeric | None:
        numbers = []
        for answer in answers:
            words, _, by = answer.text.partition(":")
            value, tolerance = decimal(words), decimal(by or "0")
            if value is not None and tolerance is not None:
                numbers.append(CreditedNumber(value, abs(Decimal(tolerance)), answer.percent))
            elif words.strip() != "*":
                self._gathering.change("number-unreadable", text=in_short(answer.text))
        return number_of(numbers, self._gathering)

    def _credited(self, read: Callable[[str], str]) -> list[Credited]:
        found = []
        for part in _PARTS.split(self._answers):
            match = _PART.fullmatch(part)
            assert match is not None, part
            words, *rest = _FEEDBACK.split(match["words"], maxsplit=1)
            feedback = to_markdown(_ESCAPE.sub(r"\1", rest[0]), TextForm.HTML, self._gathering) if rest else ""
            percent = float(match["percent"].replace(",", ".")) if match["percent"] else FULL if match["worth"] else 0.0
            found.append(Credited(read(_ESCAPE.sub(r"\1", words)), percent, feedback))
        return found
