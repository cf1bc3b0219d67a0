"""What stands within the braces of a GIFT question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sop_plugin.imports.categories import as_tag
from sop_plugin.imports.credit import FULL, Credited, choice_of
from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.gift_marks import Escaped, split_format
from sop_plugin.imports.plain import in_short
from sop_plugin.imports.texts import TextForm, asked, cleaned, to_line, to_markdown
from sop_plugin.imports.typed import CreditedNumber, decimal, number_of, told, words_of
from sop_plugin.model.answers import BLANK, Blanks, Choice, Matching, Numeric, Pair, ShortAnswer, TrueFalse
from sop_plugin.model.question import Answer, Question

GAP = "\\_\\_\\_\\_\\_"
"""Where a word is missing that is chosen below."""

_HOLE = "\ufddf"
_GENERAL = "####"
_MARK = re.compile(r"([=~])")
_PERCENT = re.compile(r"\s*%\s*([-+]?\d+(?:[.,]\d+)?)\s*%")
_TRUTH = re.compile(r"\s*(T|TRUE|F|FALSE)\s*(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_RANGE = re.compile(r"(.*?)\.\.(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """A question cut at its braces: what stands `inside` each pair, and `outside` before, between and behind them."""

    words: Escaped
    form: TextForm | None
    outside: Sequence[str]
    inside: Sequence[str]
    has_name: bool

    def plain(self, text: str) -> str:
        return self.words.again(text).plain()


class _Reader:
    """Reads one question."""

    def __init__(self, part: AnswerPart, gathering: Gathering) -> None:
        self.part = part
        self.gathering = gathering
        self.explanation: list[str] = []
        self.form = part.form or TextForm.AUTO

    def line(self, text: str) -> str:
        form, rest = split_format(text.strip(), self.form)
        return to_line(self.part.plain(rest), form or self.form, self.gathering)

    def text(self, text: str) -> str:
        form, rest = split_format(text.strip(), self.form)
        return to_markdown(self.part.plain(rest), form or self.form, self.gathering)

    def typed(self, text: str) -> str:
        """What is typed, without markup."""
        _, rest = split_format(text.strip(), None)
        return cleaned(self.part.plain(rest), self.gathering)

    def read(self, inside: str) -> Answer | None:
        """The answer within one pair of braces; None, with a loss, where there is none."""
        inside, _, general = inside.partition(_GENERAL)
        if general.strip():
            self.explanation.append(self.text(general))
        plain = inside.strip()
        if not plain:
            self.gathering.leave_out("essay", text=in_short(self.part.plain(self.part.outside[0]), 120))
            return None
        if plain.startswith("#"):
            return self.number(plain[1:])
        if match := _TRUTH.fullmatch(plain):
            return self.truth(match)
        if not plain.startswith(("=", "~")):
            self.gathering.leave_out("not-understood", text=in_short(self.part.plain(plain), 120))
            return None
        if "~" not in plain and all("->" in each for each in self.cut(plain)):
            return self.matching(plain)
        if "~" not in plain:
            answers = [self.credited(each, typed=True) for _, each in self.marked(plain)]
            self.explanation.append(told(answers, self.gathering))
            return words_of(answers, self.gathering)
        return self.choice(plain)

    def truth(self, match: re.Match[str]) -> TrueFalse:
        """Of two feedbacks the first is for whoever answers wrong, the second for whoever is right."""
        is_true = match[1].upper().startswith("T")
        wrong, _, right = (match[2] or "").partition("#")
        said = {not is_true: self.text(wrong), is_true: self.text(right)}
        return TrueFalse(is_true, if_true=said[True], if_false=said[False])

    def cut(self, text: str) -> list[str]:
        return [part for _, part in self.marked(text)]

    @staticmethod
    def marked(text: str) -> list[tuple[str, str]]:
        """Each answer with the mark before it."""
        parts = _MARK.split(text)
        return list(zip(parts[1::2], parts[2::2], strict=True))

    def credited(self, text: str, *, right: bool = True, typed: bool = False) -> Credited:
        """An answer with its percentage and feedback; without a percentage, `right` says what it is worth.

        What is `typed` is plain text.
        """
        percent = FULL if right else 0.0
        if match := _PERCENT.match(text):
            percent = float(match[1].replace(",", "."))
            text = text[match.end() :]
        words, _, feedback = text.partition("#")
        shown = self.typed(words) if typed else self.line(words)
        return Credited(shown, percent, self.text(feedback))

    def choice(self, plain: str) -> Choice | None:
        marked = self.marked(plain)
        several = all(mark == "~" for mark, _ in marked) or sum(mark == "=" for mark, _ in marked) > 1
        options = [self.credited(text, right=mark == "=") for mark, text in marked]
        if several and any(mark == "=" for mark, _ in marked):
            # Several right ones without percentages: each its share.
            rights = sum(option.percent > 0 for option in options)
            wrongs = len(options) - rights
            options = [
                option._replace(percent=FULL / rights if option.percent > 0 else -FULL / wrongs) for option in options
            ]
        return choice_of(options, self.gathering, several=several)

    def matching(self, plain: str) -> Matching | None:
        pairs, extras = [], []
        for text in self.cut(plain):
            words, _, feedback = text.partition("#")
            left, _, right = words.partition("->")
            if feedback.strip():
                self.gathering.change("feedback-of-pair", text=in_short(self.part.plain(feedback)))
            if not right.strip():
                self.gathering.change("pair-open", text=in_short(self.part.plain(left)))
            elif left.strip():
                pairs.append(Pair(self.line(left), self.typed_line(right)))
            else:
                extras.append(self.typed_line(right))
        if pairs:
            return Matching(tuple(pairs), tuple(extras))
        self.gathering.leave_out("no-right-answer")
        return None

    def typed_line(self, text: str) -> str:
        return to_line(self.typed(text), TextForm.PLAIN, self.gathering)

    def number(self, text: str) -> Numeric | None:
        # What comes first may do without its mark, and the last may be what is said of every other number.
        marked = self.marked(text if text.lstrip().startswith(("=", "~")) else f"={text}")
        answers = [self.credited(part, right=mark == "=", typed=True) for mark, part in marked]
        numbers = []
        for credited in answers:
            if not credited.text and not credited.percent:
                continue
            read = _number(credited.text)
            if read is None:
                self.gathering.change("number-unreadable", text=in_short(credited.text))
            else:
                numbers.append(CreditedNumber(*read, credited.percent, credited.feedback))
        self.explanation.append(told(answers, self.gathering))
        return number_of(numbers, self.gathering)


def _number(text: str) -> tuple[Decimal, Decimal] | None:
    """The number and its tolerance in `3:0.5`, `1..5` or `3`."""
    if match := _RANGE.fullmatch(text):
        low, high = decimal(match[1]), decimal(match[2])
        return None if low is None or high is None else ((low + high) / 2, abs(high - low) / 2)
    value, _, tolerance = text.partition(":")
    number, by = decimal(value), decimal(tolerance or "0")
    return None if number is None or by is None else (number, abs(by))


def answered(part: AnswerPart, tags: Sequence[str], gathering: Gathering) -> Question | None:
    """The question; None, with a loss, where nothing of it can be carried over."""
    reader = _Reader(part, gathering)
    answers = [reader.read(inside) for inside in part.inside]
    if any(answer is None for answer in answers):
        if len(answers) > 1:
            gathering.leave_out("one-of-several-unread")
        return None
    answer = answers[0]
    gaps = [each for each in answers if isinstance(each, ShortAnswer | Numeric)]
    is_within = any(text.strip() for text in part.outside[1:])
    words, hole = list(part.outside), ""
    if is_within and len(gaps) == len(answers):
        answer, hole = Blanks(tuple(gaps)), BLANK
    elif len(answers) > 1:
        gathering.leave_out("several-braces", count=str(len(answers)))
        return None
    elif is_within and isinstance(answer, Choice):
        hole = GAP
    text = _HOLE.join(words) if hole else " ".join(filter(None, (each.strip() for each in words)))
    markdown = to_markdown(part.plain(text), reader.form, gathering) if not hole else _with_holes(reader, text, hole)
    title, rest = asked(markdown, gathering.item)
    unique = tuple(dict.fromkeys(filter(None, (as_tag(tag, gathering) for tag in tags))))
    explanation = "\n\n".join(filter(None, reader.explanation))
    return Question("", title, rest, answer, explanation, tags=unique)


def _with_holes(reader: _Reader, text: str, hole: str) -> str:
    """The words with what stands for each hole; its own sign would be taken out with others that no file may hold."""
    sign = "QXHOLEXQ"
    while sign in text:
        sign += "Q"
    markdown = to_markdown(reader.part.plain(text.replace(_HOLE, sign)), reader.form, reader.gathering)
    return markdown.replace(sign, hole)
