"""Ordinary pages in other languages: `index.en.md` beside `index.md` is its page in English."""

from __future__ import annotations

from collections.abc import Container
from html import escape
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

from sop_plugin.views.originals import named
from sop_plugin.words.catalogue import catalogue

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from sop_plugin.adapter.languages import Languages


def take_language(
    files: Files, config: MkDocsConfig, languages: Languages, procedures: Container[str]
) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Let each ordinary page be that of the language that is built, or of the site's own where there is none.

    Gives the paths of the pages that are there in the site's own language only, and by path the languages in which a
    page does not exist.
    """
    if not languages.others:
        return frozenset(), {}
    written: dict[str, dict[str, File]] = {}
    for file in files.documentation_pages():
        stem, _, language = file.src_uri.removesuffix(".md").rpartition(".")
        if stem and language in languages.all and file.src_uri not in procedures:
            written.setdefault(f"{stem}.md", {})[language] = file
    for variants in written.values():
        for file in variants.values():
            files.remove(file)
    absent: dict[str, frozenset[str]] = {}
    for path, variants in written.items():
        here = variants.get(languages.current)
        original = files.src_uris.get(path)
        if original is None:
            absent[path] = frozenset(languages.all) - variants.keys()
        if here is None:
            continue
        if original is None:
            original = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
            files.append(original)
        original.abs_src_path = here.abs_src_path
        original.edit_uri = here.src_uri
    gone = {path for path, missing in absent.items() if languages.current in missing}
    if config.nav and gone:
        config.nav = _without(config.nav, gone)
    if languages.current == languages.own:
        return frozenset(), absent
    untranslated = frozenset(
        file.src_uri
        for file in files.documentation_pages()
        if file.src_uri not in procedures and languages.current not in written.get(file.src_uri, ())
    )
    return untranslated, absent


def _without(nav: Any, gone: Container[str]) -> Any:
    """The navigation of mkdocs.yml without pages, and without sections that have no other."""
    if isinstance(nav, list):
        return [kept for item in nav if (kept := _without(item, gone))]
    if isinstance(nav, dict):
        return {title: kept for title, item in nav.items() if (kept := _without(item, gone))}
    return "" if nav in gone else nav


def in_original(page_html: str, languages: Languages) -> str:
    """The content of a page in the site's own language, marked as that, below a line that says so."""
    said = escape(catalogue(languages.current).text("adapter.original", language="\0")).replace(
        "\0", str(named(languages.own))
    )
    return f'<p class="sop-untranslated">{said}</p>\n<div lang="{escape(languages.own)}">{page_html}</div>'
