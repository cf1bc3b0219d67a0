"""`sop build`: the whole site, put in place at one stroke."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sop_plugin.cli.check import content_folder, today_argument
from sop_plugin.cli.reporting import wants_color, write_reports
from sop_plugin.cli.site_processes import BuildFailedError, SiteToMake, make_sites
from sop_plugin.model.diagnostic import Severity
from sop_plugin.pipeline.build_inputs import BUILDER, INPUTS, LANGUAGE, ON_DISK, OTHERS, SPARE
from sop_plugin.pipeline.cache import default_folder
from sop_plugin.pipeline.checking import check_content
from sop_plugin.pipeline.digests import digest_of_names
from sop_plugin.pipeline.last_build import LastBuild
from sop_plugin.pipeline.today import TODAY, today
from sop_plugin.publishing import publish
from sop_plugin.reports.formats import Findings
from sop_plugin.words.catalogue import Catalogue, catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("--site", type=Path, help=words.text("cli.build.site"))
    command.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help=words.text("cli.build.config"))
    today_argument(command, words)
    command.add_argument("--keep-going", action="store_true", help=words.text("cli.build.keep-going"))
    command.add_argument("--files", action="store_true", help=words.text("cli.build.files"))


def run(options: argparse.Namespace) -> int:
    """Builds beside the old site and swaps; with an error in the content, or in the build, the old site stays."""
    options.site = options.site or Path("site-files" if options.files else "site")
    content = content_folder(options)
    if content is None:
        return 2
    day = options.today or today()
    checked = check_content(content, cache_folder=default_folder(content), today=day)
    words = catalogue(options.lang or checked.language)
    if checked.diagnostics:
        write_reports(Findings(checked.diagnostics, words, checked.files, color=wants_color()), ["text"])
    if any(found.severity is Severity.ERROR for found in checked.diagnostics) and not options.keep_going:
        print(words.text("cli.build.stopped", site=options.site), file=sys.stderr)
        return 1
    environment = tuple(map(os.environ.get, ("SOURCE_DATE_EPOCH", BUILDER)))
    told = (options.config.resolve(), day, options.files, *environment)
    site = options.site.resolve()
    known = default_folder(content) / f"build-{digest_of_names([str(site)])}"
    last = LastBuild(known.with_suffix(".json"), site, told)
    if not last.is_current():
        try:
            last.remember(_published(options, day, known.with_suffix(".spare")))
        except BuildFailedError:
            print(words.text("cli.build.failed", site=options.site), file=sys.stderr)
            return 1
    print(words.text("cli.build.done", site=options.site))
    return 0


def _published(options: argparse.Namespace, day: datetime.date, spare: Path) -> list[str]:
    """Builds the site and puts it in its place; gives the files and folders that it was made of, if they are known.

    The site that it replaces is left as the `spare` one for the next build.
    """
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder, "inputs")
        environment = {INPUTS: str(note), TODAY: day.isoformat()} | ({ON_DISK: "1"} if options.files else {})
        publish(lambda place: _languages(options.config, place, environment, spare), options.site, spare)
        return note.read_text(encoding="utf-8").splitlines() if note.exists() else []


def _languages(config: Path, place: Path, environment: Mapping[str, str], spare: Path) -> None:
    """Builds the site's own language into `place`, and each other one that the site asks for into a folder there.

    The others are built side by side. Each may use what lies in its place in a `spare` site.
    """
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder, "languages")
        environment = {**environment, OTHERS: str(note)}
        make_sites([SiteToMake(config, place, environment | {SPARE: str(spare)})])
        others = note.read_text(encoding="utf-8").split() if note.exists() else []
        make_sites(
            SiteToMake(config, place / each, environment | {LANGUAGE: each, SPARE: str(spare / each)})
            for each in others
        )
