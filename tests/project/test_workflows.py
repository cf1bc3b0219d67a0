"""A stranger's change is read and never run."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
TAKE = ROOT / "scripts/take_content.sh"


def loaded(path: str) -> Any:
    return yaml.load((ROOT / path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = loaded(".github/workflows/content.yml")["jobs"]["check"]["steps"]
    return found


def test_the_workflow_may_only_read() -> None:
    workflow = loaded(".github/workflows/content.yml")
    assert workflow["permissions"] == {"contents": "read"}
    assert set(workflow["on"]) == {"pull_request"}, "pull_request_target would run with the rights of the repository"
    assert "permissions" not in workflow["jobs"]["check"]
    assert "secrets" not in (ROOT / ".github/workflows/content.yml").read_text()


def test_no_checkout_leaves_a_token_behind() -> None:
    checkouts = [step["with"] for step in steps() if step.get("uses", "").startswith("actions/checkout")]
    assert [each["persist-credentials"] for each in checkouts] == ["false", "false"]
    base, proposed = checkouts
    assert "path" not in base
    assert "base.sha" in base["ref"]
    assert proposed["sparse-checkout"].split() == ["content", "quizzes"]


def test_the_program_is_set_up_before_the_content_comes_in_and_runs_no_file_of_it() -> None:
    runs = [step["run"] for step in steps() if "run" in step]
    assert runs.index("make venv-run") < next(i for i, run in enumerate(runs) if "take_content" in run)
    assert not [run for run in runs if "proposed/" in run]


def test_the_hooks_call_commands_that_there_are() -> None:
    from sop_plugin.cli.command import SUBCOMMANDS

    hooks = loaded(".pre-commit-hooks.yaml")
    assert {hook["entry"].split()[0] for hook in hooks} == {"sop"}
    assert {hook["entry"].split()[1] for hook in hooks} <= set(SUBCOMMANDS)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    for path, text in {
        "base/content/old.md": "old",
        "base/sop_plugin/code.py": "ours",
        "base/mkdocs.yml": "ours",
        "base/quizzes/q.md": "old",
        "proposed/content/deep/new.md": "new",
        "proposed/content/organisation.yml": "new",
        "proposed/sop_plugin/code.py": "theirs",
        "proposed/mkdocs.yml": "theirs",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path / "base"


def take(base: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([TAKE, "../proposed"], cwd=base, capture_output=True, text=True, check=False)


def test_nothing_but_content_is_taken(base: Path) -> None:
    assert take(base).returncode == 0
    files = {path.relative_to(base).as_posix(): path.read_text() for path in base.rglob("*") if path.is_file()}
    assert files == {
        "content/deep/new.md": "new",
        "content/organisation.yml": "new",
        "mkdocs.yml": "ours",
        "sop_plugin/code.py": "ours",
    }


def test_a_link_in_the_content_stays_a_link(base: Path) -> None:
    secret = base.parent / "secret"
    secret.write_text("secret")
    (base.parent / "proposed/content/leak.md").symlink_to(secret)
    assert take(base).returncode == 0
    assert (base / "content/leak.md").is_symlink()


def test_a_content_folder_that_is_a_link_is_refused(base: Path) -> None:
    (base.parent / "proposed/quizzes").symlink_to("/etc")
    done = take(base)
    assert done.returncode == 1
    assert "symbolic link" in done.stderr
    assert (base / "quizzes/q.md").read_text() == "old"
