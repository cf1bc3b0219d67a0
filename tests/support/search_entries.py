"""What the index of a built site's search holds."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

_SCRIPT = re.compile(r'sopSearch\("\w+",(.*)\);\n', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Held:
    """An entry as the browser gets it."""

    title: str
    text: str
    names: tuple[str, ...]
    tags: tuple[str, ...]


def search_entries(site: Path) -> dict[str, Held]:
    """All entries by their address relative to the site."""
    found: dict[str, Held] = {}
    for path in sorted((site / "search").glob("*/d*.js")):
        script = _SCRIPT.fullmatch(path.read_text(encoding="utf-8"))
        assert script, path
        for url, tags, _, entries in json.loads(script[1]):
            for anchor, title, text, *names in entries:
                location = f"{url}#{anchor}" if anchor else url
                found[location] = Held(title, text, tuple(names), () if anchor else tuple(tags))
    return found
