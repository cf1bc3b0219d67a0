"""The pages on which assignments are made and taken, as they are without a script."""

import json
import re

import pytest

from sop_plugin.model.result import ResultKind
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.views.assigning.assign_page import assign_page
from sop_plugin.views.assigning.assignable import Assignable
from sop_plugin.views.assigning.assigned_page import assigned_page
from sop_plugin.views.entries import RoleName
from sop_plugin.words.catalogue import LANGUAGES, catalogue

LEAD, CASHIER = RoleName("lead", "Shift <lead>", rank=1), RoleName("cashier", "Cashier", rank=0)
ASSIGNABLE = [
    Assignable(ResultKind.READ, "order", ("till",), "</script>點餐", "2.1", "cafe/order.md", "zh-TW", (LEAD, CASHIER)),
    Assignable(ResultKind.QUIZ, "counter", (), "Counter", "3f9a1c", "quizzes/counter.md", "en"),
]


def url_of(path: str) -> str:
    return f"../{path}"


def embedded(html: str) -> list[dict[str, object]]:
    match = re.search(r'<script type="application/json" id="sop-assignable">(.*?)</script>', html, re.DOTALL)
    assert match
    found: list[dict[str, object]] = json.loads(match[1])
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_say_what_they_need(language: str) -> None:
    words = catalogue(language)
    assign = assign_page(ASSIGNABLE, words, None, 30, url_of).html
    assigned = assigned_page(ASSIGNABLE, words, 30, url_of).html
    assert f'<noscript><p class="sop-assign__notice">{words.text("assign.needs-script")}</p></noscript>' in assign
    assert f'<noscript><p class="sop-assign__notice">{words.text("assigned.needs-script")}</p></noscript>' in assigned
    assert 'class="sop-scripted sop-assign__overview"' in assign  # no form that does nothing


def test_they_hold_what_can_be_assigned_and_nothing_ends_it() -> None:
    words = catalogue("en")
    for html in (
        assign_page(ASSIGNABLE, words, None, 30, url_of).html,
        assigned_page(ASSIGNABLE, words, 30, url_of).html,
    ):
        order, counter = embedded(html)
        assert order == {
            "kind": "read",
            "id": "order",
            "was": ["till"],
            "title": "</script>點餐",
            "version": "2.1",
            "url": "../cafe/order.md",
            "lang": "zh-TW",
            "roles": ["lead", "cashier"],
        }
        assert counter.keys() == {"kind", "id", "title", "version", "url"}


def test_links_lead_to_the_published_site_and_roles_stand_in_order() -> None:
    html = assign_page(ASSIGNABLE, catalogue("en"), SiteAddress("https://a.example/en/"), 14, url_of).html
    assert 'data-address="https://a.example/en/assigned/"' in html
    assert 'data-keep-names="14"' in html
    assert html.index('value="cashier"') < html.index('<option value="lead">Shift &lt;lead&gt;</option>')
    assert 'data-address=""' in assign_page([], catalogue("en"), None, 30, url_of).html
