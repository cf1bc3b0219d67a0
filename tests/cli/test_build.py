from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sop_plugin.pipeline.cache import CLOCK_GRAIN_NS
from tests.cli.project import CONFIG, WAIT, Project, fetch, fetch_until, free_port, kill
from tests.support.search_entries import search_entries

pytestmark = pytest.mark.slow

HOME = "# 首頁\n\n[點餐](cafe/order.md)\n"


def sop(identifier: str, title: str, more: str = "") -> str:
    return (
        f"---\nsop: 1\nid: {identifier}\ntitle: {title}\nversion: 1.0\nstatus: effective\nowner: 店長\n{more}"
        "steps:\n  - id: greet\n    title: 打招呼\n    do: 先說歡迎光臨。\n---\n"
    )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two procedures and a home page."""
    made = Project(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    made.write("index.md", HOME)
    made.write("cafe/order.md", sop("order", "點餐"))
    made.write("cafe/clean.md", sop("clean", "打掃"))
    return made


BROKEN = sop("clean", "打掃", "time_limit: 一陣子\n")


def test_a_good_build_puts_the_site_in_place(project: Project) -> None:
    done = project.build()
    assert (done.returncode, done.stderr) == (0, "")
    assert "先說歡迎光臨。" in project.page("cafe/order")
    assert sorted(path.name for path in project.root.iterdir() if path.name.startswith(".site")) == [".site.lock"]


def test_an_error_stops_the_build_and_the_old_site_stays(project: Project) -> None:
    assert project.build().returncode == 0
    before = project.digest()
    project.write("cafe/clean.md", BROKEN)
    project.write("cafe/order.md", sop("order", "點餐與結帳"))
    stopped = project.build()
    assert stopped.returncode == 1
    assert "content/cafe/clean.md:8:" in stopped.stdout
    assert "time-unreadable" in stopped.stdout
    assert project.digest() == before


def test_the_rest_is_published_on_demand_and_the_faulty_page_says_so(project: Project) -> None:
    project.write("cafe/clean.md", BROKEN)
    assert project.build("--keep-going").returncode == 0
    assert "先說歡迎光臨。" in project.page("cafe/order")
    faulty = project.page("cafe/clean")
    assert "time-unreadable" in faulty
    assert "time_limit: 一陣子" in faulty
    for words in ("打招呼", "先說歡迎光臨。"):
        assert words not in faulty
    found = search_entries(project.site)
    assert "cafe/order/#greet" in found
    assert "cafe/clean/" not in found


def test_a_build_that_fails_leaves_the_old_site(project: Project) -> None:
    assert project.build().returncode == 0
    before = project.digest()
    (project.root / "mkdocs.yml").write_text(CONFIG + "nav: {broken: [\n", encoding="utf-8")
    assert project.build().returncode == 1
    assert project.digest() == before


def test_the_same_content_makes_the_same_site_byte_by_byte(project: Project) -> None:
    assert project.build().returncode == 0
    first = project.digest()
    content = project.root / "content"
    # The files in another order on the disk, with other times, in a site of another age.
    shutil.copytree(content, project.root / "copy")
    shutil.rmtree(content)
    for path in sorted((project.root / "copy").rglob("*.md"), reverse=True):
        project.write(path.relative_to(project.root / "copy").as_posix(), path.read_text(encoding="utf-8"))
        os.utime(content / path.relative_to(project.root / "copy"), (1_000_000_000, 1_000_000_000))
    shutil.rmtree(project.root / "cache")
    assert project.build().returncode == 0
    assert project.digest() == first


def test_a_build_that_is_killed_leaves_the_site_whole(project: Project) -> None:
    assert project.build().returncode == 0
    project.write("cafe/order.md", sop("order", "點單"))  # an edit, like those that are killed: it is built sooner
    start = time.perf_counter()
    assert project.build().returncode == 0
    length = time.perf_counter() - start
    whole = project.digest()
    pick = random.Random(7)
    hits = 0
    for number in range(5):
        project.write("cafe/order.md", sop("order", f"點餐 {number}"))
        child = project.start("sop_plugin.cli", "build")
        time.sleep(pick.uniform(0, length))
        kill(child)
        left = project.digest()
        if left == whole:
            hits += 1
            continue
        # It was quicker than the first one, and had put the new site in place: as whole as one that is built in peace.
        assert project.build().returncode == 0
        whole = project.digest()
        assert left == whole
    assert hits > 0
    assert project.build().returncode == 0
    kept = project.digest()
    shutil.rmtree(project.root / "cache")
    assert project.build().returncode == 0
    assert project.digest() == kept != whole
    assert sorted(path.name for path in project.root.iterdir() if path.name.startswith(".site")) == [".site.lock"]


def settle() -> None:
    """Waits until a change would tell in a file's stamp."""
    time.sleep(2 * CLOCK_GRAIN_NS / 1e9)


def write_quiz(project: Project) -> None:
    """The first quiz, in a folder that was not there."""
    (project.root / "quizzes").mkdir()
    quiz = "---\nquiz: 1\nid: till\ntitle: 收銀\nsops: [order]\n---\n\n## 先說什麼？ {#q1}\n\n- [x] 歡迎光臨\n- [ ] 請結帳\n"
    (project.root / "quizzes" / "till.md").write_text(quiz, encoding="utf-8")


