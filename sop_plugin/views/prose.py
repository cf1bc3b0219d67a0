"""An author's texts as HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from sop_plugin.model.document import Prose, SizeOf
from sop_plugin.model.han import joined


@dataclass(frozen=True, slots=True)
class Foreign:
    """What of a translated document stands in the language `lang` of the original: texts, and parts of the body."""

    lang: str = ""
    texts: frozenset[str] = frozenset()
    parts: tuple[Prose, ...] = ()


def plain_words(prose: Mapping[str, Prose], text: str) -> str:
    """The words of an author's text without markup; `prose` holds those that have any."""
    parsed = prose.get(text)
    return joined(text) if parsed is None else parsed.plain


class ProseWriter:
    """Writes the Markdown texts of a document, marked with their language where that is not the document's.

    A text that was not read as Markdown is plain, and is escaped.
    """

    def __init__(
        self,
        prose: Mapping[str, Prose],
        resolve: Callable[[str], str],
        size_of: SizeOf,
        foreign: Foreign | None = None,
    ) -> None:
        self._prose = prose
        self._resolve = resolve
        self._size_of = size_of
        self._foreign = foreign or Foreign()
        self._written = 0

    def block(self, text: str) -> Markup:
        """Paragraphs, lists and whatever else Markdown knows."""
        prose = self._prose.get(text)
        html = Markup(f"<p>{escape(joined(text))}</p>") if prose is None else self._piece(prose, "body.")
        return self._marked(html, "div") if text in self._foreign.texts else html

    def line(self, text: str) -> Markup:
        """Words within a line."""
        prose = self._prose.get(text)
        if prose is None:
            html = escape(joined(text))
        else:
            html = Markup(prose.html(self._resolve, self._prefix(), inline=True, size_of=self._size_of))
        return self._marked(html, "span") if text in self._foreign.texts else html

    def title(self, text: str) -> Markup:
        """Words without markup."""
        return self._marked(escape(text), "span") if text in self._foreign.texts else escape(text)

    def fragment(self, prose: Prose) -> Markup:
        """A piece of the body. All pieces share a prefix: a footnote may stand in another piece than its mark."""
        if any(prose is part for part in self._foreign.parts):
            return self._marked(self._piece(prose, "original."), "div")
        return self._piece(prose, "body.")

    def _piece(self, prose: Prose, prefix: str) -> Markup:
        return Markup(prose.html(self._resolve, prefix, size_of=self._size_of))

    def _marked(self, html: Markup, element: str) -> Markup:
        return Markup(f'<{element} lang="{escape(self._foreign.lang)}">{html}</{element}>')

    def plain(self, text: str) -> str:
        """The words without markup."""
        return plain_words(self._prose, text)

    def _prefix(self) -> str:
        self._written += 1
        return f"text.{self._written}."
