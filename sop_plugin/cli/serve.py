"""`sop serve`: shows the site to those who write it, and every change to it within moments."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from sop_plugin.cli.check import content_folder, today_argument
from sop_plugin.cli.live_server import LiveServer
from sop_plugin.cli.previewing import Previewer
from sop_plugin.cli.reporting import wants_color, write_reports
from sop_plugin.pipeline.cache import default_folder
from sop_plugin.pipeline.checking import check_content
from sop_plugin.pipeline.today import today
from sop_plugin.reports.formats import Findings
from sop_plugin.words.catalogue import Catalogue, catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help=words.text("cli.build.config"))
    today_argument(command, words)
    command.add_argument("--port", type=int, default=8000, help=words.text("cli.serve.port"))


def run(options: argparse.Namespace) -> int:
    """Says what is wrong with the content, then serves it until interrupted. A procedure with errors says so itself.

    Where MkDocs cannot build the site at first, nothing is served.
    """
    content = content_folder(options)
    if content is None:
        return 2
    day = options.today or today()
    checked = check_content(content, cache_folder=default_folder(content), today=day)
    words = catalogue(options.lang or checked.language)
    if checked.diagnostics:
        write_reports(Findings(checked.diagnostics, words, checked.files, color=wants_color()), ["text"])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "site")
        with LiveServer(place, options.port) as server, Previewer(options.config, place, server.url, day) as previewer:
            if not previewer.wait():
                print(words.text("cli.serve.failed"), file=sys.stderr)
                return 1
            print(words.text("cli.serve.ready", url=server.url), flush=True)
            try:
                previewer.watch(server.show, server.dress, server.open_pages)
            except KeyboardInterrupt:
                print()
    return 0
