"""The list of everyday words names each thing once, and in ways that search can tell apart."""

from __future__ import annotations

from collections import Counter

from sop_plugin.views.search.everyday import everyday_names
from sop_plugin.views.search.folding import folded
from sop_plugin.views.search.terms import terms_of


def test_each_thing_has_several_names_that_are_not_one_to_search() -> None:
    assert everyday_names()
    for names in everyday_names():
        assert len(names) > 1
        assert all(terms_of(folded(name)) for name in names)
        assert len({tuple(terms_of(folded(name))) for name in names}) == len(names), names


def test_no_name_stands_for_two_things() -> None:
    counts = Counter(folded(name) for names in everyday_names() for name in names)
    assert [name for name, count in counts.items() if count > 1] == []
