"""What a site's MkDocs configuration says of its address, read without MkDocs."""

from __future__ import annotations

from yaml.events import ScalarEvent

from sop_plugin.model.site_address import SiteAddress
from sop_plugin.reading.yaml_tree import MappingNode, parse_tree


def site_address(text: str, url: str = "") -> SiteAddress | None:
    """The address of the site that the text of a `mkdocs.yml` sets up: `url`, else the one under `site_url`.

    None where there is none. What stands behind `!ENV` or in a file that this one inherits from is not looked up.
    """
    root = parse_tree(text, 1).root
    items = root.items if isinstance(root, MappingNode) else ()
    plain = {
        key.value: value.value
        for key, value in items
        if isinstance(key, ScalarEvent) and isinstance(value, ScalarEvent) and value.tag is None
    }
    url = url or plain.get("site_url", "")
    directory_urls = plain.get("use_directory_urls", "").lower() != "false"
    return SiteAddress(f"{url.rstrip('/')}/", directory_urls) if is_web_address(url) else None


def is_web_address(url: str) -> bool:
    """Whether a site can be published at `url`."""
    return url.startswith(("https://", "http://"))
