"""Where the site is published, for those who work without MkDocs."""

from __future__ import annotations

import re
from pathlib import Path

from sop_plugin.model.site_address import SiteAddress

# Read as text: its format belongs to the adapter, and two plain lines are all that is wanted of it.
_SITE_URL = re.compile(r"^site_url:[ \t]*['\"]?(https?://[^\s'\"#]+)", re.MULTILINE)
_NO_DIRECTORIES = re.compile(r"^use_directory_urls:[ \t]*(?:false|no|off)\b", re.MULTILINE | re.IGNORECASE)


def published_at(config: Path) -> SiteAddress | None:
    """The address of the site, as far as its `mkdocs.yml` says."""
    try:
        text = config.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    match = _SITE_URL.search(text)
    if not match:
        return None
    return SiteAddress(f"{match[1].rstrip('/')}/", directory_urls=not _NO_DIRECTORIES.search(text))
