"""Short ways to import a text and look at what came of it."""

from sop_plugin.imports.formats import Format, imported
from sop_plugin.model.imported import Imported
from sop_plugin.model.question import Answer, Question


def read(text: str, form: Format) -> Imported:
    return imported(text, form, "pictures")


def only(found: Imported) -> Question:
    assert len(found.questions) == 1, (found.questions, found.losses)
    return found.questions[0].question


def answer(found: Imported) -> Answer | None:
    return only(found).answer


def keys(found: Imported) -> list[str]:
    return [loss.key for loss in found.losses]
