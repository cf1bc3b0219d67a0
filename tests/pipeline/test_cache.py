import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from sop_plugin.pipeline import cache, checking, file_check, organisation
from sop_plugin.pipeline.cache import CLOCK_GRAIN_NS, FILES, RUN, default_folder
from sop_plugin.pipeline.checking import check_content
from sop_plugin.pipeline.outcome import Checked
from tests.pipeline.contents import ORGANISATION, content, named, sop


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with a fault of each kind: in one file, at a link, between files."""
    return content(
        tmp_path,
        {
            "a.md": sop("a", "role: [barista, lead]\n", "[b](b.md) [gone](gone.md) [part](b.md#part)\n"),
            "b.md": sop("b", "supersedes: [a, c]\n"),
            "deep/d.md": sop("d", "colour: red\n"),
            "d.en.md": "---\nsop: 1\ntranslates: d\nlang: en\ntitle: D\nsteps:\n  - {id: begin, title: Begin}\n---\n",
        },
    )


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def settle() -> None:
    """Waits until a change would tell in a file's stamp."""
    time.sleep(2 * CLOCK_GRAIN_NS / 1e9)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that are read and checked from now on."""
    paths: list[str] = []
    original = file_check.check_file

    def recorded(path: str, *rest: object) -> object:
        paths.append(path)
        return original(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(file_check, "check_file", recorded)
    monkeypatch.setattr(organisation, "check_file", recorded)
    return paths


def same_size_same_time(file: Path) -> None:
    """Changes a file so that neither its size nor the time of its change tell."""
    stat = file.stat()
    file.write_text(file.read_text().replace("red", "tea"))
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "touched": lambda folder: (folder / "a.md").touch(),
    "edited": lambda folder: (folder / "b.md").write_text(sop("b", "role: nobody\n")),
    "mended": lambda folder: (folder / "deep/d.md").write_text(sop("d")),
    "edited behind its stamp": lambda folder: same_size_same_time(folder / "deep/d.md"),
    "a file that mends a dead link": lambda folder: (folder / "gone.md").write_text("# Page\n"),
    "a heading that mends an anchor": lambda folder: (folder / "b.md").write_text(sop("b", body="## P {#part}\n")),
    "a file that others point at is gone": lambda folder: (folder / "b.md").unlink(),
    "an SOP that mends a reference": lambda folder: (folder / "c.md").write_text(sop("c")),
    "a second SOP of the same id": lambda folder: (folder / "d2.md").write_text(sop("d")),
    "a role comes": lambda folder: (folder / "organisation.yml").write_text(
        ORGANISATION + "  - {id: lead, title: L}\n"
    ),
    "the organisation is gone": lambda folder: (folder / "organisation.yml").unlink(),
    "another language": lambda folder: (folder / "organisation.yml").write_text(ORGANISATION.replace("en", "zh-TW")),
    "a symbolic link": lambda folder: (folder / "gone.md").symlink_to("b.md"),
    "a hidden file": lambda folder: (folder / ".draft.md").write_text(sop("d")),
    "moved": lambda folder: (folder / "deep/d.md").rename(folder / "d.md"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("settled", [True, False], ids=["settled", "at once"])
def test_what_is_remembered_never_differs_from_what_is_read(
    folder: Path, memory: Path, change: Callable[[Path], object], settled: bool
) -> None:
    if settled:
        settle()
    check_content(folder, cache_folder=memory)
    change(folder)
    cold = check_content(folder)
    assert check_content(folder, cache_folder=memory) == cold
    assert check_content(folder, cache_folder=memory) == cold


def test_the_folder_of_the_tests_has_faults_of_each_kind(folder: Path) -> None:
    assert named(check_content(folder).diagnostics) == [
        ("a.md", 7, "unknown-role"),
        ("a.md", 11, "dead-link"),
        ("a.md", 11, "dead-link"),
        ("b.md", 7, "unknown-sop"),
        ("deep/d.md", 7, "unknown-field"),
    ]


def test_one_change_after_the_other(folder: Path, memory: Path) -> None:
    for name, change in CHANGES.items():
        with suppress(FileExistsError, FileNotFoundError):
            change(folder)
        assert check_content(folder, cache_folder=memory) == check_content(folder), name


def test_an_unchanged_folder_is_not_read_again(folder: Path, memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settle()
    first = check_content(folder, cache_folder=memory)

    def fails(*_: object) -> Checked:
        raise AssertionError("read again")

    monkeypatch.setattr(checking, "_check", fails)
    assert check_content(folder, cache_folder=memory) == first


def test_only_what_changed_is_read_again(folder: Path, memory: Path, read: list[str]) -> None:
    settle()
    check_content(folder, cache_folder=memory)
    assert sorted(read) == ["a.md", "b.md", "d.en.md", "deep/d.md", "organisation.yml"]
    read.clear()
    (folder / "b.md").write_text(sop("b"))
    check_content(folder, cache_folder=memory)
    assert sorted(read) == ["b.md", "organisation.yml"]


def test_a_new_file_makes_only_those_read_again_that_point_at_files(
    folder: Path, memory: Path, read: list[str]
) -> None:
    settle()
    check_content(folder, cache_folder=memory)
    read.clear()
    (folder / "new.md").write_text("# Page\n")
    check_content(folder, cache_folder=memory)
    assert sorted(read) == ["a.md", "new.md", "organisation.yml"]


def test_another_program_remembers_nothing(
    folder: Path, memory: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settle()
    check_content(folder, cache_folder=memory)
    read.clear()
    monkeypatch.setattr(cache, "program", lambda: "another")
    check_content(folder, cache_folder=memory)
    assert len(read) == 5


def broken(text: str) -> list[str]:
    """Ways in which a file of the memory may be broken; the key of some still fits."""
    key = json.loads(text)["key"]
    return [
        "",
        "{}",
        "[]",
        "null",
        "\x00" * 100,
        text[: len(text) // 2],
        text + "x",
        "[" * 100_000,
        json.dumps({"key": key}),
        json.dumps({"key": key, "checked": 3, "files": [], "translations": 3}),
        json.dumps({"key": key, "checked": [1, [[]], [], "en"], "files": {"a.md": {}}, "translations": {"d.en.md": 1}}),
        json.dumps({"key": key, "checked": [1, [[1] * 8], [], "en"], "files": {"a.md": 3}}),
        json.dumps(json.loads(text) | {"files": {"a.md": {"stamp": None, "digest": 1, "sees_files": 0}}}),
    ]


@pytest.mark.parametrize("name", [RUN, FILES])
def test_a_broken_memory_is_none(folder: Path, memory: Path, name: str) -> None:
    settle()
    sound = check_content(folder, cache_folder=memory)
    for text in broken((memory / name).read_text()):
        (memory / RUN).unlink()
        (memory / name).write_text(text)
        assert check_content(folder, cache_folder=memory) == sound
        assert check_content(folder, cache_folder=memory) == sound


def test_a_memory_that_cannot_be_written_is_no_fault(folder: Path, memory: Path) -> None:
    memory.write_text("a file where the folder should be")
    assert check_content(folder, cache_folder=memory) == check_content(folder)


def test_the_memory_lies_outside_the_content(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    one, other = default_folder(tmp_path / "one/content"), default_folder(tmp_path / "other/content")
    assert one != other
    assert {one.parent, other.parent} == {tmp_path / "xdg/mkdocs-sop"}


def test_a_process_that_checks_again_makes_no_value_a_second_time(
    folder: Path, memory: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = check_content(folder, cache_folder=memory, jobs=1)
    (folder / "organisation.yml").touch()
    read.clear()
    monkeypatch.setattr(cache, "restorer", None)
    assert check_content(folder, cache_folder=memory, jobs=1) == first
    assert "a.md" not in read


def test_what_another_process_wrote_meanwhile_is_read(folder: Path, memory: Path, read: list[str]) -> None:
    check_content(folder, cache_folder=memory, jobs=1)
    (memory / FILES).write_text("{}")
    (memory / RUN).unlink(missing_ok=True)
    read.clear()
    check_content(folder, cache_folder=memory, jobs=1)
    assert "a.md" in read
