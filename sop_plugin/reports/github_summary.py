"""Diagnostics as the Markdown of a step summary: GitHub shows all of them there, and only ten of a kind elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.reports.messages import describe
from sop_plugin.reports.tally import tally
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key
from sop_plugin.words.visible import escaped

LONGEST = 1_000_000
"""Bytes of a summary. GitHub takes 1 MiB for a step and drops the whole of a longer one."""

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def github_summary(diagnostics: Sequence[Diagnostic], words: Catalogue) -> str:
    """The gravest first, each with its place, message and corrected line; cut, and said to be, where it is too long."""
    blocks: list[str] = []
    ordered = sorted(diagnostics, key=lambda each: (list(Severity).index(each.severity), each.sort_key))
    length = 0
    for number, block in enumerate(_blocks(ordered, words)):
        length += len(block.encode("utf-8", "replace"))
        if length > LONGEST:
            blocks.append(words.text("report.summary.cut", count=len(ordered) - number) + "\n")
            break
        blocks.append(block)
    counts = ", ".join(
        f"{words.text(enum_key(severity))}: {count}" for severity, count in tally(diagnostics).items() if count
    )
    return "\n".join([f"## sop check\n\n{counts or words.text('report.summary.clean')}\n", *blocks])


def _blocks(ordered: Sequence[Diagnostic], words: Catalogue) -> Iterator[str]:
    for each in ordered:
        message, hint = describe(each, words)
        place = f"{each.path}:{each.span.line}:{each.span.column}"
        severity = words.text(enum_key(each.severity))
        lines = [f"- **{severity}** {_plain(place)} `{each.rule}`", f"  {_plain(message)}"]
        if hint:
            lines.append(f"  {_plain(hint)}")
        if each.corrected:
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", each.corrected)), default=0))
            shown = escaped(each.corrected, keep="\n\t").split("\n")
            lines += ["", f"  {fence}yaml", *(f"  {line}" for line in shown), f"  {fence}"]
        yield "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """`text` so that Markdown shows it as it stands."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(escaped(text, keep="\n\t").split()))
