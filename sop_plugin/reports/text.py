"""Diagnostics for people at a terminal: the place, the line with a caret, a hint and the corrected line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.reports.messages import describe
from sop_plugin.reports.tally import tally
from sop_plugin.reports.terminal import visible, width
from sop_plugin.words.catalogue import Catalogue

CONTEXT = 60
"""Characters of a long source line that are shown on either side of the start of the span."""

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_GREEN = "\x1b[32m"
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;34m"}


def text_report(diagnostics: Sequence[Diagnostic], words: Catalogue, *, files: int, color: bool) -> str:
    """The report on `files` files, in their order of path and place, the counts last; it ends with a line break.

    `color` puts ANSI colours in; whether the reader's terminal wants them is the caller's to know.
    """
    ordered = sorted(diagnostics, key=lambda each: each.sort_key)
    blocks = ["\n".join(_block(each, words, color=color)) + "\n" for each in ordered]
    return "\n".join([*blocks, _summary(diagnostics, words, files=files, color=color) + "\n"])


def text_line(diagnostic: Diagnostic, words: Catalogue) -> str:
    """The diagnostic on one line, without colour: `path:line:column: error[rule] message`."""
    return _headline(diagnostic, describe(diagnostic, words)[0], color=False)


def _headline(diagnostic: Diagnostic, message: str, *, color: bool) -> str:
    place = f"{visible(diagnostic.path)}:{diagnostic.span.line}:{diagnostic.span.column}:"
    label = f"{diagnostic.severity.value}[{diagnostic.rule}]"
    painted = _paint(label, _COLOURS[diagnostic.severity], color=color)
    return f"{_paint(place, _BOLD, color=color)} {painted} {visible(message)}"


def _block(diagnostic: Diagnostic, words: Catalogue, *, color: bool) -> Iterator[str]:
    message, hint = describe(diagnostic, words)
    yield _headline(diagnostic, message, color=color)
    number = str(diagnostic.span.line)
    margin = " " * len(number)
    bar = _paint("|", _DIM, color=color)
    if diagnostic.source_line.strip():
        before, marked, after = _cut(diagnostic)
        gap, carets = " " * width(before), "^" * max(1, width(marked))
        yield f"  {_paint(number, _DIM, color=color)} {bar} {before}{marked}{after}"
        yield f"  {margin} {bar} {gap}{_paint(carets, _COLOURS[diagnostic.severity], color=color)}"
    if hint:
        for line in words.text("report.hint", hint=hint).split("\n"):
            yield f"  {margin} {_paint('=', _DIM, color=color)} {visible(line)}"
    for line in filter(None, diagnostic.corrected.split("\n")):
        yield f"  {margin} {_paint('+', _GREEN, color=color)} {_paint(visible(line), _GREEN, color=color)}"


def _cut(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """The source line before, within and behind the span, ready to be shown; a long line is cut."""
    line, span = diagnostic.source_line.rstrip("\r\n"), diagnostic.span
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = max(start, min(end, len(line.rstrip())))
    first, last = max(0, start - CONTEXT), min(len(line), start + CONTEXT)
    before = ("…" if first else "") + visible(line[first:start])
    after = visible(line[min(end, last) : last]) + ("…" if last < len(line) else "")
    return before, visible(line[start : min(end, last)]), after


def _summary(diagnostics: Sequence[Diagnostic], words: Catalogue, *, files: int, color: bool) -> str:
    counts = {severity: count for severity, count in tally(diagnostics).items() if count}
    checked = _counted("report.files", files, words)
    if not counts:
        return _paint(words.text("report.clean", files=checked), _GREEN, color=color)
    found = words.text("report.and").join(
        _paint(_counted(f"report.{severity.value}", count, words), _COLOURS[severity], color=color)
        for severity, count in counts.items()
    )
    return words.text("report.found", found=found, files=checked)


def _counted(key: str, count: int, words: Catalogue) -> str:
    return words.text(f"{key}.one" if count == 1 else f"{key}.many", count=count)


def _paint(text: str, code: str, *, color: bool) -> str:
    return f"{code}{text}{_RESET}" if color else text
