"""Diagnostics as JUnit XML, for servers that show nothing but tests.

A file with findings is a suite, each finding a test: one that fails the check has failed, any other is skipped. Files
without findings are one test that has passed, since the format has no way to say what was looked at but by tests.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.reports.messages import describe
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.visible import escaped


def junit_report(
    diagnostics: Sequence[Diagnostic], words: Catalogue, *, files: int, failing: Collection[Severity]
) -> str:
    """The report on `files` files, of which findings of the severities `failing` fail the check."""
    ordered = sorted(diagnostics, key=lambda each: each.sort_key)
    failures = sum(each.severity in failing for each in ordered)
    head = f'<testsuites name="sop check" tests="{len(ordered) + 1}" failures="{failures}" errors="0">'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head]
    for path, of_file in groupby(ordered, key=lambda each: each.path):
        lines += _suite(path, list(of_file), words, failing)
    sound = _attribute(words.text("report.junit.sound", count=files - len({each.path for each in ordered})))
    lines += [f'  <testsuite name={sound} tests="1" failures="0" errors="0" skipped="0">']
    lines += [f'    <testcase classname="sop check" name={sound}/>', "  </testsuite>", "</testsuites>"]
    return "\n".join(lines) + "\n"


def _suite(path: str, found: list[Diagnostic], words: Catalogue, failing: Collection[Severity]) -> Iterator[str]:
    failures = sum(each.severity in failing for each in found)
    counts = f'tests="{len(found)}" failures="{failures}" errors="0" skipped="{len(found) - failures}"'
    yield f"  <testsuite name={_attribute(path)} {counts}>"
    for each in found:
        message, hint = describe(each, words)
        place = f"{each.span.line}:{each.span.column} {each.rule}"
        yield f"    <testcase classname={_attribute(path)} name={_attribute(place)} file={_attribute(path)}>"
        if each.severity in failing:
            text = "\n".join(filter(None, (f"{path}:{place}", hint, each.corrected)))
            yield f"      <failure type={_attribute(each.rule)} message={_attribute(message)}>{_text(text)}</failure>"
        else:
            yield f"      <skipped message={_attribute(message)}/>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _attribute(text: str) -> str:
    # Loaded here, since it brings all that speaks HTTP with it, which no other report needs.
    from xml.sax.saxutils import quoteattr

    return quoteattr(escaped(text, keep="\n\t"))


def _text(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(escaped(text, keep="\n\t"))
