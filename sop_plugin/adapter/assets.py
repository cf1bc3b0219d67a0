"""The product's own style sheets and scripts, and what it changes in the theme."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import TYPE_CHECKING

from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from sop_plugin.adapter.log import log
from sop_plugin.pipeline.program import program
from sop_plugin.web.addresses import files_as_they_are, script, scripts, style_sheet
from sop_plugin.words.catalogue import catalogue, supported

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from sop_plugin.pipeline.keeping import Keeper

EVERYWHERE = style_sheet("material")
"""The style sheet of every page, for what the theme leaves undone."""

EVERY_PAGES = ["assets/sop/js/access.js", "assets/sop/js/toc.js"]
"""The scripts of every page, which stand beside this module."""


def link_assets(config: MkDocsConfig) -> None:
    """Link what every page has, the site's own behind it so that they have the last word."""
    config.extra_css[:0] = [EVERYWHERE]
    config.extra_javascript[:0] = EVERY_PAGES


def link_feature(name: str, config: MkDocsConfig) -> None:
    """Link the script of a feature on every page, in the site's language."""
    language = supported(str(config.theme.get("language") or "en"))
    config.extra_javascript[:0] = [script(name, language)]


def copy_assets(files: Files, config: MkDocsConfig, keeper: Keeper) -> None:
    """Add our style sheets and pictures to the site as they are, and each feature's script in each language."""
    for target, path in files_as_they_are():
        files.append(File.generated(config, target, abs_src_path=str(path)))
    for target, make in scripts():
        files.append(File.generated(config, target, content=keeper.text("script", target, program(), make)))
    beside = resources.files(__package__)
    for target in EVERY_PAGES:
        text = beside.joinpath(posixpath.basename(target)).read_text(encoding="utf-8")
        files.append(File.generated(config, target, content=text))


def add_pictures(files: Files, pictures: Mapping[str, str], config: MkDocsConfig) -> None:
    """Add pictures that lie outside the content, given by their paths in the site and on disk."""
    for path, source in pictures.items():
        files.append(File.generated(config, path, abs_src_path=source))


def with_assets(html: str, url: str, assets: Iterable[str]) -> str:
    """A whole page, at `url` in the site, with links to its own style sheets and scripts.

    They stand beside the style sheet of every page: whatever the site itself adds comes later.
    """
    own = _link(EVERYWHERE, url)
    return html.replace(own, "\n      ".join([own, *(_link(path, url) for path in assets)]), 1)


def adapt_theme(config: MkDocsConfig) -> None:
    """Put our few templates before the theme's, behind the site's own, and keep the theme from asking other hosts."""
    own_templates = str(resources.files(__package__).joinpath("theme"))
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, own_templates)
    if font := config.theme.get("font"):
        config.theme["font"] = False
        if font != {"text": "Roboto", "code": "Roboto Mono"}:  # what the theme presets
            words = catalogue(str(config.theme.get("language", "en")))
            log.warning(words.text("adapter.font-off"))


def _link(path: str, url: str) -> str:
    address = get_relative_url(path, url)
    if path.endswith(".js"):
        return f'<script src="{address}" defer></script>'
    return f'<link rel="stylesheet" href="{address}">'
