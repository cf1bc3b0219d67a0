from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

TARGETS = {"a": "href", "link": "href", "img": "src", "script": "src", "video": "src", "source": "src"}


@dataclass
class Links(HTMLParser):
    """What a page's HTML leads to, and what in it can be led to."""

    html: str
    lang: str = ""
    ids: set[str] = field(default_factory=set)
    targets: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.lang = given.get("lang") or ""
        for name in ("id", "name") if tag == "a" else ("id",):
            if identifier := given.get(name):
                self.twice += [identifier] if identifier in self.ids else []
                self.ids.add(identifier)
        if target := given.get(TARGETS.get(tag, "")):
            self.targets.append(target)


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, Links]:
    """Every page by its address, such as `/cafe/ordering/`."""
    return {
        "/" + path.relative_to(built).as_posix().removesuffix("index.html"): Links(path.read_text(encoding="utf-8"))
        for path in sorted(built.rglob("*.html"))
    }


def test_every_link_leads_somewhere(built: Path, pages: dict[str, Links]) -> None:
    dead = []
    for address, page in pages.items():
        for target in page.targets:
            url = urlsplit(urljoin(address, target))
            if url.scheme or url.netloc:
                continue
            path, anchor = unquote(url.path), unquote(url.fragment)
            there = pages.get(path)
            if there is None and not (built / path.lstrip("/")).is_file():
                dead.append(f"{address}: {target}")
            elif there is not None and anchor and anchor not in there.ids:
                dead.append(f"{address}: no such place: {target}")
    assert len(pages) > 60
    assert dead == []


def test_no_script_style_or_picture_comes_from_elsewhere(built: Path) -> None:
    for path in built.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        for mark in ('src="http', 'src="//', '<link rel="stylesheet" href="http', "fonts.googleapis", "unpkg.com"):
            assert mark not in html, path


def test_every_page_names_its_language(pages: dict[str, Links]) -> None:
    assert {page.lang for page in pages.values()} == {"zh-TW"}


def test_no_place_of_a_page_has_two_meanings(pages: dict[str, Links]) -> None:
    assert {address: page.twice for address, page in pages.items() if page.twice} == {}
