"""The terms under which a text is found. `web/js/search/terms.js` cuts questions in the same way.

Chinese sets no spaces, so a run of Han characters is found by its overlapping pairs: 退貨單 by 退貨 and 貨單. Its last
character is a term of its own, so that every single character begins some term. A word stands without the ending of its
plural. What is joined by marks, such as `2.1` or `a/b`, is found as it is and by its parts; hyphens beside letters do
not count, so that `Wi-Fi` is `wifi` and `RMA-7` is `rma7`. A number is found with the character that it counts, too: 30
分鐘 by `30分`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from operator import add

HAN = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""The characters of scripts that set no spaces, as ranges: Han, kana and bopomofo."""

_WORD = rf"[^\W_{HAN}]+"
_PART = re.compile(_WORD)
# A run, or a word and the character of a run behind it.
_TOKEN = re.compile(rf"([{HAN}]+)|({_WORD}(?:[-._/:@'’]{_WORD})*)(?= *([{HAN}])?)")
_SIMPLE = re.compile(r"[a-z]+\Z")
_SIBILANT = re.compile(r"(?:ss|x|z|ch|sh)es\Z")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-|-(?=[^\W\d_])")
_NUMBER = re.compile(r"(?:^|-)(\d+(?:[.:/]\d+)*)\Z")


def terms_of(text: str) -> list[str]:
    """Every term of a folded text, as often as it stands there."""
    return list(chain.from_iterable(map(_terms, _TOKEN.findall(text))))


@lru_cache(maxsize=10_000)
def _terms(token: tuple[str, str, str]) -> tuple[str, ...]:
    """The terms of a run or a word. Procedures say the same again and again, so those of the latest are kept."""
    run, word, counted = token
    if run:
        return (*map(add, run, run[1:]), run[-1])
    terms = (stem(word),) if word.isalnum() else tuple(_joined_terms(word))
    number = _NUMBER.search(word) if counted and word[-1].isdecimal() else None
    return (*terms, number[1] + counted) if number else terms


def _joined_terms(word: str) -> Iterator[str]:
    """The terms of a word that is joined by marks."""
    parts = _PART.findall(word)
    if "'" in word or "’" in word:
        yield from (stem(part) for part in parts if part != "s")
    else:
        yield stem(_HYPHEN.sub("", word))
        yield from map(stem, parts)


def stem(word: str) -> str:
    """A folded word without the ending of an English plural."""
    if len(word) < 4 or word[-1] != "s" or word[-2] in "siu" or not _SIMPLE.match(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if _SIBILANT.search(word) else word[:-1]
