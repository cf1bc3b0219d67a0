from pathlib import Path

import pytest

from sop_plugin.model.site_address import SiteAddress
from sop_plugin.pipeline import poster_codes
from sop_plugin.pipeline.keeping import Keeper
from sop_plugin.pipeline.memory import Memory
from sop_plugin.pipeline.poster_codes import kept_codes
from sop_plugin.pipeline.site import load_site
from sop_plugin.pipeline.store import Store
from sop_plugin.views.qr import qr_svg
from tests.pipeline.contents import content, sop

HERE, THERE = "https://a.example/here/", "https://a.example/there/"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of which a code is drawn."""
    drawn: list[str] = []

    def draw(address: str) -> str:
        drawn.append(address)
        return qr_svg(address)

    monkeypatch.setattr(poster_codes, "qr_svg", draw)
    return drawn


def test_a_code_is_drawn_once_for_all_builds(tmp_path: Path, drawn: list[str]) -> None:
    for addresses in ([HERE], [HERE, THERE], [HERE, THERE], [THERE]):
        store = Store(tmp_path / "kept.sqlite")
        code_of = kept_codes(addresses, Keeper(store))
        assert [code_of(address) for address in addresses] == [qr_svg(address) for address in addresses]
        store.finish()
    assert drawn == [HERE, THERE]


def test_codes_outlast_builds_that_leave_the_page_as_it_was(tmp_path: Path, drawn: list[str]) -> None:
    for title in ("One", "One", "Another"):
        folder = content(tmp_path, {"a.md": sop("a", "role: barista\n").replace("Do a", title)})
        store = Store(tmp_path / "cache" / "kept.sqlite")
        memory = Memory(tmp_path / "cache", store, tmp_path / "pages", tmp_path / "index")
        site = load_site(folder, address=SiteAddress("https://a.example/"), memory=memory)
        assert title in site.render("posters.md", lambda path: path).html
        store.finish()
    assert drawn == ["https://a.example/a/"]
