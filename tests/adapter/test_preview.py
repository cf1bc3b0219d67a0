"""The preview shows first what somebody wrote, and in the end it is byte by byte the site that is built anew."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from sop_plugin.adapter import living_site, preview
from sop_plugin.adapter.living_site import LivingSite
from sop_plugin.adapter.plugin import SopPlugin
from sop_plugin.adapter.preview import Preview
from sop_plugin.pipeline.build_inputs import LANGUAGE, OTHERS
from sop_plugin.pipeline.store import Store

ADDRESS = "http://127.0.0.1:1/"
CONFIG = """site_name: Handbook
docs_dir: content
theme: {name: material, font: false}
plugins: [search, sop]
"""
QUIZ = (
    "---\nquiz: 1\nid: quiz\ntitle: Quiz\nsops: [sop-1]\nderive: order\n---\n\n## So? {#q1}\ntests: sop-1/a\n\n= true\n"
)


def sop(number: int) -> str:
    return (
        f"---\nsop: 1\nid: sop-{number}\ntitle: Task {number}\nversion: 1\nowner: lead\nstatus: effective\nsteps:\n"
        "  - {id: a, title: Begin, do: Say hello.}\n  - {id: b, title: Go on}\n  - {id: c, title: End}\n---\n"
    )


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (LANGUAGE, OTHERS):  # which a preview sets
        monkeypatch.setenv(name, "")
    MkDocsConfig.plugins.plugin_cache.clear()  # type: ignore[attr-defined]  # or plugins would outlive a test
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(living_site, "FEW", 1)
    monkeypatch.setattr(preview, "AT_A_TIME", 80)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    files = {f"content/sop-{number}.md": sop(number) for number in range(5)}
    files |= {"content/index.md": "# Home\n", "quizzes/quiz.md": QUIZ}
    for path, text in files.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def preview_of(project: Path, name: str) -> Preview:
    place = project / name / "site"
    place.mkdir(parents=True)
    return Preview(str(project / "mkdocs.yml"), place, ADDRESS)


def settled(shown: Preview) -> None:
    """Does all that was put off."""
    while shown.go_on({""}):
        pass


def files(project: Path, name: str) -> dict[str, bytes]:
    site = project / name / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(project: Path) -> None:
        file = project / path
        if file.exists():
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(old, new) if old in text else text.replace(new, old), encoding="utf-8")

    return edit


def _there_or_not(path: str, text: str) -> Callable[[Path], None]:
    def edit(project: Path) -> None:
        file = project / path
        if file.exists():
            file.unlink()
        else:
            file.write_text(text, encoding="utf-8")

    return edit


TITLE = _replaced("content/sop-1.md", "Task 1", "Work 1")
EDITS = (
    TITLE,
    _replaced("content/sop-2.md", "Say hello", "Say good morning"),
    _replaced("content/sop-1.md", "{id: b, title: Go on}", "{id: b, title: Go on, time_limit: 2 min}"),
    _replaced("content/sop-3.md", "steps:", "tags: [new]\nsteps:"),
    _replaced("content/index.md", "# Home", "# At home\n\n## More"),
    _replaced("quizzes/quiz.md", "title: Quiz", "title: Test"),
    _there_or_not("content/sop-4.md", sop(4)),
    _there_or_not("content/sop-9.md", sop(9)),
    _there_or_not("quizzes/quiz.md", QUIZ),
)


ADDRESSES = ("/", "/sop-1/", "/sop-1/checklist/", "/sop-2/", "/sop-4/", "/sop-9/", "/posters/", "/quizzes/quiz/")


def test_in_the_end_the_preview_is_the_site_that_is_built_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pick = random.Random(3)
    shown = preview_of(project, "shown")
    shown.show("")
    settled(shown)
    for number in range(2):
        for edit in pick.sample(EDITS, 4):  # before all is done, somebody writes on
            edit(project)
            shown._open = pick.sample(ADDRESSES, 3)
            shown.show("")
            shown.go_on({""})
        settled(shown)
        with monkeypatch.context() as patch:
            patch.setenv("XDG_CACHE_HOME", str(project / f"cache-{number}"))
            MkDocsConfig.plugins.plugin_cache.clear()  # type: ignore[attr-defined]  # and what it remembers
            anew = preview_of(project, f"anew-{number}")
            anew.show("")
            settled(anew)
            MkDocsConfig.plugins.plugin_cache.clear()  # type: ignore[attr-defined]
        assert files(project, "shown") == files(project, f"anew-{number}")


def test_an_edit_is_shown_before_what_follows_from_it(project: Path) -> None:
    shown = preview_of(project, "shown")
    shown.show("")
    settled(shown)
    before = files(project, "shown")
    index = {name for name in before if name.startswith("search/")}
    TITLE(project)
    shown._open = ["/sop-3/"]
    shown.show("")
    after = files(project, "shown")
    assert b"Work 1" in after["sop-1/index.html"]
    assert b"Work 1" in after["sop-3/index.html"]  # which somebody looks at
    assert after["sop-4/index.html"] == before["sop-4/index.html"]
    assert after["posters/index.html"] == before["posters/index.html"]
    assert index
    assert {name for name in after if name.startswith("search/")} == index
    settled(shown)
    assert b"Work 1" in files(project, "shown")["sop-4/index.html"]
    assert b"Work 1" in files(project, "shown")["posters/index.html"]
    index = {name for name in files(project, "shown") if name.startswith("search/")}
    _replaced("content/sop-1.md", "version: 1\n", "version: 1\n# a comment\n")(project)
    shown.show("")
    settled(shown)
    assert {name for name in files(project, "shown") if name.startswith("search/")} == index


def shown_first(
    shown: Preview, project: Path, monkeypatch: pytest.MonkeyPatch, language: str = ""
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files of the site when the build has ended, and when it was complete."""
    first: list[dict[str, bytes]] = []
    take = LivingSite.take

    def noted(site: LivingSite, *told: Any) -> bool:
        first.append(files(project, "shown"))
        return take(site, *told)

    with monkeypatch.context() as patch:
        patch.setattr(LivingSite, "take", noted)
        shown.show(language)
    return first[0], files(project, "shown")


