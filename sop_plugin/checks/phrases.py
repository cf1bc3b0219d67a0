"""Words and phrases looked for in texts: the longest counts, in English as whole words, in any case of its letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_HAN = "\u2e80-\u9fff\uf900-\ufaff"
_HAN_RUN = re.compile(f"[{_HAN}]+")
# A letter or digit of a script that sets spaces between words: what makes a longer word of a shorter one. The class is
# matched with regard to case: without, it would be compiled character by character, which takes long.
_JOINED = rf"(?-i:[^\W{_HAN}])"


RARE = 8
"""Letters from which on a word is rare enough to tell whether a text should be looked at."""


class Found(NamedTuple, Generic[T]):
    """A phrase found in a text, from `start` to before `end`, and what it stands for."""

    start: int
    end: int
    meaning: T


class Phrases(Generic[T]):
    """Phrases with what each stands for.

    A phrase within one of the `harmless` longer ones is passed over. A space in a phrase stands for any white space.
    """

    def __init__(self, meanings: Mapping[str, T], harmless: Iterable[str] = ()) -> None:
        self._meanings = {phrase.lower(): meaning for phrase, meaning in meanings.items()}
        self._every = {*self._meanings, *(phrase.lower() for phrase in harmless)}
        # Thousands of texts are asked whether there is anything in them. A long word of each phrase, or the longest run
        # of Han characters, answers for most of them some ten times as fast as the whole pattern would.
        runs = {phrase: max(_HAN_RUN.findall(phrase), key=len, default="") for phrase in self._meanings}
        rare = sorted({_rare_part(phrase) for phrase, run in runs.items() if not run}, key=len)
        self._rare_words = [word for number, word in enumerate(rare) if not any(part in word for part in rare[:number])]
        rare_runs = sorted({re.escape(run) for run in runs.values() if run})
        self._rare_runs = re.compile("|".join(rare_runs)) if rare_runs else None

    @cached_property
    def _any(self) -> re.Pattern[str] | None:
        """All of them. It takes long to compile, and most texts have nothing in them that calls for it."""
        return re.compile(_pattern(self._every), re.IGNORECASE) if self._every else None

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._meanings)

    def occur(self, text: str) -> bool:
        """Whether one of the phrases stands in `text`."""
        return self._may_occur(text) and any(True for _ in self.find(text))

    def _may_occur(self, text: str) -> bool:
        if self._rare_runs is not None and not text.isascii() and self._rare_runs.search(text):
            return True
        if not self._rare_words:
            return False
        lower = text.lower().replace("\n", " ")
        return any(word in lower for word in self._rare_words)

    def find(self, text: str) -> Iterator[Found[T]]:
        """Every phrase in `text`, in turn."""
        for match in self._any.finditer(text) if self._any else ():
            meaning = self._meanings.get(" ".join(match[0].lower().split()))
            if meaning is not None:
                yield Found(match.start(), match.end(), meaning)


def _rare_part(phrase: str) -> str:
    """The longest word of a phrase, or all of it where that word is short and stands in many texts."""
    longest = max(phrase.split(), key=len)
    return longest if len(longest) >= RARE else phrase


def _pattern(phrases: Iterable[str]) -> str:
    """A pattern for all phrases; what bounds a word is asked once for all that begin and end in the same script."""
    groups: dict[tuple[str, str], list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        before = "" if _HAN_RUN.match(phrase[0]) else f"(?<!{_JOINED})(?<!-)"
        behind = "" if _HAN_RUN.match(phrase[-1]) else f"(?!{_JOINED}|-)"
        groups.setdefault((before, behind), []).append(r"\s+".join(map(re.escape, phrase.split())))
    return "|".join(f"{before}(?:{'|'.join(group)}){behind}" for (before, behind), group in groups.items())
