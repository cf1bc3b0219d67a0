"""A site of which most pages are kept is byte by byte the site that is built anew."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from sop_plugin.adapter.plugin import SopPlugin
from sop_plugin.pipeline.build_inputs import SPARE
from sop_plugin.publishing import publish

CONFIG = """site_name: 服務手冊
site_url: https://sop.example.com/
docs_dir: content
theme:
  name: material
  language: zh-TW
  font: false
  custom_dir: own
plugins:
  - search
  - sop: {languages: [en], offline: true, csp: true}
nav:
  - index.md
  - 指南: [guide/one.md, guide/two.md]
"""

MAIN = '{% extends "base.html" %}\n{% block announce %}嶼光{% endblock %}\n'


def sop(name: str, title: str, more: str = "") -> str:
    return (
        f"---\nsop: 1\nid: {name}\ntitle: {title}\nversion: 1.0\nowner: 店長\nstatus: effective\n{more}"
        "steps:\n  - id: greet\n    title: 打招呼\n    do: 先說歡迎光臨。\n---\n"
    )


PAGES = 1000
"""More than the site has: an edit that may change all of them."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {
        "mkdocs.yml": CONFIG,
        "own/main.html": MAIN,
        "content/index.md": "# 首頁\n\n<!-- sop: changes 5 -->\n",
        "content/guide/one.md": "# 一\n\n[點餐](../cafe/order.md)\n",
        "content/guide/two.md": "# 二\n",
        "content/cafe/order.md": sop("order", "點餐", "was: [old-order]\n"),
        "content/cafe/clean.md": sop("clean", "打掃").replace("do: 先", "see: [order, old-order]\n    do: 先"),
        "content/cafe/close.md": sop("close", "打烊"),
        "quizzes/counter.md": "---\nquiz: 1\nid: counter\ntitle: 櫃檯\nsops: [order]\n---\n\n"
        "## 要打招呼嗎? {#q1}\ntests: order/greet\n\n= true\n",
        "content/cafe/order.en.md": "---\nsop: 1\ntranslates: order\nlang: en\ntitle: Order\nsteps:\n"
        "  - {id: greet, title: Greet, do: Say welcome.}\n---\n",
    }
    for path, text in files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    return tmp_path


def built(project: Path, cache: str, monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, bytes], int]:
    """The files and folders of the site, published as by a process of its own, and how many pages were made."""
    made = 0

    def counted(self: SopPlugin, output: str, **more: object) -> str:
        nonlocal made
        made += 1
        return original(self, output, **more)  # type: ignore[arg-type]

    original = SopPlugin.on_post_page
    with monkeypatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(project / cache))
        patch.setattr(SopPlugin, "on_post_page", counted)
        MkDocsConfig.plugins.plugin_cache.clear()  # type: ignore[attr-defined]  # or the plugin would outlive a build
        spare, site = project / f"{cache}-spare", project / f"{cache}-site"
        patch.setenv(SPARE, str(spare))
        publish(lambda place: build(load_config(str(project / "mkdocs.yml"), site_dir=str(place))), site, spare)
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*")}
    return {name: path.read_bytes() if path.is_file() else b"" for name, path in found.items()}, made


