"""`sop check`: every fault of every file."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.pipeline.cache import default_folder
from sop_plugin.pipeline.checking import check_content
from sop_plugin.reports.suppressed import suppressed_report
from sop_plugin.words.catalogue import Catalogue, catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("paths", nargs="*", type=Path, help=words.text("cli.check.paths"))
    command.add_argument(
        "--format", choices=("text", "json", "github", "gitlab"), default="text", help=words.text("cli.check.format")
    )
    command.add_argument("--strict", action="store_true", help=words.text("cli.check.strict"))
    command.add_argument("--jobs", type=int, help=words.text("cli.check.jobs"))
    command.add_argument("--no-cache", action="store_true", help=words.text("cli.check.no-cache"))
    command.add_argument("--suppressed", action="store_true", help=words.text("cli.check.suppressed"))
    today_argument(command, words)


def today_argument(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the day on which dates are looked at."""
    command.add_argument(
        "--today", type=datetime.date.fromisoformat, metavar="YYYY-MM-DD", help=words.text("cli.today")
    )


def run(options: argparse.Namespace) -> int:
    """Checks; gives 1 where there is an error, or with `--strict` a warning."""
    content = content_folder(options)
    if content is None:
        return 2
    cache = None if options.no_cache else default_folder(content)
    checked = check_content(content, cache_folder=cache, jobs=options.jobs, today=options.today)
    words = catalogue(options.lang or checked.language)
    missing = [path for path in options.paths if not path.exists()]
    for path in missing:
        print(words.text("cli.no-such-file", path=path), file=sys.stderr)
    if missing:
        return 2
    diagnostics = [found for found in checked.diagnostics if _within(found, options.paths, content)]
    print(report(diagnostics, words, options.format, files=checked.files))
    if options.suppressed:
        within = [each for each in checked.suppressed if _within(each.diagnostic, options.paths, content)]
        print(suppressed_report(within, words), end="")
    failing = (Severity.ERROR, Severity.WARNING) if options.strict else (Severity.ERROR,)
    return int(any(found.severity in failing for found in diagnostics))


def content_folder(options: argparse.Namespace) -> Path | None:
    """The content folder; None, with a message, where there is none.

    A folder given as the only path, which is not inside the content, is taken for the content itself.
    """
    content: Path = options.content
    paths: Sequence[Path] = getattr(options, "paths", ())
    if len(paths) == 1 and paths[0].is_dir() and not paths[0].resolve().is_relative_to(content.resolve()):
        content = paths[0]
    if content.is_dir():
        return content
    words = catalogue(options.lang or "en")
    print(words.text("cli.no-content", path=content), file=sys.stderr)
    return None


def report(diagnostics: Sequence[Diagnostic], words: Catalogue, form: str, *, files: int) -> str:
    """The report in a format."""
    if form == "json":
        from sop_plugin.reports.json_ import json_report

        return json_report(diagnostics, words, files=files)
    if form == "github":
        from sop_plugin.reports.github import github_report

        return github_report(diagnostics, words)
    if form == "gitlab":
        from sop_plugin.reports.gitlab import gitlab_report

        return gitlab_report(diagnostics, words)
    from sop_plugin.reports.text import text_report

    return text_report(diagnostics, words, files=files, color=wants_color())


def wants_color() -> bool:
    """Whether the output goes to a terminal whose user did not ask for plain text (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _within(diagnostic: Diagnostic, paths: Sequence[Path], content: Path) -> bool:
    if not paths:
        return True
    file = content.resolve().parent / diagnostic.path
    return any(file == path.resolve() or path.resolve() in file.parents for path in paths)
