from collections.abc import Mapping
from pathlib import Path

import pytest

from sop_plugin.model.page import PageRef
from sop_plugin.pipeline.checking import check_content
from sop_plugin.pipeline.site import load_site
from sop_plugin.views.search.everyday import everyday_names
from tests.pipeline.contents import ORGANISATION, content, named, sop

TRANSLATION = "---\nsop: 1\ntranslates: a\nlang: en\ntitle: A in English\nsteps:\n  - {id: begin, title: Begin}\n---\n"


def written(site_page: str) -> str:
    """Where a link of a page leads."""
    return f"/{site_page}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return content(
        tmp_path,
        {
            "organisation.yml": ORGANISATION + "departments: [{id: shops, title: Shops}]\n",
            "a.md": sop("a", "department: shops\n", "See [b](deep/b.md).\n"),
            "a.en.md": TRANSLATION,
            "deep/b.md": sop("b"),
            "draft.md": sop("draft", "status: draft\n"),
            "old.md": sop("old", "status: retired\n"),
            "faulty.md": sop("faulty", "time_limit: soon\n"),
            "warned.md": sop("warned", "role: barista\nkeep: 5 years # x\n"),
            "guide.md": "# An ordinary page\n",
            "unreadable.md": b"---\nsop: 1\n\xff\n---\n",
            "a.zh-CN.md": b"\xff",
        },
    )


def own(pages: Mapping[str, PageRef]) -> dict[str, PageRef]:
    return {path: page for path, page in pages.items() if not page.generated}


def test_every_procedure_is_a_page(folder: Path) -> None:
    pages = own(load_site(folder).pages)
    assert {path: page.listed for path, page in pages.items()} == {
        "a.md": True,
        "deep/b.md": True,
        "draft.md": False,
        "faulty.md": False,
        "old.md": False,
        "unreadable.md": False,
        "warned.md": True,
    }
    assert pages["a.md"].title == "Do a"
    assert pages["a.md"].section[-1] == "Shops"
    assert len(pages["deep/b.md"].section) == 1


def test_translations_and_the_organisation_are_hidden(folder: Path) -> None:
    assert load_site(folder).hidden == {"a.en.md", "a.zh-CN.md", "organisation.yml"}


def test_the_site_finds_what_the_check_finds(folder: Path) -> None:
    site = load_site(folder)
    assert site.diagnostics == check_content(folder).diagnostics
    assert named(site.diagnostics) == [
        ("a.zh-CN.md", 1, "not-utf-8"),
        ("faulty.md", 7, "time-unreadable"),
        ("unreadable.md", 3, "not-utf-8"),
    ]
    assert site.describe(site.diagnostics[1]).startswith("content/faulty.md:7:13: error[time-unreadable] ")


def test_every_page_can_be_rendered(folder: Path) -> None:
    site = load_site(folder)
    for path, ref in site.pages.items():
        page = site.render(path, written)
        assert page.html.strip(), path
        assert page.title == ref.title, path
        assert page.anchors >= {entry.id for entry in page.toc}, path


def test_a_page_shows_its_steps_and_resolves_its_links(folder: Path) -> None:
    page = load_site(folder).render("a.md", written, "https://example.org/edit")
    assert "Begin" in page.html
    assert 'href="/deep/b.md"' in page.html
    assert "https://example.org/edit" in page.html


def test_a_faulty_procedure_is_never_published_in_part(folder: Path) -> None:
    page = load_site(folder).render("faulty.md", written)
    assert page.title == "Do faulty"
    assert "Begin" not in page.html
    assert "time-unreadable" in page.html


def test_a_page_there_is_not(folder: Path) -> None:
    with pytest.raises(KeyError):
        load_site(folder).render("nowhere.md", written)


@pytest.mark.parametrize(("asked", "language"), [(None, "en"), ("zh-TW", "zh-TW"), ("zh-CN", "zh-CN")])
def test_the_language_is_the_organisations_unless_another_is_asked_for(
    folder: Path, asked: str | None, language: str
) -> None:
    assert load_site(folder, language=asked).words.language == language


