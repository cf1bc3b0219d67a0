"""Pages that are filled into shells are byte by byte those that the theme prints."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sop_plugin.adapter import build_key, plugin, shells
from sop_plugin.adapter.page import SopPage
from sop_plugin.pipeline.build_inputs import OTHERS
from tests.adapter.conftest import BuildSite
from tests.adapter.fake_site import FakePage, FakeSite

STEPS = (("greet", "打招呼 & 微笑", "先說歡迎。"), ("serve", '<上> "餐"', "雙手。"))


def core() -> FakeSite:
    """Sections longer and shorter than what a sidebar shows, pages with and without each part, and some odd ones."""
    pages: dict[str, FakePage] = {}
    for section in range(2):
        for number in range(16):
            pages[f"s{section}/p{number:02}.md"] = FakePage(
                title=f"程序 {number} & <b>edit/blob</b> 'é'",
                section=("程序", f"部門{section}"),
                description="" if number % 3 else f'說明 "{number}" ⟦ title⟧',
                steps=STEPS[: number % 3],
                links=("s0/p01.md#greet",),
                text="⟦ content⟧",
            )
            pages[f"s{section}/p{number:02}/checklist.md"] = FakePage(
                title=f"清單 {number}", generated=True, in_navigation=False, steps=STEPS
            )
    for number in range(5):
        pages[f"short/p{number}.md"] = FakePage(title=f"短 {number}", section=("短",))
        pages[f"s0/p07/below{number}.md"] = FakePage(title=f"其下 {number}", section=("程序", "部門0"))
        pages[f"rules/r{number}.md"] = FakePage(title=f"規則 {number}", section=("參考",))
        pages[f"flat{number}.md"] = FakePage(title=f"頂層 {number}", section=())
        pages[f"hidden{number}.md"] = FakePage(title=f"草稿 {number}", listed=False)
    pages["rules/index.md"] = FakePage(title="規則", section=("參考",))
    pages["procedures.md"] = FakePage(title="程序總覽", section=("程序",), generated=True)
    return FakeSite(pages)


def built(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that were filled into a shell, in their order."""
    found: list[str] = []
    original = shells.Shells.page

    def noting(self: shells.Shells, context: Mapping[str, Any], print_whole: shells.Print) -> str:
        whole: list[str] = []

        def printing(context: Mapping[str, Any]) -> str:
            whole.append(print_whole(context))
            return whole[-1]

        output = original(self, context, printing)
        if not whole:
            page: SopPage = context["page"]
            found.append(page.url)
        return output

    monkeypatch.setattr(shells.Shells, "page", noting)
    return found


EVERYTHING = [
    *("navigation.tabs", "navigation.indexes", "navigation.sections", "navigation.path", "navigation.footer"),
    *("navigation.top", "content.action.edit", "toc.follow"),
]
SETTINGS = {
    "plain": {},
    "everything": {
        "theme": {"features": EVERYTHING},
        "site_url": "https://sop.example.com/handbook/",
        "edit_uri_template": "https://git.example.com/edit/main/{path}",
        "sop": {"offline": True, "csp": True, "languages": ["en"]},
    },
    "files": {
        "use_directory_urls": False,
        "theme": {"features": ["navigation.prune", "toc.integrate"]},
        "nav": ["index.md", {"重要": ["s0/p01.md", "s0/p02.md", "short/p1.md"]}],
    },
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_the_same_bytes(
    build_site: BuildSite,
    filled: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    settings: dict[str, Any],
) -> None:
    monkeypatch.setenv(OTHERS, str(tmp_path / "others"))  # as `sop build` does, so that languages are linked
    pages = built(build_site(core(), **settings))
    assert len(filled) > len(pages) / 3
    assert sum("checklist" in url for url in filled) > 20
    filled.clear()
    monkeypatch.setattr(plugin, "is_blind", lambda _config: False)
    assert built(build_site(core(), **settings)) == pages
    assert not filled


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ('{% extends "base.html" %}{% block announce %}嶼光{% endblock %}', True),
        ('{% extends "base.html" %}{% block announce %}{{ page.title }}{% endblock %}', False),
        ("{% for item in nav %}{{ item.title }}{% endfor %}", False),
    ],
)
def test_templates_of_the_sites_own(tmp_path: Path, own: str, expected: bool) -> None:
    (tmp_path / "main.html").write_text(own, encoding="utf-8")
    config: Any = SimpleNamespace(theme=SimpleNamespace(dirs=[str(tmp_path)]))
    assert build_key.is_blind(config) is expected


@pytest.mark.parametrize("more", ["{{ page.title | upper }}", "{{ page.content | default('') | length }}"])
def test_a_template_that_does_more_than_print(
    build_site: BuildSite, filled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str
) -> None:
    (tmp_path / "own").mkdir()
    main = f'{{% extends "base.html" %}}{{% block extrahead %}}{more}{{% endblock %}}'
    (tmp_path / "own/main.html").write_text(main, encoding="utf-8")
    right = built(build_site(core(), theme={"custom_dir": str(tmp_path / "own")}))
    monkeypatch.setattr(plugin, "is_blind", lambda _config: True)
    assert built(build_site(core(), theme={"custom_dir": str(tmp_path / "own")})) == right
    assert not filled
