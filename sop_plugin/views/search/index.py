"""The files of the index: what `web/js/search/searcher.js` reads.

Each file is a classic script that hands over one value, `sopSearch("NAME", VALUE)`: pages opened from a disk cannot ask
for anything else. `index` says what there is and in which folder the others are, named by their contents so that a new
index is never mixed with an old one.

- `tN`, N from 0: terms in the order of their UTF-16 units, each with its postings, `!term postings!term postings!`.
  What a posting is says `postings.py`.
- `dN`: the entries themselves, page by page, for those that are shown.
- `wN`: the words of N letters, for a question with a slip in it.
- `facets`: each value by which pages are narrowed down, and how many pages have it not, how many have it, in turn.

An entry is a section of a page, numbered over the whole site.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType

from sop_plugin.model.page import SearchPage
from sop_plugin.views.search.codes import coded, gaps
from sop_plugin.views.search.folding import folded, han_forms
from sop_plugin.views.search.postings import Postings, postings_of
from sop_plugin.views.search.terms import terms_of

HEAD = "index.js"
"""The name of the file that is read first."""

TERMS_SIZE = 6_000
"""Characters of a file of terms, about. One term may have more postings than that."""

ENTRIES_SIZE = 6_000
"""Bytes of a file of entries, about: a procedure of usual length is in one file."""

FEWEST_LETTERS = 4
"""Words of fewer letters are not offered for a word with a slip in it."""

FAMILIES = ("kind", "role", "channel", "tag", "status", "tool")
"""The families of facets in the order in which they are offered."""


def search_index(
    pages: Sequence[SearchPage], names: Iterable[Sequence[str]] = (), postings: Postings | None = None
) -> MappingProxyType[str, str]:
    """The files of the index by name. The same pages give the same bytes.

    `names` are what things are called, thing by thing: who asks for one name finds the others. Things of which no name
    stands anywhere are left out. `postings` are those of the pages, where they are known.
    """
    by_term = (postings or postings_of(pages)).by_term
    names = [list(group) for group in names if any(_may_stand(name, by_term) for name in group)]
    shards = tuple(_shards(by_term))
    chunks = tuple(_chunks(pages))
    files: dict[str, object] = {f"t{number}": "!" + "".join(shard) for number, (_, shard) in enumerate(shards)}
    files |= {f"d{number}": chunk for number, (_, chunk) in enumerate(chunks)}
    words = _words(by_term)
    files |= {f"w{length}": " ".join(of_length) for length, of_length in words.items()}
    files["facets"] = _facets(pages)
    scripts = {name: _script(name, value) for name, value in files.items()}
    digest = hashlib.sha256("".join(scripts[name] for name in sorted(scripts)).encode()).hexdigest()[:12]
    languages = sorted({page.lang for page in pages})
    head = {
        "folder": digest,
        "terms": " ".join(first for first, _ in shards),
        "entries": coded(len(page.entries) for page in pages),
        "chunks": coded(gaps(start for start, _ in chunks)),
        "languages": languages,
        "standings": coded(10 * languages.index(page.lang) + page.weight for page in pages),
        "words": sorted(words),
        "forms": _forms(by_term, names),
        "names": names,
    }
    named = {f"{digest}/{name}.js": script for name, script in scripts.items()}
    return MappingProxyType({HEAD: _script("index", head), **named})


def _may_stand(name: str, terms: Container[str]) -> bool:
    """Whether the terms of a name stand in the texts; the last character of a run is one only where it ends there."""
    own = terms_of(folded(name))
    return all(term in terms for term in own if len(term) > 1 or len(own) == 1)


def _script(name: str, value: object) -> str:
    return f"sopSearch({json.dumps(name)},{json.dumps(value, ensure_ascii=False, separators=(',', ':'))});\n"


def _shards(by_term: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Terms with their postings in files of about the same size, each with its first term."""
    first, size = "", 0
    shard: list[str] = []
    for term in sorted(by_term, key=lambda term: term.encode("utf-16-be")):
        record = f"{term} {by_term[term]}!"
        if shard and size + len(record) > TERMS_SIZE:
            yield first, shard
            shard, size = [], 0
        if not shard:
            first = term
        shard.append(record)
        size += len(record)
    if shard:
        yield first, shard


def _chunks(pages: Sequence[SearchPage]) -> Iterator[tuple[int, object]]:
    """Entries in files of about the same size, each with the number of its first entry.

    A file holds pages, a longer page stands in several: its address and tags, the number of its first entry there, and
    entries with anchor, title, text and names.
    """
    start = number = size = 0
    chunk: list[list[object]] = []
    for page in pages:
        lengths = [len(f"{entry.title}{entry.text}".encode()) for entry in page.entries]
        entries: list[list[str]] = []
        for at, (entry, length) in enumerate(zip(page.entries, lengths, strict=True)):
            needed = length if at else min(sum(lengths), ENTRIES_SIZE)
            if size and size + needed > ENTRIES_SIZE:
                yield start, chunk
                start, size, chunk, entries = number, 0, [], []
            if not entries:
                chunk.append([page.url, page.entries[0].tags, number, entries])
            entries.append([entry.anchor, entry.title, entry.text, *entry.names])
            number, size = number + 1, size + length
    if chunk:
        yield start, chunk


def _words(terms: Iterable[str]) -> dict[int, list[str]]:
    """The words that a slip may have been meant for, by length."""
    found: dict[int, list[str]] = {}
    for term in sorted(terms):
        if len(term) >= FEWEST_LETTERS and term.isascii() and term.isalpha():
            found.setdefault(len(term), []).append(term)
    return found


def _forms(terms: Iterable[str], names: Iterable[Iterable[str]]) -> str:
    """The Han characters whose common form occurs, each before that form."""
    used = {*chain.from_iterable(terms), *folded("".join(chain.from_iterable(names)))}
    return "".join(char + form for char, form in han_forms().items() if form in used)


def _facets(pages: Sequence[SearchPage]) -> list[list[str]]:
    """Family, name and pages of each facet; in a family the most frequent first."""
    holders: dict[tuple[str, str], list[int]] = {}
    for number, page in enumerate(pages):
        for facet in dict.fromkeys(page.facets):
            holders.setdefault((facet.family, facet.name), []).append(number)
    ordered = sorted(holders, key=lambda key: (FAMILIES.index(key[0]), -len(holders[key]), key[1]))
    return [[family, name, coded(_runs(holders[family, name]))] for family, name in ordered]


def _runs(ascending: Iterable[int]) -> Iterator[int]:
    """Ascending numbers as how many are left out and how many follow each other, in turn."""
    following = run = left_out = 0
    for number in ascending:
        if number > following or not run:
            if run:
                yield from (left_out, run)
            left_out, run = number - following, 0
        run, following = run + 1, number + 1
    if run:
        yield from (left_out, run)