def test_of_several_versions_the_one_in_force_has_the_id(tmp_path: Path) -> None:
    folder = content(
        tmp_path,
        {
            "a.md": sop("a"),
            "a.next.md": sop("a", "status: draft\n").replace("version: 1", "version: 2"),
            "b.md": sop("b", "supersedes: [a]\n"),
        },
    )
    site = load_site(folder)
    assert site.diagnostics == ()
    html = site.render("b.md", written).html
    assert "/a.md" in html
    assert "/a.next.md" not in html
    assert "/a.next.md" in site.render("a.md", written).html


def test_two_loads_are_the_same(folder: Path) -> None:
    one, other = load_site(folder), load_site(folder)
    assert one.pages == other.pages
    for path in one.pages:
        assert one.render(path, written) == other.render(path, written), path


def test_nothing_at_all(tmp_path: Path) -> None:
    site = load_site(tmp_path / "content")
    assert own(site.pages) == {}
    assert site.diagnostics == ()


def test_a_symbolic_link_is_no_page(tmp_path: Path) -> None:
    folder = content(tmp_path, {"a.md": sop("a")})
    (folder / "b.md").symlink_to("a.md")
    site = load_site(folder)
    assert list(own(site.pages)) == ["a.md"]
    assert [rule for _, _, rule in named(site.diagnostics)] == ["symlink"]


def test_a_link_to_a_step_of_another_procedure_shows_its_title(tmp_path: Path) -> None:
    linking = sop("a").replace("title: Begin}", "title: Begin, see: [b/begin]}")
    linked = sop("b").replace("title: Begin", "title: Open the doors")
    site = load_site(content(tmp_path, {"a.md": linking, "b.md": linked}))
    html = site.render("a.md", written).html
    assert 'href="/b.md#begin">Do b <span class="sop-quiet">Open the doors</span></a>' in html


def test_a_page_is_searched_as_what_it_is_and_narrowed_down_by_what_it_has(tmp_path: Path) -> None:
    house = ORGANISATION + "tools:\n  - {id: pitcher, title: Milk pitcher}\n"
    more = "tags: [coffee]\nchannels: [phone]\nstatus: effective\n"
    latte = sop("latte", more).replace("title: Begin}", "title: Begin, role: barista, tools: [pitcher]}")
    site = load_site(content(tmp_path, {"organisation.yml": house, "latte.md": latte}))
    found = {path: site.search_page(path, "x/", "en", ()) for path in (*site.pages, "index.md")}
    own = {(facet.family, facet.name) for facet in found["latte.md"].facets}
    assert own == {
        ("kind", "Procedure"),
        ("role", "Barista"),
        ("channel", "Phone"),
        ("tag", "coffee"),
        ("status", "Effective"),
        ("tool", "Milk pitcher"),
    }
    kinds = {path: page.facets[0].name for path, page in found.items()}
    assert kinds["latte/checklist.md"] == "Checklist"
    assert kinds["reference/fields.md"] == "Reference"
    assert kinds["start.md"] == kinds["index.md"] == "Page"
    weights = [found[path].weight for path in ("latte.md", "index.md", "latte/checklist.md", "reference/rules.md")]
    assert weights == sorted(set(weights), reverse=True)


def test_names_of_the_glossary_are_those_of_things_with_several(tmp_path: Path) -> None:
    glossary = "glossary:\n  - {id: rma, title: RMA, also: [return number], names: [{lang: zh-TW, title: 退貨編號}]}\n"
    house = ORGANISATION + glossary + "  - {id: mot, title: Moment of truth}\n"
    site = load_site(content(tmp_path, {"organisation.yml": house, "latte.md": sop("latte")}))
    assert site.names == (("RMA", "return number", "退貨編號"), *everyday_names())
