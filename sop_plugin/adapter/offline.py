"""A site that is kept on devices: its service worker, the list of its files, and what every page needs for it.

A site that does not want it, or no longer, publishes a worker in the same place that removes itself and what it kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from sop_plugin.adapter.kept_files import LIST, WORKER, RoleFiles, digest, list_of_files
from sop_plugin.adapter.webmanifest import APPLE_ICON, MANIFEST
from sop_plugin.views.assigning.assigned_page import PATH as ASSIGNED
from sop_plugin.views.device_page import PATH as DEVICE
from sop_plugin.views.index_page import PATH as INDEX
from sop_plugin.views.start_page import PATH as START
from sop_plugin.web.addresses import FOLDER
from sop_plugin.web.bundling import bundle

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from sop_plugin.views.entries import RoleName
    from sop_plugin.words.catalogue import Catalogue

_EVERYBODY = ("index.md", START, INDEX, DEVICE, ASSIGNED)


def link_offline(config: MkDocsConfig, words: Catalogue) -> None:
    """Put the small script on every page that starts the worker."""
    config.extra_javascript.append(f"{FOLDER}/js/{words.language}/offline.js")


def with_app_links(page_html: str, url: str) -> str:
    """A whole page, at `url` in the site, that can be put among the apps of a device."""
    manifest, icon = get_relative_url(MANIFEST, url), get_relative_url(APPLE_ICON, url)
    links = f'<link rel="manifest" href="{manifest}"><link rel="apple-touch-icon" href="{icon}">'
    return page_html.replace("</head>", f"  {links}\n  </head>", 1)


def start_address(files: Files) -> str:
    """Where the site begins for its staff, relative to it."""
    page = files.src_uris.get(START)
    return page.url if page else "./"


def write_offline(
    config: MkDocsConfig,
    files: Files,
    pages: Mapping[RoleName | None, tuple[str, ...]],
    words: Catalogue,
    below: Iterable[Catalogue],
) -> None:
    """Write the list of files and the worker. Nothing of the site may be written after it.

    `pages` are the content paths that each role works by, under None those of every role. `below` are the languages of
    the site that stand in folders below this one.
    """
    site = Path(config.site_dir)

    def built(paths: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(files.src_uris[path].dest_uri for path in paths if path in files.src_uris)

    everybody = built((*_EVERYBODY, *pages.get(None, ())))
    roles = [RoleFiles(role.id, role.title, built(paths)) for role, paths in pages.items() if role]
    start = start_address(files)
    listed = list_of_files(site, start, everybody, roles, directories=config.use_directory_urls)
    (site / LIST).write_bytes(listed)
    told = {
        "version": digest(listed),
        "start": start,
        "languages": {f"{other.language}/": _away(other) for other in below},
    }
    script = f"self.SOP_SITE = {json.dumps(told)};\n{bundle('offline', words, room='worker')}"
    (site / WORKER).write_text(script, encoding="utf-8")


def _away(words: Catalogue) -> dict[str, str]:
    """What is said of a page that is not kept."""
    keys = {"away": "away", "about": "away-about", "again": "again", "start": "to-start"}
    return {"lang": words.language, **{name: words.text(f"web.offline.{key}") for name, key in keys.items()}}


def write_farewell(config: MkDocsConfig, words: Catalogue) -> None:
    """Write the worker that removes itself."""
    (Path(config.site_dir) / WORKER).write_text(bundle("gone", words, room="worker"), encoding="utf-8")
