"""One build makes the site in all its languages, and their pages lead to each other."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Page, expect

from sop_plugin.model.assignment import Assignment, Task
from sop_plugin.model.assignment_link import fragment_of
from sop_plugin.model.result import ResultKind
from tests.cli.project import Project
from tests.pipeline.test_languages import ENGLISH, ONLY_CHINESE, ORGANISATION, ORIGINAL
from tests.site.conftest import watch
from tests.support.axe import violations
from tests.support.browsing import DESK, PHONE, OpenContext
from tests.support.serving import served

pytestmark = pytest.mark.slow

CONFIG = """site_name: 服務手冊
site_description: 標準作業程序
docs_dir: content
theme:
  name: material
  language: zh-TW
  font: false
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: 切換為深色}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: 切換為淺色}}
plugins:
  - search
  - sop:
      offline: true
      languages:
        en:
          site_name: Service handbook
          words: {指南: Guides, 切換為深色: Switch to dark mode}
        zh-CN:
nav:
  - index.md
  - 指南: [guide.md, alone.md]
"""
HOMES = {
    "index.md": "# 首頁\n\n[拿鐵](latte.md)\n",
    "index.en.md": "# Home\n\n[Latte](latte.md) <!-- x -->\n",
    "guide.md": "# 說明\n\n看[首頁](index.md)。\n",
    "alone.en.md": "# Only in English\n",
}
ROOTS = {"zh-TW": "", "en": "en/", "zh-CN": "zh-CN/"}


class Links(HTMLParser):
    """The switch of a page: for each language where it leads, and what it says for machines."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.shown: dict[str, str] = {}
        self.current: list[str] = []
        self.heads: dict[str, str] = {}
        self.lang = ""
        self.all: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.lang = given["lang"]
        if tag == "a" and "md-select__link" in given.get("class", ""):
            self.shown[given["hreflang"]] = given["href"]
            if given.get("aria-current"):
                self.current.append(given["hreflang"])
        if tag == "link" and given.get("rel", "").split() == ["alternate"]:
            self.heads[given["hreflang"]] = given["href"]
        if tag == "a" and given.get("href"):
            self.all.append(given["href"])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = Project(tmp_path_factory.mktemp("languages"))
    (made.root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    procedures = {"organisation.yml": ORGANISATION, "latte.md": ORIGINAL, "latte.en.md": ENGLISH}
    for path, text in (procedures | {"deep/wash.md": ONLY_CHINESE} | HOMES).items():
        made.write(path, text)
    done = made.build()
    assert (done.returncode, done.stderr) == (0, "")
    return made


def found_at(project: Project, page: str, link: str) -> Path:
    """The file that a link of a page leads to."""
    path = unquote(urlsplit(urljoin(f"http://a/{page}", link)).path).lstrip("/")
    file = project.site / path
    return file / "index.html" if path.endswith("/") or not path else file


def test_every_language_has_its_pages_and_speaks_itself(project: Project) -> None:
    for language, root in ROOTS.items():
        for page in ("", "latte/", "latte/checklist/", "deep/wash/", "procedures/", "start/", "guide/"):
            assert Links(project.page(root + page)).lang == language, root + page
    assert "Grind <strong>eighteen grams</strong>" in project.page("en/latte")
    assert "磨<strong>十八克</strong>" in project.page("latte")
    assert "磨<strong>十八克</strong>" in project.page("zh-CN/latte")
    assert "还没有翻成简体中文" in project.page("zh-CN/latte")
    assert not (project.site / "latte.en").exists()
    assert not (project.site / "index.en").exists()


def test_each_language_has_a_search_of_its_own(project: Project) -> None:
    found = {
        language: "".join(
            part.read_text(encoding="utf-8") for part in sorted((project.site / root / "search").rglob("*.js"))
        )
        for language, root in ROOTS.items()
    }
    assert "Make a latte" in found["en"]
    assert "Make a latte" not in found["zh-TW"]
    assert "做拿鐵" in found["zh-TW"]


def test_the_settings_of_the_site_are_said_in_each_language(project: Project) -> None:
    english, chinese = project.page("en/guide"), project.page("guide")
    assert "<title>說明 - Service handbook</title>" in english
    assert "<title>說明 - 服務手冊</title>" in chinese
    for words in ("Guides", "Switch to dark mode", "切換為淺色"):
        assert words in english
    assert "切換為深色" not in english
    assert "指南" in chinese


@pytest.mark.parametrize(
    "page", ["", "latte/", "latte/checklist/", "deep/wash/", "procedures/", "reference/rules/", "guide/"]
)
def test_the_switch_leads_to_the_same_page_in_each_language(project: Project, page: str) -> None:
    for language, root in ROOTS.items():
        links = Links(project.page(root + page))
        assert list(links.shown) == ["zh-TW", "en", "zh-CN"]
        assert links.current == [language]
        for other, to in ROOTS.items():
            expected = project.site / to / page / "index.html"
            assert found_at(project, root + page, links.shown[other]) == expected
            assert found_at(project, root + page, links.heads[other]) == expected
            assert expected.exists()


def test_a_page_that_a_language_lacks_leads_to_its_list(project: Project) -> None:
    links = Links(project.page("en/alone"))
    assert found_at(project, "en/alone/", links.shown["zh-TW"]) == project.site / "procedures/index.html"
    assert found_at(project, "en/alone/", links.shown["zh-CN"]) == project.site / "zh-CN/procedures/index.html"
    assert list(links.heads) == ["en"]
    assert not (project.site / "alone").exists()


def test_every_link_of_every_page_leads_somewhere(project: Project) -> None:
    pages = sorted(project.site.rglob("index.html"))
    assert len(pages) > 300
    missing = set()
    for file in pages:
        page = f"{file.parent.relative_to(project.site).as_posix()}/".removeprefix("./")
        if "reference/rules/" in page:
            continue
        for link in Links(file.read_text(encoding="utf-8")).all:
            if not urlsplit(link).scheme and not found_at(project, page, link).exists():
                missing.add((page, link))
    assert missing == set()


def test_an_ordinary_page_is_in_the_language_if_it_is_there(project: Project) -> None:
    home = project.page("en")
    assert "<h1" in home
    assert "Home" in home
    assert "sop-untranslated" not in home
    guide = project.page("en/guide")
    assert "This page is not translated into English yet" in guide
    assert re.search(r'<div lang="zh-TW">.*說明', guide, re.DOTALL)
    assert "sop-untranslated" not in project.page("guide")


def test_the_same_content_makes_the_same_site_in_every_language(project: Project) -> None:
    first = project.digest()
    assert project.build().returncode == 0
    assert project.digest() == first


def test_mkdocs_alone_makes_the_sites_own_language(project: Project) -> None:
    done = project.run("mkdocs", "build", "--quiet", "--site-dir", "alone")
    assert "alone" not in done.stderr, done.stderr
    alone = project.root / "alone"
    assert not (alone / "en").exists()
    html = (alone / "latte/index.html").read_text(encoding="utf-8")
    assert "md-select" not in html
    assert "hreflang" not in html


def test_a_language_that_fails_leaves_the_site_as_it_was(project: Project) -> None:
    before = project.digest()
    project.write("en/there.md", "# There\n")
    try:
        done = project.build()
        assert done.returncode == 1
        assert "en" in done.stderr
        assert project.digest() == before
    finally:
        (project.root / "content/en/there.md").unlink()
        (project.root / "content/en").rmdir()


@pytest.fixture(scope="module")
def address(project: Project, serve: Callable[[Path], str]) -> str:
    """Where the site answers."""
    return serve(project.site)


def switch(page: Page, name: str) -> None:
    """Opens the list of languages as a finger does, and takes one."""
    page.locator(".sop-languages button").tap()
    page.locator(".sop-languages a", has_text=name).tap()


@pytest.mark.browser
def test_the_switch_stays_at_the_step_of_the_address(open_context: OpenContext, address: str) -> None:
    page = open_context(**PHONE).new_page()
    page.goto(f"{address}en/latte/#steam")
    switch(page, "繁體中文")
    expect(page).to_have_url(f"{address}latte/#steam")
    expect(page.locator("#steam")).to_be_in_viewport()
    switch(page, "简体中文")
    expect(page).to_have_url(f"{address}zh-CN/latte/#steam")
    page.goto(f"{address}latte/#floor=steam")
    assert (
        page.evaluate(
            """() => {
          const link = document.querySelector(".sop-languages a[hreflang=en]");
          link.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
          return new URL(link.href).hash;
        }"""
        )
        == "#floor=steam"
    )


@pytest.mark.browser
def test_an_assignment_opens_in_the_language_of_its_reader(open_context: OpenContext, address: str) -> None:
    fragment = fragment_of(Assignment("ab" * 8, 0, "", (Task(ResultKind.READ, "latte", "1"),)))
    page = open_context(locale="en-GB", **PHONE).new_page()
    page.goto(f"{address}assigned/#{fragment}")
    page.get_by_role("link", name="Make a latte").wait_for()
    assert page.url == f"{address}en/assigned/#{fragment}"
    page = open_context(locale="zh-TW", **PHONE).new_page()
    page.goto(f"{address}zh-CN/assigned/#{fragment}")
    page.get_by_role("link", name="做拿鐵").click()
    page.wait_for_url(f"{address}latte/")
    page.goto(f"{address}zh-CN/latte/")  # from now on this device reads Simplified Chinese
    page.goto(f"{address}en/assigned/#{fragment}")
    page.wait_for_url(f"{address}zh-CN/assigned/#{fragment}")


@pytest.mark.browser
def test_the_switch_works_between_kept_sites_with_the_server_stopped(
    open_context: OpenContext, project: Project
) -> None:
    page = open_context(**PHONE, service_workers="allow").new_page()
    with served(project.site, headers={"Cache-Control": "no-cache"}) as address:
        for language in ("", "en/"):
            page.goto(f"{address}{language}start/")
            expect(page.locator(".sop-keeping__said")).to_contain_text(
                re.compile("已存在這台裝置上|are kept on this device"), timeout=20_000
            )
    page.goto(f"{address}latte/#steam")
    switch(page, "English")
    expect(page).to_have_url(f"{address}en/latte/#steam")
    expect(page.locator("#steam")).to_contain_text("Until it shines.")
    expect(page.locator("#pour .sop-original")).to_contain_text("not translated yet")
    switch(page, "繁體中文")
    expect(page).to_have_url(f"{address}latte/#steam")
    expect(page.locator("#steam")).to_contain_text("打到發亮。")


@pytest.mark.browser
def test_the_switch_stays_at_the_step_that_is_read(open_context: OpenContext, address: str) -> None:
    page = open_context(**PHONE | {"viewport": {"width": 390, "height": 300}}).new_page()
    page.goto(f"{address}latte/")
    switch(page, "English")
    expect(page).to_have_url(f"{address}en/latte/")
    page.locator("#steam").evaluate("step => step.scrollIntoView()")
    switch(page, "简体中文")
    expect(page).to_have_url(f"{address}zh-CN/latte/#steam")
    page.goto(f"{address}en/latte/")
    page.locator("#pour").evaluate("step => step.scrollIntoView()")
    switch(page, "繁體中文")
    expect(page).to_have_url(f"{address}latte/#pour")


@pytest.mark.browser
def test_the_switch_works_with_the_keyboard_and_without_javascript(open_context: OpenContext, address: str) -> None:
    page = open_context(java_script_enabled=False, **DESK).new_page()
    page.goto(f"{address}latte/#steam")
    page.locator(".sop-languages button").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".sop-languages a", has_text="English")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}en/latte/")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_translated_page_is_accessible(open_context: OpenContext, address: str, scheme: str) -> None:
    context = open_context(**PHONE | {"viewport": {"width": 320, "height": 640}, "color_scheme": scheme})
    faults: list[str] = []
    page = watch(context, faults)
    for path in ("en/latte/", "en/latte/checklist/", "en/deep/wash/", "en/guide/"):
        page.goto(address + path)
        page.locator(".sop-languages button").tap()
        expect(page.locator(".sop-languages .md-select__inner")).to_have_css("opacity", "1")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        sizes = page.locator(".sop-languages a").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().height)"
        )
        assert min(sizes) >= 44
    assert faults == []
