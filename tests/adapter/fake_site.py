"""A core that only holds what a test gives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from types import SimpleNamespace

from sop_plugin.model.diagnostic import Diagnostic, Severity, Span
from sop_plugin.model.page import PageRef, RenderedPage, SearchEntry, SearchPage, TocEntry
from sop_plugin.pipeline.keeping import Rendering
from sop_plugin.views.pieces import MarkError


@dataclass
class FakePage:
    """What a page is made of; its links are printed as a list."""

    title: str = "煮一杯拿鐵"
    text: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    section: tuple[str, ...] = ("標準作業程序", "咖啡店")
    links: tuple[str, ...] = ()
    steps: tuple[tuple[str, str, str], ...] = ()
    listed: bool = True
    generated: bool = False
    in_navigation: bool = True
    lang: str = "zh-TW"
    source: str = ""


@dataclass
class FakeSite:
    """Stands in for the core's site."""

    contents: Mapping[str, FakePage]
    hidden: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()
    rendered: list[str] = field(default_factory=list)
    names: tuple[tuple[str, ...], ...] = ()
    checklists: Mapping[str, str] = field(default_factory=dict)
    quizzes: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(pictures={}))

    @property
    def pages(self) -> Mapping[str, PageRef]:
        return {
            path: PageRef(
                path, page.title, page.listed, page.section, page.generated, page.in_navigation, source=page.source
            )
            for path, page in self.contents.items()
        }

    def render(self, path: str, url_of: Callable[[str], str], edit_url: str | None = None) -> RenderedPage:
        self.rendered.append(path)
        page = self.contents[path]
        steps = "".join(
            f'<h2 id="{anchor}">{escape(title)}</h2><p>{escape(text)}</p>' for anchor, title, text in page.steps
        )
        edit = f'<a href="{escape(edit_url)}">✎</a>' if edit_url else ""
        links = "".join(f'<li><a href="{escape(url_of(link))}">{escape(link)}</a></li>' for link in page.links)
        return RenderedPage(
            title=page.title,
            description=page.description,
            html=f"<h1>{escape(page.title)}</h1><p>{escape(page.text)}</p>{steps}{edit}<ul>{links}</ul>",
            toc=tuple(TocEntry(anchor, title) for anchor, title, _ in page.steps),
            anchors=frozenset(anchor for anchor, _, _ in page.steps),
            search=(
                SearchEntry("", page.title, page.text, page.tags),
                *(SearchEntry(anchor, title, text) for anchor, title, text in page.steps),
            ),
            lang=page.lang,
            links=page.links,
        )

    def rendering(
        self,
        path: str,
        url_of: Callable[[str], str],
        edit_url: str | None = None,
        urls: str = "",  # noqa: ARG002, the core's signature
        *,
        may_be_old: bool = False,  # noqa: ARG002
    ) -> Rendering:
        page = self.render(path, url_of, edit_url)
        return Rendering(page, "", lambda: page)

    def pages_by_role(self) -> Mapping[None, tuple[str, ...]]:
        return {None: tuple(self.contents)}

    def piece(self, mark: str, url_of: Callable[[str], str]) -> str:
        """Knows one mark."""
        if mark != "search":
            raise MarkError("piece.unknown", name=mark.split()[0], known="search")
        return f'<p><a href="{url_of("cafe/latte.md")}">made of {mark}</a></p>'

    def search_page(self, path: str, url: str, lang: str, entries: tuple[SearchEntry, ...]) -> SearchPage:
        return SearchPage(url, lang, entries, 5 if path in self.contents else 4)

    def describe(self, diagnostic: Diagnostic) -> str:
        return f"{diagnostic.path}:{diagnostic.span.line}: {diagnostic.severity}[{diagnostic.rule}]"


def fault(severity: Severity, path: str = "cafe/latte.md", rule: str = "bad-thing") -> Diagnostic:
    return Diagnostic(rule, severity, path, Span(3, 1, 3, 2), {}, "", "")
