from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from sop_plugin.adapter.tables import OPEN, in_reach
from tests.adapter.conftest import BuildSite
from tests.adapter.fake_site import FakeSite
from tests.adapter.test_pages import read


def test_each_table_without_a_class_is_put_into_a_box() -> None:
    table = "<tr><td>1</td></tr></table>"
    html = f'<p>a</p><table>{table}<p>b</p><table>{table}<table class="mine">{table}'
    box = f"{OPEN}{table}</div>"
    assert in_reach(html) == f'<p>a</p>{box}<p>b</p>{box}<table class="mine">{table}'


def test_a_page_without_a_table_stays_as_it_is() -> None:
    assert in_reach("<p>&lt;table&gt;</p>") == "<p>&lt;table&gt;</p>"


def test_a_page_with_a_table_has_what_tables_look_like(build_site: BuildSite) -> None:
    pages = {"index.md": "# Table\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "other.md": "# Other\n"}
    site = build_site(FakeSite({}), pages)
    sheet = "assets/sop/css/sop.css"
    assert sheet in read(site, "index.html")
    assert ".sop-table th" in (site / sheet).read_text(encoding="utf-8")
    assert sheet not in read(site, "other/index.html")


def test_a_word_of_code_in_a_narrow_column_stays_whole(
    build_site: BuildSite, serve: Callable[[Path], str], phone_page: Page
) -> None:
    row = "| `superseded` | Some words that want all the room of the table for themselves | `sop check --strict` |\n"
    site = build_site(FakeSite({}), {"index.md": f"# Table\n\n| a | b | c |\n|---|---|---|\n{row}"})
    phone_page.goto(serve(site))
    lines = phone_page.locator("td > code").evaluate_all("all => all.map((code) => code.getClientRects().length)")
    assert lines[0] == 1
    assert lines[1] > 1  # between its words it is broken, and the table still fits
