"""An ordinary page as search finds it: its content cut at its headings, as plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from sop_plugin.model.han import joined
from sop_plugin.model.page import SearchEntry

_HEADING = re.compile("h[1-6]")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_INLINE = re.compile(
    "a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr"
)
_SILENT = frozenset(("script", "style", "template", "svg", "object"))
_EXCLUDED = "data-search-exclude"
_TAG = re.compile(r"""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_MARK = re.compile(r'\s?data-search-\w+(="[^"]*")?')


def sections(page_html: str, title: str, tags: Sequence[str] = ()) -> tuple[SearchEntry, ...]:
    """The page itself under its title, up to its first heading below the top, then each section that has an anchor."""
    reader = _Reader(title)
    reader.feed(page_html)
    reader.close()
    top, *rest = reader.sections
    return (
        SearchEntry("", title, top.words().removeprefix(f"{title}\n"), tuple(tags)),
        *(SearchEntry(part.anchor, part.title.strip(), part.words()) for part in rest if not part.is_excluded),
    )


def without_marks(page_html: str) -> str:
    """The content without the attributes that are for search alone."""
    return _TAG.sub(lambda tag: _MARK.sub("", tag[0]), page_html)


class _Section:
    def __init__(self, anchor: str, *, is_excluded: bool = False) -> None:
        self.anchor = anchor
        self.is_excluded = is_excluded
        self.title = ""
        self.parts: list[str] = []

    def words(self) -> str:
        lines = (" ".join(joined(line.strip()).split()) for line in "".join(self.parts).split("\0"))
        return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    """Goes through a page's content; `sections` are what it holds."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.sections = [_Section("")]
        self._title = title
        self._open: list[str] = []
        self._silent_from: int | None = None
        self._heading: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element; a heading with an anchor begins a section."""
        given = dict(attrs)
        if not _INLINE.fullmatch(tag):
            self.sections[-1].parts.append("\0")
        if tag in _VOID:
            return
        self._open.append(tag)
        if self._silent_from is not None:
            return
        is_permalink = tag == "a" and "headerlink" in (given.get("class") or "")
        if _HEADING.fullmatch(tag) and given.get("id") and (tag != "h1" or len(self.sections) > 1):
            self.sections.append(_Section(given["id"] or "", is_excluded=_EXCLUDED in given))
            self._heading = tag
        elif tag in _SILENT or _EXCLUDED in given or is_permalink:
            self._silent_from = len(self._open)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those in it that nobody closed."""
        if tag not in self._open:
            return
        while self._open.pop() != tag:
            pass
        if self._silent_from is not None and len(self._open) < self._silent_from:
            self._silent_from = None
        if tag == self._heading:
            self._heading = None
        if not _INLINE.fullmatch(tag):
            self.sections[-1].parts.append("\0")

    def handle_data(self, data: str) -> None:
        """Take the words, those of a heading for the title of its section."""
        if self._silent_from is not None:
            return
        if self._heading:
            self.sections[-1].title += data
        else:
            self.sections[-1].parts.append(data)
