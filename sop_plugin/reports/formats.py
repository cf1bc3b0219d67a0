"""Every format of a report, by name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.model.suppression import Suppressed
from sop_plugin.reports.github import github_report
from sop_plugin.reports.gitlab import gitlab_report
from sop_plugin.reports.json_ import json_report
from sop_plugin.reports.junit import junit_report
from sop_plugin.reports.rdjson import rdjson_report
from sop_plugin.reports.sarif import sarif_report
from sop_plugin.reports.text import text_report
from sop_plugin.words.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Findings:
    """What there is to report: of `files` files, what counts and what was let stand.

    Findings of the severities `failing` fail the check. `color` tells that the reader's terminal shows colours.
    """

    diagnostics: Sequence[Diagnostic]
    words: Catalogue
    files: int
    suppressed: Sequence[Suppressed] = ()
    failing: Collection[Severity] = (Severity.ERROR,)
    color: bool = False


FORMATS: Mapping[str, Callable[[Findings], str]] = {
    "text": lambda found: text_report(found.diagnostics, found.words, files=found.files, color=found.color),
    "json": lambda found: json_report(found.diagnostics, found.words, files=found.files),
    "github": lambda found: github_report(found.diagnostics, found.words),
    "gitlab": lambda found: gitlab_report(found.diagnostics, found.words),
    "sarif": lambda found: sarif_report(found.diagnostics, found.words, suppressed=found.suppressed),
    "rdjson": lambda found: rdjson_report(found.diagnostics, found.words),
    "junit": lambda found: junit_report(found.diagnostics, found.words, files=found.files, failing=found.failing),
}
"""Each gives the whole text of a report, which ends with a line break where it is not empty."""