@pytest.mark.parametrize("edit", EDITS[:3])
def test_what_somebody_looks_at_is_shown_before_the_build(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], edit: Callable[[Path], None]
) -> None:
    shown = preview_of(project, "shown")
    shown.show("")
    settled(shown)
    before = files(project, "shown")
    shown._open = ["/sop-1/", "/sop-2/", "/posters/", "/gone/"]
    edit(project)
    capsys.readouterr()
    first, whole = shown_first(shown, project, monkeypatch)
    new = {name for name in first if first[name] != before[name]}
    assert len(new) == 1
    assert new <= {"sop-1/index.html", "sop-2/index.html"}
    assert {name: whole[name] for name in new} == {name: first[name] for name in new}
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("shown")] == ["shown", "shown"]


def test_a_page_that_has_a_fault_is_shown_so_once(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = preview_of(project, "shown")
    shown.show("")
    shown._open = ["/sop-2/"]
    _replaced("content/sop-2.md", "steps:", "stesp:")(project)
    first, _ = shown_first(shown, project, monkeypatch)
    assert b"stesp" in first["sop-2/index.html"]
    EDITS[2](project)
    capsys.readouterr()
    shown_first(shown, project, monkeypatch)
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("shown")] == ["shown"]


def test_a_language_is_shown_in_its_own_frame(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = CONFIG.replace(", sop]", ", {sop: {languages: [en, zh-TW]}}]")
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    chinese = "---\nsop: 1\ntranslates: sop-1\nlang: zh-TW\ntitle: 第一件事\n---\n"
    (project / "content" / "sop-1.zh-TW.md").write_text(chinese, encoding="utf-8")
    shown = preview_of(project, "shown")
    for language in ("", "zh-TW", ""):
        shown.show(language)
    for edit, page, words in ((EDITS[1], "sop-2", "Say good morning"), (EDITS[5], "quizzes/quiz", "Test")):
        shown._open = [f"/{page}/", f"/zh-TW/{page}/"]
        edit(project)
        for language, name in (("", f"{page}/index.html"), ("zh-TW", f"zh-TW/{page}/index.html")):
            first, whole = shown_first(shown, project, monkeypatch, language)
            assert words in first[name].decode()
            assert ("第一件事" in first[name].decode()) is bool(language)
            assert first[name] == whole[name]


def test_the_language_of_the_page_that_somebody_looks_at_comes_first(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = CONFIG.replace(", sop]", ", {sop: {languages: [en, zh-TW]}}]")
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    shown = preview_of(project, "shown")

    def order(*pages: str) -> list[str]:
        shown._open = list(pages)
        capsys.readouterr()
        done: set[str] = set()
        while shown.go_on(done):
            pass
        lines = capsys.readouterr().out.splitlines()
        return [line.partition(" ")[2] for line in lines if line.startswith("shown")][:2]

    assert order() == ["", "zh-TW"]
    assert order("/zh-TW/sop-2/") == ["zh-TW", ""]
    assert order("/zh-TW/sop-2/", "/sop-2/") == ["", "zh-TW"]
    (project / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    assert order("/zh-TW/sop-2/") == []


def test_what_was_shown_before_a_build_that_failed_is_not_taken_for_what_is_there(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = preview_of(project, "shown")
    shown.show("")
    settled(shown)
    before = files(project, "shown")
    shown._open = ["/sop-2/"]
    EDITS[1](project)
    with monkeypatch.context() as patch:
        patch.setattr(SopPlugin, "on_nav", failing)
        assert not shown.show("")
    assert b"Say good morning" in files(project, "shown")["sop-2/index.html"]
    EDITS[1](project)
    shown._open = []
    shown.show("")
    assert files(project, "shown") == before


def failing(*_: object, **__: object) -> None:
    raise PluginError("It cannot be built.")


def test_another_setting_waits_for_its_build(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = preview_of(project, "shown")
    shown.show("")
    before = files(project, "shown")
    shown._open = ["/sop-2/"]
    EDITS[1](project)
    (project / "mkdocs.yml").write_text(CONFIG.replace("Handbook", "Manual"), encoding="utf-8")
    first, whole = shown_first(shown, project, monkeypatch)
    assert first == before
    assert b"Say good morning" in whole["sop-2/index.html"]


def test_a_page_about_all_procedures_is_shown_at_once_to_who_looks_at_it(project: Path) -> None:
    shown = preview_of(project, "shown")
    shown.show("")
    settled(shown)
    shown._open = ["/posters/"]
    TITLE(project)
    shown.show("")
    assert b"Work 1" in files(project, "shown")["posters/index.html"]


def test_what_the_next_process_has_use_for_is_written_when_the_page_is_shown(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Store] = []
    monkeypatch.setattr(Store, "finish", lambda store: written.append(store))
    shown = preview_of(project, "shown")
    shown.show("")
    assert not written
    settled(shown)
    assert written


def test_a_preview_that_nobody_listens_to_ends_without_a_word(project: Path) -> None:
    place = project / "shown" / "site"
    place.mkdir(parents=True)
    command = [sys.executable, "-m", "sop_plugin.adapter.preview", str(project / "mkdocs.yml"), str(place), ADDRESS]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:  # type: ignore[call-overload]
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
