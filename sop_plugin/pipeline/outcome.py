"""What checking gives: for one file, and for a whole folder."""

from __future__ import annotations

from dataclasses import dataclass

from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.model.library import Facts
from sop_plugin.model.suppression import Suppressed


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file says: its facts, if it is an SOP or a translation, and its diagnostics.

    `sees_files` tells that the outcome also depends on which other files there are. `is_ordinary` tells that the file
    is an ordinary page: not meant to be a procedure, a translation or the organisation, and without a fault in reading.
    """

    facts: Facts | None
    diagnostics: tuple[Diagnostic, ...]
    sees_files: bool
    is_ordinary: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check.

    The number of files looked at; every diagnostic in order of place, at the severity that the house gives it; those
    that were let stand; and the language of the organisation.
    """

    files: int
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]
    language: str
