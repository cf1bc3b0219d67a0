"""What an author types is text wherever it is shown: on pages, in the navigation, in the search."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.cli.project import CONFIG, Project
from tests.support.browsing import DESK, OpenContext, settle

pytestmark = pytest.mark.browser

SCRIPT = "<script>alert(1)</script>"
PICTURE = '"><img src=x onerror=alert(1)>'
BOTH = f"壞人{SCRIPT}{PICTURE}'{{{{7*7}}}}"

ORGANISATION = {
    "name": BOTH,
    "departments": [{"id": "cafe", "title": f"部門{BOTH}"}],
    "roles": [{"id": "cook", "title": f"廚師{BOTH}", "department": "cafe"}],
    "tools": [{"id": "knife", "title": f"刀{BOTH}"}],
    "terms": [{"id": "term", "title": f"詞{BOTH}", "text": f"解釋{BOTH}"}],
}

SOUND = {
    "sop": 1,
    "id": "order",
    "title": f"點餐{BOTH}",
    "version": "1.0",
    "status": "effective",
    "owner": "cook",
    "department": "cafe",
    "summary": f"摘要{BOTH}",
    "purpose": f"目的{BOTH}",
    "tags": [f"標籤{BOTH}"],
    "aliases": [f"別名{BOTH}"],
    "references": [{"id": "law", "title": f"法規{BOTH}"}],
    "steps": [
        {
            "id": "greet",
            "title": f"招呼{BOTH}",
            "do": f"做{BOTH}\n\n<iframe src='https://example.com'></iframe>",
            "role": "cook",
            "tools": ["knife"],
            "media": [{"file": "a.svg", "alt": f"圖{BOTH}", "caption": f"說明{BOTH}"}],
            "script": [{"says": f"說{BOTH}"}],
            "exceptions": [{"id": "else", "when": f"若{BOTH}", "then": f"就{BOTH}"}],
        }
    ],
}

BODY = f"""
## 標題{BOTH} {{#greet onclick=alert(1)}}

![圖{PICTURE}](a.svg "題{PICTURE}"){{onerror=alert(1) style=color:red}}

<div onmouseover=alert(1)>原始{SCRIPT}</div>
"""

FAULTY = SOUND | {"id": f"bad{BOTH}", BOTH: "鍵", "department": BOTH}

LINKS = SOUND | {
    "id": "links",
    "title": "連結",
    "references": [{"id": "law", "title": "法", "url": "javascript:alert(1)"}],
}
LINKS_BODY = (
    "\n[甲](javascript:alert(1)) [乙](<java\tscript:alert(1)>) [丙](data:text/html,<script>alert(1)</script>)\n"
)

PAGES = ("", "procedures/", "cafe/order/", "cafe/bad/", "cafe/links/")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The site that is built of it all."""
    project = Project(tmp_path_factory.mktemp("hostile"))
    (project.root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    project.write("index.md", "# 首頁\n")
    project.write("organisation.yml", json.dumps(ORGANISATION, ensure_ascii=False))
    project.write("cafe/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    for name, header, body in (("order", SOUND, BODY), ("bad", FAULTY, BODY), ("links", LINKS, LINKS_BODY)):
        text = json.dumps(header, ensure_ascii=False, indent=1)
        project.write(f"cafe/{name}.md", f"---\n{text}\n---\n{body}")
    built = project.build("--keep-going")
    assert built.returncode == 0, built.stdout + built.stderr
    return project


@pytest.fixture
def trapped(open_context: OpenContext) -> Iterator[Page]:
    """A page on which no script of an author may speak."""
    page = open_context(**DESK).new_page()
    spoken: list[str] = []

    def note(dialog: Dialog) -> None:
        spoken.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    yield page
    assert spoken == []


def test_the_sound_page_is_published_and_the_others_are_named_faulty(hostile: Project) -> None:
    assert "招呼壞人" in hostile.page("cafe/order")
    assert "{{7*7}}" in hostile.page("cafe/order")
    assert 'class="sop sop-faulty"' in hostile.page("cafe/bad")
    assert 'class="sop sop-faulty"' in hostile.page("cafe/links")


@pytest.mark.parametrize("path", PAGES)
def test_no_page_runs_or_holds_it(hostile: Project, trapped: Page, serve: Callable[[Path], str], path: str) -> None:
    trapped.goto(serve(hostile.site) + path)
    settle(trapped)
    found = trapped.evaluate(
        """() => [...document.querySelectorAll("*")].flatMap((one) => [
            ...[...one.attributes].filter((each) => each.name.startsWith("on")).map((each) => each.name),
            ...(one.matches("iframe:not([hidden]), object, embed, img[src='x']") ? [one.outerHTML] : []),
            ...(/^\\s*(javascript|data|vbscript):/i.test(one.getAttribute("href") ?? "") ? [one.outerHTML] : []),
            ...(one.matches("script") && one.textContent.includes("alert") ? [one.outerHTML] : []),
        ])"""
    )
    assert found == []


def test_the_search_shows_it_as_text(hostile: Project, trapped: Page, serve: Callable[[Path], str]) -> None:
    trapped.goto(serve(hostile.site))
    for question in ("壞人", "招呼", "標籤"):
        trapped.locator(".md-search__input").fill(question)
        expect(trapped.locator(".md-search-result__link").first).to_be_visible()
        trapped.wait_for_timeout(200)
        assert trapped.locator(".md-search-result__list :is(script, img, iframe)").count() == 0
    assert SCRIPT in trapped.locator(".md-search-result__list").inner_text()
