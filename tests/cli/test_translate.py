import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.pipeline.contents import content, sop

ORGANISATION = """organisation: 1
name: 店
language: zh-TW
roles:
  - {id: barista, title: 吧台手, names: [{lang: zh-CN, title: 咖啡师}]}
"""


def in_chinese(name: str, more: str = "") -> str:
    return sop(name, more).replace(f"Do {name}", "請吧台手列印").replace("Begin", "開機")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return content(
        tmp_path,
        {
            "organisation.yml": ORGANISATION,
            "a.md": in_chinese("a"),
            "b/b.md": in_chinese("b"),
            "old.md": in_chinese("old", "status: retired\n"),
            "english.md": sop("english", "lang: en\n"),
            "page.md": "# 一頁\n",
        },
    )


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.zh-CN.md")}


def test_drafts_of_all_that_is_in_use(run: Command, shop: Path) -> None:
    code, out, err = run("translate", "--draft", "zh-CN", "--lang", "en")
    assert (code, err) == (0, "")
    assert out.startswith("content/a.zh-CN.md: drafted. Read it, then run sop confirm content/a.zh-CN.md\n")
    assert files(shop) == {"a.zh-CN.md", "b/b.zh-CN.md"}
    assert "title: 请咖啡师打印\n" in (shop / "a.zh-CN.md").read_text()
    assert run("fmt", "--check").code == 0
    check = run("check", "--lang", "en", "--format", "json")
    assert check.code == 0
    assert "translation-unconfirmed" in check.out
    assert run("translate", "--draft", "zh-CN", "--lang", "en").out == (
        "content/a.zh-CN.md: nothing is missing.\ncontent/b/b.zh-CN.md: nothing is missing.\n"
    )


def test_a_confirmed_draft_is_a_translation_like_any_other(run: Command, shop: Path) -> None:
    run("translate", "--draft", "zh-CN", "content/a.md")
    assert run("confirm", "a.zh-CN.md", "begin").code == 0
    assert (shop / "a.zh-CN.md").read_text().count("draft:") == 1
    out = run("confirm", "a.zh-CN.md", "--lang", "en").out
    assert out.endswith("content/a.zh-CN.md: confirmed the texts outside the steps.\n")
    assert "draft:" not in (shop / "a.zh-CN.md").read_text()
    assert "of:" in (shop / "a.zh-CN.md").read_text()
    assert "unconfirmed" not in run("check", "--lang", "en").out


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - {id: begin, draft: abcdef, title: 开机}", "  - {id: begin, of: PIN, title: 开机}"),
        ("  - {id: begin, title: 开机, draft: abcdef}", "  - {id: begin, of: PIN, title: 开机}"),
        (
            "  - id: begin\n    draft: abcdef  # 问过\n    title: 开机",
            "  - id: begin\n    of: PIN\n    # 问过\n    title: 开机",
        ),
        ("  - id: begin\n    title: 开机\n    draft: true", "  - id: begin\n    of: PIN\n    title: 开机"),
    ],
)
def test_confirming_takes_the_mark_out_wherever_it_is(run: Command, shop: Path, before: str, after: str) -> None:
    head = "---\nsop: 1\ntranslates: a\nlang: zh-CN\ntitle: 印\nsteps:\n"
    place = shop / "a.zh-CN.md"
    run("translate", "--draft", "zh-CN", "content/a.md")
    pin = next(line for line in place.read_text().splitlines() if "of:" in line).split()[-1]
    place.write_text(f"{head}{before}\n---\n")
    assert run("confirm", "a.zh-CN.md").code == 0
    assert place.read_text() == f"{head}{after.replace('PIN', pin)}\n---\n"


def test_what_is_there_is_added_to_and_what_is_done_is_said(run: Command, shop: Path) -> None:
    (shop / "a.zh-CN.md").write_text("---\nsop: 1\ntranslates: a\nlang: zh-CN\ntitle: 打印小票\n---\n")
    code, out, _ = run("translate", "--draft", "zh-CN", "content/a.zh-CN.md", "--lang", "en")
    assert (code, out) == (0, "content/a.zh-CN.md: drafted what was missing: begin\n")
    assert "title: 打印小票\n" in (shop / "a.zh-CN.md").read_text()
    (shop / "a.md").write_text(in_chinese("a", "summary: 一句話\n").replace("開機", "關機"))
    out = run("translate", "--draft", "zh-CN", "content/a.md", "--lang", "en").out
    assert out == (
        "content/a.zh-CN.md: drafted words that were missing in: outside the steps\n"
        "content/a.zh-CN.md: drafted anew, since the original changed: begin\n"
    )
    run("confirm", "a.zh-CN.md")
    (shop / "a.md").write_text(in_chinese("a", "summary: 一句話\n"))
    out = run("translate", "--draft", "zh-CN", "content/a.md", "--lang", "en").out
    assert "left as it is: begin." in out


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"english.md": sop("english", "lang: en\n")}, "is not written in the traditional Chinese of Taiwan"),
        ({"x.md": in_chinese("x").replace("title:", "titel:")}, "has faults. Run sop check first."),
        (
            {"x.md": in_chinese("x"), "x.zh-CN.md": "# 一页\n"},
            "content/x.zh-CN.md is there and is not its translation.",
        ),
        (
            {"x.md": in_chinese("x"), "x.zh-CN.md": "---\nsop: 1\ntranslates: x\nlang: zh-CN\nrole: b\n---\n"},
            "has faults. Run sop check first.",
        ),
    ],
)
def test_what_cannot_be_drafted_is_said_and_left(run: Command, shop: Path, files: dict[str, str], said: str) -> None:
    for path, text in files.items():
        (shop / path).write_text(text)
    code, _, err = run("translate", "--draft", "zh-CN", shop / next(iter(files)), "--lang", "en")
    assert code == 1
    assert said in err
    assert {path: (shop / path).read_text() for path in files} == files


def test_a_folder_may_hold_other_languages(run: Command, shop: Path) -> None:
    code, _, err = run("translate", "--draft", "zh-CN", "content")
    assert (code, err) == (0, "")
    assert "old.zh-CN.md" in files(shop)


def test_the_library_that_is_not_installed_is_named(
    run: Command, shop: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("opencc", "sop_plugin.drafting.simplifying", "sop_plugin.pipeline.drafts"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/opencc.py").write_text("raise ImportError\n")
    monkeypatch.syspath_prepend(tmp_path / "broken")
    code, _, err = run("translate", "--draft", "zh-CN", "--lang", "en")
    assert (code, err) == (2, 'Drafts need a library that is not installed: pip install "mkdocs-sop[translate]"\n')
    assert files(shop) == set()


@pytest.mark.parametrize(
    "arguments",
    [("--draft", "en"), (), ("--draft", "zh-CN", "nothing.md"), ("--draft", "zh-CN", "content", "outside.md")],
)
def test_misuse(run: Command, shop: Path, arguments: tuple[str, ...]) -> None:
    (shop.parent / "outside.md").write_text(in_chinese("outside"))
    assert run("translate", *arguments).code == 2
    assert files(shop) == set()
