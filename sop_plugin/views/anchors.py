"""The ids that links may lead to."""

from __future__ import annotations

import re

# Text between tags cannot match: escaping has turned its quotation marks into entities.
_ID = re.compile(r' id="([^"]+)"')
ICON = "icon."
"""The prefix of the ids of pictures, which are no places."""


def anchors_in(html: str) -> frozenset[str]:
    """Every id in HTML made by a view."""
    return frozenset(found for found in _ID.findall(html) if not found.startswith(ICON))
