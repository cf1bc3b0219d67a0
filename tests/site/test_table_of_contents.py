"""The table of contents shows how far the reader has come, and costs nothing where nobody sees it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Open
from tests.support.browsing import DESK, PHONE

pytestmark = pytest.mark.browser

TABLE = ".md-sidebar--secondary [data-sop-toc]"

SCROLL = """async (to) => {
  const links = [...document.querySelectorAll(".md-sidebar--secondary [data-sop-toc] a")];
  const names = (some) => some.map((link) => link.hash);
  const look = () => {
    const line = document.querySelector(".md-header").getBoundingClientRect().bottom + 32;
    const right = links.filter((link) =>
      document.getElementById(decodeURIComponent(link.hash.slice(1))).getBoundingClientRect().top <= line);
    const isEnd = scrollY > 0 && Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight;
    return {
      right: names(isEnd ? links : right),
      passed: names(links.filter((link) => link.matches(".md-nav__link--passed"))),
      active: names(links.filter((link) => link.matches(".md-nav__link--active"))),
    };
  };
  scrollTo({ top: to, behavior: "instant" });
  let found;
  let calm = 0;
  for (let frame = 0; frame < 100 && calm < 5; frame += 1) { // what comes near is laid out over several frames
    await new Promise((done) => requestAnimationFrame(done));
    found = look();
    calm = found.right.length === found.passed.length ? calm + 1 : 0;
  }
  return found;
}"""
"""Scrolls there; gives the links of the headings that were passed, and of those the table marks."""


def _is_in_sight(page: Page) -> bool:
    """Whether the mark is in the part of the table that its own scrolling shows."""
    return bool(
        page.evaluate(
            """(table) => {
              const box = document.querySelector(table).closest(".md-sidebar__scrollwrap").getBoundingClientRect();
              const link = document.querySelector(`${table} .md-nav__link--active`).getBoundingClientRect();
              return link.top >= box.top && link.bottom <= box.bottom;
            }""",
            TABLE,
        )
    )


def test_headings_are_marked_as_they_are_passed_there_and_back(visit: Open) -> None:
    page = visit("bank/loan/", **DESK).page
    end = page.evaluate("document.documentElement.scrollHeight")
    counts = []
    for place in (0.1, 0.3, 0.7, 2, 0.5, 0):
        found = page.evaluate(SCROLL, int(place * end))
        assert found["passed"] == found["right"]
        assert found["active"] == found["right"][-1:]
        counts.append(len(found["passed"]))
        if found["passed"]:
            assert _is_in_sight(page)
    assert counts[0] < counts[1] < counts[2] < counts[3]
    assert counts[4] < counts[3]
    assert counts[5] == 0


def test_the_drawer_s_table_is_marked_when_it_is_opened(visit: Open) -> None:
    page = visit("bank/loan/#decline", **PHONE).page
    marked = page.locator(".md-sidebar--primary .md-nav__link--active[href='#decline']")
    expect(marked).to_have_count(0)
    page.get_by_role("button", name="導覽選單").click()
    expect(marked).to_have_count(1)
