"""Sheets of QR codes to print and put up, one for each role and each place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from markupsafe import Markup, escape

from sop_plugin.model.page import RenderedPage, SearchEntry, TocEntry
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.views.qr import qr_svg
from sop_plugin.views.templating import template
from sop_plugin.words.catalogue import Catalogue

PATH = "posters.md"
"""The content path the page would have if it were a file."""

FAMILIES = ("role", "department", "touchpoint")


@dataclass(frozen=True, slots=True)
class SheetName:
    """Whom or which place a sheet is for.

    `family` is one of `FAMILIES`, `title` is in the page's language, `rank` its place among those of its family.
    """

    family: str
    id: str
    title: str
    rank: int = 0

    @property
    def anchor(self) -> str:
        """Its address in the page, such as `role-barista`."""
        return f"{self.family}-{self.id}"


@dataclass(frozen=True, slots=True)
class Poster:
    """A procedure that is worked by: its content path, the words of its card, their language, and its sheets."""

    path: str
    id: str
    title: str
    version: str
    lang: str
    sheets: tuple[SheetName, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A code with the procedure it leads to and the same address to be typed."""

    poster: Poster
    code: Markup
    address: Markup


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cards of a role or place."""

    name: SheetName
    cards: tuple[Card, ...]


def posters_page(
    posters: Sequence[Poster],
    words: Catalogue,
    site: SiteAddress | None,
    url_of: Callable[[str], str],
    code_of: Callable[[str], str] = qr_svg,
) -> RenderedPage:
    """The sheets, each with its cards in the order of `posters`.

    A sheet has its own address, `#role-barista`, `#department-cafe`, `#touchpoint-counter`, which shows and prints it
    alone. Without the address of the site there are no sheets, but a notice that says what is missing. `code_of` gives
    the code of an address, as HTML.
    """
    sheets = tuple(_sheets(posters, site, code_of)) if site else ()
    title, about = words.text("posters.title"), words.text("posters.about")
    families = {family: [sheet for sheet in sheets if sheet.name.family == family] for family in FAMILIES}
    families = {family: members for family, members in families.items() if members}
    html = template("posters_page.html").render(
        title=title, about=about, site=site, families=families, text=words.text, url_of=url_of, lang=words.language
    )
    return RenderedPage(
        title=title,
        description=about,
        html=html,
        toc=tuple(
            TocEntry(
                family,
                words.text(f"posters.{family}"),
                tuple(TocEntry(sheet.name.anchor, sheet.name.title) for sheet in members),
            )
            for family, members in families.items()
        ),
        anchors=frozenset({"all", *families, *(sheet.name.anchor for sheet in sheets)}),
        search=(SearchEntry("", title, about),),
        lang=words.language,
        links=tuple(poster.path for poster in posters) if sheets else (),
        styles=("sop", "posters"),
    )


def _sheets(posters: Sequence[Poster], site: SiteAddress, code_of: Callable[[str], str]) -> Iterator[Sheet]:
    """Family by family, the sheets in the order of their ranks."""
    cards: dict[SheetName, list[Card]] = {}
    for poster in filter(lambda poster: poster.sheets, posters):
        url = site.of(poster.path)
        card = Card(poster, Markup(code_of(url)), _typed(url))
        for name in poster.sheets:
            cards.setdefault(name, []).append(card)
    for name in sorted(cards, key=lambda name: (FAMILIES.index(name.family), name.rank)):
        yield Sheet(name, tuple(cards[name]))


def _typed(url: str) -> Markup:
    """An address as one reads and types it: without its scheme and in real characters; broken behind a slash only."""
    readable = unquote(url).partition("://")[2].rstrip("/")
    return Markup("/<wbr>").join(map(escape, readable.split("/")))
