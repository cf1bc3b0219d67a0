"""Findings that were let stand, with the reasons, for people at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from sop_plugin.model.suppression import Suppressed
from sop_plugin.reports.terminal import visible
from sop_plugin.reports.text import text_line
from sop_plugin.words.catalogue import Catalogue


def suppressed_report(suppressed: Sequence[Suppressed], words: Catalogue) -> str:
    """Each finding on a line and its reason on the next, the count last; it ends with a line break."""
    lines = []
    for each in suppressed:
        until = words.text("report.suppressed.until", date=each.until) if each.until else ""
        lines += [
            text_line(each.diagnostic, words),
            f"  {words.text('report.suppressed.reason', reason=visible(each.reason))}{until}",
        ]
    key = "report.suppressed.one" if len(suppressed) == 1 else "report.suppressed.many"
    lines.append(words.text(key, count=len(suppressed)))
    return "\n".join(lines) + "\n"
