"""Pages of the core within MkDocs."""

from __future__ import annotations

import logging
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from sop_plugin.model.diagnostic import Severity
from tests.adapter.conftest import BuildSite
from tests.adapter.fake_site import FakePage, FakeSite, fault

EVIL = '"><img src=x onerror=alert(1)></title><script>alert(2)</script>'


class Tags(HTMLParser):
    """The start tags of a page, and the text of some."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = tag

    def handle_data(self, data: str) -> None:
        self.texts[self._open] = self.texts.get(self._open, "") + data


def read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def test_publishes_what_the_core_renders(build_site: BuildSite) -> None:
    page = FakePage(title="拿鐵", description="怎麼煮", steps=(("grind", "磨豆", "磨 18 克"),))
    html = read(build_site(FakeSite({"cafe/latte.md": page})), "cafe/latte/index.html")
    assert "<h1>拿鐵</h1>" in html
    assert "<title>拿鐵 - 服務手冊</title>" in html
    assert '<meta name="description" content="怎麼煮">' in html
    assert html.count('href="#grind" class="md-nav__link"') == 2  # beside the page, and in its drawer


def test_markdown_of_mkdocs_never_sees_a_procedure(build_site: BuildSite, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise AssertionError("Python-Markdown was asked")

    monkeypatch.setattr("markdown.Markdown.convert", refuse)
    site = build_site(FakeSite({"index.md": FakePage()}), {})
    assert (site / "index.html").exists()


def test_nothing_an_author_writes_becomes_markup(build_site: BuildSite) -> None:
    page = FakePage(
        title=EVIL, description=EVIL, tags=(EVIL,), section=(EVIL, EVIL), steps=(("a", EVIL, EVIL),), text=EVIL
    )
    core = FakeSite({"a.md": page, "b.md": page, "procedures.md": FakePage(title=EVIL, section=(EVIL,))})
    features = ["navigation.tabs", "navigation.footer", "navigation.path", "navigation.indexes"]
    harmless = build_site(FakeSite({}))
    scripts = sum(tag == "script" for tag, _ in Tags(read(harmless, "index.html")).tags)
    files = {"index.md": "# Home", "tags.md": "# Tags\n\n<!-- material/tags -->\n"}
    site = build_site(core, files, plugins=["tags"], theme={"features": features})
    for path in ("index.html", "a/index.html", "b/index.html", "procedures/index.html", "tags/index.html", "404.html"):
        seen = Tags(read(site, path))
        assert not [tag for tag in seen.tags if "onerror" in tag[1]], path
        assert sum(tag == "script" for tag, _ in seen.tags) == scripts, path
    seen = Tags(read(site, "a/index.html"))
    assert seen.texts["title"].strip() == f"{EVIL} - 服務手冊"
    assert ("meta", {"name": "description", "content": EVIL}) in seen.tags


def test_links_between_ordinary_pages_and_procedures_are_resolved(build_site: BuildSite) -> None:
    latte = FakePage(
        links=("guide.md#milk", "cafe/bar.md#wipe", "cafe/cup.svg", "cafe/latte.md#grind"),
        steps=(("grind", "磨豆", ""),),
    )
    core = FakeSite({"cafe/latte.md": latte, "cafe/bar.md": FakePage(steps=(("wipe", "擦拭", ""),))})
    guide = "# Guide\n\n## Milk {#milk}\n\n[grind](cafe/latte.md#grind)\n"
    files = {"guide.md": guide, "cafe/cup.svg": "<svg/>"}
    site = build_site(core, files, strict=True, markdown_extensions=["attr_list"], validation={"anchors": "warn"})
    assert 'href="cafe/latte/#grind"' in read(site, "guide/index.html").replace("../", "")
    html = read(site, "cafe/latte/index.html")
    for url in ("../../guide/#milk", "../bar/#wipe", "../cup.svg", "#grind"):
        assert f'<a href="{url}">' in html


@pytest.mark.parametrize(
    ("links", "guide"),
    [((), "[x](cafe/latte.md#nowhere)"), ((), "[x](cafe/nothing.md)"), (("guide.md#nowhere",), "")],
)
def test_dead_links_and_anchors_fail_a_strict_build(build_site: BuildSite, links: tuple[str, ...], guide: str) -> None:
    core = FakeSite({"cafe/latte.md": FakePage(links=links)})
    with pytest.raises(Abort):
        build_site(core, {"guide.md": guide}, strict=True, validation={"anchors": "warn"})


def test_generated_pages_have_no_file_and_no_edit_link(build_site: BuildSite) -> None:
    core = FakeSite({
        "cafe/latte.md": FakePage(links=("reference/fields.md",)),
        "reference/fields.md": FakePage(title="欄位", generated=True, section=("參考",)),
    })  # fmt: skip
    site = build_site(
        core,
        repo_url="https://example.org/shop/manual",
        edit_uri="edit/main/content/",
        theme={"features": ["content.action.edit"]},
    )
    latte = read(site, "cafe/latte/index.html")
    assert latte.count('href="https://example.org/shop/manual/edit/main/content/cafe/latte.md"') == 2  # theme and core
    assert '<a href="../../reference/fields/">' in latte
    assert "/edit/" not in read(site, "reference/fields/index.html")


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        ({"edit_uri_template": "https://git.example/edit/content/{path}"}, "https://git.example/edit/quizzes/latte.md"),
        (
            {"repo_url": "https://git.example/shop/", "edit_uri": "edit/content/"},
            "https://git.example/shop/edit/quizzes/latte.md",
        ),
    ],
)
def test_a_generated_page_that_has_a_file_is_edited_there(
    build_site: BuildSite, settings: dict[str, str], url: str
) -> None:
    page = FakePage(generated=True, source="../quizzes/latte.md")
    site = build_site(FakeSite({"quizzes/latte.md": page}), **settings)
    assert f'<a href="{url}">✎</a>' in read(site, "quizzes/latte/index.html")


def test_a_page_of_the_site_stands_before_a_generated_one(build_site: BuildSite) -> None:
    core = FakeSite({"procedures.md": FakePage(title="全部", generated=True)})
    site = build_site(core, {"procedures.md": "# Our own list\n"})
    assert "Our own list" in read(site, "procedures/index.html")


def test_hidden_files_and_symlinks_stay_out(build_site: BuildSite, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key.txt").write_text("key")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "linked.txt").symlink_to(tmp_path / "secret" / "key.txt")
    (tmp_path / "content" / "folder").symlink_to(tmp_path / "secret")
    core = FakeSite({"cafe/latte.md": FakePage()}, hidden=frozenset({"organisation.yml", "cafe/latte.en.md"}))
    site = build_site(core, {"organisation.yml": "roles: {}", "cafe/latte.en.md": "---\n---", "menu.txt": "x"})
    published = {path.relative_to(site).as_posix() for path in site.rglob("*") if "assets" not in path.parts}
    assert "menu.txt" in published
    assert not published & {"organisation.yml", "cafe/latte.en", "linked.txt", "folder/key.txt"}


def test_a_page_in_another_encoding_does_not_end_the_build(build_site: BuildSite) -> None:
    site = build_site(FakeSite({"cafe/latte.md": FakePage()}), {"guide.md": "# 指南".encode("big5")})
    assert "guide.md 不是以 UTF-8 編碼儲存" in read(site, "guide/index.html")
    assert "煮一杯拿鐵" in read(site, "cafe/latte/index.html")


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING])
def test_diagnostics_fail_a_strict_build(build_site: BuildSite, severity: Severity) -> None:
    core = FakeSite({"cafe/latte.md": FakePage()}, diagnostics=(fault(severity), fault(severity, rule="other")))
    with pytest.raises(Abort, match=f"2 {severity}s"):
        build_site(core, strict=True)


def test_remarks_are_said_and_do_not_count(build_site: BuildSite, caplog: pytest.LogCaptureFixture) -> None:
    core = FakeSite({"cafe/latte.md": FakePage()}, diagnostics=(fault(Severity.INFO),))
    with caplog.at_level(logging.INFO, "mkdocs"):
        build_site(core, strict=True)
    assert "cafe/latte.md:3: info[bad-thing]" in caplog.messages


def test_errors_stop_the_build_before_the_site_is_emptied(build_site: BuildSite) -> None:
    site = build_site(FakeSite({"cafe/latte.md": FakePage()}))
    faulty = FakeSite({}, diagnostics=(fault(Severity.ERROR),))
    with pytest.raises(Abort):
        build_site(faulty, sop={"on_error": "stop"})
    assert (site / "cafe" / "latte" / "index.html").exists()


def test_a_page_in_another_language_says_so(build_site: BuildSite) -> None:
    core = FakeSite({"a.md": FakePage(), "b.md": FakePage(lang="zh-CN")})
    site = build_site(core)
    assert '<div lang="zh-CN"><h1>' in read(site, "b/index.html")
    assert '<div lang="' not in read(site, "a/index.html")
