"""What a translation pins: the words of a step as they were when somebody translated them."""

from __future__ import annotations

from sop_plugin.model.document import Document
from sop_plugin.model.fingerprint import fingerprint


def translated_fingerprint(original: Document, step: str) -> str:
    """The fingerprint of what there is to translate of a step: its texts, and what the body says under its heading.

    Times, roles and the flow leave it unchanged: a translation takes them from the original. So does another id of the
    step: it means what it did.
    """
    detail = original.body.details.get(step)
    words = sorted((at.removeprefix(f"{step}/"), text) for at, text in original.texts_by_step().get(step, {}).items())
    return fingerprint((tuple(words), detail.plain if detail else ""))


def editorial_steps(original: Document) -> frozenset[str]:
    """The steps that the change log of the newest version names as changed in spelling only."""
    sop = original.sop
    if sop is None:
        return frozenset()
    named = (name for change in sop.changes if change.version == sop.version for name in change.editorial)
    return frozenset(name.partition(".")[0] for name in named)
