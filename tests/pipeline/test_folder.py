from pathlib import Path

from sop_plugin.pipeline.folder import scan
from tests.pipeline.contents import content


def test_files_links_and_markdown(tmp_path: Path) -> None:
    root = content(tmp_path, {"b/c.md": "", "a.md": "", "a.svg": "", ".hidden.md": "", ".git/x.md": "", "名.md": ""})
    (root / "link.md").symlink_to("a.md")
    (root / "folder").symlink_to("b")
    (root / "lost.md").symlink_to("nowhere")
    folder = scan(root)
    assert sorted(folder.files) == ["a.md", "a.svg", "b/c.md", "organisation.yml", "名.md"]
    assert folder.links == {"link.md", "folder", "lost.md"}
    assert folder.markdown() == ["a.md", "b/c.md", "名.md"]


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert scan(tmp_path / "nowhere").files == {}


def test_a_stamp_tells_that_a_file_changed(tmp_path: Path) -> None:
    root = content(tmp_path, {"a.md": "one"})
    before = scan(root).files["a.md"]
    (root / "a.md").write_text("other")
    assert scan(root).files["a.md"] != before
