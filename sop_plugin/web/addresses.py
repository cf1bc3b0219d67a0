"""Where the files of this room are in a site, whatever publishes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import resources
from pathlib import Path

from sop_plugin.model.page import RenderedPage
from sop_plugin.web.bundling import Modules, bundle, features
from sop_plugin.words.catalogue import LANGUAGES, catalogue, supported

FOLDER = "assets/sop"
"""Where they go in the site."""


def style_sheet(name: str) -> str:
    """The path in the site of a style sheet of `web/css`, named without its ending."""
    return f"{FOLDER}/css/{name}.css"


def script(feature: str, language: str) -> str:
    """The path in the site of a feature's script in a language of the catalogues."""
    return f"{FOLDER}/js/{language}/{feature}.js"


def assets_of(page: RenderedPage) -> tuple[str, ...]:
    """The paths in the site of the style sheets and scripts that a page needs beside what every page has."""
    return (*map(style_sheet, page.styles), *(script(name, supported(page.lang)) for name in page.features))


def files_as_they_are() -> Iterator[tuple[str, Path]]:
    """Style sheets and pictures: their paths in the site, and where they are here."""
    web = Path(str(resources.files(__package__)))
    for path in sorted(web.rglob("*.*")):
        if path.is_file() and path.suffix not in (".py", ".pyc", ".js"):
            yield f"{FOLDER}/{path.relative_to(web).as_posix()}", path


def scripts() -> Iterator[tuple[str, Callable[[], str]]]:
    """Each feature's script in each language: its path in the site, and what puts its text together."""
    modules = Modules()
    for language in LANGUAGES:
        for feature in features():
            yield script(feature, language), partial(bundle, feature, catalogue(language), modules)
