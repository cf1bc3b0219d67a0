"""What goes to paper: everything, true on its day, and nothing that asks for more than the content folder."""

import dataclasses
import datetime
import re

import pytest

from sop_plugin.model.paper import Paper
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.model.sop import Status
from sop_plugin.views.context import OtherVersion, ViewContext
from sop_plugin.views.paper import MARK, checklist_paper, procedure_paper
from tests.views.pages import Seen, context, read

STEPS = "steps: [{id: make, title: Make}]\n"
DAY = datetime.date(2026, 3, 1)
ADDRESS = re.compile(r'(?:href|src|url)(?:=|\()"([^"]*)"')


def around(site: str = "", **more: object) -> ViewContext:
    address = SiteAddress(site) if site else None
    return dataclasses.replace(context("en"), site=address, **more)  # type: ignore[arg-type]


def paper(front_matter: str, day: datetime.date = DAY, body: str = "", **more: object) -> Paper:
    return procedure_paper(read(front_matter, body), around(**more), day)  # type: ignore[arg-type]


def said(made: Paper) -> str:
    return Seen(made.html[made.html.index("<body>") :]).text


LINKING = """
steps:
  - id: make
    title: Make
    see: [refund]
    do: "As in [the other](../desk/refund.md#rinse), [this](#make), [the leaflet](leaflet.pdf) and [the web](https://example.com/)."
    media: [{file: jug.png, alt: A jug}]
"""


def test_links_lead_to_the_live_site_and_name_the_procedure() -> None:
    made = paper(LINKING, site="https://sop.example.com/")
    hrefs = re.findall(r'<a [^>]*href="([^"]*)"', made.html)
    assert set(hrefs) == {
        "https://sop.example.com/desk/refund/",
        "https://sop.example.com/desk/refund/#rinse",
        "#make",
        "https://sop.example.com/cafe/leaflet.pdf",
        "https://sop.example.com/cafe/jug.png",
        "https://example.com/",
    }
    assert "the other (refund)" in said(made)


def test_without_an_address_links_to_elsewhere_are_words() -> None:
    made = paper(LINKING)
    assert set(re.findall(r'<a [^>]*href="([^"]*)"', made.html)) == {"#make", "https://example.com/"}
    assert "the other (refund)" in said(made)
    assert "Refund a card (refund)" in said(made)
    assert 'class="sop-qr"' not in made.html


def test_pictures_come_from_the_content_alone() -> None:
    made = paper(LINKING)
    asked = {each for each in ADDRESS.findall(made.html) if not each.startswith(("#", "https://example.com/"))}
    assert {each for each in asked if not each.startswith("drawing:")} == {"content:cafe/jug.png"}
    assert {each.removeprefix("drawing:") for each in asked if each.startswith("drawing:")} <= set(made.drawings)
    assert "<script" not in made.html


@pytest.mark.parametrize(
    ("front_matter", "day", "mark"),
    [
        ("status: draft\n", DAY, "Draft"),
        ("status: in-review\nversion: 2\nowner: lead\n", DAY, "In review"),
        ("status: superseded\nversion: 2\nowner: lead\n", DAY, "Superseded"),
        ("status: retired\nversion: 2\nowner: lead\n", DAY, "Retired"),
        ("version: 2\nowner: lead\neffective: 2026-03-02\n", DAY, "Not in force yet"),
        ("version: 2\nowner: lead\neffective: 2026-03-01\n", DAY, ""),
        ("version: 2\nowner: lead\neffective: 2026-03-01\n", datetime.date(2026, 5, 1), "Replaced"),
    ],
)
def test_what_nobody_may_work_by_is_marked_on_its_day(front_matter: str, day: datetime.date, mark: str) -> None:
    following = OtherVersion("3", Status.APPROVED, datetime.date(2026, 5, 1), "cafe/latte.next.md")
    document = read(f"{front_matter}{STEPS}")
    for form in (procedure_paper, checklist_paper):
        made = form(document, around(versions=(following,)), day)
        assert (MARK in made.drawings) == (f"drawing:{MARK}" in made.html) == bool(mark)
        assert mark == "" or f">{mark}</text>" in made.drawings[MARK]


@pytest.mark.parametrize(
    ("front_matter", "control"),
    [
        ("version: 2\nstatus: effective\neffective: 2026-03-01\n", "latte · Version 2 · Effective 2026-03-01"),
        ("version: 2\nstatus: effective\n", "latte · Version 2 · Effective"),
        (
            "version: 2\nstatus: superseded\neffective: 2026-03-01\n",
            "latte · Version 2 · Superseded · Effective 2026-03-01",
        ),
        ("status: draft\n", "latte · Draft"),
    ],
)
def test_the_head_tells_the_status_once(front_matter: str, control: str) -> None:
    assert f'@top-right {{ content: "{control}"; }}' in paper(f"owner: lead\n{front_matter}{STEPS}").html


def test_the_outline_has_the_numbers_and_no_id_breaks_the_style_sheet() -> None:
    html = paper("steps: [{id: 1-make, title: 'Make \"it\" }'}]\n").html
    assert r'#\31 -make{bookmark-level:1;bookmark-label:"1 Make \22 it\22  \7d "}' in html


def test_a_long_step_may_break_and_a_short_one_may_not() -> None:
    steps = f"steps: [{{id: long, do: {'Stir it once more. ' * 60}}}, {{id: short, do: Stir.}}]\n"
    html = paper(steps).html
    assert "#long{break-inside:auto}" in html
    assert "#short{break-inside" not in html
    assert "{break-inside:auto}" not in checklist_paper(read(steps), around(), DAY).html, "rows are never split"
