import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sop_plugin.model.links import scheme_of
from sop_plugin.reading.markdown import (
    Linked,
    MarkdownProse,
    Marked,
    commonmark_with_extensions,
    is_plain,
    parse_body,
    parse_markdown,
    parser_for,
)
from sop_plugin.reading.markdown_html import SAFE_SCHEMES
from sop_plugin.reading.words import blocks_of


def html(text: str, prefix: str = "p-", *, inline: bool = False) -> str:
    return parse_markdown(text)[0].html(lambda href: f"/at/{href}", prefix, inline=inline).strip()


BLOCKS = [
    "# ",
    "> ",
    "- ",
    "+ ",
    "1. ",
    "1) ",
    "* ",
    "    ",
    "===",
    "---",
    "| a |",
    ": ",
    "~ ",
    "!!! note",
    "??? note",
    "```",
    "~~~",
    "[a]: b",
    "[^1]: x",
    "<div>",
    "$$",
    "%",
    "@",
    "ä",
    "www.a.b",
    "http://a.b",
]
INLINES = [
    "**a**",
    "_a_",
    "`a`",
    "[a](b)",
    "![a](b)",
    "<a@b.c>",
    "&amp;",
    "&#35;",
    "\\*",
    "~~a~~",
    "  \n",
    "\\\n",
    "^[a]",
    "[^1]",
    "{#a}",
    "\t",
    " ",
    "\n",
    "\n\n",
    "a",
    "咖啡",
    "(c)",
    "...",
    '"',
    "\u3000",
    "\u00a0",
]
MARKDOWN = st.lists(st.sampled_from([*BLOCKS, *INLINES]), max_size=8).map("".join)


@given((st.text() | MARKDOWN | st.text("?!#>-+=|:1. \nab", max_size=12)).map(str.strip))
def test_what_is_plain_is_one_paragraph_of_itself(text: str) -> None:
    # A file's lines end in a newline character and in nothing else.
    if not text or "\r" in text or "\x00" in text or not is_plain(text):
        return
    tokens = parse_markdown(text)[0].tokens
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "softbreak"}
    assert "".join("\n" if child.type == "softbreak" else child.content for child in children) == text


@pytest.mark.parametrize(
    "text", ["Hello.", "你好，請問要點什麼？", "one\ntwo", "Is 5 > 3?", "a: b", "Half (50 %)", "Say C#"]
)
def test_most_texts_are_plain(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize(
    "text", [block for block in BLOCKS if block.strip() and block not in ("$$", "%", "@", "ä", "www.a.b", "http://a.b")]
)
def test_the_start_of_a_block_is_not_plain(text: str) -> None:
    assert not is_plain(text.strip() + " x")


# markdown: what must stand in its HTML
RENDERED = {
    "**a** ~~b~~": "<p><strong>a</strong> <s>b</s></p>",
    "| a | b |\n|---|--:|\n| 1 | 2 |": '<td style="text-align:right">2</td>',
    "Crema\n: The foam": "<dl>\n<dt>Crema</dt>\n<dd>The foam</dd>\n</dl>",
    "- [x] done": 'checked="checked"',
    '!!! danger "Steam"\n    Burns.': '<div class="admonition danger">\n<p class="admonition-title">Steam</p>\n<p>Burns.</p>',
    "a[^1]\n\n[^1]: one": '<li id="fn-p--1"',
    "```python\nx = 1\n```": '<span class="n">x</span>',
    "```nonsense\n<b>\n```": "&lt;b&gt;",
    "# Title": "<h3>Title</h3>",
    "##### Title {#steam}": '<h5 id="steam">Title</h5>',
    "[a](b.md#c)": '<a href="/at/b.md#c">a</a>',
    "[a](#c)": '<a href="#c">a</a>',
    "[a](tel:119)": '<a href="tel:119">a</a>',
    "[a](https://a.b)": '<a href="https://a.b" rel="noopener noreferrer">a</a>',
    '[a](b.md "x\\"y")': '<a href="/at/b.md" title="x&quot;y">a</a>',
    '![a "b"](i.svg)': '<img src="/at/i.svg" alt="a &quot;b&quot;" loading="lazy">',
}


@pytest.mark.parametrize(("text", "part"), RENDERED.items())
def test_renders(text: str, part: str) -> None:
    assert part in html(text)


def test_inline_drops_the_one_paragraph_only() -> None:
    assert html("*a*", inline=True) == "<em>a</em>"
    assert html("a\n\nb", inline=True) == "<p>a</p>\n<p>b</p>"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick='x'>b</b>",
        "<div>\n<script>x</script>\n</div>",
        "&lt;script&gt;x",
        "`<script>`",
        '!!! note "<script>"\n    x',
        "[a](b '<script>')",
        "![<script>](b)",
        "# <script> {#a}",
        "```<script>\n<script>\n```",
    ],
)
def test_raw_html_is_text(text: str) -> None:
    assert "<script" not in html(text)
    assert "<img src=x" not in html(text)
    assert "<b " not in html(text)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//elsewhere.example/x",
        "\\\\elsewhere.example/x",
        "/\\elsewhere.example/x",
    ],
)
def test_a_dangerous_link_leads_nowhere(href: str) -> None:
    for text in (f"[a]({href})", f"[a][b]\n\n[b]: {href}", f"[a](<{href}>)"):
        for target in targets(parse_markdown(text)[0].html(str, "")):
            assert not scheme_of(target)
            assert not target.startswith(("//", "\\", "/\\"))


