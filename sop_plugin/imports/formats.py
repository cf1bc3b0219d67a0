"""Which program a file comes from, and who reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from sop_plugin.imports.aiken import ANSWER, read_aiken
from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.gift import read_gift
from sop_plugin.imports.mkdocs_quiz import OPENS, read_mkdocs_quiz
from sop_plugin.imports.moodle_xml import read_moodle_xml
from sop_plugin.model.imported import Imported


class Format(StrEnum):
    """The formats that are read."""

    GIFT = "gift"
    MOODLE_XML = "moodle-xml"
    AIKEN = "aiken"
    MKDOCS_QUIZ = "mkdocs-quiz"


READERS: Mapping[Format, Callable[[str, Gathering], None]] = {
    Format.GIFT: read_gift,
    Format.MOODLE_XML: read_moodle_xml,
    Format.AIKEN: read_aiken,
    Format.MKDOCS_QUIZ: read_mkdocs_quiz,
}


def likely_format(text: str) -> Format | None:
    """The format that a file's text has, told by its marks; None where it has none of them."""
    if re.match(r"\s*<(?:\?(?!quiz)|quiz>\s*<|quiz\s*/>|!--.*?-->\s*<quiz>\s*<|!DOCTYPE)", text, re.DOTALL):
        return Format.MOODLE_XML
    lines = text.split("\n")
    if any(OPENS.match(line) for line in lines):
        return Format.MKDOCS_QUIZ
    if any(ANSWER.fullmatch(line) for line in lines) and "{" not in text:
        return Format.AIKEN
    if re.search(r"(?<!\\)\{", text) or re.search(r"(?m)^\s*(?:::|\$CATEGORY:)", text):
        return Format.GIFT
    return None


def imported(text: str, form: Format, folder: str) -> Imported:
    """The questions of a text in that format. Never raises for what stands in it.

    Pictures get paths in `folder`, relative to the quiz.
    """
    gathering = Gathering(folder)
    READERS[form](text.replace("\r\n", "\n").replace("\r", "\n"), gathering)
    return gathering.imported()
