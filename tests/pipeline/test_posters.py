from pathlib import Path

from sop_plugin.model.site_address import SiteAddress
from sop_plugin.pipeline.site import load_site
from tests.pipeline.contents import content, sop

ORGANISATION = """organisation: 1
name: A
language: en
departments: [{id: shops, title: Shops}]
roles:
  - {id: barista, title: Barista, department: shops}
  - {id: guest, title: Guest, party: customer}
touchpoints: [{id: counter, title: The counter}]
"""


def sheets_of(root: Path, files: dict[str, str]) -> dict[str, list[str]]:
    """The sheets of the folder's site, each with the addresses its codes lead to."""
    folder = content(root, {"organisation.yml": ORGANISATION} | files)
    site = load_site(folder, address=SiteAddress("https://a.example/"))
    _, *sheets = site.render("posters.md", lambda path: path).html.split('<section class="sop-sheet" id="')
    return {
        sheet.partition('"')[0]: [part.partition('"')[0] for part in sheet.split('aria-label="')[1:]]
        for sheet in sheets
    }


def test_a_procedure_stands_on_the_sheets_of_its_staff_its_department_and_its_places(tmp_path: Path) -> None:
    text = sop("a", "role: [barista, guest]\n").replace("title: Begin}", "title: Begin, touchpoint: counter}")
    assert sheets_of(tmp_path, {"cafe/a.md": text, "b.md": sop("b")}) == {
        "role-barista": ["https://a.example/cafe/a/"],
        "department-shops": ["https://a.example/b/", "https://a.example/cafe/a/"],
        "touchpoint-counter": ["https://a.example/cafe/a/"],
    }


def test_only_the_version_that_is_worked_by_is_put_up(tmp_path: Path) -> None:
    files = {
        "a.md": sop("a", "status: superseded\n"),
        "a.new.md": sop("a", "status: effective\neffective: 2026-01-01\n").replace("version: 1", "version: 2"),
        "a.next.md": sop("a", "status: approved\n").replace("version: 1", "version: 3"),
        "d.md": sop("d", "status: draft\n"),
    }
    assert sheets_of(tmp_path, files) == {"department-shops": ["https://a.example/a.new/"]}
    assert "posters.md" in load_site(tmp_path / "content").pages