def test_where_nothing_changed_nothing_is_built(project: Project) -> None:
    settle()
    assert project.build().returncode == 0
    built = project.site.stat().st_ino, project.digest()
    done = project.build()
    assert (done.returncode, done.stderr) == (0, "")
    assert (project.site.stat().st_ino, project.digest()) == built


def test_whatever_changes_the_site_is_built(project: Project) -> None:
    changes: list[Callable[[], object]] = [
        lambda: project.write("index.md", "# 另一個首頁\n"),
        lambda: project.write("cafe/more.md", sop("more", "更多")),
        lambda: (project.root / "content/cafe/clean.md").unlink(),
        lambda: write_quiz(project),
        lambda: (project.root / "mkdocs.yml").write_text(CONFIG.replace("服務", "作業"), encoding="utf-8"),
    ]
    settle()
    assert project.build().returncode == 0
    for change in changes:
        before = project.digest()
        change()
        settle()
        assert project.build().returncode == 0
        assert project.digest() != before
    built = project.digest()
    (project.site / "cafe/order/index.html").unlink()
    assert project.build().returncode == 0
    assert project.digest() == built
    (project.site / "index.html").write_text("mine")
    assert project.build().returncode == 0
    assert project.digest() == built
    shutil.rmtree(project.root / "cache")
    assert project.build().returncode == 0
    assert project.digest() == built


def test_the_site_is_served_in_all_its_languages_and_shows_every_change(project: Project) -> None:
    english = (
        "---\nsop: 1\ntranslates: order\nlang: en\ntitle: {}\n"
        "steps:\n  - {{id: greet, title: Greet, do: Smile.}}\n---\n"
    )
    project.write("organisation.yml", "organisation: 1\nname: 嶼光\nlanguage: zh-TW\n")
    project.write("cafe/order.en.md", english.format("Order"))
    settings = CONFIG.replace("[search, sop]", "[search, {sop: {languages: [en]}}]")
    (project.root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    with project.serving("sop_plugin.cli", "serve", "--port", "0") as address:
        assert "先說歡迎光臨。" in fetch(f"{address}cafe/order/")
        fetch_until(f"{address}en/cafe/order/", "Smile.")
        project.write("cafe/order.md", sop("order", "點餐與結帳"))
        fetch_until(f"{address}cafe/order/", "點餐與結帳")
        project.write("cafe/order.en.md", english.format("Order and pay"))
        fetch_until(f"{address}en/cafe/order/", "Order and pay")
        project.write("cafe/clean.md", BROKEN)
        fetch_until(f"{address}cafe/clean/", "time-unreadable")
        project.write("cafe/clean.md", sop("clean", "打掃"))
        fetch_until(f"{address}cafe/clean/", "先說歡迎光臨。")
        (project.root / "content/cafe/clean.md").unlink()
        end = time.monotonic() + WAIT
        while fetch(f"{address}cafe/clean/"):
            assert time.monotonic() < end
            time.sleep(0.2)


def test_a_page_that_is_open_shows_the_change(project: Project, desk_page: Page) -> None:
    with project.serving("sop_plugin.cli", "serve", "--port", "0") as address:
        desk_page.goto(f"{address}cafe/order/")
        project.write("cafe/order.md", sop("order", "點餐與結帳"))
        expect(desk_page.locator("article.sop h1").first).to_contain_text("點餐與結帳", timeout=1000 * WAIT)


def test_a_site_that_cannot_be_built_is_not_served(project: Project) -> None:
    (project.root / "mkdocs.yml").write_text(CONFIG + "nav: {broken: [\n", encoding="utf-8")
    assert project.run("sop_plugin.cli", "serve", "--port", "0").returncode == 1


def test_mkdocs_alone_builds_strictly_what_has_no_fault(project: Project) -> None:
    assert project.run("mkdocs", "build", "--strict").returncode == 0
    project.write("cafe/clean.md", BROKEN)
    failed = project.run("mkdocs", "build", "--strict")
    assert failed.returncode != 0
    assert "time-unreadable" in failed.stderr
    project.write("cafe/clean.md", sop("clean", "打\u200b掃"))
    failed = project.run("mkdocs", "build", "--strict")
    assert failed.returncode != 0
    assert "invisible-character" in failed.stderr


def test_mkdocs_alone_reads_again_what_changes(project: Project) -> None:
    # MkDocs prints the port it was given, so one that is free is looked for first.
    with project.serving("mkdocs", "serve", "--dev-addr", f"127.0.0.1:{free_port()}") as address:
        fetch_until(f"{address}cafe/clean/", "打掃")
        project.write("cafe/clean.md", sop("clean", "打烊清潔"))
        fetch_until(f"{address}cafe/clean/", "打烊清潔")
        project.write("cafe/clean.md", BROKEN)
        fetch_until(f"{address}cafe/clean/", "time-unreadable")


def test_the_projects_own_content_is_without_a_fault(tmp_path: Path) -> None:
    source = Path(__file__).resolve().parents[2]
    shutil.copytree(source / "content", tmp_path / "content")
    shutil.copytree(source / "quizzes", tmp_path / "quizzes")
    shutil.copy(source / "mkdocs.yml", tmp_path)
    done = Project(tmp_path).run("mkdocs", "build", "--strict")
    assert (done.returncode, "WARNING" in done.stderr) == (0, False), done.stderr
