"""Links on paper: to a place of the same document, to the live site where its address is known, else words alone."""

from __future__ import annotations

import dataclasses
import re
from urllib.parse import quote, unquote

from markupsafe import escape

from sop_plugin.model.paper import CONTENT
from sop_plugin.views.context import ViewContext

PAGE = "page:"
"""Begins the address of a page of the site until `on_paper()` turns it into one that holds outside."""

# Between quotation marks escaping has left no other; links hold no links.
_LINK = re.compile(rf'<a ([^>]*?)href="({PAGE}|{CONTENT})([^"#]*)(#[^"]*)?"([^>]*)>(.*?)</a>', re.DOTALL)


class PaperLinks:
    """Makes the links of one paper. `own` is the content path of the page that it shows.

    `context` is that of the page with these links, and without what only works on a screen.
    """

    def __init__(self, context: ViewContext, own: str) -> None:
        self._own = own
        self._site = context.site
        self._ids: dict[str, str] = {}
        for name, path in context.paths.items():
            self._ids.setdefault(path, name)
        self._own_id = self._ids.get(context.path)
        self.context = dataclasses.replace(
            context, url_of=self._url_of, edit_url=None, feedback=None, has_checklist=False
        )

    def _url_of(self, target: str) -> str:
        path, hash_, anchor = target.partition("#")
        if path == self._own and anchor:
            return hash_ + anchor
        return (PAGE if path.endswith(".md") else CONTENT) + quote(path) + hash_ + anchor

    def on_paper(self, html: str) -> str:
        """The HTML with every link to elsewhere as paper has it: another procedure is named by its id too."""
        return _LINK.sub(self._there, html)

    def _there(self, found: re.Match[str]) -> str:
        before, _, quoted, anchor, behind, words = found.groups()
        path = unquote(quoted)
        if self._site:
            words = f'<a {before}href="{escape(self._site.of(path) + (anchor or ""))}"{behind}>{words}</a>'
        name = self._ids.get(path)
        if name and name != self._own_id:
            words += f' <span class="sop-ref">({escape(name)})</span>'
        return words
