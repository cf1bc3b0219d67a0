"""All pages as plain Markdown."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from sop_plugin.pipeline.rendering import Links, write_pages
from sop_plugin.pipeline.site import load_site
from tests.pipeline.contents import content, sop

INDEX = """---
title: Home
---
# Home

<!-- sop: changes 3 -->

[Do b](shop/b.md) `<!-- sop: roles -->` <!-- sop: nothing -->
"""

FILES: dict[str, str | bytes] = {
    "index.md": INDEX,
    "index.zh-TW.md": "# 首頁\n",
    "guide/only.zh-TW.md": "# 只有中文\n",
    "a.md": sop(
        "a",
        "references:\n  - {id: b, title: B, link: 'shop/b.md'}\n",
        "See [b](shop/b.md#begin) and ![x](<img/x 1.png>).\n",
    ),
    "shop/b.md": sop("b", body="[a](../a.md)\n"),
    "guide/x.en-GB.md": "# An ordinary page\n",
    "img/x 1.png": b"png",
    "device.md": "# Our own\n",
}


Rendered = Callable[..., Path]


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """The folder of the pages with links of a kind, in a language; each is written once."""

    @cache
    def write(links: Links = Links.DIRECTORIES, language: str = "en") -> Path:
        root = tmp_path_factory.mktemp("rendered")
        folder = content(root, FILES)
        place = root / "out"
        place.mkdir()
        count = write_pages(load_site(folder, language=language), folder, place, links)
        assert count == len(list(place.rglob("*.md")))
        return place

    return write


def test_what_is_written(rendered: Rendered) -> None:
    place = rendered()
    pages = {path.relative_to(place).as_posix() for path in place.rglob("*.md")}
    assert {"index.md", "a.md", "a/checklist.md", "shop/b.md", "guide/x.en-GB.md", "procedures.md", "start.md"} < pages
    assert not {"index.zh-TW.md", "guide/only.md", "organisation.yml"} & pages
    assert (place / "img/x 1.png").read_bytes() == b"png"
    assert (place / "device.md").read_text() == "# Our own\n"  # the site's own page counts more than a generated one
    assert (place / "assets/sop/css/sop.css").is_file()
    assert (place / "assets/sop/js/en/checklist.js").is_file()


def test_pages_in_another_language(rendered: Rendered) -> None:
    place = rendered(language="zh-TW")
    assert (place / "index.md").read_text() == "# 首頁\n"
    assert (place / "guide/only.md").read_text() == "# 只有中文\n"


def test_marks_are_filled_in_where_they_mean_something(rendered: Rendered) -> None:
    text = (rendered() / "index.md").read_text()
    assert text.startswith('---\ntitle: Home\n---\n\n<div><link rel="stylesheet" href="assets/sop/css/sop.css">')
    assert '\n\n<div class="sop sop-piece" data-search-exclude>\n' in text
    assert "<!-- sop: changes" not in text
    assert "`<!-- sop: roles -->` <!-- sop: nothing -->" in text


@pytest.mark.parametrize(
    ("links", "b", "checklist", "style", "back", "picture"),
    [
        (
            Links.DIRECTORIES,
            "../shop/b/#begin",
            "checklist/",
            "../assets/sop/css/sop.css",
            "../../a/",
            "../img/x%201.png",
        ),
        (Links.HTML, "shop/b.html#begin", "a/checklist.html", "assets/sop/css/sop.css", "../a.html", "img/x%201.png"),
        (Links.SOURCE, "shop/b.md#begin", "a/checklist.md", "assets/sop/css/sop.css", "../a.md", "img/x%201.png"),
    ],
)
def test_links(rendered: Rendered, links: Links, b: str, checklist: str, style: str, back: str, picture: str) -> None:
    place = rendered(links)
    page = (place / "a.md").read_text()
    for target in (b, checklist, style):
        assert f'href="{target}"' in page
    assert f'src="{picture}"' in page
    assert f'href="{back}"' in (place / "shop/b.md").read_text()
