from pathlib import Path

import pytest

from sop_plugin.language_server.content_folders import content_folder


def files(root: Path, *paths: str, mkdocs: str | None = None) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("organisation: 1\n")
    if mkdocs is not None:
        (root / "mkdocs.yml").write_text(mkdocs)


@pytest.mark.parametrize("start", [".", "content", "content/cafe", "quizzes", "content/cafe/img"])
def test_the_nearest_content_in_or_around_a_folder(tmp_path: Path, start: str) -> None:
    files(tmp_path, "content/organisation.yml", "content/cafe/img/a.svg", "quizzes/a.md")
    assert content_folder(tmp_path / start) == tmp_path / "content"


@pytest.mark.parametrize(
    ("mkdocs", "expected"),
    [
        ("docs_dir: procedures\n", "procedures"),
        ("site_name: A\ndocs_dir: 'procedures' # here\n", "procedures"),
        ("site_name: A\n", None),
        ("docs_dir: ..\n", None),
        ("docs_dir: /etc\n", None),
        ("docs_dir: .\n", None),
        ("docs_dir: nowhere\n", None),
        ("docs_dir: away\n", None),
    ],
)
def test_what_mkdocs_is_told(tmp_path: Path, mkdocs: str, expected: str | None) -> None:
    house = tmp_path / "house"
    files(house, "procedures/a.md", ".git/config", mkdocs=mkdocs)
    (house / "away").symlink_to("/etc")
    assert content_folder(house) == (house / expected if expected else None)


def test_a_link_is_not_followed_and_the_top_of_a_repository_is_the_end(tmp_path: Path) -> None:
    files(tmp_path, "content/organisation.yml", "house/.git/config", "house/a.md")
    (tmp_path / "house/content").symlink_to(tmp_path / "content")
    assert content_folder(tmp_path / "house") is None
