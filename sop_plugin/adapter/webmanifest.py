"""The web app manifest: by what name and picture the site stands among the apps of a device, and where it opens."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

from sop_plugin.web.addresses import FOLDER
from sop_plugin.words.catalogue import Catalogue

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

MANIFEST = "manifest.webmanifest"

_ICONS = f"{FOLDER}/icons"
APPLE_ICON = f"{_ICONS}/handbook-180.png"
"""The picture on the home screen of an iPhone, which does not read the manifest for it."""

_PAPER = "#ffffff"

_COLOURS = {
    "amber": "#ffc105",
    "black": "#000000",
    "blue": "#2094f3",
    "blue-grey": "#546d78",
    "brown": "#795649",
    "cyan": "#00bdd6",
    "deep-orange": "#ff6e42",
    "deep-purple": "#7e56c2",
    "green": "#4cae4f",
    "grey": "#757575",
    "indigo": "#4051b5",
    "light-blue": "#02a6f2",
    "light-green": "#8bc34b",
    "lime": "#cbdc38",
    "orange": "#ffa724",
    "pink": "#e92063",
    "purple": "#ab47bd",
    "red": "#ef5552",
    "teal": "#009485",
    "white": "#ffffff",
    "yellow": "#ffec3d",
}
"""The theme's primary colours by name, as its palette has them."""


def add_manifest(files: Files, config: MkDocsConfig, start: str, words: Catalogue) -> None:
    """Add the manifest to the site, unless the site has one of its own. `start` is the address of the start page."""
    if MANIFEST in files.src_uris:
        return
    manifest: dict[str, Any] = {
        "name": config.site_name,
        "short_name": config.site_name,
        "lang": words.language,
        "start_url": start,
        "scope": "./",
        "display": "standalone",
        "theme_color": _theme_colour(config),
        "background_color": _PAPER,
        "icons": [
            _icon("handbook.svg", "any", "any"),
            _icon("handbook-192.png", "192x192", "any"),
            _icon("handbook-512.png", "512x512", "any"),
            _icon("handbook-maskable-512.png", "512x512", "maskable"),
        ],
    }
    if config.site_description:
        manifest["description"] = config.site_description
    content = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    files.append(File.generated(config, MANIFEST, content=content))


def _icon(name: str, sizes: str, purpose: str) -> dict[str, str]:
    kind = "image/svg+xml" if name.endswith(".svg") else "image/png"
    return {"src": f"{_ICONS}/{name}", "sizes": sizes, "type": kind, "purpose": purpose}


def _theme_colour(config: MkDocsConfig) -> str:
    """The primary colour of the first palette."""
    palette = config.theme.get("palette") or {}
    first = palette[0] if isinstance(palette, list) else palette
    return _COLOURS.get(str(first.get("primary", "indigo")).replace(" ", "-"), _COLOURS["indigo"])
