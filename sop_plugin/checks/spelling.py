"""Words that are the same but for how they are spelt."""

from __future__ import annotations

from sop_plugin.model.diagnostic import Diagnostic


def only_spelt_otherwise(found: Diagnostic) -> bool:
    """Whether what was written differs from what should stand there in no more than case, spaces and hyphens."""
    written = found.arguments.get("value") or found.arguments.get("field") or ""
    return found.instead is not None and _plain(written) == _plain(found.instead)


def _plain(word: str) -> str:
    return word.strip().lower().replace(" ", "-").replace("_", "-")
