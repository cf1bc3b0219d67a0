"""What the workspace tells after any change is what a check of the whole folder would say."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.pipeline.checking import check_content
from sop_plugin.pipeline.workspace import Findings, Workspace
from tests.editing.desk import LIBRARY, ORGANISATION, desk
from tests.editing.quizzes.quiz_desk import COUNTER, COUNTER_ZH, QUIZ, QUIZ_ZH, QUIZZES
from tests.pipeline.contents import content

FILES = {**LIBRARY, **QUIZZES}

POLICY = "policy:\n  levels: [{rule: invisible-character, level: error}]\n"


class Screen:
    """What an editor shows: the latest findings it was told, by file."""

    def __init__(self) -> None:
        self._shown: dict[str, tuple[Diagnostic, ...]] = {}

    def take(self, told: Findings) -> None:
        self._shown.update(told)

    def all(self) -> list[Diagnostic]:
        return sorted((each for found in self._shown.values() for each in found), key=lambda each: each.sort_key)


def caught_up(workspace: Workspace, screen: Screen) -> None:
    for _ in workspace.catch_up():
        pass
    screen.take(workspace.findings())


def checked(root: Path) -> list[Diagnostic]:
    return list(check_content(root, jobs=1).diagnostics)


CHANGES = [
    ("order.md", LIBRARY["order.md"].replace("id: order\n", "id: ordering\n")),
    ("order.md", LIBRARY["order.md"].replace("id: greet\n", "id: hello\n")),
    ("order.md", LIBRARY["order.md"].replace("title: Greet", 'title: "Greet')),
    ("order.md", LIBRARY["order.md"].replace("Smile.", "Smi\u200ble.")),
    ("order.md", LIBRARY["order.md"].replace("Smile.", "![x](img/a.svg) [y](late.md)")),
    ("order.md", ""),
    ("order.zh-TW.md", LIBRARY["order.zh-TW.md"].replace("id: greet", "id: grüßen")),
    ("order.zh-TW.md", LIBRARY["order.zh-TW.md"].replace("translates: order", "translates: refund")),
    ("refund.md", LIBRARY["refund.md"].replace("id: refund", "id: order")),
    ("refund.md", LIBRARY["refund.md"].replace("steps:", "suppress: [{rule: dead-link, reason: R}]\nsteps:")),
    ("late.md", LIBRARY["refund.md"].replace("id: refund", "id: late")),
    ("organisation.yml", ORGANISATION + POLICY),
    ("organisation.yml", ORGANISATION.replace("barista", "brewer")),
    ("organisation.yml", "organisation: ["),
    ("organisation.yml", ""),
    ("order.md", LIBRARY["order.md"].replace("3 min", "2 min")),
    ("order.md", LIBRARY["order.md"].replace("version: 1\n", "version: 1\nstatus: retired\n")),
    (QUIZ, COUNTER.replace("@bc5772", "@abc123")),
    (QUIZ, COUNTER.replace(" {#unsure}", "")),
    (QUIZ, COUNTER.replace("order/greet", "order/gret").replace("sops: [order]", "sops: [ordr]")),
    (QUIZ, COUNTER.replace("id: counter", "id: till")),
    (QUIZ, COUNTER.replace("title: At", 'title: "At')),
    (QUIZ, ""),
    (QUIZ_ZH, COUNTER_ZH.replace("3 分鐘", "4 分鐘")),
    (QUIZ_ZH, COUNTER_ZH.replace("{#look-up}", "{#look}")),
]


@pytest.mark.parametrize("seed", range(8))
def test_after_each_change_it_says_what_a_check_says(tmp_path: Path, seed: int) -> None:
    pick = random.Random(seed)
    root = content(tmp_path, FILES)
    screen = Screen()
    workspace = Workspace(root)
    caught_up(workspace, screen)
    assert screen.all() == checked(root)
    for _ in range(12):
        path, text = pick.choice([*CHANGES, *FILES.items()])
        screen.take(workspace.update(path, text))
        caught_up(workspace, screen)
        (root / path).write_text(text, encoding="utf-8")
        assert screen.all() == checked(root), path
    for path in FILES:
        (root / path).write_text(FILES[path], encoding="utf-8")
        screen.take(workspace.release(path))
    (root / "img").mkdir()
    (root / "img/a.svg").write_text("<svg/>")
    (root / "late.md").unlink(missing_ok=True)
    screen.take(workspace.release("late.md"))
    caught_up(workspace, screen)
    assert screen.all() == checked(root)


def test_only_files_whose_findings_changed_are_told(tmp_path: Path) -> None:
    workspace = desk(tmp_path)
    assert workspace.update("order.md", LIBRARY["order.md"] + "\nMore.\n") == {}
    assert list(workspace.update("refund.md", LIBRARY["refund.md"].replace("/greet", "/x"))) == ["refund.md"]
    assert workspace.update("refund.md", LIBRARY["refund.md"]) == {"refund.md": ()}


def test_nothing_is_told_before_all_has_been_read(tmp_path: Path) -> None:
    workspace = Workspace(content(tmp_path, LIBRARY))
    assert workspace.update("refund.md", LIBRARY["refund.md"].replace("order/greet", "order/x")) == {}
    read = list(workspace.catch_up())
    assert sorted(read) == ["order.md", "order.zh-TW.md"]
    assert "refund.md" in workspace.findings()


def test_what_is_being_edited_comes_first(tmp_path: Path) -> None:
    workspace = Workspace(content(tmp_path, LIBRARY))
    workspace.hold("refund.md", LIBRARY["refund.md"])
    assert next(workspace.catch_up()) == "refund.md"


def test_a_comment_in_the_organisation_leaves_the_files_alone(tmp_path: Path) -> None:
    workspace = desk(tmp_path)
    workspace.update("organisation.yml", ORGANISATION + "# a remark\n")
    assert workspace.outdated == 0
    workspace.update("organisation.yml", ORGANISATION.replace("barista", "brewer"))
    assert workspace.outdated == 3


def test_the_memory_of_the_last_check_is_used(tmp_path: Path) -> None:
    root = content(tmp_path, LIBRARY)
    check_content(root, cache_folder=tmp_path / "cache", jobs=1)
    workspace = Workspace(root, cache_folder=tmp_path / "cache")
    assert workspace.outdated == 0
    workspace.findings()
    assert "refund.md" in workspace.update("order.md", LIBRARY["order.md"].replace("id: order\n", "id: ordering\n"))


def test_paths_within_the_content_only(tmp_path: Path) -> None:
    root = content(tmp_path, LIBRARY)
    (root / "away").symlink_to(tmp_path)
    workspace = Workspace(root)
    assert workspace.path_of(root / "shop/new.md") == "shop/new.md"
    for path in ("../outside.md", ".hidden/a.md", "away/b.md"):
        assert workspace.path_of(root / path) is None
    assert workspace.path_of(tmp_path / "outside.md") is None


def test_quizzes_lie_beside_the_content(tmp_path: Path) -> None:
    root = content(tmp_path, LIBRARY)
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes/away").symlink_to(tmp_path)
    workspace = Workspace(root)
    for name in ("new.md", "deep/new.md"):
        path = workspace.path_of(tmp_path / "quizzes" / name)
        assert path == f"../quizzes/{name}"
        assert workspace.file_of(path) == tmp_path / "quizzes" / name
    for name in (".hidden.md", "away/b.md"):
        assert workspace.path_of(tmp_path / "quizzes" / name) is None
