"""Aiken, Moodle's simplest format: https://docs.moodle.org/en/Aiken_format."""

from __future__ import annotations

import re

from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.plain import escaped_lines, in_short
from sop_plugin.imports.texts import TextForm, asked, cleaned, to_line
from sop_plugin.model.answers import Choice, Option
from sop_plugin.model.question import Question

OPTION = re.compile(r"\s*([A-Za-z])(?:[.)]\s+|\))(.*\S)\s*")
ANSWER = re.compile(r"\s*ANSWER\s*[:：]\s*([A-Za-z](?:[\s,;&]*[A-Za-z])*)\s*", re.IGNORECASE)


def read_aiken(text: str, gathering: Gathering) -> None:
    """Gathers the questions of an Aiken file."""
    words: list[str] = []
    options: dict[str, str] = {}
    first = 0
    is_after_gap = False
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            is_after_gap = True
            continue
        is_new = is_after_gap and options and not ANSWER.fullmatch(line) and not _goes_on(line, options)
        is_after_gap = False
        if is_new:
            # The one before has no answer; that of the next is none of its.
            gathering.begin(first, in_short(" ".join(words)))
            gathering.leave_out("no-right-answer")
            words, options, first = [], {}, 0
        first = first or number
        if answer := ANSWER.fullmatch(line):
            gathering.begin(first, in_short(" ".join(words)))
            _add("\n".join(words), options, [each.upper() for each in re.findall("[A-Za-z]", answer[1])], gathering)
            words, options, first = [], {}, 0
        elif words and (option := OPTION.fullmatch(line)) and _goes_on(line, options):
            options[option[1].upper()] = option[2]
        elif options:
            gathering.begin(first, in_short(" ".join(words)))
            gathering.leave_out("aiken-line", line=number, text=in_short(line))
        else:
            words.append(line.strip())
    if words or options:
        gathering.begin(first, in_short(" ".join(words)))
        gathering.leave_out("no-right-answer")


def _goes_on(line: str, options: dict[str, str]) -> bool:
    """Whether a line is the option that comes next."""
    option = OPTION.fullmatch(line)
    return option is not None and option[1].upper() == chr(ord("A") + len(options))


def _add(words: str, options: dict[str, str], rights: list[str], gathering: Gathering) -> None:
    if len(options) < 2 or not set(rights) <= set(options):
        gathering.leave_out("no-right-answer")
        return
    made = tuple(Option(to_line(text, TextForm.PLAIN, gathering), letter in rights) for letter, text in options.items())
    title, text = asked(escaped_lines(cleaned(words, gathering)), gathering.item)
    gathering.add(Question("", title, text, Choice(made, len(set(rights)) > 1)))
