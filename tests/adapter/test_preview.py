"""The preview shows first what somebody wrote, and in the end it is byte by byte the site that is built anew."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from sop_plugin.adapter import living_site, preview
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
    while shown.go_on([]):
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


def test_in_the_end_the_preview_is_the_site_that_is_built_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pick = random.Random(3)
    shown = preview_of(project, "shown")
    shown.show("")
    settled(shown)
    for number in range(2):
        for edit in pick.sample(EDITS, 4):  # before all is done, somebody writes on
            edit(project)
            shown.show("")
            shown.go_on([])
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
