"""The address at which an improvement is suggested, as the site's own template says it."""

from __future__ import annotations

import re
from urllib.parse import quote

FIELDS = frozenset({"sop", "step", "version", "title", "url"})
"""What a template may ask for in braces."""

SCHEMES = ("https:", "mailto:")

_FIELD = re.compile(r"\{(\w*)\}")


def fault_of(template: str) -> str:
    """What is wrong with a template: `scheme`, or the name of a field that there is not; empty where it is right."""
    if not template.startswith(SCHEMES):
        return "scheme"
    return next((name or "{}" for name in _FIELD.findall(template) if name not in FIELDS), "")


def filled(template: str, **fields: str) -> str:
    """The address for one place; each field is percent-encoded, one that is not given is empty."""
    return _FIELD.sub(lambda match: quote(fields.get(match[1], ""), safe=""), template)
