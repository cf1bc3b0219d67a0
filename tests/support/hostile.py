"""Files of any size that are built to keep a reader busy: whatever a stranger may send to bring the program down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sop_plugin.reading.tangle import first_too_many

HEADER = "---\nsop: 1\nid: a\ntitle: A\nversion: 1.0\nowner: manager\nsteps:\n  - id: b\n    title: B\n"


class Hostile(NamedTuple):
    """A file built to keep a reader busy."""

    name: str
    data: bytes


Build = Callable[[int], str]
"""Makes a text of about so many characters."""


def hostile_files(size: int) -> Iterator[Hostile]:
    """Every kind of hostile file, each of at most `size` bytes."""
    for name, build in MARKDOWN.items():
        text = build(size - 200)
        # As much as is read at all: beyond it, nothing is.
        too_many = first_too_many([text])
        text = text[: too_many[1]] if too_many else text
        yield _cut(f"body: {name}", f"{HEADER}---\n{text}", size)
        yield _cut(f"field: {name}", f"{HEADER}    do: |\n{_indented(text)}", size, end="\n---\n")
    for name, unit in SMALL.items():
        yield _cut(f"fields: {name}", HEADER + _numbered(f"    {unit}\n", size), size, end="\n---\n")
    for name, build in FRONT_MATTER.items():
        yield _cut(f"front matter: {name}", build(size - 20), size, end="\n---\n")
    for name, data in BYTES.items():
        yield Hostile(f"bytes: {name}", (data * (size // len(data) + 1))[:size])


def _cut(name: str, text: str, size: int, end: str = "") -> Hostile:
    data = text.encode()[: size - len(end)].decode("utf-8", "ignore")
    return Hostile(name, (data + end).encode())


def _indented(text: str) -> str:
    return "\n".join("      " + line for line in text.split("\n"))


def _repeated(unit: str) -> Build:
    return lambda size: unit * (size // len(unit))


def _nested(opening: str, closing: str, middle: str = "a") -> Build:
    return lambda size: opening * (size // len(opening + closing)) + middle + closing * (size // len(opening + closing))


def _numbered(line: str, size: int) -> str:
    """The line again and again, with a number in the place of `%`."""
    return "".join(line.replace("%", str(number)) for number in range(size // len(line)))


def _each(line: str) -> Build:
    return lambda size: _numbered(line, size)


def _growing(unit: str, between: str = " a ") -> Build:
    """Runs of one, two, three and more units."""

    def build(size: int) -> str:
        runs: list[str] = []
        length = 0
        while length < size:
            runs.append(unit * (len(runs) + 1) + between)
            length += len(runs[-1])
        return "".join(runs)

    return build


def _table(size: int, columns: int) -> str:
    row = "|a" * columns + "|\n"
    return row + "|-" * columns + "|\n" + row * (size // len(row))


def _deep_list(size: int) -> str:
    """A list within a list, each line indented further."""
    lines: list[str] = []
    length = 0
    while length < size:
        lines.append("  " * len(lines) + "- a")
        length += len(lines[-1]) + 1
    return "\n".join(lines)


def _deep_admonition(size: int) -> str:
    lines: list[str] = []
    length = 0
    while length < size:
        lines.append("    " * len(lines) + '!!! note "a"')
        length += len(lines[-1]) + 1
    return "\n".join(lines)


_MARKS = (
    *("[", "]", "(", ")", "![", "![[[", "[a](", "[a](<", "](", "[](", "[a][", "[^", "^[", "[^a]", "[[]", "[a", "![a", "[a]: b\n"),
    *(">", "> ", "> - ", "- ", "* ", "+ ", "1. ", "-", "*", "_", "**a", "*a ", "_a_", "__a ", "*a_ ", "a*", "a**b", "***a ", "*_"),
    *("`", "`a", "``a`", "~", "~~", "~~a ", "~a ", "a~~b ", "\\", "\\[", "\\`", "&", "&a", "&amp;", "&#", "&#1;", "&#x", "&lt"),
    *("<", "<a", "<a:", "<a:b", "<a@b.c> ", "<http://a", "<http://a> ", "<!--", "<![CDATA[", "<?", "</", "<a b='"),
    *("{", "{#", "[a]{#b ", "[a]{", "`a`{.b", "`a`{.b .c", "[a]{#b}", "[]{a=b ", "![](a){", "{.a", "){", "]{", "a{#b} "),
    *("|", "|a", "|-", ":", ": a\n", "a\n: b\n\n", "a\n:   b\n\n    c\n", "~ a\n", "#", "# ", "# a\n", "# a {#a}\n", "=", "a\n=\n"),
    *("!!! ", "!!! a\n", '!!! a "b', "??? a\n    ", "- [ ] ", "- [ ] a\n", "- [x", "```\n", "```a\n", "~~~\n", "```a\nb\n```\n"),
    *("a", "a ", " ", "  ", "a  \n", "a\\\n", "\n", "\t", "\ta\n", "    a\n", "字", "字\n", "a\n", "---\n", "***\n", "\u200b", "\ufffd"),
    *("[a](b ", "[a](b 'c", "[a](b \"c\")", "[a](((", "[a](b) ", "![a](b) ", "[a](#b) ", "[a](c.md) ", "[a](javascript:b) ", "[a](//b) "),
    *("[a]: <", "[a]: b 'c\n", "[a\n", "[^a]: b\n", "[^a]: b\n\n    c\n", "a[^a] ", "^[a] ", "^[^[", "[^a]\n\n[^a]: b\n\n"),
    *("- a\n", "- a\n\n", "1. a\n", "  - a\n", "> a\n", ">>a\n", "-\n", "*\n\n", "+ -", "- > ", "> 1. ", "|a|\n|-|\n", "|a|\n|-|\n|b|\n\n"),
    *("Table #4 ", " #a", "%41", "[a](%41) ", "[a](&amp;) ", "a:b", "http://", "a@b.c ", "\x01", "\u202e", "e\u0301", "𝔸", "\x85", "\u2028"),
)  # fmt: skip

MARKDOWN: dict[str, Build] = {
    **{f"{mark!r} again and again": _repeated(mark) for mark in _MARKS},
    **{
        f"{opening}…{closing} nested": _nested(opening, closing)
        for opening, closing in (
            *(("[", "]"), ("[", "](a)"), ("![", "](a)"), ("(", ")"), ("*", "*"), ("**a ", "**"), ("_", "_"), ("*a **b ", "** *")),
            *(("`", "`"), ("<", ">"), ("{", "}"), ("~~a ", "~~"), ("^[", "]"), ("[a](", ")"), ("[a]{#", "}"), ("[a](<", ">)")),
        )
    },
    **{f"growing runs of {unit}": _growing(unit) for unit in ("`", "*", "_", "~", "[", "^[", ">", "#", "!", "<", "&", "\\", "|", "{")},
    **{
        f"numbered {line!r}": _each(line)
        for line in (
            *("[%]: b\n", "[^%]: b\n", "[^%]", "[%]", "[a][%] ", "[^%]: [^%]\n", "# a {#%}\n", "# %\n", "[a](#%) ", "[a](%.md) "),
            *("[a](//%) ", "![a](%.png) ", "![](%.png)\n\n", "```mermaid\na\n```\n", "[a](b%:c) ", "<a%:b> ", "`a`{#%} ", "&a%; "),
            *("[a](<% %>) ", "[a](../%) ", "[a](a.md#%)\n\n", "[a](%25%) ", "[a\n](%.md) ", "[a](/%.md) "),
        )
    },
    "a table of many columns": lambda size: _table(size, size // 8),
    "a table of a hundred columns": lambda size: _table(size, 100),
    "a table of few columns": lambda size: _table(size, 2),
    "rows shorter than the head": lambda size: _table(size // 3, size // 12) + "|a\n" * (size // 9),
    "lists indented ever further": _deep_list,
    "admonitions indented ever further": _deep_admonition,
    "quotations ever deeper": _growing(">", " a\n"),
    "backticks, the ends first": lambda size: _growing("`")(size)[::-1],
    "emphasis that opens and never closes": lambda size: "*a **b " * (size // 8),
    "one long line": lambda size: "word " * (size // 5),
    "a paragraph of short lines": lambda size: "a\n" * (size // 2),
    "a paragraph, then links to nowhere": lambda size: "a\n" * (size // 4) + "[a](b%20c) " * (size // 22),
    "a code block in every language": _each("```%\na\n```\n"),
    "code to be coloured": lambda size: "```python\n" + "((((" * (size // 4),
    "many quotations with references": _each("> [%]: a\n\n"),
}  # fmt: skip
"""Markdown for the body, or for one field."""

SMALL: dict[str, str] = {
    "unknown keys": "k%: a",
    "unknown keys alike": "titel%: a",
    "long unknown keys": f"{'k' * 300}%: a",
    "other words": "步驟%: a",
    "duplicate keys": "title: a",
    "keys that are lists": "? [a, %]\n    : b",
    "merge keys": "<<: a%",
}

_LONG = "9" * 90


def _items(field: str, item: str) -> Build:
    return lambda size: f"{HEADER}    {field}:\n" + _numbered(f"      - {item}\n", size)


def _steps(lines: str) -> Build:
    return lambda size: HEADER + _numbered(f"  - id: s%\n{lines}", size)


def _list_of(field: str, item: str) -> Build:
    return lambda size: HEADER.replace("steps:", f"{field}:\n" + _numbered(f"  - {item}\n", size) + "steps:")


def _value(field: str, value: Build) -> Build:
    return lambda size: f"{HEADER}    {field}: {value(size)}\n"


FRONT_MATTER: dict[str, Build] = {
    **{f"step with many {field}: {item[:40]}": _items(field, item) for field, item in (
        *(("tools", "t%"), ("tools", "a, b%"), ("tools", "t，%"), ("tools", "{id: a}"), ("quality", "a %"), ("quality", "a: b%")),
        *(("quality", "a #%"), ("quality", "[a, b%]"), ("quality", "{id: q%, text: a}"), ("quality", "{id: q, text: a}"), ("quality", "")),
        *(("exceptions", "{id: e%, when: a%, then: b}"), ("exceptions", "{id: e%, when: a}"), ("exceptions", "a%"), ("exceptions", "a: b%")),
        *(("exceptions", "{id: e%, when: a, go: x%}"), ("exceptions", "{id: e, when: a, go: b}"), ("exceptions", "{when: a%}")),
        *(("exceptions", "{id: e%, when: {any: [a, b], x: 3}, then: a}"), ("exceptions", "{id: e%, when: {c%: d}, then: b}")),
        *(("branches", "{id: e%, when: a%, go: b}"), ("branches", "{id: e%, when: a%, go: x%}"), ("branches", "{id: E%, when: a}")),
        *(("branches", "{id: e%, when: otherwise, go: s}"), ("branches", "{id: e%, when: {q%: 3 to 4}}"), ("branches", "{id: e%, when: {q > %}}")),
        *(("steps", "{id: x%, title: a}"), ("steps", "{id: x, title: a}"), ("steps", "{id: x%, title: a, same_as: x1}"), ("steps", "a%")),
        *(("cautions", "a%"), ("cautions", "{danger: a}"), ("cautions", "{dangre: a%}"), ("media", "{file: a%.png}"), ("media", "a%.svg")),
        *(("record", "f%.a"), ("record", "{id: r%, title: a}"), ("record", "{id: r%, title: a, type: x%}"), ("script", '"a %"')),
        *(("materials", "{id: m%, amount: 1 %}"), ("settings", "{id: s%, title: a, value: 1 to %}"), ("checklist", "[a%](b%.md)")),
        *(("checklist", "a `%` b"), ("checklist", "*a %*"), ("checklist", "{id: c%, text: a}"), ("raises", "e%"), ("tells", "r%")),
    )},
    **{f"many steps: {lines[:40]!r}": _steps(lines) for lines in (
        *("", "    title: a\n", "    title: a\n    go: s1\n", "    title: a\n    go: t%\n", "    title: a\n    same_as: s1\n"),
        *("    title: a\n    time_limit: %\n", "    title: a\n    time_limit: % min\n", "    title: a\n    role: r%\n"),
        *("    title: a\n    during: {from: s1, to: t%}\n", "    title: a\n    do: a *b* %\n", "    title: a\n    do: '[a](#s%)'\n"),
        *("    title: a\n    undoes: s%\n", "    title: a\n    same_as: s%\n", "    title: step %\n    go: Step %\n"),
        *("    title: a\n    order: parallel\n    steps: [{id: x%, title: b, go: y%}]\n", "    title: a\n    only_if: {any: [a, b%]}\n"),
        *("    title: a\n    call: sop%\n", "    title: a\n    at: s%.done\n", "    title: a\n    repeat: {times: %, until: a}\n"),
    )},
    **{f"many {field}: {item}": _list_of(field, item) for field, item in (
        *(("channels", "c%"), ("tags", "t%"), ("references", "{id: r%, title: a}"), ("references", "{id: r, title: a}")),
        *(("terms", "{id: t%, term: a, means: b}"), ("terms", "{term: a%, meaning: b}"), ("forms", "{id: f%, title: a, fields: [{id: x, title: a}]}")),
        *(("events", "{id: e%, title: a}"), ("entries", "{id: e%, when: a, go: x%}"), ("ends", "{id: e%, title: a}"), ("roles", "{id: r%, title: a}")),
        *(("quantities", "{id: q%, title: a}"), ("states", "{id: s%, title: a}"), ("kpis", "{id: k%, title: a}"), ("changes", "{version: %, date: 2026-01-01}")),
        *(("approvals", "{role: r%, date: 2026-99-%}"), ("audience", "r%"), ("requires", "s%"), ("was", "w%"), ("classes", "{id: c%, title: a}")),
        *(("triggered", "{id: t%, title: a, at: x%}"), ("recurring", "{id: t%, title: a, every: 1 h}"), ("supersedes", "s%")),
    )},
    **{f"long {field} of {text!r}": _value(field, _repeated(text)) for field in ("time_limit", "takes", "title", "id", "do", "role", "go", "same_as")
       for text in ("9", "1 ", "九", "1h", "a-", "a_", "1:", "0.", "半", "-", "v", "a.", "A", "1/", "½")},
    **{f"many times of {text}": _items("exceptions", f"{{id: e%, when: a, then: b, time_limit: '{text}'}}") for text in (
        f"{_LONG}%", "a" * 90 + "%", "1 " * 45 + "%", "1h" * 40 + "%", "半" * 90 + "%", "between " + "1" * 80 + "%", "1.1.1" * 15 + "%", "p" + "1d" * 40 + "%",
        "1 a" * 28 + "%", "1 ~" * 28 + "%", "1-" * 40 + "%", "1 minuets %", "1 h1 m" * 14 + "%")},
    **{f"many amounts of {text}": _items("exceptions", f"{{id: e%, when: {{x%: '{text}'}}, then: b}}") for text in (
        f"{_LONG}%", "1," * 45 + "%", "1 1/" * 22 + "%", "1,111" * 17 + "%", "1 to " * 18 + "%", "1 a-" * 22 + "%", "(1" * 44 + "%", "1/ " * 30 + "%",
        "a" * 90 + "%", ",," * 45 + "1%", "一" * 90 + "%", "1±" * 45 + "%", "at least " * 10 + "%", "½" * 90 + "%")},
    "long version": lambda size: HEADER.replace("1.0", "1." * (size // 2)),
    "long version of digits": lambda size: HEADER.replace("1.0", "1" * size),
    "long version of v": lambda size: HEADER.replace("1.0", "v" * size),
    "long language": lambda size: HEADER.replace("owner:", f"lang: {'a-' * (size // 2)}\nowner:"),
    "long date": lambda size: HEADER.replace("owner:", f"effective: {'1' * size}\nowner:"),
    "long date of spaces": lambda size: HEADER.replace("owner:", f"effective: '2026{' ' * size}x'\nowner:"),
    "long time of spaces": lambda size: f"{HEADER}    time_limit: '1{' ' * size}x'\n",
    "long time before": lambda size: f"{HEADER}    time_limit: '{'by ' * (size // 3)}前'\n",
    "long repeat": lambda size: f"{HEADER}    repeat: '{'1 times every ' * (size // 14)}'\n",
    "long repeat of digits": lambda size: f"{HEADER}    repeat: '{'1' * size}'\n",
    "long moment": lambda size: f"{HEADER}    at: '{'a.' * (size // 2)}'\n",
    "long go": lambda size: f"{HEADER}    go: 'go to {' ' * size}x'\n",
    "brackets within brackets": lambda size: f"{HEADER}    tools: {'[' * size}",
    "brackets within brackets, closed": lambda size: f"{HEADER}    tools: {_nested('[', ']')(size)}",
    "braces within braces": lambda size: f"{HEADER}    do: {'{a: ' * (size // 4)}",
    "lists within lists": lambda size: f"{HEADER}    tools:\n      {'- ' * (size // 2)}",
    "keys within keys": lambda size: f"{HEADER}    do:\n" + _deep_list(size).replace("- a", "  a:"),
    "question marks": lambda size: f"{HEADER}    do:\n      {'? ' * (size // 2)}",
    "aliases of aliases": lambda size: (
        f"{HEADER}    tools:\n      - &a0 [x]\n" + _numbered("      - &a% [*a%, *a%, *a%, *a%]\n", size)
    ),
    "anchors": lambda size: f"{HEADER}    tools:\n" + _numbered("      - &a% x\n", size),
    "tags": lambda size: f"{HEADER}    tools:\n" + _numbered("      - !t% x\n", size),
    "long tag": lambda size: f"{HEADER}    tools: !{'t' * size} x\n",
    "documents": lambda size: f"{HEADER}" + "--- a\n" * (size // 6),
    "directives": lambda size: "---\n" + "%YAML 1.2\n" * (size // 10),
    "comments": lambda size: f"{HEADER}" + "# a\n" * (size // 4),
    "texts that could be cut": _items("quality", "a #b%"),
    "many conditions": lambda size: f"{HEADER}    only_if: {{any: [{_numbered('a%, ', size)}b]}}\n",
    "many conditions in a mapping": lambda size: f"{HEADER}    only_if: {{{_numbered('c%: d, ', size)}e: f}}\n",
    "many levels": lambda size: f"{HEADER}    only_if: {{c: [{_numbered('l%, ', size)}b]}}\n",
    "quotes never closed": lambda size: f"{HEADER}    do: \"{'a ' * (size // 2)}",
    "a text of escapes": lambda size: HEADER + '    do: "' + "\\u4e00" * (size // 6) + '"\n',
    "a folded text": lambda size: f"{HEADER}    do: >\n" + "      a\n" * (size // 8),
    "a text of many lines": lambda size: f"{HEADER}    do: a\n" + "      a\n" * (size // 8),
    "a long key": lambda size: f"{HEADER}    {'a' * size}: b\n",
    "a header never closed": lambda size: "---\n" + "- " * (size // 2),
    "fences that close nothing": lambda size: "---\n" + "---a\n" * (size // 5),
    "tabs": lambda size: f"{HEADER}" + "\ta: b\n" * (size // 6),
    "colons": lambda size: f"{HEADER}    do: " + "a: " * (size // 3),
    "lines of colons": lambda size: f"{HEADER}" + "    a:b\n" * (size // 8),
    "a translation of many steps": lambda size: (
        "---\nsop: 1\ntranslates: a\nlang: en\nsteps:\n" + _numbered("  - {id: s%, title: a, role: b, tilte: c}\n", size)
    ),
    "a translation of unknown keys": lambda size: "---\nsop: 1\ntranslates: a\nlang: en\n" + _numbered("k%: a\n", size),
    "a translation of many exceptions": lambda size: (
        "---\nsop: 1\ntranslates: a\nlang: en\nsteps:\n  - id: s\n    exceptions:\n"
        + _numbered("      - {id: e%, when: a *b*}\n", size)
    ),
    "titles called by many": lambda size: (
        HEADER + _numbered("  - {id: s%, title: Wash %, go: Wash %}\n", size)
    ),
    "titles called by none": lambda size: (
        HEADER + _numbered("  - {id: s%, title: Wash %, go: Dry it %}\n", size)
    ),
    "classes of many quantities": lambda size: HEADER.replace(
        "steps:",
        "classes:\n  - id: c\n    title: C\n    levels:\n"
        + f"      - {{id: a, title: A, when: {{any: [{_numbered('{q%: 1 to 3}, ', size // 2)}{{q: 1}}]}}}}\n"
        + _numbered("      - {id: l%, title: A, when: {q%: 3}}\n", size // 2)
        + "steps:",
    ),
    "texts in place of records": lambda size: HEADER + _numbered("  - Wash the cup %\n", size),
}  # fmt: skip
"""Whole front matters, without the fence that closes them."""

BYTES: dict[str, bytes] = {
    "nothing": b"\0",
    "UTF-16": "咖啡 a\n".encode("utf-16-le"),
    "Big5": "---\nsop: 1\ntitle: 顧客\n".encode("big5"),
    "GBK": "---\nsop: 1\ntitle: 顾客\n".encode("gbk"),
    "Shift-JIS": "---\nsop: 1\ntitle: これはお客様\n".encode("shift_jis"),
    "Latin-1": "---\nsop: 1\ntitle: café\n".encode("latin-1"),
    "what is no UTF-8": b"\xff\xf0\x80",
    "control characters": b"---\n\x01\x02\x07\n",
    "carriage returns": b"---\r",
    "marks of byte order": b"\xef\xbb\xbf",
    "half characters": "\udc80".encode("utf-8", "surrogatepass"),
}
