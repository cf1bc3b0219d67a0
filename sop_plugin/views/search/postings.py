"""Which entries hold each term, and how much they are about it; worked out anew only where pages have changed.

A posting is the number of an entry, over the whole site, times `LEVELS`, plus how much the entry is about the term.
The postings of a term are a text of codes: each the gap behind the entry of the last posting.

How much a word counts depends on how long entries usually are. The usual length is a whole number of characters, so
that an edit of one page seldom changes what is known of all others.
"""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from sop_plugin.model.page import SearchEntry, SearchPage
from sop_plugin.views.search.codes import coded, codes_in, number_of
from sop_plugin.views.search.folding import folded
from sop_plugin.views.search.terms import terms_of

LEVELS = 16

_TITLE, _PAGE_TITLE, _NAME = 6, 10, 8
"""How many times a word in its place counts as much as one in a text (BM25F, Robertson and others 2004)."""

_SATURATION = 4
_BY_LENGTH = 0.4

_MOST_CHANGED = 1 / 8
"""The share of changed pages above which all is worked out anew, since that is then quicker."""


class Usual(NamedTuple):
    """The usual length of titles and of texts of entries in a language: an English one says as much in more."""

    lang: str
    title: int
    text: int


class IndexedPage(NamedTuple):
    """What was indexed of a page: the digest of what its entries hold or were made of, how many there are, and how many
    characters all their titles and texts have.
    """

    url: str
    lang: str
    digest: str
    entries: int
    titles: int
    texts: int


@dataclass(frozen=True, slots=True)
class Postings:
    """The postings of every term, as text, and what they were made of: `pages`, and `usual` lengths."""

    by_term: Mapping[str, str]
    pages: tuple[IndexedPage, ...]
    usual: tuple[Usual, ...]


class _Run(NamedTuple):
    """Entries that are what they were: from `start` to before `stop`, which have numbers by `shift` higher now."""

    start: int
    stop: int
    shift: int


class _Steps(dict[str, int]):
    """By how many entries the codes of postings lead on, each worked out once."""

    def __missing__(self, code: str) -> int:
        self[code] = step = number_of(code) // LEVELS + 1
        return step


_STEPS = _Steps()


def postings_of(pages: Sequence[SearchPage], before: Postings | None = None) -> Postings:
    """The postings of pages: the same, whatever there was `before`, but sooner where few pages differ from that."""
    known = {page.url: page for page in before.pages} if before else {}
    indexed = tuple(_indexed(page, known.get(page.url)) for page in pages)
    usual = _usual_lengths(indexed)
    if before is not None and before.usual == usual:
        if before.pages == indexed:
            return before
        runs, fresh = _compared(before.pages, indexed)
        if len(fresh) <= _MOST_CHANGED * len(pages):
            return Postings(_updated(before.by_term, runs, _gathered(pages, usual, fresh)), indexed, usual)
    gathered = _gathered(pages, usual, range(len(pages)))
    return Postings({term: _with_gaps(found) for term, found in gathered.items()}, indexed, usual)


def _indexed(page: SearchPage, before: IndexedPage | None) -> IndexedPage:
    digest = page.digest or _digest(page.entries)
    if before is not None and (before.lang, before.digest) == (page.lang, digest):
        return before
    titles, texts = (
        sum(map(len, part)) for part in zip(*((each.title, each.text) for each in page.entries), strict=True)
    )
    return IndexedPage(page.url, page.lang, digest, len(page.entries), titles, texts)


def _digest(entries: Iterable[SearchEntry]) -> str:
    told = [(each.anchor, each.title, each.text, each.tags, each.names) for each in entries]
    return hashlib.blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _compared(before: Iterable[IndexedPage], now: Sequence[IndexedPage]) -> tuple[list[_Run], list[int]]:
    """The entries that are what they were, and the places of pages that are not."""
    old: dict[IndexedPage, int] = {}
    end = 0
    for page in before:
        old[page] = end
        end += page.entries
    runs: list[_Run] = []
    fresh: list[int] = []
    number = 0
    for place, page in enumerate(now):
        start = old.get(page)
        if start is None or (runs and start < runs[-1].stop):
            fresh.append(place)
        elif runs and runs[-1].stop == start and runs[-1].shift == number - start:
            runs[-1] = runs[-1]._replace(stop=start + page.entries)
        else:
            runs.append(_Run(start, start + page.entries, number - start))
        number += page.entries
    return runs, fresh


