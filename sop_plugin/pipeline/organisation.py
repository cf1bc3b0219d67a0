"""The organisation file, and what it gives the checks of all other files to look at."""

from __future__ import annotations

from sop_plugin.checks.rule import Surroundings
from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.model.organisation import Organisation
from sop_plugin.pipeline.file_check import check_file, known_ids
from sop_plugin.pipeline.folder import ORGANISATION, Folder
from sop_plugin.reading.document import read_document


def check_organisation(folder: Folder) -> tuple[Organisation | None, Surroundings, list[Diagnostic]]:
    """The organisation of a folder, as far as it can be read, the surroundings of its files, and the file's faults."""
    data = folder.read(ORGANISATION) if ORGANISATION in folder.files else b""
    organisation = read_document(ORGANISATION, data).organisation if data else None
    surroundings = Surroundings(known_ids(organisation), frozenset(folder.files), folder.links, organisation)
    if not data:
        return None, surroundings, []
    _, result = check_file(ORGANISATION, data, surroundings, folder.shown(ORGANISATION))
    return organisation, surroundings, list(result.diagnostics)
