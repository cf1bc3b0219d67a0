"""Pages made for tests, and what is on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from sop_plugin.model.document import Document
from sop_plugin.model.page import RenderedPage
from sop_plugin.reading.document import read_document
from sop_plugin.views.context import OtherVersion, ViewContext
from sop_plugin.views.sop_page import sop_page
from sop_plugin.words.catalogue import catalogue


def context(
    language: str = "en", *, edit_url: str | None = None, versions: tuple[OtherVersion, ...] = ()
) -> ViewContext:
    """A page at `cafe/latte.md` on a site that has one other procedure, `refund`."""
    return ViewContext(
        words=catalogue(language),
        organisation=None,
        titles={"refund": "Refund a card"},
        paths={"refund": "desk/refund.md"},
        url_of=lambda path: f"/at/{path}",
        path="cafe/latte.md",
        edit_url=edit_url,
        versions=versions,
    )


def read(front_matter: str, body: str = "") -> Document:
    """An SOP without fault from its text; id, title and format are put in."""
    text = f"---\nsop: 1\nid: latte\ntitle: Make a latte\n{front_matter}---\n{body}"
    document = read_document("cafe/latte.md", text.encode())
    assert {fault.rule for fault in document.faults} <= {"exception-without-answer"}
    return document


def page(front_matter: str, body: str = "", language: str = "en") -> RenderedPage:
    """The page of such an SOP."""
    return sop_page(read(front_matter, body), context(language))


INLINE = frozenset({"a", "b", "strong", "em", "code", "q", "time"})


@dataclass
class Seen(HTMLParser):
    """What a page holds: its visible words, its ids in order, and where its links lead."""

    html: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    attributes: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)
        self.text = " ".join("".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.words.append(" ")
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and tag == "a":
                self.links.append(value or "")
            if name in ("alt", "src", "href"):
                self.attributes.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)
