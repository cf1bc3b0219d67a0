"""Pieces of ordinary pages that are made from the procedures."""

from __future__ import annotations

import pytest

from sop_plugin.model.sop import Status
from sop_plugin.views.pieces import STYLES, MarkError, piece
from sop_plugin.web.bundling import MODULES
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.views.listed import BARISTA, CASHIER, change, entry
from tests.views.pages import Seen

ENTRIES = (
    entry("order", roles=(CASHIER, BARISTA), changes=(change("2026-03-01", "先覆誦。"), change("2025-01-01", "<b>"))),
    entry("foam", roles=(BARISTA,), changes=(change("2026-05-01", "改用溫度計。"),)),
    entry("draft", status=Status.DRAFT, changes=(change("2026-06-01", "還沒生效。"),)),
)


def made(mark: str, language: str = "zh-TW", entries: tuple[object, ...] = ENTRIES) -> str:
    return piece(mark, entries, catalogue(language), lambda path: f"../{path}")  # type: ignore[arg-type]  # entries


def test_the_search_leads_to_the_list_of_procedures() -> None:
    assert '<a class="sop-find" href="../procedures.md">' in made("search")


def test_every_role_leads_to_its_place_on_the_start_page() -> None:
    html = made("roles")
    assert '<a href="../start.md#role-barista">咖啡師</a>' in html
    assert html.index("role-cashier") < html.index("role-barista")
    assert "餐飲事業部</summary>" in html


@pytest.mark.parametrize(("mark", "count"), [("changes", 3), ("changes 2", 2), ("changes 50", 3)])
def test_what_changed_lately_stands_newest_first(mark: str, count: int) -> None:
    html = made(mark)
    assert html.count("<li>") == count
    assert html.index("2026-05-01") < html.index("2026-03-01")
    assert "還沒生效" not in html
    assert "<b>" not in html


@pytest.mark.parametrize("mark", ["roles", "changes", "search"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_site_without_procedures_says_so(mark: str, language: str) -> None:
    seen = Seen(made(mark, language, ()))
    assert seen.text.strip()


@pytest.mark.parametrize(
    ("mark", "key"),
    [
        ("", "piece.unknown"),
        ("serach", "piece.unknown"),
        ("../search", "piece.unknown"),
        ("changes 0", "piece.number"),
        ("changes 51", "piece.number"),
        ("changes -1", "piece.number"),
        ("changes five", "piece.number"),
        ("changes ５", "piece.number"),
        ("changes 5 5", "piece.number"),
        (f"changes {'9' * 5000}", "piece.number"),
        ("roles 3", "piece.no-number"),
        ("search x", "piece.no-number"),
    ],
)
def test_a_mark_that_means_nothing_is_explained(mark: str, key: str) -> None:
    with pytest.raises(MarkError) as error:
        made(mark)
    assert error.value.key == key
    for language in LANGUAGES:
        assert "{" not in catalogue(language).text(key, **error.value.arguments)


def test_the_style_sheets_are_there() -> None:
    assert all((MODULES.parent / "css" / f"{name}.css").is_file() for name in STYLES)
