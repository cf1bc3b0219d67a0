"""Templates become plain Python, which escapes what it should and fails loudly at what is not there."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from markupsafe import Markup

from sop_plugin.views.template_code import PlainEnvironment


@dataclass(frozen=True, slots=True)
class Thing:
    """What the templates look at."""

    title: str
    amount: int = 3

    def called(self, first: str, *, second: str = "") -> str:
        return f"{first}, {second}"


def filled(template: str) -> str:
    made = PlainEnvironment(autoescape=True, undefined=StrictUndefined)
    return made.from_string(template).render(one=Thing("Tea & <milk>"), ready=Markup("<b>hot</b>"), none=None)


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{ one.title }}", "Tea &amp; &lt;milk&gt;"),
        ("{{ one.amount }} {{ none }} {{ ready }}", "3 None <b>hot</b>"),
        ("{{ one.called('<', second=ready) }}", "&lt;, &lt;b&gt;hot&lt;/b&gt;"),
        ("{{ ('a' if one.amount > 2 else 'b').upper() }}", "A"),
        ("({{ one.title if one.amount > 3 }})", "()"),
        ("{% macro m(x, y='<') %}<i>{{ x.title }}</i>{{ y }}{% endmacro %}{{ m(one) }}", "<i>Tea &amp; &lt;milk&gt;</i>&lt;"),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{% set kept = m(one.title) %}{{ kept }}", "Tea &amp; &lt;milk&gt;"),
        ("{% macro m(n) %}{{ n }}{{ m(n - 1) if n }}{% endmacro %}{{ m(2) }}", "210"),
        ("{% for n in (1, 2) %}{{ loop.index }}{{ ', ' if not loop.last }}{% endfor %}", "1, 2"),
    ],
)  # fmt: skip
def test_what_a_template_says_is_escaped_once(template: str, html: str) -> None:
    assert filled(template) == html


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ("{{ two }}", UndefinedError),
        ("{{ two.title }}", UndefinedError),
        ("{% if two %}{% endif %}", UndefinedError),
        ("{{ one.titel }}", AttributeError),
        ("{{ one.titel if one.titel }}", AttributeError),
        ("{{ two() }}", UndefinedError),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m() }}", UndefinedError),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1, 2) }}", TypeError),
        ("{% macro m(x) %}{{ kwargs }}{% endmacro %}", TemplateSyntaxError),
        ("{% macro m(x) %}{{ caller() }}{% endmacro %}", TemplateSyntaxError),
        ("{{ one.called(*one.title) }}", TemplateSyntaxError),
    ],
)
def test_what_is_not_there_is_an_error(template: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        filled(template)
