"""Traditional Chinese of Taiwan as it is written on the mainland, by OpenCC and the house's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

import opencc

from sop_plugin.model.kinds import Markup
from sop_plugin.model.organisation import Named, Organisation
from sop_plugin.model.passage import Passage, Written

LANGUAGE = "zh-CN"
"""What drafts are written in."""

FROM = frozenset({"zh-TW", "zh-Hant"})
"""What they can be made of."""

_CONFIGURATION = "tw2sp"
"""OpenCC's name for characters and phrases of Taiwan to those of the mainland."""

_QUOTATION_MARKS = str.maketrans("「」『』", "“”‘’")
"""GB/T 15834-2011 wants these in lines that run from left to right."""

_CODE = re.compile(r"(?<!`)(`++)(?:[^\n]|\n(?![ ]*\n))*?(?<!`)\1(?!`)")
"""Code with backticks of its own in it, or that goes on in the next line."""

_DEFINITION = re.compile(r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:.*$", re.MULTILINE)
"""What a link further up leads to."""


class _Named(Protocol):
    @property
    def title(self) -> str: ...
    @property
    def names(self) -> Sequence[Named]: ...


class Simplifier:
    """Turns a text into simplified Chinese; what is no language in it, such as code and targets of links, stays.

    What `organisation` has a name for in that language gets that name: its glossary, roles, tools, materials and all
    else that is named there. Of two names that overlap, the longer one counts.
    """

    def __init__(self, organisation: Organisation | None) -> None:
        self._opencc = opencc.OpenCC(_CONFIGURATION)
        self._names = dict(_names(organisation)) if organisation else {}
        longest_first = sorted(self._names, key=len, reverse=True)
        self._name = re.compile("|".join(map(_as_pattern, longest_first)) or r"(?!)")

    def __call__(self, text: str, markup: Markup) -> str:
        """The text in simplified Chinese."""
        prose = Passage(text, Written(text, 1, 1), (), "", markup).prose
        others = [*([_CODE] if markup is not Markup.NONE else []), *([_DEFINITION] if markup is Markup.BLOCK else [])]
        for match in (match for pattern in others for match in pattern.finditer(text)):
            prose = prose[: match.start()] + " " * len(match[0]) + prose[match.end() :]
        parts, start = [], 0
        for end in range(1, len(text) + 1):
            # A stretch ends where what is language meets what is none, which stands as spaces in `prose`.
            if end == len(text) or (prose[end] == text[end]) != (prose[start] == text[start]):
                part = text[start:end]
                parts.append(self._simplified(part) if prose[start] == text[start] else part)
                start = end
        return "".join(parts)

    def _simplified(self, text: str) -> str:
        parts, end = [], 0
        for match in self._name.finditer(text):
            parts += [self._by_rule(text[end : match.start()]), self._names[match[0]]]
            end = match.end()
        return "".join((*parts, self._by_rule(text[end:])))

    def _by_rule(self, text: str) -> str:
        return str(self._opencc.convert(text)).translate(_QUOTATION_MARKS) if text else ""


def _names(organisation: Organisation) -> Iterator[tuple[str, str]]:
    """What the house calls its things, with the name in simplified Chinese; of two alike, the glossary's."""
    named: list[_Named] = [*organisation.departments, *organisation.customer_groups, *organisation.touchpoints]
    named += [*organisation.references, *organisation.classes]
    named += [level for each in organisation.classes for level in each.levels]
    named += [*organisation.systems, *organisation.materials, *organisation.tools, *organisation.roles]
    named += organisation.glossary
    for thing in named:
        for name in thing.names:
            if name.lang == LANGUAGE and len(thing.title) > 1:
                yield thing.title, name.title


def _as_pattern(title: str) -> str:
    """A title wherever it stands; one that ends in letters of the alphabet only as a word."""
    before = r"\b" if re.match(r"[A-Za-z0-9]", title) else ""
    after = r"\b" if re.search(r"[A-Za-z0-9]$", title) else ""
    return f"{before}{re.escape(title)}{after}"
