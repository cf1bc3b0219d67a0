"""How much of ours the page of a procedure asks a phone to fetch."""

from __future__ import annotations

import gzip
import re
from importlib.resources import files

import pytest

from sop_plugin.views.sop_page import sop_page
from sop_plugin.web.bundling import bundle
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.views.pages import context, read

BUDGET = 30 * 1024
"""Bytes after gzip of all style sheets and scripts together."""

EVERYWHERE = ("material",)
"""The style sheets of every page."""

WITH_THE_STORE = {"read"}
"""What is fetched only to write something down for good: it brings the whole store, which the checklist has too."""

_SCRIPT_ON_USE = re.compile(r'\bask\("(\w+)"')
_STYLE_ON_USE = re.compile(r'\bloadStyle\("(\w+)"\)')


def _size(text: str) -> int:
    return len(gzip.compress(text.encode(), mtime=0))


@pytest.mark.parametrize("language", LANGUAGES)
def test_styles_and_scripts_keep_to_the_budget_with_all_that_is_fetched_on_use(language: str) -> None:
    page = sop_page(read("steps: [{id: a, title: A}]\n"), context(language))
    words = catalogue(language)
    scripts = {name: bundle(name, words) for name in page.features}
    on_use = {name for script in scripts.values() for name in _SCRIPT_ON_USE.findall(script)}
    assert on_use == {"floor", "share", *WITH_THE_STORE}
    scripts |= {name: bundle(name, words) for name in on_use - WITH_THE_STORE}
    styles = {
        *EVERYWHERE,
        *page.styles,
        *(name for script in scripts.values() for name in _STYLE_ON_USE.findall(script)),
    }
    css = files("sop_plugin.web").joinpath("css")
    sizes = {f"{name}.css": _size(css.joinpath(f"{name}.css").read_text(encoding="utf-8")) for name in styles}
    sizes |= {f"{name}.js": _size(script) for name, script in scripts.items()}
    assert sum(sizes.values()) <= BUDGET, sizes


@pytest.mark.parametrize("language", LANGUAGES)
def test_keeping_the_site_on_the_device_adds_little_to_every_page(language: str) -> None:
    assert _size(bundle("offline", catalogue(language))) <= 2 * 1024
