import multiprocessing
from pathlib import Path

import pytest

from sop_plugin.pipeline import checking
from sop_plugin.pipeline.checking import check_content, language_of
from tests.pipeline.contents import ORGANISATION, content, named, sop

ENCODINGS = {
    "big5": "請確認顧客的步驟",
    "gbk": "请确认顾客的步骤",
    "utf-16": "請確認",
    "shift_jis": "これはテストのページです",
    "latin-1": "Café",
}


def test_nothing_is_wrong(tmp_path: Path) -> None:
    checked = check_content(content(tmp_path, {"a.md": sop("a"), "b.md": sop("b"), "page.md": "# Page\n"}))
    assert (checked.files, checked.diagnostics, checked.language) == (3, (), "en")


def test_nothing_at_all(tmp_path: Path) -> None:
    checked = check_content(tmp_path / "content")
    assert (checked.files, checked.diagnostics) == (0, ())


def test_every_fault_of_every_file_in_order_and_once(tmp_path: Path) -> None:
    folder = content(
        tmp_path,
        {
            "b.md": sop("b", "role: nobody\ntimes: 3\n"),
            "a.md": sop("a", "role: [barrista, barrista]\ntime_limit: soon\n"),
            "organisation.yml": ORGANISATION + "colour: red\n",
            "c/d.md": sop("a"),
        },
    )
    checked = check_content(folder)
    assert named(checked.diagnostics) == [
        ("a.md", 7, "unknown-role"),
        ("a.md", 7, "unknown-role"),
        ("a.md", 8, "time-unreadable"),
        ("b.md", 7, "unknown-role"),
        ("b.md", 8, "unknown-field"),
        ("c/d.md", 3, "duplicate-sop-id"),
        ("organisation.yml", 6, "unknown-field"),
    ]
    places = [(found.path, found.rule, found.span) for found in checked.diagnostics]
    assert len(places) == len(set(places))
    assert [found.sort_key for found in checked.diagnostics] == sorted(found.sort_key for found in checked.diagnostics)


def test_a_diagnostic_shows_the_line_and_the_line_as_it_should_be(tmp_path: Path) -> None:
    folder = content(
        tmp_path, {"a.md": "\ufeff" + sop("a", "role: 店長😀\nrole2: x\nstatus: Draft\n").replace("\n", "\r\n")}
    )
    found = {each.rule: each for each in check_content(folder).diagnostics}
    assert found["unknown-choice"].source_line == "status: Draft"
    assert found["unknown-choice"].corrected == "status: draft"
    assert found["unknown-role"].source_line == "role: 店長😀"
    assert found["unknown-role"].span == (7, 7, 7, 10)


def test_a_line_too_long_to_look_at_is_not_shown_corrected(tmp_path: Path) -> None:
    folder = content(tmp_path, {"a.md": sop("a", f"{'# ' * 9}\nstatus: Draft{' ' * 5_000}# x\n")})
    (found,) = check_content(folder).diagnostics
    assert (found.rule, found.corrected) == ("unknown-choice", "")


@pytest.mark.parametrize("codec", ENCODINGS)
def test_a_file_nobody_can_read_does_not_stop_the_others(tmp_path: Path, codec: str) -> None:
    folder = content(
        tmp_path,
        {"a.md": f"---\nsop: 1\ntitle: {ENCODINGS[codec]}\n---\n".encode(codec), "b.md": sop("b", "role: nobody\n")},
    )
    assert [(path, rule) for path, _, rule in named(check_content(folder).diagnostics)] == [
        ("a.md", "not-utf-8"),
        ("b.md", "unknown-role"),
    ]


def test_an_organisation_nobody_can_read_does_not_stop_the_others(tmp_path: Path) -> None:
    folder = content(tmp_path, {"organisation.yml": b"\xff\xfe\x00", "b.md": sop("b", "times: 3\n")})
    assert [rule for _, _, rule in named(check_content(folder).diagnostics)] == ["unknown-field", "not-utf-8"]


SECRET = "the secret recipe"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the content, with an SOP whose faults would quote its secret."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.md").write_text(sop("secret", f"role: {SECRET}\nstatus: {SECRET}\n", SECRET))
    (folder / "organisation.yml").write_text(ORGANISATION + f"{SECRET}: {SECRET}\n")
    return folder


def test_a_symbolic_link_is_never_read(tmp_path: Path, outside: Path) -> None:
    folder = content(tmp_path, {"a.md": sop("a", "", "[x](link.md) [y](dir/secret.md)\n")})
    (folder / "organisation.yml").unlink()
    (folder / "organisation.yml").symlink_to(outside / "organisation.yml")
    (folder / "link.md").symlink_to(outside / "secret.md")
    (folder / "dir").symlink_to(outside)
    cache = tmp_path / "cache"
    for checked in (check_content(folder, cache_folder=cache), check_content(folder, cache_folder=cache)):
        assert SECRET not in repr(checked)
        assert checked.files == 1
    assert all(SECRET not in path.read_text() for path in cache.iterdir())
    assert language_of(folder) == "en"


@pytest.mark.parametrize("jobs", [2, 3])
def test_many_processes_find_what_one_finds(tmp_path: Path, jobs: int) -> None:
    faults = ["", "role: nobody\n", "time_limit: soon\n", "colour: red\n", "supersedes: [sop-1, nowhere]\n"]
    files = {f"{number % 7}/{number}.md": sop(f"sop-{number % 200}", faults[number % 5]) for number in range(230)}
    folder = content(tmp_path, files)
    one = check_content(folder, jobs=1)
    assert len(one.diagnostics) > 150
    assert check_content(folder, jobs=jobs) == one


def test_where_processes_cannot_be_forked_they_are_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    monkeypatch.setattr(checking, "WORTH_A_PROCESS", 2)
    folder = content(tmp_path, {f"{number}.md": sop(f"sop-{number}", "role: nobody\n") for number in range(3)})
    assert check_content(folder, jobs=2) == check_content(folder, jobs=1)
