"""The template environment of all views."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup, escape

from sop_plugin.model.record import FormUse, RecordField
from sop_plugin.views.compiled import CompiledTemplates
from sop_plugin.views.prose import ProseWriter
from sop_plugin.views.template_code import PlainEnvironment
from sop_plugin.views.wording import enum_key_of
from sop_plugin.words.catalogue import Catalogue


class Constants(Extension):
    """Tags for what is the same on every page of a language: `{% word "page.role" %}` and `{% icon "role" %}`.

    They become part of the compiled template, where an expression would be looked up and escaped on every page.
    An icon is drawn in `sop/icons.html`. An unknown word raises KeyError when the template is compiled.
    """

    tags = {"word", "icon"}  # noqa: RUF012, the inherited attribute

    def parse(self, parser: Parser) -> nodes.Output:
        tag = next(parser.stream)
        name = parser.stream.expect("string").value
        words = cast(Mapping[str, str], self.environment.globals["words"])
        html = escape(words[name]) if tag.value == "word" else icon(name)
        return nodes.Output([nodes.TemplateData(str(html))], lineno=tag.lineno)


def icon(name: str) -> Markup:
    """A picture beside words; it says nothing that they do not."""
    return Markup(f'<svg class="sop-icon" aria-hidden="true"><use href="#icon.{escape(name)}"/></svg>')


class HasProse(Protocol):
    """A page view with an author's texts."""

    @property
    def prose(self) -> ProseWriter: ...


@cache
def environment(words: Catalogue | None = None) -> Environment:
    """The environment for a language; without words, templates cannot use the `word` tag.

    Templates escape everything that is not marked as HTML, and an unknown name is an error.
    """
    made = PlainEnvironment(
        loader=PackageLoader("sop_plugin.views"),
        extensions=[Constants],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_compiled(words),
    )
    # Filters, where one would expect methods: they cost a template far less.
    made.filters |= {"block": _block, "line": _line, "text": _text, "date": _date, "key": enum_key_of, "icon": icon}
    made.tests["form_use"] = _is_form_use
    made.globals["words"] = words.words if words else {}
    return made


def _compiled(words: Catalogue | None) -> CompiledTemplates:
    """Where the compiled templates of a language are kept, which hold its words, and what filters make of constants."""
    own = Path(__file__).parent
    stamps = sorted(
        (path.name, path.stat().st_mtime_ns) for path in (*own.glob("*.py"), *own.parent.glob("words/*.py"))
    )
    told = repr((stamps, sorted(words.words.items()) if words else None))
    language = "".join(filter(str.isalnum, words.language)) if words else "none"
    return CompiledTemplates([own], language, hashlib.sha256(told.encode()).hexdigest())


@cache
def template(name: str, words: Catalogue | None = None) -> Template:
    """A template, compiled once for each language."""
    return environment(words).get_template(name)


def _block(text: str, page: HasProse) -> Markup:
    return page.prose.block(text)


def _line(text: str, page: HasProse) -> Markup:
    return page.prose.line(text)


def _text(text: str, page: HasProse) -> Markup:
    return page.prose.title(text)


def _is_form_use(item: FormUse | RecordField) -> bool:
    return isinstance(item, FormUse)


def _date(day: datetime.date) -> Markup:
    return Markup(f'<time datetime="{day}">{day}</time>')
