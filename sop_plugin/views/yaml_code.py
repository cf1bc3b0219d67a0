"""YAML in the colours of the theme."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.data import YamlLexer

_LEXER = YamlLexer()
_FORMATTER: HtmlFormatter[str] = HtmlFormatter(nowrap=True)


@lru_cache(maxsize=2048)
def yaml_code(text: str) -> Markup:
    """The inside of a `<code>` element, its tokens in the classes that Pygments and Material agree on."""
    return Markup(highlight(text, _LEXER, _FORMATTER).rstrip("\n"))
