from sop_plugin.views.plain_text import inline, paragraphs, without_marks


def test_only_code_is_markup() -> None:
    assert inline("a `<b>` <i>") == "a <code>&lt;b&gt;</code> &lt;i&gt;"


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs("one\ntwo\n\n three ") == "<p>one two</p>\n<p>three</p>"


def test_without_marks() -> None:
    assert without_marks("the `id`\n of it") == "the id of it"
