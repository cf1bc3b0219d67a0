"""The organisation file, and what it gives the checks of all other files to look at."""

from __future__ import annotations

from sop_plugin.checks.rule import Surroundings
from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.model.organisation import Organisation
from sop_plugin.pipeline.file_check import check_file, known_ids
from sop_plugin.pipeline.folder import ORGANISATION, Folder
from sop_plugin.reading.document import read_document


def read_organisation(folder: Folder) -> Surroundings:
    """The surroundings of a folder's files, with its organisation as far as that can be read."""
    data = _data(folder)
    organisation = read_document(ORGANISATION, data).organisation if data else None
    return Surroundings(known_ids(organisation), frozenset(folder.files), folder.links, organisation)


def check_organisation(folder: Folder) -> tuple[Organisation | None, Surroundings, list[Diagnostic]]:
    """The organisation of a folder, as far as it can be read, the surroundings of its files, and the file's faults."""
    surroundings = read_organisation(folder)
    return surroundings.organisation, surroundings, faults_of_organisation(folder, surroundings)


def faults_of_organisation(folder: Folder, surroundings: Surroundings) -> list[Diagnostic]:
    """The faults of the organisation file; none where there is no such file."""
    data = _data(folder)
    if not data:
        return []
    _, result = check_file(ORGANISATION, data, surroundings, folder.shown(ORGANISATION))
    return list(result.diagnostics)


def _data(folder: Folder) -> bytes:
    return folder.read(ORGANISATION) if ORGANISATION in folder.files else b""
