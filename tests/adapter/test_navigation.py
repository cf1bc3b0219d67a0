"""The sidebar of a page stays small, and leads where it should."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.adapter.conftest import BuildSite
from tests.adapter.fake_site import FakePage, FakeSite
from tests.support.search_entries import search_entries

SIDEBAR = re.compile(r'<nav class="md-nav md-nav--primary.*?data-md-type="toc"', re.DOTALL)
LINK = re.compile(
    r'<a href="([^"]*)" class="md-nav__link[^"]*">\s*<span class="md-ellipsis">\s*(.*?)\s*</span>', re.DOTALL
)
TAB = re.compile(r'<a href="([^"]*)" class="md-tabs__link">\s*(.*?)\s*</a>', re.DOTALL)


def core(per_section: int = 30, sections: int = 2) -> FakeSite:
    pages = {}
    for number in range(sections):
        for page in range(per_section):
            pages[f"s{number}/p{page:03}.md"] = FakePage(
                title=f"程序{number}-{page}", section=("程序", f"部門{number}")
            )
    pages["procedures.md"] = FakePage(title="程序總覽", section=("程序",), generated=True)
    return FakeSite(pages)


def html_of(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def sidebar(html: str) -> list[str]:
    """The titles of the links in the sidebar."""
    found = SIDEBAR.search(html)
    assert found
    return [title for _, title in LINK.findall(found.group())]


def test_shows_the_siblings_around_the_page_then_the_index(build_site: BuildSite) -> None:
    titles = sidebar(html_of(build_site(core()), "s0/p015/index.html"))
    around = [f"程序0-{number}" for number in range(9, 21)]
    assert titles == ["首頁", "程序總覽", "程序0-0", *around, "… 程序總覽", "部門1"]


@pytest.mark.parametrize(("page", "first", "last"), [("p000", 0, 11), ("p029", 18, 29)])
def test_shows_as_many_siblings_at_the_ends(build_site: BuildSite, page: str, first: int, last: int) -> None:
    titles = sidebar(html_of(build_site(core()), f"s0/{page}/index.html"))
    shown = [title for title in titles if title.startswith("程序0-") and title != "程序0-0"]
    assert shown == [f"程序0-{number}" for number in range(max(first, 1), last + 1)]


def test_a_short_section_is_shown_whole(build_site: BuildSite) -> None:
    titles = sidebar(html_of(build_site(core(per_section=3)), "s1/p001/index.html"))
    assert titles == ["首頁", "程序總覽", "部門0", "程序1-0", "程序1-1", "程序1-2"]


def test_is_no_larger_on_a_larger_site(build_site: BuildSite) -> None:
    small = html_of(build_site(core(per_section=15, sections=15)), "s7/p007/index.html")
    large = html_of(build_site(core(per_section=30, sections=25)), "s7/p007/index.html")
    assert len(sidebar(large)) == len(sidebar(small)) < 40
    assert len(large) == pytest.approx(len(small), rel=0.01)


def test_an_index_comes_first_in_its_section(build_site: BuildSite) -> None:
    pages = {f"rules/{name}.md": FakePage(title=name, section=("參考",)) for name in ("alias", "index", "tab")}
    site = build_site(FakeSite(pages), theme={"features": ["navigation.indexes"]})
    assert sidebar(html_of(site, "rules/tab/index.html")) == ["首頁", "參考", "alias", "tab"]
    assert '<a href="../" class="md-nav__link' in html_of(site, "rules/tab/index.html")


def test_the_index_is_offered_only_for_what_it_lists(build_site: BuildSite) -> None:
    rules = {
        f"rules/r{number:02}.md": FakePage(title=f"規則{number}", section=("參考", "規則")) for number in range(30)
    }
    site = build_site(FakeSite(dict(core(per_section=3).contents) | rules))
    assert "… 程序總覽" not in sidebar(html_of(site, "rules/r15/index.html"))


def test_an_ordinary_page_shows_the_sections(build_site: BuildSite) -> None:
    files = {"index.md": "# 首頁", "guide.md": "# 指南"}
    titles = sidebar(html_of(build_site(core(), files), "guide/index.html"))
    assert titles == ["首頁", "指南", "程序總覽", "部門0", "部門1"]


def test_tabs_lead_to_the_index_from_every_page(build_site: BuildSite) -> None:
    files = {"index.md": "# 首頁", "guide/a.md": "# 指南"}
    nav = [{"首頁": "index.md"}, {"指南": ["guide/a.md"]}]
    site = build_site(core(sections=20), files, nav=nav, theme={"features": ["navigation.tabs"]})
    for path in ("index.html", "guide/a/index.html", "s0/p015/index.html", "s15/p002/index.html"):
        html = html_of(site, path)
        up = "../" * path.count("/")
        urls = {title: url for url, title in TAB.findall(html)}
        assert urls["首頁"] == (up.removesuffix("/") or ".")
        assert urls["程序"] == f"{up}procedures/"
        assert len(urls) == 3
        assert html.count("md-tabs__item--active") == 1


def test_previous_and_next_stay_in_the_section(build_site: BuildSite) -> None:
    site = build_site(core(per_section=3), theme={"features": ["navigation.footer", "navigation.path"]})
    first, second, third = (html_of(site, f"s1/p00{number}/index.html") for number in range(3))
    assert '<link rel="prev"' not in first
    assert '<link rel="next" href="../p001/">' in first
    assert '<link rel="prev" href="../p000/">' in second
    assert '<link rel="next" href="../p002/">' in second
    assert '<link rel="next"' not in third
    path = re.findall(r'class="md-path__link">\s*<span class="md-ellipsis">\s*(.*?)\s*</span>', second, re.DOTALL)
    assert path == ["首頁", "程序", "部門1"]


def test_a_page_that_mkdocs_yml_names_stays_where_it_is_named(build_site: BuildSite) -> None:
    nav = ["index.md", {"重要": ["s0/p001.md"]}]
    site = build_site(core(per_section=3), nav=nav)
    assert sidebar(html_of(site, "s0/p001/index.html"))[:2] == ["首頁", "程序0-1"]
    assert "程序0-1" not in sidebar(html_of(site, "s0/p002/index.html"))[2:]


def test_drafts_are_in_no_navigation_and_have_one(build_site: BuildSite) -> None:
    pages = dict(core(per_section=3).contents) | {"draft.md": FakePage(title="草稿", listed=False)}
    site = build_site(FakeSite(pages))
    assert "草稿" not in html_of(site, "s0/p001/index.html")
    assert sidebar(html_of(site, "draft/index.html")) == ["首頁", "程序總覽", "部門0", "部門1"]


def test_pages_without_a_section_stand_at_the_top(build_site: BuildSite) -> None:
    pages = {f"p{number:03}.md": FakePage(title=f"頁{number}", section=()) for number in range(40)}
    titles = sidebar(html_of(build_site(FakeSite(pages)), "p020/index.html"))
    assert titles == ["首頁", "頁0", *(f"頁{number}" for number in range(14, 26))]


def test_a_page_may_be_found_without_standing_in_the_sidebar(build_site: BuildSite) -> None:
    page, hidden = FakePage(title="煮一杯拿鐵"), FakePage(title="拿鐵的檢核表", generated=True, in_navigation=False)
    site = build_site(FakeSite({"cafe/latte.md": page, "cafe/latte/checklist.md": hidden}))
    assert "拿鐵的檢核表" not in (site / "cafe/latte/index.html").read_text(encoding="utf-8")
    assert "cafe/latte/checklist/" in search_entries(site)


def test_my_work_and_the_sheets_to_print_come_before_others(build_site: BuildSite) -> None:
    pages = {path: FakePage(title=path, section=(), generated=True) for path in ("device.md", "start.md")}
    pages["posters.md"] = FakePage(title="posters.md", section=("程序",), generated=True)
    site = build_site(FakeSite({**core(per_section=1).contents, **pages}))
    assert sidebar(html_of(site, "procedures/index.html")) == [
        "首頁",
        "程序總覽",
        "posters.md",
        "部門0",
        "部門1",
        "start.md",
        "device.md",
    ]
