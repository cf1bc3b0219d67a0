"""Colours for fenced code."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

_formatter = HtmlFormatter(nowrap=True)


@lru_cache(maxsize=256)
def highlighted(code: str, language: str, _attributes: str) -> str:
    """The inside of a `<code>` element, in the classes that Material's style sheet colours."""
    try:
        lexer = get_lexer_by_name(language) if language else None
    except ClassNotFound:
        lexer = None
    inner = highlight(code, lexer, _formatter) if lexer else escape(code)
    return f'<pre class="highlight"><code>{inner}</code></pre>\n'