@pytest.mark.parametrize("source", ["https://a.b/c.png", "//a.b/c.png", "data:image/png;base64,x", "javascript:x"])
def test_a_picture_from_elsewhere_is_not_loaded(source: str) -> None:
    assert html(f"![a]({source})") == '<p><span class="sop-picture-refused">a</span></p>'


@pytest.mark.parametrize(
    ("href", "scheme"),
    [("a.md", ""), ("#a", ""), ("HTTP://a", "http"), (" java\nscript:x", "javascript"), ("a/b:c", ""), ("1:2", "")],
)
def test_schemes(href: str, scheme: str) -> None:
    assert scheme_of(href) == scheme


class Attributes(HTMLParser):
    """Gathers the tags and attributes of a page as a browser would."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found += [(name, value or "") for name, value in attrs]


def attributes(page: str) -> Attributes:
    parser = Attributes()
    parser.feed(page)
    parser.close()
    return parser


def targets(page: str) -> set[str]:
    return {value for name, value in attributes(page).found if name in ("href", "src")}


HOSTILE = st.sampled_from(
    [
        "<script>",
        "<img src=x onerror=y>",
        "[a](",
        "![a](",
        ")",
        "javascript:",
        "&#106;avascript:",
        "data:",
        "//",
        "\\",
        '"',
        "'",
        "'>",
        " {onclick=x .c #i}",
        "{: onload=x}",
        "`",
        "`x`",
        "```",
        "<javascript:x>",
        "| a |\n|---|\n",
        '!!! a" onclick="x\n    ',
        "[^1]",
        "[^1]: ",
        "\n",
        "\n\n",
        "    ",
        ": ",
        "&quot;",
        "\t",
        "\x01",
        "on=x",
        "# ",
    ]
)
ALLOWED = {
    "href",
    "src",
    "alt",
    "title",
    "id",
    "class",
    "style",
    "loading",
    "rel",
    "start",
    "type",
    "checked",
    "disabled",
    "tabindex",
}


@given(st.text() | st.lists(HOSTILE, max_size=10).map("".join), st.booleans())
def test_no_text_becomes_a_program(text: str, inline: bool) -> None:
    page = attributes(parse_markdown(text)[0].html(str, "p-", inline=inline))
    assert not page.tags & {"script", "iframe", "object", "embed", "form", "style", "svg", "base", "meta", "link"}
    assert {name for name, _ in page.found} <= ALLOWED
    for name, value in page.found:
        if name in ("href", "src"):
            assert scheme_of(value) in SAFE_SCHEMES | {""}
            assert not value.startswith(("//", "\\"))
        if name == "style":
            assert re.fullmatch(r"text-align:(left|right|center)", value)


def test_a_task_names_its_box() -> None:
    assert html("- [ ] count the *cash*").count("<label>") == 1
    assert "<label><input" in html("- [x] count")


def test_a_table_scrolls_in_a_box_that_a_keyboard_reaches() -> None:
    table = html("| a |\n| - |\n| 1 |")
    assert table.startswith('<div class="sop-scroll" tabindex="0"><table class="sop-table">')
    assert table.endswith("</table></div>")


def test_footnotes_of_two_texts_on_one_page_do_not_meet() -> None:
    one, other = html("a[^1]\n\n[^1]: b", "x-"), html("a[^1]\n\n[^1]: b", "y-")
    ids = [value for page in (one, other) for name, value in attributes(page).found if name == "id"]
    assert len(ids) == 4
    assert len(set(ids)) == 4


def test_links_and_pictures_with_their_lines() -> None:
    text = "a [b](c.md)\n\n![picture](d.svg)\n\n- e\n- <https://f.g>\n\n[h][i]\n\n[i]: j.md\n"
    assert parse_markdown(text)[1].linked == [
        Linked("c.md", 0, 1),
        Linked("d.svg", 2, 3, picture=True, alt="picture"),
        Linked("https://f.g", 5, 6),
        Linked("j.md", 7, 8),
    ]


def test_fences_with_their_lines() -> None:
    assert parse_markdown("```mermaid\na\n```\n\n~~~ python title\nb\n~~~\n\n    code\n")[1].fences == [
        ("mermaid", 0),
        ("python", 4),
    ]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("# A {#a}\n\ntext\n\n### B {#step-b}\n", [Marked("a", 0), Marked("step-b", 4)]),
        ("# A\n", []),
        ("# A `{#a}`\n", []),
        ("# A {#a b}\n", []),
        ("A {#a}\n===\n", [Marked("a", 0)]),
    ],
)
def test_headings_with_an_id(text: str, headings: list[Marked]) -> None:
    assert parse_markdown(text)[1].headings == headings


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Look **up** and `type` [here](x.md).", "Look up and type here."),
        ("one\ntwo", "one two"),
        ("# A {#a}\n\nb", "A\nb"),
        ("- a\n- b", "a\nb"),
        ("```\ncode\n```", "code"),
        ("a &amp; b \\* c", "a & b * c"),
    ],
)
def test_the_words_without_markup(text: str, plain: str) -> None:
    assert parse_markdown(text)[0].plain == plain


BODY = """\
Before.

