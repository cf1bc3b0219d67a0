"""What git says of a content folder, asked of real repositories."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sop_plugin.pipeline.history import NoHistoryError, Past, changes_since
from tests.pipeline.contents import content, sop
from tests.pipeline.repository import Repository

LONG = "".join(f"Line {number} of the text.\n" for number in range(40))


@pytest.fixture(params=[".", "docs/handbook"], ids=["at the top", "in a subfolder"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Repository:
    """A repository with some procedures."""
    files = {"a.md": sop("a", body=LONG), "shop/b.md": sop("b"), "shop/訂單.md": sop("order"), "img/plan.svg": "<svg/>"}
    made = Repository(tmp_path / "work", files, request.param)
    (made.root / "README.md").write_text("About", encoding="utf-8")
    made.commit("second")
    return made


def names(past: Past) -> dict[str, str]:
    """What changed: the ids in the earlier files."""
    return {path: data.decode().partition("id: ")[2].partition("\n")[0] for path, data in past.then.items()}


Do = Callable[[Repository], object]
CHANGES: dict[str, tuple[Do, set[str], dict[str, str], dict[str, str]]] = {
    "nothing": (lambda _: None, set(), {}, {}),
    "edited": (lambda r: r.write("a.md", sop("a2")), {"a.md"}, {"a.md": "a"}, {}),
    "new": (lambda r: r.write("shop/new.md", sop("new")), {"shop/new.md"}, {}, {}),
    "deleted": (lambda r: (r.content / "shop/b.md").unlink(), {"shop/b.md"}, {"shop/b.md": "b"}, {}),
    "not ASCII": (lambda r: r.write("shop/訂單.md", sop("o")), {"shop/訂單.md"}, {"shop/訂單.md": "order"}, {}),
    "a picture": (lambda r: r.write("img/plan.svg", "<svg></svg>"), {"img/plan.svg"}, {}, {}),
    "renamed": (
        lambda r: r.git("mv", str(r.content / "a.md"), str(r.content / "shop/z.md")),
        {"a.md", "shop/z.md"},
        {"a.md": "a"},
        {"shop/z.md": "a.md"},
    ),
    "outside": (lambda r: (r.root / "README.md").write_text("Else"), set(), {}, {}),
}


@pytest.mark.parametrize("is_committed", [False, True], ids=["not committed", "committed"])
@pytest.mark.parametrize(("change", "changed", "then", "renamed"), CHANGES.values(), ids=CHANGES)
def test_what_changed(
    repository: Repository,
    change: Do,
    changed: set[str],
    then: dict[str, str],
    renamed: dict[str, str],
    is_committed: bool,
) -> None:
    repository.git("checkout", "--quiet", "-b", "work")
    change(repository)
    if is_committed:
        repository.commit("work")
    past = changes_since(repository.content, "main")
    assert set(past.changed) == changed
    assert (names(past), past.renamed) == (then, renamed)


def test_what_others_did_in_the_meantime_is_no_change_of_ours(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "work")
    repository.write("a.md", sop("a", body="Mine\n"))
    repository.commit("mine")
    repository.git("checkout", "--quiet", "main")
    repository.write("shop/b.md", sop("b", body="Theirs\n"))
    repository.commit("theirs")
    repository.git("checkout", "--quiet", "work")
    assert changes_since(repository.content, "main").changed == {"a.md"}


def test_what_git_ignores_is_no_change(repository: Repository) -> None:
    (repository.root / ".gitignore").write_text("*.tmp.md\n", encoding="utf-8")
    repository.write("a.tmp.md", sop("tmp"))
    assert changes_since(repository.content, "HEAD").changed == (
        {".gitignore"} if repository.content == repository.root else set()
    )


def test_asking_changes_nothing(repository: Repository) -> None:
    repository.write("a.md", sop("a", body="Mine\n"))
    before = {path: path.read_bytes() for path in (repository.root / ".git").rglob("*") if path.is_file()}
    changes_since(repository.content, "main")
    assert before == {path: path.read_bytes() for path in (repository.root / ".git").rglob("*") if path.is_file()}


def test_in_a_hook_of_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert changes_since(repository.content, "main").changed == frozenset()


@pytest.mark.parametrize(
    "revision", ["nowhere", "", "-p", "--output=x", "--help", "main\n", "main..HEAD", "main:a.md", "^main", "ab\0cd"]
)
def test_no_such_revision(repository: Repository, revision: str) -> None:
    with pytest.raises(NoHistoryError) as raised:
        changes_since(repository.content, revision)
    assert (raised.value.key, raised.value.arguments) == ("cli.since.no-revision", {"revision": revision})
    assert not (repository.root / "x").exists()


def test_no_commit_in_common(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "--orphan", "island")
    repository.commit("island")
    with pytest.raises(NoHistoryError) as raised:
        changes_since(repository.content, "main")
    assert raised.value.key == "cli.since.no-common"


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(NoHistoryError) as raised:
        changes_since(content(tmp_path, {}), "main")
    assert raised.value.key == "cli.since.no-repository"


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoHistoryError) as raised:
        changes_since(content(tmp_path, {}), "main")
    assert raised.value.key == "cli.since.no-git"


def test_nothing_is_run_that_the_content_names(repository: Repository) -> None:
    repository.git("config", "diff.evil.textconv", "touch ran; cat")
    repository.git("config", "diff.evil.command", "touch ran; true")
    repository.write(".gitattributes", "*.md diff=evil\n")
    repository.write("a.md", sop("a", body="Mine\n"))
    changes_since(repository.content, "main")
    assert not list(repository.root.rglob("ran"))
