from pathlib import Path

import pytest

from sop_plugin.reading.document import read_document
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.cli.conftest import Command

TITLES = [
    "點餐與出餐",
    'Say "hello"',
    "It's 5: greet",
    "# not a comment",
    "[a], {b}",
    "*a* &b !c %d @e",
    "back\\slash",
    " padded ",
    "no",
    "1.10",
    "emoji 😀",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "organisation",
    [
        "",
        "organisation: 1\nname: A\nroles:\n  - {id: guest, title: Guest, party: customer}\n  - {id: barista, title: B}\n",
        "organisation: 1\nname: A\n",
    ],
)
def test_what_is_new_passes_the_check(run: Command, tmp_path: Path, language: str, organisation: str) -> None:
    (tmp_path / "content").mkdir()
    if organisation:
        (tmp_path / "content/organisation.yml").write_text(organisation)
    assert run("new", "content/shop/greet-guest.md", "--lang", language).code == 0
    checked = run("check", "--strict", "--lang", "en")
    assert checked == (0, "Checked 1 file: nothing to report.\n", "")
    sop = read_document("a.md", (tmp_path / "content/shop/greet-guest.md").read_bytes()).sop
    assert sop is not None
    assert (sop.id, sop.title, sop.owner) == (
        "greet-guest",
        catalogue(language).text("cli.new.sample-title"),
        "barista" if "barista" in organisation else None,
    )


@pytest.mark.parametrize(
    ("organisation", "asked", "named"),
    [
        ("", ("--lang", "zh-TW"), "zh-TW"),
        ("", (), None),
        ("organisation: 1\nname: A\nlanguage: zh-TW\n", ("--lang", "zh-TW"), None),
        ("organisation: 1\nname: A\nlanguage: zh-TW\n", (), None),
        ("organisation: 1\nname: A\nlanguage: zh-TW\n", ("--lang", "en"), "en"),
    ],
)
def test_a_language_is_named_that_does_not_go_without_saying(
    run: Command, tmp_path: Path, organisation: str, asked: tuple[str, ...], named: str | None
) -> None:
    (tmp_path / "content").mkdir()
    if organisation:
        (tmp_path / "content/organisation.yml").write_text(organisation)
    assert run("new", "greet", *asked).code == 0
    sop = read_document("a.md", (tmp_path / "content/greet.md").read_bytes()).sop
    assert sop is not None
    assert sop.lang == named
    assert run("new", "--quiz", "counter", *asked).code == 0
    quiz = read_document("a.md", (tmp_path / "quizzes/counter.md").read_bytes()).quiz
    assert quiz is not None
    assert quiz.head.lang == named


@pytest.mark.parametrize("title", TITLES)
def test_any_title(run: Command, sound: Path, title: str) -> None:
    assert run("new", "greet", "--title", title).code == 0
    assert run("check", "--strict").code == 0
    sop = read_document("a.md", (sound / "greet.md").read_bytes()).sop
    assert sop is not None
    assert sop.title == title.strip()


@pytest.mark.parametrize("path", ["greet", "greet.md", "content/greet.md", "./content/greet"])
def test_the_path_may_be_given_from_here_or_within_the_content(run: Command, sound: Path, path: str) -> None:
    code, out, _ = run("new", path)
    assert code == 0
    assert "greet.md" in out
    assert (sound / "greet.md").is_file()


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("content/a.md", "cli.new.exists"),
        ("../outside.md", "cli.outside"),
        ("content/../../outside.md", "cli.outside"),
        ("/tmp/outside.md", "cli.outside"),
        ("Greet", "cli.new.bad-name"),
        ("greet guest", "cli.new.bad-name"),
        ("點餐", "cli.new.bad-name"),
        ("content/.md", "cli.new.bad-name"),
        ("", "cli.new.bad-name"),
        ("..", "cli.new.bad-name"),
        ("order.next", "cli.new.bad-name"),
        ("order.txt", "cli.new.bad-name"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_refused(run: Command, sound: Path, path: str, key: str, language: str) -> None:
    before = sorted(sound.rglob("*"))
    code, out, err = run("new", path, "--lang", language)
    assert (code, out) == (2, "")
    assert err.startswith(catalogue(language).words[key].partition("{")[0])
    assert sorted(sound.rglob("*")) == before


def test_a_link_out_of_the_content_is_not_followed(run: Command, sound: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (sound / "link").symlink_to(tmp_path / "outside")
    assert run("new", "content/link/greet.md").code == 2
    assert list((tmp_path / "outside").iterdir()) == []


def test_what_exists_stays_as_it_is(run: Command, sound: Path) -> None:
    before = (sound / "a.md").read_bytes()
    assert run("new", "a").code == 2
    assert (sound / "a.md").read_bytes() == before


def test_no_content_folder(run: Command) -> None:
    assert run("new", "greet").code == 2
