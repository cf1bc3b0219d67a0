"""Which procedures of a folder get a draft of their translation, and what becomes of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sop_plugin.checks.registry import rules
from sop_plugin.drafting.simplifying import FROM, LANGUAGE, Simplifier
from sop_plugin.drafting.translation import Draft, grown_draft, new_draft
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.document import Document
from sop_plugin.model.library import Library, translations_by_original
from sop_plugin.model.organisation import Organisation, written_in
from sop_plugin.model.sop import Status
from sop_plugin.pipeline.file_check import facts_of
from sop_plugin.pipeline.folder import ORGANISATION, Folder
from sop_plugin.pipeline.today import today
from sop_plugin.reading.document import read_document

_OUT_OF_USE = frozenset({Status.SUPERSEDED, Status.RETIRED})


class Refusal(StrEnum):
    """Why there is no draft."""

    FAULTY = "faulty"
    """The procedure, or the translation that there is, has faults."""
    NOT_TRADITIONAL = "not-traditional"
    """The procedure is not in traditional Chinese of Taiwan."""
    TAKEN = "taken"
    """Another file stands where the translation should."""
    UNCLEAR = "unclear"
    """The translation that there is could not be added to with all else as it was."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The draft for the procedure at `original`, for the file at `path`; why there is none where it is refused."""

    original: str
    path: str
    draft: Draft | Refusal
    is_new: bool = False


def drafts(folder: Folder, wanted: Collection[str] | None) -> Iterator[Drafted]:
    """Drafts in simplified Chinese of the procedures among the files `wanted`; nothing is written.

    Where it is None, of all that are in use and in traditional Chinese. A translation may be wanted too: it is taken
    for its original.
    """
    organisation = None
    if ORGANISATION in folder.files:
        organisation = read_document(ORGANISATION, folder.read(ORGANISATION)).organisation
    tell = Simplifier(organisation)
    documents = {path: read_document(path, folder.read(path)) for path in folder.markdown()}
    facts = (facts_of(document) for document in documents.values())
    by_original = translations_by_original(Library(filter(None, facts), today()))
    for path, document in documents.items():
        others = (documents[each] for each in by_original.get(path, ()))
        found = next((each for each in others if each.translation and each.translation.lang == LANGUAGE), None)
        place = found.path if found else f"{path.removesuffix('.md')}.{LANGUAGE}.md"
        if document.translation is None and document.recognised and (wanted is None or {path, place} & set(wanted)):
            refusal = _refusal(document, organisation)
            if refusal:
                yield Drafted(path, place, refusal)
            elif wanted is not None or _is_in_use(document):
                yield _drafted(document, found, place, folder, tell)


def _refusal(document: Document, organisation: Organisation | None) -> Refusal | None:
    sop = document.sop
    if sop is not None and written_in(sop, organisation, "") not in FROM:
        return Refusal.NOT_TRADITIONAL
    return Refusal.FAULTY if sop is None or _is_faulty(document) else None


def _is_faulty(document: Document) -> bool:
    known = rules()
    return not document.whole or any(known[fault.rule].severity is Severity.ERROR for fault in document.faults)


def _is_in_use(document: Document) -> bool:
    return document.sop is not None and document.sop.status not in _OUT_OF_USE


def _drafted(original: Document, translation: Document | None, place: str, folder: Folder, tell: Simplifier) -> Drafted:
    path = original.path
    if translation is None:
        if place in folder.files or place in folder.links:
            return Drafted(path, place, Refusal.TAKEN)
        return Drafted(path, place, new_draft(original, LANGUAGE, place, tell), is_new=True)
    if _is_faulty(translation):
        return Drafted(path, place, Refusal.FAULTY)
    grown = grown_draft(original, LANGUAGE, translation, folder.read(place), tell)
    return Drafted(path, place, grown or Refusal.UNCLEAR)
