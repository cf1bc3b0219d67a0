from sop_plugin.adapter.search import DIALOG, name_dialog


def test_the_dialog_is_named_and_the_name_is_text() -> None:
    assert name_dialog(f"<div {DIALOG}>", '"Find"') == f'<div {DIALOG} aria-label="&quot;Find&quot;">'


def test_a_page_without_search_stays_as_it_is() -> None:
    assert name_dialog("<p>Words</p>", "Search") == "<p>Words</p>"
