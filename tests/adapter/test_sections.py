"""What search takes of an ordinary page's HTML."""

from sop_plugin.adapter.sections import sections, without_marks
from sop_plugin.model.page import SearchEntry


def test_each_heading_with_an_anchor_begins_a_section() -> None:
    html = """<h1 id="guide">Guide</h1><p>Read <em>this</em>.</p>
    <h2 id="leave">Leave<a class="headerlink" href="#leave">¶</a></h2><p>Three days before.</p><h3>Nameless</h3><p>Too.</p>"""
    assert sections(html, "Guide", ["new"]) == (
        SearchEntry("", "Guide", "Read this.", ("new",)),
        SearchEntry("leave", "Leave", "Three days before.\nNameless\nToo."),
    )


def test_blocks_part_words_and_marks_within_a_line_do_not() -> None:
    html = "<ul><li>核<b>對</b>訂單</li><li>退貨</li></ul><p>一行<br>另一行</p><p>寫在\n兩行</p>"
    assert sections(html, "頁")[0].text == "核對訂單\n退貨\n一行\n另一行\n寫在兩行"


def test_what_is_not_read_is_not_found() -> None:
    html = "<p>a</p><script>b</script><style>c</style><div data-search-exclude><p>d</p><br></div><svg><title>e</title></svg><p>f"
    assert sections(html, "T")[0].text == "a\nf"


def test_a_heading_that_is_left_out_takes_its_section_with_it() -> None:
    html = '<p>a</p><h2 id="b" data-search-exclude>B</h2><p>b</p><h2 id="c">C</h2><p>c</p>'
    assert sections(html, "T") == (SearchEntry("", "T", "a"), SearchEntry("c", "C", "c"))


def test_markup_in_words_is_text() -> None:
    assert sections("<p>&lt;b&gt; &amp; c</p>", "T")[0].text == "<b> & c"


def test_what_stands_there_for_search_alone_is_taken_out() -> None:
    html = '<h2 id="a" data-search-exclude>A</h2><p data-search-boost="2">B</p>'
    assert without_marks(html) == '<h2 id="a">A</h2><p>B</p>'


def test_what_a_page_says_about_it_stays() -> None:
    html = '<p title="a > b" data-search-exclude>Write <code>{ data-search-exclude }</code>.</p>'
    assert without_marks(html) == '<p title="a > b">Write <code>{ data-search-exclude }</code>.</p>'
