"""A site with a memory of earlier builds is the site that is made without one, whatever was edited in between."""

from __future__ import annotations

import datetime
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sop_plugin.model.document import Document
from sop_plugin.model.page import RenderedPage
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.pipeline import content as content_of_site
from sop_plugin.pipeline import documents
from sop_plugin.pipeline.cache import CLOCK_GRAIN_NS
from sop_plugin.pipeline.checking import check_content
from sop_plugin.pipeline.keeping import Rendering
from sop_plugin.pipeline.memory import Memory
from sop_plugin.pipeline.page_maker import PageMaker
from sop_plugin.pipeline.quiz_pages import QuizPages
from sop_plugin.pipeline.site import Site, load_site
from sop_plugin.pipeline.store import Store
from sop_plugin.reading.document import read_document
from tests.pipeline.contents import ORGANISATION, content, sop

ADDRESS = SiteAddress("https://sop.example/")
TRANSLATION = (
    "---\nsop: 1\ntranslates: {name}\nlang: zh-TW\ntitle: {title}\nsteps:\n  - {{id: begin, title: 開始}}\n---\n"
)


STEPS = (
    "steps:\n  - {id: begin, title: Begin, time_limit: 30 s, quality: [{id: said, text: It is said.}]}\n"
    "  - {id: go-on, title: Go on, time_limit: 2 min}\n  - {id: end, title: End, time_limit: 1 h}\n"
)
QUIZ = (
    "---\nquiz: 1\nid: q\ntitle: Quiz\nsops: [timed]\nderive: all\n---\n\n"
    "## Is it so? {#q1}\ntests: timed/begin.time_limit\n\n= true\n"
)
DRAWING = (
    "---\nquiz: 1\nid: exam\ntitle: Exam\nsops: [c]\ndraw: {count: 2, quizzes: [q, exam]}\n---\n\n"
    "## Is that so? {#q1}\ntests: c/begin\n\n= false\n"
)


def timed(name: str, more: str = "") -> str:
    """An SOP of three steps with their limits."""
    return f"{sop(name, more).partition('steps:')[0]}{STEPS}---\n"


def png(width: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + width.to_bytes(4) + (30).to_bytes(4) + b"\x08\x02\0\0\0"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return content(
        tmp_path,
        {
            "a.md": sop("a", "supersedes: [d]\n", "See [b](deep/b.md#begin) and ![a picture](deep/p.png).\n"),
            "deep/b.md": sop("b", "was: [old-b]\n", "[back](../a.md)\n"),
            "c.md": sop("c").replace("title: Begin}", "title: Begin, see: [b, old-b]}"),
            "d.md": sop("d", "status: superseded\n"),
            "a.zh-TW.md": TRANSLATION.format(name="a", title="甲"),
            "timed.md": timed("timed"),
            "near.md": timed("near").replace("2 min", "3 min"),
            "../quizzes/q.md": QUIZ,
            "../quizzes/exam.md": DRAWING,
            "guide.md": "# An ordinary page\n",
            "deep/p.png": png(40),
        },
    )


def memory(folder: Path) -> Memory:
    place = folder.parent / "cache"
    return Memory(place, Store(place / "site.sqlite"), place / "pages", place / "index")


def made(site: Site) -> dict[str, RenderedPage]:
    """The pages of a site that say something of the content."""
    paths = [path for path in site.pages if not path.startswith("rules")]
    return {path: site.render(path, lambda target: f"/{target}", f"https://edit.example/{path}") for path in paths}


def same(folder: Path, kept: Memory, language: str = "zh-TW") -> None:
    """Holds a site with a memory against one without."""
    remembered = load_site(folder, language=language, address=ADDRESS, memory=kept)
    anew = load_site(folder, language=language, address=ADDRESS)
    assert made(remembered) == made(anew)
    assert (remembered.pages, remembered.hidden, remembered.diagnostics, remembered.faulty) == (
        anew.pages,
        anew.hidden,
        anew.diagnostics,
        anew.faulty,
    )
    assert remembered.pages_by_role() == anew.pages_by_role()
    kept.store.finish()


def _replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        file = folder / path
        if file.exists():
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(old, new) if old in text else text.replace(new, old), encoding="utf-8")

    return edit


def _replaced_bytes(path: str, one: bytes, other: bytes) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        file = folder / path
        if file.exists():
            file.write_bytes(other if file.read_bytes() == one else one)

    return edit


def _there_or_not(path: str, data: bytes) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        file = folder / path
        if file.exists():
            file.unlink()
        else:
            file.write_bytes(data)

    return edit