def _in(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(project: Path) -> None:
        file = project / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def _renamed(path: str, other: str) -> Callable[[Path], None]:
    def edit(project: Path) -> None:
        (project / path).rename(project / other)

    return edit


EDITS: tuple[tuple[str, Callable[[Path], None], int], ...] = (
    ("nothing", lambda _: None, 4),
    ("a text", _in("content/cafe/close.md", "歡迎光臨", "再見"), 6),
    ("what a quiz asks about", _in("content/cafe/order.md", "歡迎光臨", "早安"), 8),
    ("a title that every navigation shows", _in("content/cafe/order.md", "title: 點餐", "title: 點餐與結帳"), PAGES),
    ("an old id", _in("content/cafe/order.md", "old-order", "older-order"), PAGES),
    ("a translation", _in("content/cafe/order.en.md", "Say welcome", "Say hello"), 8),
    ("an ordinary page", _in("content/guide/two.md", "# 二", "# 貳"), PAGES),
    ("a page in another place", _renamed("content/cafe/close.md", "content/cafe/shut.md"), PAGES),
    ("a setting", _in("mkdocs.yml", "site_name: 服務手冊", "site_name: 手冊"), PAGES),
    ("a template", _in("own/main.html", "嶼光", "嶼光綜合服務"), PAGES),
    ("a page gone", lambda project: (project / "content/cafe/shut.md").unlink(), PAGES),
    ("a language gone", _in("mkdocs.yml", "languages: [en]", "languages: []"), PAGES),
)


def test_after_each_edit_the_site_is_as_if_built_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(project, "kept", monkeypatch)
    for name, edit, most in EDITS:
        edit(project)
        site, made = built(project, "kept", monkeypatch)
        for leftover in ("anew", "anew-site"):
            shutil.rmtree(project / leftover, ignore_errors=True)
        anew, _ = built(project, "anew", monkeypatch)
        differing = {path for path in site.keys() | anew.keys() if site.get(path) != anew.get(path)}
        assert not differing, name
        assert made <= most, name


def test_a_page_that_somebody_wrote_into_is_made_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, _ = built(project, "kept", monkeypatch)
    page = project / "kept-site/cafe/order/index.html"
    with page.open("r+b") as file:  # the file that is kept is one with the site's
        file.write(b"<!-- mine -->")
    assert built(project, "kept", monkeypatch)[0] == before


def test_a_file_of_the_search_that_somebody_wrote_into_is_written_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _ = built(project, "kept", monkeypatch)
    for file in (project / "kept-site/search").rglob("d*.js"):
        with file.open("ab") as appended:
            appended.write(b"mine")
    assert built(project, "kept", monkeypatch)[0] == before


def test_folders_are_those_of_the_site_before_the_last(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project / "kept-site/cafe/order"
    built(project, "kept", monkeypatch)
    first = folder.stat().st_ino
    built(project, "kept", monkeypatch)
    assert folder.stat().st_ino != first
    built(project, "kept", monkeypatch)
    assert folder.stat().st_ino == first


def test_what_lies_in_the_spare_site_does_not_come_into_a_new_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _ = built(project, "kept", monkeypatch)
    outside = project / "outside.html"
    outside.write_text("outside")
    built(project, "kept", monkeypatch)
    spare = project / "kept-spare"
    (spare / "cafe/order/index.html").write_text("mine")
    (spare / "cafe/clean/index.html").unlink()
    (spare / "cafe/clean/index.html").symlink_to(outside)
    (spare / "cafe/close/index.html").unlink()
    (spare / "cafe/close/index.html").mkdir()
    (spare / "cafe/close/index.html/more.html").write_text("mine")
    (spare / "cafe/more").mkdir()
    (spare / "cafe/more/index.html").write_text("mine")
    (spare / "folder").symlink_to(project)
    shutil.rmtree(spare / "search")  # as a build that was killed may leave it
    assert built(project, "kept", monkeypatch)[0] == before
    assert outside.read_text() == "outside"


@pytest.mark.parametrize("damage", ["empty", "gone", "folder"])
def test_a_damaged_memory_is_none(project: Path, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    before, _ = built(project, "kept", monkeypatch)
    for path in sorted((project / "kept").rglob("*")):
        if path.is_file():
            path.unlink()
            if damage == "empty":
                path.write_bytes(b"")
            elif damage == "folder":
                path.mkdir()
    assert built(project, "kept", monkeypatch)[0] == before


def test_where_hard_links_cannot_be_made_pages_are_copied(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refused)
    before, _ = built(project, "kept", monkeypatch)
    after, made = built(project, "kept", monkeypatch)
    assert after == before
    assert made < 10


HOOK = "def on_page_content(html, **_):\n    return html + open('note.txt').read()\n"


def test_a_hook_that_changes_pages_is_asked_for_each(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    (project / "hook.py").write_text(HOOK)
    (project / "mkdocs.yml").write_text(f"{CONFIG}hooks: [hook.py]\n", encoding="utf-8")
    for note in ("first", "second"):
        (project / "note.txt").write_text(f"<p>{note} note</p>")
        site, _ = built(project, "kept", monkeypatch)
        assert f"<p>{note} note</p>" in site["cafe/order/index.html"].decode()


def test_a_template_that_sees_other_pages_is_filled_in_for_each(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "own/main.html").write_text(
        '{% extends "base.html" %}\n{% block announce %}{{ pages | map(attribute="page.title") | join }}{% endblock %}'
    )
    built(project, "kept", monkeypatch)
    EDITS[1][1](project)
    _in("content/cafe/close.md", "title: 打烊", "title: 關門")(project)
    site, _ = built(project, "kept", monkeypatch)
    assert "關門" in site["cafe/order/index.html"].decode()