def _gathered(pages: Sequence[SearchPage], usual: Iterable[Usual], places: Iterable[int]) -> dict[str, array[int]]:
    """The postings of the pages at some places, by term, in ascending order."""
    of_language = {each.lang: each for each in usual}
    starts = list(accumulate((len(page.entries) for page in pages), initial=0))
    found: dict[str, array[int]] = {}
    for place in places:
        lengths = of_language[pages[place].lang]
        for number, entry in enumerate(pages[place].entries, starts[place]):
            for term, level in _levels(entry, lengths).items():
                posting = number * LEVELS + level
                try:
                    found[term].append(posting)
                except KeyError:
                    found[term] = array("I", (posting,))
    return found


def _updated(by_term: Mapping[str, str], runs: Sequence[_Run], gathered: Mapping[str, array[int]]) -> dict[str, str]:
    """The postings as they were within `runs`, with those that are new."""
    none = array("I")
    found = {term: _spliced(codes, runs, gathered.get(term, none)) for term, codes in by_term.items()}
    found |= {term: _with_gaps(fresh) for term, fresh in gathered.items() if term not in by_term}
    return {term: codes for term, codes in found.items() if codes}


def _spliced(text: str, runs: Iterable[_Run], fresh: Sequence[int]) -> str:
    """The postings of a term within `runs`, with new ones between those.

    A code tells how far a posting lies behind the last one, so but for the first of a run they stay what they were.
    """
    codes = codes_in(text)
    behind = list(accumulate(map(_STEPS.__getitem__, codes)))
    spliced: list[str] = []
    following = placed = 0
    for run in runs:
        until = bisect_left(fresh, (run.start + run.shift) * LEVELS, placed)
        start, stop = bisect_left(behind, run.start + 1), bisect_left(behind, run.stop + 1)
        if placed < until:
            spliced.append(_with_gaps(fresh[placed:until], following))
            placed, following = until, fresh[until - 1] // LEVELS + 1
        if start < stop:
            first = (behind[start] - 1 + run.shift) * LEVELS + number_of(codes[start]) % LEVELS
            spliced.append(_with_gaps((first,), following))
            spliced += codes[start + 1 : stop]
            following = behind[stop - 1] + run.shift
    spliced.append(_with_gaps(fresh[placed:], following))
    return "".join(spliced)


def _usual_lengths(pages: Iterable[IndexedPage]) -> tuple[Usual, ...]:
    lengths: dict[str, list[tuple[int, int, int]]] = {}
    for page in pages:
        lengths.setdefault(page.lang, []).append((page.entries, page.titles, page.texts))
    sums = {lang: [sum(part) for part in zip(*lengths[lang], strict=True)] for lang in sorted(lengths)}
    return tuple(
        Usual(lang, round(titles / entries), round(texts / entries)) for lang, (entries, titles, texts) in sums.items()
    )


def _levels(entry: SearchEntry, usual: Usual) -> dict[str, int]:
    """How much an entry is about each term. A title and a text of `usual` length count as they are."""
    norm = _norm(entry.text, usual.text)
    counts = Counter(terms_of(folded(entry.text)))
    of_count = {count: _level(count * norm) for count in set(counts.values())}
    levels = {term: of_count[count] for term, count in counts.items()}
    title = _norm(entry.title, usual.title) * (_TITLE if entry.anchor else _PAGE_TITLE)
    weights: dict[str, float] = {}
    for text, factor in ((entry.title, title), *((name, _NAME) for name in (*entry.names, *entry.tags))):
        for term in terms_of(folded(text)):
            weights[term] = weights.get(term, counts.get(term, 0) * norm) + factor
    levels.update((term, _level(weight)) for term, weight in weights.items())
    return levels


def _level(weight: float) -> int:
    return min(LEVELS - 1, int(LEVELS * weight / (weight + _SATURATION)))


def _norm(text: str, usual_length: int) -> float:
    """How much each word of a text counts: the more, the fewer there are."""
    return 1 / (1 - _BY_LENGTH + _BY_LENGTH * len(text) / (usual_length or 1))


def _with_gaps(postings: Sequence[int], following: int = 0) -> str:
    """Ascending postings as codes of the gaps between them, with that of the first from the entry `following`."""
    starts = [(posting // LEVELS + 1) * LEVELS for posting in postings]
    return coded(map(sub, postings, (following * LEVELS, *starts)))
