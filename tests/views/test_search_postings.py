"""What is made of postings that are there already is what is made anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.model.page import SearchEntry, SearchPage
from sop_plugin.views.search.codes import coded, codes_in, number_of
from sop_plugin.views.search.postings import postings_of
from sop_plugin.views.search.terms import terms_of

WORDS = st.lists(st.sampled_from(("退貨單", "退款", "latte", "cups", "Wi-Fi", "2.1", "30 分鐘")), max_size=4).map(
    " ".join
)
NAMES = st.lists(WORDS, max_size=1).map(tuple)
ENTRY = st.builds(SearchEntry, st.sampled_from(("", "greet")), WORDS, WORDS, st.just(()), NAMES)
ENTRIES = st.lists(ENTRY, min_size=1, max_size=3).map(tuple)
LANGUAGE = st.sampled_from(("en", "zh-TW"))
DIGESTS = (lambda _: "", repr)
"""Whether it is known what entries were made of."""

PAGES = st.dictionaries(st.sampled_from("acegikmo"), st.tuples(LANGUAGE, ENTRIES, st.sampled_from(DIGESTS))).map(
    lambda pages: [
        SearchPage(url, lang, entries, digest=digest(entries)) for url, (lang, entries, digest) in pages.items()
    ]
)

OTHERS = [
    SearchPage(f"{letter}{number}", lang, (SearchEntry("", "退貨單 latte", "退款 and cups 30 分鐘"),))
    for number, lang in enumerate(("en", "zh-TW") * 5)
    for letter in "bdfhjln"
]
"""Pages that stay, so that an edit of the others is one of few, and how long entries usually are stays the same."""


@given(st.lists(st.integers(0, 10_000_000)))
def test_numbers_are_read_as_they_were_written(numbers: list[int]) -> None:
    assert list(map(number_of, codes_in(coded(numbers)))) == numbers


@given(PAGES, PAGES, st.sets(st.sampled_from("acegikmo")))
def test_after_any_edit_the_postings_are_as_if_made_anew(
    before: list[SearchPage], now: list[SearchPage], left_alone: set[str]
) -> None:
    stay = [page for page in before if page.url in left_alone]
    now = [*stay, *(page for page in now if page.url not in left_alone)]
    made = postings_of(in_order(before))
    assert postings_of(in_order(now), made) == postings_of(in_order(now))


def in_order(pages: list[SearchPage]) -> list[SearchPage]:
    """The pages of a site with these and those that stay."""
    return sorted((*pages, *OTHERS), key=lambda page: page.url)


def test_an_edit_asks_for_the_terms_of_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def recorded(text: str) -> list[str]:
        cut.append(text)
        return terms_of(text)

    cut: list[str] = []
    before = postings_of(OTHERS)
    monkeypatch.setattr("sop_plugin.views.search.postings.terms_of", recorded)
    edited = SearchPage(OTHERS[7].url, OTHERS[7].lang, (SearchEntry("", "Latte", "only cups"),))
    postings_of([*OTHERS[:7], edited, *OTHERS[8:]], before)
    assert cut == ["only cups", "latte"]