## Greet {#greet}

Look up.

#### More

Smile.

### Pay {#pay}

Cash.

## Annex

After.[^1]

[^1]: A note.
"""


def test_a_body_is_cut_at_the_headings_of_its_steps() -> None:
    body, _ = parse_body(BODY, {"greet", "pay", "other"})
    assert body.intro is not None
    assert body.rest is not None
    assert body.intro.plain == "Before."
    assert {step: prose.plain for step, prose in body.details.items()} == {
        "greet": "Look up.\nMore\nSmile.",
        "pay": "Cash.",
    }
    assert body.rest.plain.startswith("Annex\nAfter.")


def test_a_body_without_steps_is_all_intro_until_a_chapter() -> None:
    body, _ = parse_body("### Small\n\na\n\n## Chapter\n\nb\n", set())
    assert body.intro is not None
    assert body.rest is not None
    assert (body.intro.plain, body.rest.plain) == ("Small\na", "Chapter\nb")


@given(MARKDOWN)
def test_nothing_of_a_body_is_lost(text: str) -> None:
    source = f"{text}\n\n## Greet {{#greet}}\n\nx\n\n## Rest\n\n{text}"
    whole, _ = parse_markdown(source)
    body, found = parse_body(source, {"greet"})
    parts = [body.intro, *body.details.values(), body.rest]
    kept = sum(len(part.tokens) for part in parts if isinstance(part, MarkdownProse))
    headings = sum(1 for heading in found.headings if heading.word == "greet")
    assert kept + 3 * headings == len(whole.tokens)


MARGINS = ["", "", " ", "  ", "    ", "> ", "- ", "- ", "* ", "-  ", "-\t", " - ", "1. ", "2. ", "7. ", "1) ", "１. "]
CONTENTS = [
    *[
        "",
        "",
        "a",
        "**b**",
        "* c",
        "***",
        "- d",
        "1. e",
        "3 f",
        "咖啡",
        "\u3000g",
        "h\u00a0 ",
        "# i",
        "---",
        "===",
        "| j |",
    ],
    *[": k", "~ l", "[m]: n", "!!! note", "[ ] o", "[p](q)", "[r](s)t[u](v 'w').", "[x]", "[*y*](z)", "[a](b){.c}"],
    *[
        "![d](e) [f](g)",
        "[[h](i)](j)",
        "[k](<l>)",
        "[m]()",
        "[](n)",
        "[o](p%20q)",
        "[r](s&amp;t)",
        "<[u](v)>",
        "`[w](x)`",
    ],
]
LINE = st.builds(str.__add__, st.sampled_from(MARGINS), st.sampled_from(CONTENTS))


@given(MARKDOWN | st.text("[]()^{}#.:~!?|-x` \n\r>ab<\\&", max_size=40) | st.lists(LINE, max_size=8).map("\n".join))
@example("[a](b\\)c) [d](<e>) [f](g&amp;h) [i](j(k)) ![l](m 'n')")
@example("a\n- \r\nb")
@example("a\r=\rb")
@example("- k\n- l\n\na\n\n7. y\n8. y\n")
@example("- k\n- l\n\n\n  b")
@example("- k\n\n* m\n\n- ")
@example("> a\n> ---\n\nb\n\n: c")
def test_the_parser_of_a_text_finds_what_the_whole_one_does(text: str) -> None:
    everything = commonmark_with_extensions()
    assert [token.as_dict() for token in parser_for(text).parse(text)] == [
        token.as_dict() for token in everything.parse(text)
    ]


@given(MARKDOWN | st.text("[]()^{}#.:~!?|-x` \n>ab*_\\&;", max_size=40))
def test_words_that_wait_are_read_as_they_would_have_been_at_once(text: str) -> None:
    blocks, words = blocks_of(text, parser_for(text))
    words.read()
    assert [token.as_dict() for token in blocks] == [token.as_dict() for token in parser_for(text).parse(text)]


def test_words_are_read_when_a_page_wants_them() -> None:
    blocks, words = blocks_of("a *b*\n\n[c *d*](e)", parser_for(""))
    assert [bool(token.children) for token in blocks if token.type == "inline"] == [False, True]
    words.read()
    assert all(token.children for token in blocks if token.type == "inline")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("| a |\n|---|\n| b |", "<table"),
        ("~~a~~", "<s>"),
        ("a[^1]\n\n[^1]: b", "footnote"),
        ("a\n:   b", "<dl>"),
        ("a\n: b", "<dl>"),
        ("- [ ] a", "checkbox"),
        ("!!! note\n    a", "admonition"),
        ("??? note\n    a", "collapsible"),
        ("[a](b.md){#c}", "a"),
    ],
)
def test_every_extension_is_there_when_its_mark_is(text: str, tag: str) -> None:
    assert tag in html(text)


SEVERAL = "[a](b.md) ![c](d.png) [e](#f) <https://g.example>[^1]\n\n[^1]: h\n"


def test_a_text_on_several_pages_leads_from_each_its_own_way() -> None:
    prose, _ = parse_markdown(SEVERAL)
    sizes = {"d.png": (4, 3)}
    first = prose.html(lambda href: f"up/{href}", "first.", size_of=sizes.get)
    second = prose.html(lambda href: f"'{href}'", "second.")
    assert '<a href="up/b.md">' in first
    assert '<img src="up/d.png" alt="c" width="4" height="3" loading="lazy">' in first
    assert '<a href="&#x27;b.md&#x27;">' in second
    assert '<img src="&#x27;d.png&#x27;" alt="c" loading="lazy">' in second
    for page, prefix in ((first, "first."), (second, "second.")):
        assert f'id="fn-{prefix}-1"' in page
        assert '<a href="#f">' in page
        assert '<a href="https://g.example" rel="noopener noreferrer">' in page


@pytest.mark.parametrize(
    "text", ["a\0b", "[a](\0)", "`\0`", "```\n\0prefix\0\n```", "&#0;&#x0;", '[a](b "\0")', "![\0](b)"]
)
def test_a_character_nul_is_no_gap(text: str) -> None:
    assert "\0" not in html(text)
    assert html(text).count("p-") == 0
    assert html(text) == html(text.replace("\0", "\ufffd"))
