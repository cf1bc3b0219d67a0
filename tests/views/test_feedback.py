"""Suggestions for a procedure, at the address that the site names."""

from __future__ import annotations

import dataclasses

import pytest

from sop_plugin.model.site_address import SiteAddress
from sop_plugin.views.feedback import fault_of, filled
from sop_plugin.views.sop_page import sop_page
from tests.views.pages import Seen, context, read

ISSUE = "https://git.example/issues/new?title={sop}%20{version}&body={url}"


def shown(feedback: str | None, address: str | None = None) -> str:
    document = read("version: 2.1\nsteps: [{id: a, title: A}]\n")
    site = SiteAddress(address) if address else None
    return sop_page(document, dataclasses.replace(context(), feedback=feedback, site=site)).html


def test_fields_are_encoded_for_an_address_and_those_not_given_are_empty() -> None:
    assert filled("https://a.example/?q={title}&s={step}", title="退款 & 更正/1") == (
        "https://a.example/?q=%E9%80%80%E6%AC%BE%20%26%20%E6%9B%B4%E6%AD%A3%2F1&s="
    )


def test_what_a_field_says_is_not_filled_in_again() -> None:
    assert filled("mailto:a@b.example?subject={title}&body={sop}", title="{sop}", sop="x") == (
        "mailto:a@b.example?subject=%7Bsop%7D&body=x"
    )


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        (ISSUE, ""),
        ("mailto:sop@example.com?subject={sop}", ""),
        ("https://git.example/new", ""),
        ("http://git.example/?q={sop}", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("/issues/new", "scheme"),
        ("https://git.example/?q={name}", "name"),
        ("https://git.example/?q={}", "{}"),
    ],
)
def test_a_template_asks_only_for_what_there_is(template: str, fault: str) -> None:
    assert fault_of(template) == fault


def test_a_page_has_a_way_to_suggest_only_where_the_site_wants_to_hear() -> None:
    assert "data-feedback" not in shown(None)
    assert "sop-suggest" not in shown(None)
    assert "https://git.example/issues/new?title=latte%202.1&body=" in Seen(shown(ISSUE)).links


def test_a_suggestion_names_the_published_address() -> None:
    links = Seen(shown(ISSUE, "https://sop.example/")).links
    (link,) = [link for link in links if link.startswith("https://git.example/")]
    assert "sop.example%2F" in link


def test_the_template_is_on_the_page_for_the_suggestions_of_single_steps() -> None:
    assert 'data-feedback="https://git.example/issues/new?title={sop}%20{version}&amp;body={url}"' in shown(ISSUE)
