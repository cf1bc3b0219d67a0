"""How many findings there are of each severity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sop_plugin.model.diagnostic import Diagnostic, Severity


def tally(diagnostics: Sequence[Diagnostic]) -> dict[Severity, int]:
    """The count of each severity, those that do not occur included."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    return {severity: counts[severity] for severity in Severity}
