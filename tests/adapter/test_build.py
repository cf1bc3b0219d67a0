"""What a build leaves behind, and what it asks for."""

from __future__ import annotations

import filecmp
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from sop_plugin.adapter.assets import with_assets
from sop_plugin.model.page import RenderedPage
from sop_plugin.web.addresses import assets_of
from tests.adapter.conftest import BuildSite
from tests.adapter.fake_site import FakePage, FakeSite
from tests.support.browsing import settle

CORE = FakeSite({"cafe/latte.md": FakePage(), "procedures.md": FakePage(title="全部", generated=True)})


def differences(one: Path, other: Path) -> list[str]:
    """The files in which two folders differ, by content."""
    names = {
        path.relative_to(folder).as_posix() for folder in (one, other) for path in folder.rglob("*.*") if path.is_file()
    }
    _, different, missing = filecmp.cmpfiles(one, other, sorted(names), shallow=False)
    return different + missing


def test_a_build_does_not_change_with_the_day(build_site: BuildSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    address = "https://example.org/manual/"
    first = build_site(CORE, site_dir="first", site_url=address)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    second = build_site(CORE, site_dir="second", site_url=address)
    assert not differences(first, second)
    sitemap = (first / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/manual/cafe/latte/</loc>" in sitemap
    assert "lastmod" not in sitemap


def test_our_assets_come_before_the_site_s_own(build_site: BuildSite) -> None:
    site = build_site(CORE, {"index.md": "# Home", "own.css": "p{}"}, extra_css=["own.css"])
    home = (site / "index.html").read_text(encoding="utf-8")
    assert home.index('href="assets/sop/css/material.css"') < home.index('href="own.css"')
    assert "sop.css" not in home
    page = (site / "cafe" / "latte" / "index.html").read_text(encoding="utf-8")
    own = [page.index(f'href="../../{name}.css"') for name in ("assets/sop/css/material", "assets/sop/css/sop", "own")]
    assert own == sorted(own)
    assert (site / "assets" / "sop" / "css" / "sop.css").is_file()
    assert not list((site / "assets" / "sop").rglob("*.py*"))
    assert not (site / "assets" / "sop" / "js" / "kit").exists()


def test_a_page_is_linked_to_the_scripts_of_its_language() -> None:
    page = RenderedPage("T", "", "", (), frozenset(), (), lang="zh-HK", features=("checklist",))
    head = '<link rel="stylesheet" href="../assets/sop/css/material.css">'
    html = with_assets(f"<head>{head}</head>", "latte/", assets_of(page))
    assert html.index("../assets/sop/css/sop.css") < html.index(
        '<script src="../assets/sop/js/zh-TW/checklist.js" defer></script>'
    )


@pytest.mark.browser
def test_pages_ask_no_other_host(
    build_site: BuildSite, serve: Callable[[Path], str], desk_page: Page, caplog: pytest.LogCaptureFixture
) -> None:
    address = serve(build_site(CORE, repo_url="https://github.com/example/manual", theme={"font": {"text": "Noto"}}))
    assert "已略過 theme.font" in caplog.text
    desk_page.goto(f"{address}cafe/latte/")
    settle(desk_page)
    assert desk_page.locator(".md-source").first.get_attribute("href") == "https://github.com/example/manual"
    # the fixture of the page fails the test on any request to another host


def test_the_theme_s_preset_font_is_left_out_in_silence(
    build_site: BuildSite, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        site = build_site(CORE, strict=True)
    assert "fonts.g" not in (site / "index.html").read_text(encoding="utf-8")


def test_templates_of_the_site_stand_before_ours(build_site: BuildSite, tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides" / "sitemap.xml").write_text("<own/>")
    site = build_site(CORE, theme={"custom_dir": "overrides"})
    assert (site / "sitemap.xml").read_text() == "<own/>"


@pytest.mark.parametrize(("features", "is_materials"), [([], False), (["toc.follow", "navigation.tracking"], True)])
def test_where_addresses_follow_the_reader_the_contents_are_the_theme_s(
    build_site: BuildSite, features: list[str], is_materials: bool
) -> None:
    site = build_site(CORE, {"index.md": "# Home\n\n## One\n"}, theme={"features": features})
    html = (site / "index.html").read_text(encoding="utf-8")
    assert ('data-md-component="toc"' in html) is is_materials
    assert ("data-sop-toc" in html) is not is_materials
