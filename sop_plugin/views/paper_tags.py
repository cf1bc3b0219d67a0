"""The elements of a page as tagged PDF wants them (ISO 14289-1): only items in lists, and a name for every picture."""

from __future__ import annotations

import re

# A template's lists of facts are `dl > div > dt + dd`, for which PDF has no structure; an author's lists have no `div`.
# White space between items in a line would be text in a list.
_CHANGES = (
    (re.compile(r'<dl class="[^"]*">\s*</dl>'), ""),
    (re.compile(r"<div([^>]*)><dt>(.*?)</dt>\s*<dd>", re.DOTALL), r'<li\1><p class="sop-name">\2</p><div>'),
    (re.compile(r"</dd>\s*</div>"), "</div></li>"),
    (re.compile(r"</li>\s*</dl>"), "</li></ul>"),
    (re.compile(r'<dl class="'), '<ul class="'),
    (re.compile(r"(</li>|<[uo]l[^>]*>)\s+(?=<li|</[uo]l>)"), r"\1"),
    (re.compile(r'(<svg class="sop-qr"[^>]* aria-label="([^"]*)"[^>]*>)'), r"\1<title>\2</title>"),
)


def tagged(html: str) -> str:
    """A view's HTML in such elements: facts are items of a name and what it is, codes have a title."""
    for pattern, instead in _CHANGES:
        html = pattern.sub(instead, html)
    return html
