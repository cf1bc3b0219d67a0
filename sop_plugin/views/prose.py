"""An author's texts as HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from sop_plugin.model.document import Prose, SizeOf
from sop_plugin.model.han import joined


class ProseWriter:
    """Writes the Markdown texts of a document. A text that was not read as Markdown is plain, and is escaped."""

    def __init__(self, prose: Mapping[str, Prose], resolve: Callable[[str], str], size_of: SizeOf) -> None:
        self._prose = prose
        self._resolve = resolve
        self._size_of = size_of
        self._written = 0

    def block(self, text: str) -> Markup:
        """Paragraphs, lists and whatever else Markdown knows."""
        prose = self._prose.get(text)
        return Markup(f"<p>{escape(joined(text))}</p>") if prose is None else self.fragment(prose)

    def line(self, text: str) -> Markup:
        """Words within a line."""
        prose = self._prose.get(text)
        if prose is None:
            return escape(joined(text))
        return Markup(prose.html(self._resolve, self._prefix(), inline=True, size_of=self._size_of))

    def fragment(self, prose: Prose) -> Markup:
        """A piece of the body. All pieces share a prefix: a footnote may stand in another piece than its mark."""
        return Markup(prose.html(self._resolve, "body.", size_of=self._size_of))

    def plain(self, text: str) -> str:
        """The words without markup."""
        prose = self._prose.get(text)
        return joined(text) if prose is None else prose.plain

    def _prefix(self) -> str:
        self._written += 1
        return f"text.{self._written}."
