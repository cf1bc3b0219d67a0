"""Did you mean ...?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from difflib import SequenceMatcher, get_close_matches
from itertools import islice

COMPARISONS = 100_000
"""Words compared for the suggestions of one file: enough for more than a hundred slips. A file that was built to hold
more of them gets the first ones only, and is still checked at once."""

_LONGEST = 100
"""Characters of a word above which nobody misspelt a name."""

_FULL_COMPARISON = 10
"""How many times longer it takes to rank a word than to find that it is not alike."""

_left: ContextVar[list[int] | None] = ContextVar("_left", default=None)


@contextmanager
def limited(comparisons: int = COMPARISONS) -> Iterator[None]:
    """Within it, all suggestions together take no more than so many comparisons; then there are none any more."""
    token = _left.set([comparisons])
    try:
        yield
    finally:
        _left.reset(token)


def _affordable(comparisons: int) -> bool:
    left = _left.get()
    if left is None:
        return True
    left[0] -= comparisons
    return left[0] >= 0


def nearest(word: str, *candidates: Collection[str]) -> str | None:
    """The candidate most like `word`, or None where none is like it. Case, `_` and `-` do not count."""
    if len(word) > _LONGEST or not _affordable(sum(map(len, candidates))):
        return None
    plain = {each.lower().replace("_", "-"): each for names in candidates for each in names}
    wanted = word.lower().replace("_", "-").replace(" ", "-")
    if wanted in plain:
        return plain[wanted]
    matches = get_close_matches(wanted, plain, n=3, cutoff=0.75)
    return next((plain[match] for match in matches if _is_like_in_parts(wanted, match)), None)


def _is_like_in_parts(one: str, other: str) -> bool:
    """Whether no part of an id is quite another's: `qa-manager` shares most letters with `ward-manager`."""
    pairs = list(zip(one.split("-"), other.split("-"), strict=False))
    if one.count("-") != other.count("-") or len(pairs) == 1:
        return True
    return all(SequenceMatcher(None, *pair).ratio() >= 0.5 for pair in pairs)


def titled(title: str, titles: Mapping[str, str]) -> str | None:
    """The first id that has this title, or None. `titles` are titles by id."""
    if not _affordable(len(titles)):
        return None
    return next((identifier for identifier, each in titles.items() if each == title), None)


MANY = 10
"""Names a message lists at most."""


def likeliest(word: str, names: Collection[str], count: int) -> list[str]:
    """The `count` names most like `word`, the likeliest first; all of them in their order where they are no more."""
    if len(names) <= count:
        return list(names)
    if len(word) > _LONGEST or not _affordable(len(names) * _FULL_COMPARISON):
        return list(islice(names, count))
    return get_close_matches(word, names, n=count, cutoff=0)


def some_of(names: Collection[str], wanted: str) -> str:
    """The names that are possible in a place; where they are many, those most like the one `wanted`."""
    return ", ".join(likeliest(wanted, names, MANY))