def _moved(path: str, other: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        one, two = (path, other) if (folder / path).exists() else (other, path)
        (folder / one).rename(folder / two)

    return edit


def test_what_was_checked_before_the_site_is_made_is_not_checked_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = datetime.date(2026, 3, 1)
    (folder / "faulty.md").write_text(sop("faulty").replace("steps:", "stepps:"), encoding="utf-8")
    time.sleep(2 * CLOCK_GRAIN_NS / 1e9)  # what was changed just now may be changed again
    anew = load_site(folder, day=day)
    kept = memory(folder)
    assert check_content(folder, cache_folder=kept.folder, today=day).diagnostics == anew.diagnostics

    def fails(*_: object) -> object:
        raise AssertionError

    with monkeypatch.context() as patched:
        for name in ("check_file", "found_in_files", "conclude"):
            patched.setattr(content_of_site, name, fails)
        remembered = load_site(folder, day=day, memory=kept)
    assert (remembered.diagnostics, remembered.faulty) == (anew.diagnostics, anew.faulty)
    assert anew.faulty
    next_day = day + datetime.timedelta(400)
    later = load_site(folder, day=next_day, memory=kept)
    assert later.diagnostics == load_site(folder, day=next_day).diagnostics


EDITS: dict[str, Callable[[Path], None]] = {
    "a title that others show": _replaced("deep/b.md", "title: Do b", "title: Do it well"),
    "a step's title": _replaced("deep/b.md", "title: Begin", "title: Start"),
    "a text": _replaced("a.md", "See [b]", "Look at [b]"),
    "an id": _replaced("deep/b.md", "id: b\n", "id: bb\n"),
    "an old id": _replaced("deep/b.md", "was: [old-b]", "was: [older-b]"),
    "what is superseded": _replaced("a.md", "supersedes: [d]", "supersedes: [c]"),
    "a status": _replaced("c.md", "version: 1\n", "version: 1\nstatus: draft\n"),
    "a day of review": _replaced("c.md", "version: 1\n", "version: 1\nreview_by: 2020-01-01\n"),
    "a fault": _replaced("c.md", "version: 1\n", "version: 1\ntime_limit: soon\n"),
    "a page": _there_or_not("e.md", sop("e", "", "[a](a.md)\n").encode()),
    "another version": _there_or_not("c.next.md", sop("c").replace("version: 1", "version: 2").encode()),
    "a page in another place": _moved("deep/b.md", "b.md"),
    "a translation": _replaced("a.zh-TW.md", "title: 甲", "title: 乙"),
    "a translation there or not": _there_or_not("c.zh-TW.md", TRANSLATION.format(name="c", title="丙").encode()),
    "a role's name": _replaced("organisation.yml", "title: Barista", "title: Barkeeper"),
    "the organisation": _there_or_not("organisation.yml", ORGANISATION.encode()),
    "a picture": _there_or_not("deep/p.png", png(40)),
    "a picture's size": _replaced_bytes("deep/p.png", png(40), png(50)),
    "an ordinary page": _replaced("guide.md", "ordinary", "usual"),
    "a time that a quiz asks for": _replaced("timed.md", "2 min", "4 min"),
    "a time that stands for a wrong answer": _replaced("near.md", "3 min", "5 min"),
    "what is written down besides": _replaced("near.md", "title: End", "title: The end"),
    "a department": _replaced("near.md", "version: 1\n", "version: 1\ndepartment: bar\n"),
    "what has a question or none": _replaced("a.md", "title: Begin", "quality: [{id: new, text: New.}], title: Begin"),
    "a name that a quiz asks under": _replaced("timed.md", "version: 1\n", "version: 1\nwas: [timing]\n"),
    "an SOP that is asked about": _there_or_not("timed.md", timed("timed").encode()),
    "a quiz": _replaced("../quizzes/q.md", "Is it so?", "Is it really so?"),
    "a quiz's title": _replaced("../quizzes/q.md", "title: Quiz", "title: Test"),
    "what a quiz covers": _replaced("../quizzes/q.md", "sops: [timed]", "sops: [timed, near]"),
    "what a quiz wants made": _replaced("../quizzes/q.md", "derive: all", "derive: order"),
    "a quiz there or not": _there_or_not("../quizzes/exam.md", DRAWING.encode()),
    "a quiz in another place": _moved("../quizzes/exam.md", "../quizzes/first.md"),
    "a fault in a quiz": _replaced("../quizzes/q.md", "quiz: 1\n", "quiz: 1\ntime_limit: soon\n"),
    "a quiz's translation": _there_or_not(
        "../quizzes/q.zh-TW.md", "---\nquiz: 1\ntranslates: q\nlang: zh-TW\ntitle: 測驗\n---\n".encode()
    ),
    "a page in the place of a checklist": _there_or_not("a-checklist.md", b"# Mine\n"),
}


@pytest.mark.parametrize("name", EDITS)
def test_after_each_edit_and_its_undoing_the_site_is_as_if_made_anew(folder: Path, name: str) -> None:
    kept = memory(folder)
    same(folder, kept)
    EDITS[name](folder)
    same(folder, kept)
    EDITS[name](folder)
    same(folder, memory(folder))  # in another process


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_the_site_is_as_if_made_anew(folder: Path, seed: int) -> None:
    pick = random.Random(seed)
    kept = memory(folder)
    for _ in range(8):
        for name in pick.choices(sorted(EDITS), k=pick.randint(1, 3)):
            EDITS[name](folder)
        if pick.random() < 0.3:
            kept = memory(folder)
        same(folder, kept, pick.choice(("en", "zh-TW", "zh-TW")))


def renderings(folder: Path, kept: Memory) -> dict[str, Rendering]:
    found = load_site(folder, memory=kept)
    pages = {path: found.rendering(path, lambda target: f"/{target}") for path in found.pages}
    kept.store.finish()
    return pages


def test_only_what_changed_is_read_and_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(folder.parent / "quizzes")
    before = renderings(folder, memory(folder))
    read: list[str] = []
    made: list[str] = []

    def recorded_read(path: str, data: bytes) -> Document:
        read.append(path)
        return read_document(path, data)

    def recorded_made(self: PageMaker, path: str, *rest: object) -> RenderedPage:
        made.append(path)
        return original(self, path, *rest)  # type: ignore[arg-type]

    original = PageMaker._made
    monkeypatch.setattr(documents, "read_document", recorded_read)
    monkeypatch.setattr(PageMaker, "_made", recorded_made)
    EDITS["a title that others show"](folder)
    after = renderings(folder, memory(folder))
    lists = {"procedures.md", "start.md", "posters.md", "training.md", "assigned.md"}
    assert set(made) == {"deep/b.md", "deep/b/checklist.md", "c.md"} | lists
    assert read == ["c.md"]  # the changed file itself was read by its check
    assert {path for path, page in after.items() if page.digest != before[path].digest} == set(made)


def test_a_quiz_is_made_again_for_the_sops_that_it_looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sop_plugin.deriving.questions.MOST_SIBLINGS", 1)  # of which a.md is the first
    renderings(folder, memory(folder))
    made: list[str] = []

    def recorded(self: QuizPages, path: str, *rest: object) -> RenderedPage | None:
        made.append(path)
        return original(self, path, *rest)  # type: ignore[arg-type]

    original = QuizPages.render
    monkeypatch.setattr(QuizPages, "render", recorded)

    def made_after(edit: Callable[[Path], None]) -> set[str]:
        made.clear()
        edit(folder)
        renderings(folder, memory(folder))
        return set(made)

    quizzes = {"quizzes/q.md", "quizzes/exam.md", "quizzes.md"}
    assert made_after(_replaced("near.md", "3 min", "5 min")) == set()
    assert made_after(_replaced("near.md", "title: End", "title: The end")) == {"quiz-coverage.md"}
    assert made_after(_replaced("timed.md", "2 min", "4 min")) >= quizzes
    assert made_after(_replaced("a.md", "See [b]", "Look at [b]")) >= quizzes
    assert made_after(_replaced("../quizzes/exam.md", "Is that so?", "So?")) == {
        "quizzes/exam.md",
        "quizzes.md",
        "quiz-coverage.md",
    }


def test_files_that_go_while_a_site_is_made_are_told_and_stop_nothing(folder: Path) -> None:
    found = load_site(folder, memory=memory(folder))
    for path in ("a.md", "../quizzes/q.md"):
        (folder / path).unlink()
    for path in ("a.md", "a/checklist.md", "quizzes/q.md", "quizzes/exam.md", "quizzes.md"):
        assert found.rendering(path, str).whole().html


def test_what_is_edited_while_a_site_is_made_is_not_kept(folder: Path) -> None:
    checked = memory(folder)
    load_site(folder, memory=checked)
    checked.store.finish()
    kept = memory(folder)
    found = load_site(folder, memory=kept)
    EDITS["a text"](folder)  # a.md was checked as it was before, and is read when its page is made
    assert found.rendering("a.md", str).digest == ""
    kept.store.finish()
    EDITS["a text"](folder)
    same(folder, memory(folder))
