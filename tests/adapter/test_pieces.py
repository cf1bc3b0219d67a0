"""Marks in ordinary pages."""

from __future__ import annotations

import logging

import pytest

from sop_plugin.adapter.pieces import has_marks, with_pieces
from sop_plugin.views.pieces import MarkError
from sop_plugin.words.catalogue import catalogue
from tests.adapter.conftest import BuildSite
from tests.adapter.fake_site import FakePage, FakeSite
from tests.adapter.test_pages import read

PAGE = """---
title: Home
---
# Home

<!-- sop: search -->

```html
<!-- sop: nonsense -->
```

Words <!-- sop: search --> and words.

<!-- sop:
  nonsense 3 -->
"""

CORE = {"cafe/latte.md": FakePage()}


def test_marks_are_filled_in_and_what_the_page_needs_is_linked(build_site: BuildSite) -> None:
    site = build_site(FakeSite(CORE), {"index.md": PAGE, "other.md": "# Other\n"})
    html = read(site, "index.html")
    assert '<p><a href="cafe/latte/">made of search</a></p>' in html
    assert html.count("made of search") == 1
    assert "&lt;!--" in html
    for needed in ("assets/sop/css/home.css", "assets/sop/js/pieces.js"):
        assert needed in html
        assert (site / needed).is_file()
        assert needed not in read(site, "other/index.html")


def test_a_mark_that_means_nothing_is_warned_of_at_its_line(
    build_site: BuildSite, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "mkdocs"):
        build_site(FakeSite(CORE), {"index.md": PAGE})
    assert [text for text in caplog.messages if "index.md" in text] == [
        "content/index.md:12: 標記要自成一行，前後各空一行。",
        "content/index.md:14: 沒有「nonsense」這個標記。可以用的有：search。",
    ]


def test_of_two_faulty_marks_alike_each_has_its_own_line(caplog: pytest.LogCaptureFixture) -> None:
    def refuse(mark: str) -> str:
        raise MarkError("piece.unknown", name=mark, known="search")

    source = "<!-- sop: x -->\n\n~~~\n```\n<!-- sop: x -->\n~~~\n\n<!-- sop:  x -->\n"
    html = "<!-- sop: x -->\n<pre></pre>\n<!-- sop:  x -->"
    assert with_pieces(html, refuse, source, "a.md", catalogue("en")) == html
    assert [text.partition(": ")[0] for text in caplog.messages] == ["a.md:1", "a.md:8"]


def test_other_comments_are_no_marks() -> None:
    assert not has_marks("<p>&lt;!-- sop: search --&gt;</p><!-- sops: search --><!-- a sop: b -->")
