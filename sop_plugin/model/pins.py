"""What a translation pins: the words of a step as they were when somebody translated them."""

from __future__ import annotations

from sop_plugin.model.document import Document
from sop_plugin.model.fingerprint import fingerprint
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.translation import Translation


def translated_fingerprint(original: Document, step: str) -> str:
    """The fingerprint of what there is to translate of a step: its texts, and what the body says under its heading.

    Times, roles and the flow leave it unchanged: a translation takes them from the original. So does another id of the
    step: it means what it did.
    """
    detail = original.body.details.get(step)
    words = sorted((at.removeprefix(f"{step}/"), text) for at, text in original.texts_by_step().get(step, {}).items())
    return fingerprint((tuple(words), detail.plain if detail else ""))


def drafted_fingerprint(translation: Document, step: str) -> str:
    """The fingerprint of a translation's own words of a step, or under "" of those outside the steps: a draft that has
    it still was touched by nobody.
    """
    body = translation.body
    outside = "" if step else "\n".join(part.plain for part in (body.intro, body.rest) if part)
    return fingerprint((translated_fingerprint(translation, step), outside))


def suspect_steps(original: Document, translation: Translation) -> dict[str, str]:
    """The steps whose words changed since they were translated, with the present fingerprint of each.

    A step without a pin is none of them, nor one that the change log calls editorial.
    """
    if original.sop is None or not translation.of:
        return {}
    editorial = editorial_steps(original)
    found = {}
    for step in steps_of(original.sop):
        pin = translation.of.get(step.id)
        if pin is not None and step.id not in editorial:
            now = translated_fingerprint(original, step.id)
            if pin != now:
                found[step.id] = now
    return found


def editorial_steps(original: Document) -> frozenset[str]:
    """The steps that the change log of the newest version names as changed in spelling only."""
    sop = original.sop
    if sop is None:
        return frozenset()
    named = (name for change in sop.changes if change.version == sop.version for name in change.editorial)
    return frozenset(name.partition(".")[0] for name in named)
