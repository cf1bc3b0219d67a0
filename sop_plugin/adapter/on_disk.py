"""A site that is opened by a double click, from a disk, a stick or a shared folder, without any server.

Browsers give such pages no fetch, no workers and no modules, and a folder's address shows the folder. Nothing of ours
asks for these; what the theme has that does is left out.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sop_plugin.pipeline.build_inputs import ON_DISK

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_OF_A_SERVER = ("404.html", "sitemap.xml")


def is_on_disk() -> bool:
    """Whether the build is one for the disk."""
    return bool(os.environ.get(ON_DISK))


def prepare_for_disk(config: MkDocsConfig) -> None:
    """Link pages by their files, and leave out what only a server can give: its page for errors, the theme's swaps."""
    config.use_directory_urls = False
    config.theme.static_templates.difference_update(_OF_A_SERVER)
    features = config.theme.get("features") or []
    config.theme["features"] = [name for name in features if not name.startswith("navigation.instant")]
