"""Pages as Markdown that other generators pass through."""

import json
from html.parser import HTMLParser

import markdown  # type: ignore[import-untyped]  # Python-Markdown has no types
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sop_plugin.model.page import RenderedPage, TocEntry
from sop_plugin.views.portable import as_one_block, portable_page
from tests.support import properties  # noqa: F401, sets how they run

EXTENSIONS = ["attr_list", "md_in_html", "footnotes", "toc", "tables", "pymdownx.superfences", "pymdownx.emoji"]
COMMONMARK = MarkdownIt("commonmark", {"html": True})

PIECES = (
    "<p>一</p>",
    "\n\n",
    "\n   \n",
    "# no heading\n",
    "```\n",
    "~~~ sh\n",
    "    indented\n",
    "*a* [b](c.md) :smile: [TOC]\n",
    "{{ x }} {% y %} {# z #} {{< w >}}",
    "<pre><code>a\n\n\n```sh\n  ~~~\nb {{ x }}\n</code></pre>",
    '<script type="application/json">{"a": "{{ x }} {% y", "b": [{"c": {}}]}</script>',
    "<style>\n\n.a { b: c }\n</style>",
    '<div id="x">\n<ul>\n\n<li>1<br>\n</ul></div>',
    '<input type="checkbox" disabled><img src="a.png" alt="">',
    "<textarea>\n\n</textarea>",
)


class Read(HTMLParser):
    """What a browser makes of HTML: its elements, and the words in each, with lines where lines count."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.kept = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))
        self.kept = tag if tag in ("pre", "textarea", "script") else self.kept

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)
        self.kept = "" if tag == self.kept else self.kept

    def handle_data(self, data: str) -> None:
        if self.kept == "script":
            self.found.append(json.loads(data))
        elif self.kept:
            self.found.append(data)
        elif words := data.split():
            self.found += words


def block(pieces: list[str]) -> str:
    return f"<div>\n{''.join(pieces)}\n</div>"


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_markdown_passes_over_it_and_it_means_the_same(pieces: list[str]) -> None:
    html = block(pieces)
    portable = as_one_block(html)
    assert COMMONMARK.render(portable) == portable
    assert markdown.markdown(portable, extensions=EXTENSIONS) == portable
    assert not any(mark in portable for mark in ("{{", "{%", "{#", "{<"))
    before, after = Read(html).found, Read(portable).found
    assert [each for each in after if each] == [each for each in before if each]


def test_links_are_told_otherwise_but_in_scripts_and_within_the_page() -> None:
    html = '<div>\n<a class="x" href="../b/">b</a> <a href="#c">c</a>\n<script>{"d": "<a href=\\"../b/\\">"}</script></div>'
    assert as_one_block(html, lambda url: f"<{url}>") == html.replace('"../b/">b', '"<../b/>">b')


@pytest.mark.parametrize(
    ("title", "written"), [('A "b": c', '"A \\"b\\": c"'), ("---\n一", '"---\\n一"'), ("{{ x }}", '"{{ x }}"')]
)
def test_a_page(title: str, written: str) -> None:
    toc = (TocEntry("a", "A <b>", (TocEntry("b", "B"),)),)
    page = RenderedPage(title, "", "<p>一\n\n二</p>", toc, frozenset(), (), "zh-TW")
    assert portable_page(page, ["../a.css", "../b.js"]) == (
        f"---\ntitle: {written}\n---\n\n"
        '<div class="sop-portable md-typeset" lang="zh-TW">\n'
        '<link rel="stylesheet" href="../a.css">\n<script src="../b.js" defer></script>\n'
        '<nav class="sop sop-contents">\n<details class="sop-fold">\n<summary>本頁內容</summary>\n'
        '<ul>\n<li><a href="#a">A &lt;b&gt;</a><ul>\n<li><a href="#b">B</a></li>\n</ul>\n</li>\n</ul>\n'
        "</details>\n</nav>\n<p>一\n二</p>\n</div>\n"
    )
