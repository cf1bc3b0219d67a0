"""`sop check`: every fault of every file."""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from sop_plugin.cli.reporting import wanted_format, wants_color, write_reports
from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.pipeline.cache import default_folder
from sop_plugin.pipeline.checking import check_content, language_of
from sop_plugin.pipeline.folder import quizzes_beside
from sop_plugin.pipeline.history import NoHistoryError, changes_since
from sop_plugin.pipeline.outcome import Checked
from sop_plugin.reports.formats import FORMATS, Findings
from sop_plugin.reports.suppressed import suppressed_report
from sop_plugin.words.catalogue import Catalogue, catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("paths", nargs="*", type=Path, help=words.text("cli.check.paths"))
    command.add_argument(
        "--format",
        action="append",
        type=partial(wanted_format, words=words),
        metavar="FORMAT[=FILE]",
        help=words.text("cli.check.format", formats=", ".join(FORMATS)),
    )
    command.epilog = words.text("cli.check.exit-codes")
    command.add_argument("--strict", action="store_true", help=words.text("cli.check.strict"))
    command.add_argument("--jobs", type=int, help=words.text("cli.check.jobs"))
    command.add_argument("--no-cache", action="store_true", help=words.text("cli.check.no-cache"))
    command.add_argument("--changed-since", metavar="REV", help=words.text("cli.check.changed-since"))
    command.add_argument("--fix", action="store_true", help=words.text("cli.check.fix"))
    command.add_argument("--suppressed", action="store_true", help=words.text("cli.check.suppressed"))
    today_argument(command, words)


def today_argument(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the day on which dates are looked at."""
    command.add_argument("--today", type=partial(_day, words=words), metavar="YYYY-MM-DD", help=words.text("cli.today"))


def _day(written: str, words: Catalogue) -> datetime.date:
    """The day that is written so. Raises ArgumentTypeError where it is none."""
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(words.text("cli.no-such-day", day=written)) from None


def run(options: argparse.Namespace) -> int:
    """Checks; gives 1 where there is an error, or with `--strict` a warning."""
    content = content_folder(options)
    if content is None:
        return 2
    try:
        past = changes_since(content, options.changed_since) if options.changed_since is not None else None
    except NoHistoryError as error:
        told = catalogue(options.lang or language_of(content))
        print(told.text(error.key, **error.arguments), file=sys.stderr)
        return 2
    cache = None if options.no_cache else default_folder(content)

    def check() -> Checked:
        return check_content(
            content,
            cache_folder=cache,
            jobs=options.jobs,
            today=options.today,
            past=past,
            quizzes=quizzes_folder(options, content),
        )

    checked = check()
    words = catalogue(options.lang or checked.language)
    missing = [path for path in options.paths if not path.exists()]
    for path in missing:
        print(words.text("cli.no-such-file", path=path), file=sys.stderr)
    if missing:
        return 2
    if options.fix:
        from sop_plugin.cli.fixing import fix

        if not fix(options, content, check, words):
            return 2
        checked = check()
    found = Findings(
        diagnostics=[
            _from_here(each, content) for each in checked.diagnostics if _within(each, options.paths, content)
        ],
        words=words,
        files=checked.files,
        suppressed=[
            each._replace(diagnostic=_from_here(each.diagnostic, content))
            for each in checked.suppressed
            if _within(each.diagnostic, options.paths, content)
        ],
        failing=(Severity.ERROR, Severity.WARNING) if options.strict else (Severity.ERROR,),
        color=wants_color(),
    )
    try:
        write_reports(found, options.format or ["text"])
    except BrokenPipeError:
        raise
    except OSError as error:
        print(words.text("cli.check.not-written", path=error.filename, why=error.strerror), file=sys.stderr)
        return 2
    if options.suppressed:
        print(suppressed_report(found.suppressed, words), end="")
    return int(any(each.severity in found.failing for each in found.diagnostics))


def content_folder(options: argparse.Namespace) -> Path | None:
    """The content folder; None, with a message, where there is none.

    A folder given as the only path, which is inside neither the content nor the quizzes, is taken for the content
    itself.
    """
    content: Path = options.content
    paths: Sequence[Path] = getattr(options, "paths", ())
    if len(paths) == 1 and paths[0].is_dir():
        only = paths[0].resolve()
        homes = (content.resolve(), quizzes_folder(options, content).resolve())
        content = content if any(map(only.is_relative_to, homes)) else paths[0]
    if content.is_dir():
        return content
    words = catalogue(options.lang or "en")
    print(words.text("cli.no-content", path=content), file=sys.stderr)
    return None


def quizzes_folder(options: argparse.Namespace, content: Path) -> Path:
    """The folder of the quizzes: the one that was named, else the one beside the content."""
    named: Path | None = getattr(options, "quizzes", None)
    return named or quizzes_beside(content)


def _from_here(diagnostic: Diagnostic, content: Path) -> Diagnostic:
    """The diagnostic with its file as it is called from the working folder, where the content lies further down."""
    here, above = Path.cwd().resolve(), content.resolve().parent
    if above == here or not above.is_relative_to(here):
        return diagnostic
    return dataclasses.replace(diagnostic, path=f"{above.relative_to(here).as_posix()}/{diagnostic.path}")


def _within(diagnostic: Diagnostic, paths: Sequence[Path], content: Path) -> bool:
    if not paths:
        return True
    file = content.resolve().parent / diagnostic.path
    return any(file == path.resolve() or path.resolve() in file.parents for path in paths)
