"""The checklist's page: everything there is to tick and fill in, complete without a script."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from sop_plugin.model.checklist import checklist_of
from sop_plugin.model.page import RenderedPage
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.reading.document import read_document
from sop_plugin.views.checklist_page import checklist_page
from sop_plugin.views.running_heads import running_heads
from tests.support.checklists import real_procedures
from tests.views.pages import Seen, context, read

DATA = re.compile(r'<script type="application/json" id="sop-checklist">(.*?)</script>', re.DOTALL)


def page(front_matter: str, language: str = "en", site: str = "") -> RenderedPage:
    address = SiteAddress(site) if site else None
    return checklist_page(read(front_matter), dataclasses.replace(context(language), site=address))


def without_data(html: str) -> str:
    return DATA.sub("", html)


@pytest.mark.parametrize("path", real_procedures(), ids=lambda path: path.stem)
def test_everything_there_is_to_fill_in_has_its_place(path: Path) -> None:
    document = read_document(path.name, path.read_bytes())
    assert document.sop
    html = without_data(checklist_page(document, context(document.sop.lang or "en")).html)
    places = [place for place in checklist_of(document.sop, document.graph()).places if place]
    items = [item for place in places for item in place.items if item.source.value != "do"]
    items += [item for place in places for more in (place.exceptions, place.branches) for each in more for item in each]
    assert html.count('<li class="sop-line sop-line--') == len(items)


@pytest.mark.parametrize("path", real_procedures(), ids=lambda path: path.stem)
def test_no_link_leads_nowhere(path: Path) -> None:
    document = read_document("cafe/latte.md", path.read_bytes())
    assert document.sop
    found = checklist_page(document, context(document.sop.lang or "en"))
    seen = Seen(without_data(found.html))
    assert len(seen.ids) == len(set(seen.ids))
    assert {link[1:] for link in seen.links if link.startswith("#")} <= found.anchors


def test_the_data_of_a_run_leads_to_the_procedure() -> None:
    html = page("steps:\n  - {id: make, do: 'First [grind](#grind).'}\n  - {id: grind, title: Grind}\n").html
    found = DATA.search(html)
    assert found
    nodes = json.loads(found[1])["nodes"]
    assert '<a href="/at/cafe/latte.md#grind">' in nodes[1]["do"]


def test_each_kind_of_item_has_its_blank() -> None:
    text = Seen(
        without_data(
            page(
                """
steps:
  - id: weigh
    title: Weigh
    quality: [{text: Hot enough, measure: 60 to 65 °C}]
    checked_by: lead
    record:
      - {id: state, title: State, type: choice, choices: [{id: good, title: Good}, {id: bad, title: Bad}]}
      - {id: note, title: Note, type: text, optional: true, help: Two words will do.}
      - {id: pic, title: Picture, type: photo}
"""
            ).html
        )
    ).text
    for words in (
        "Hot enough °C (60 to 65 °C)",
        "Checked by: lead",
        "Good Bad",
        "Note (optional)",
        "Two words will do.",
    ):
        assert words in text
    assert "Picture Attached" in text


def test_branches_say_where_to_go_on() -> None:
    text = Seen(
        without_data(
            page(
                """
steps:
  - id: look
    title: Look
    branches: [{id: hot, when: It is hot, go: pour}, {id: cold, when: otherwise, go: end}]
  - {id: wait, title: Wait}
  - {id: pour, title: Pour}
"""
            ).html
        )
    ).text
    assert "If It is hot → Go to 3 Pour" in text


def test_a_code_leads_to_the_live_page() -> None:
    steps = "steps: [{id: make, title: Make}]\n"
    assert '<svg class="sop-qr"' in page(steps, site="https://sop.example.com/").html
    assert "site_url" in Seen(page(steps).html).text


def test_every_printed_page_says_what_it_is() -> None:
    html = page("version: 2.1\neffective: 2026-03-01\nsteps: [{id: make, title: Make}]\n", "zh-CN").html
    style = html[: html.index("</style>")]
    for piece in ('"latte · 版本 2\\2e 1', "counter(page)", "counter(pages)", "打印件不受控"):
        assert piece.replace("2\\2e 1", "2.1") in style


def test_a_title_cannot_end_the_style_sheet() -> None:
    css = str(running_heads({"top-left": 'a"; } </style>\\ {page}'}))
    assert css == '@page { @top-left { content: "a\\22 \\3b  \\7d  \\3c /style\\3e \\5c  " counter(page); } }'


def test_it_is_found_by_search() -> None:
    found = page("aliases: [white coffee]\nsteps: [{id: make, title: Make}]\n")
    assert [(entry.title, entry.names) for entry in found.search] == [
        ("Checklist: Make a latte", ("latte", "white coffee"))
    ]


@pytest.mark.parametrize("days", [0, 7])
def test_the_script_is_told_for_how_long_names_are_kept(days: int) -> None:
    told = dataclasses.replace(context("en"), keep_names=days)
    html = checklist_page(read("steps:\n  - {id: greet, do: Greet}\n"), told).html
    assert f'data-keep-names="{days}"' in without_data(html)
