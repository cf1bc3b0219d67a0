from pathlib import Path

from sop_plugin.pipeline.memory import Memory
from sop_plugin.pipeline.site import load_site
from sop_plugin.pipeline.store import Store
from tests.pipeline.contents import content, sop


def page_of(folder: Path, urls: str, prefix: str, asked: list[str]) -> str:
    """A page that links to another, in a build of its own; `asked` gets what URLs it looks up."""
    place = folder.parent / "cache"
    memory = Memory(place, Store(place / "kept.sqlite"), place / "pages", place / "index")

    def url_of(target: str) -> str:
        asked.append(target)
        return prefix + target

    html = load_site(folder, memory=memory).rendering("a.md", url_of, None, urls).whole().html
    memory.store.finish()
    return html


def test_urls_are_looked_up_again_only_where_they_may_be_others(tmp_path: Path) -> None:
    folder = content(tmp_path, {"a.md": sop("a", body="[b](b.md)\n"), "b.md": sop("b"), "c.md": sop("c")})
    first: list[str] = []
    html = page_of(folder, "one", "/", first)
    assert "b.md" in first

    (folder / "c.md").write_text(sop("c").replace("Do c", "Another title"), encoding="utf-8")
    later: list[str] = []
    assert page_of(folder, "one", "/", later) == html
    assert later == []

    assert 'href="/elsewhere/b.md"' in page_of(folder, "another", "/elsewhere/", later)


def test_urls_of_which_nothing_is_known_are_looked_up_each_time(tmp_path: Path) -> None:
    folder = content(tmp_path, {"a.md": sop("a", body="[b](b.md)\n"), "b.md": sop("b"), "c.md": sop("c")})
    page_of(folder, "", "/", [])
    (folder / "c.md").write_text(sop("c").replace("Do c", "Another title"), encoding="utf-8")
    assert 'href="/elsewhere/b.md"' in page_of(folder, "", "/elsewhere/", [])
