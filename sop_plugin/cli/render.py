"""`sop render`: all pages as plain Markdown, for any site generator."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sop_plugin.cli.check import content_folder, today_argument
from sop_plugin.cli.language import words_for
from sop_plugin.cli.reporting import wants_color, write_reports
from sop_plugin.cli.site_url import site_url_argument
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.pipeline.rendering import MARKER, Links, write_pages
from sop_plugin.pipeline.site import load_site
from sop_plugin.pipeline.today import today
from sop_plugin.publishing import publish
from sop_plugin.reports.formats import Findings
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("-o", "--output", type=Path, default=Path("rendered"), help=words.text("cli.render.output"))
    choices = [links.value for links in Links]
    command.add_argument(
        "--links", choices=choices, default=Links.DIRECTORIES.value, help=words.text("cli.render.links")
    )
    site_url_argument(command, words, "cli.render.site-url")
    today_argument(command, words)


def run(options: argparse.Namespace) -> int:
    """Writes the pages, all at once; gives 1 where the content has errors, 2 where they cannot be put there."""
    content = content_folder(options)
    if content is None:
        return 2
    words = words_for(options)
    place: Path = options.output
    if place.resolve().is_relative_to(content.resolve()) or content.resolve().is_relative_to(place.resolve()):
        print(words.text("cli.render.taken", place=place), file=sys.stderr)
        return 2
    if place.exists() and not (place.is_dir() and ((place / MARKER).exists() or not any(place.iterdir()))):
        print(words.text("cli.render.foreign", place=place), file=sys.stderr)
        return 2
    links = Links(options.links)
    url = options.site_url
    address = SiteAddress(f"{url.rstrip('/')}/", links is not Links.HTML) if url else None
    site = load_site(content, language=words.language, address=address, day=options.today or today())
    errors = [found for found in site.diagnostics if found.severity is Severity.ERROR]
    if errors:
        write_reports(Findings(errors, words, len({found.path for found in errors}), color=wants_color()), ["text"])
        print(words.text("cli.render.stopped", place=place), file=sys.stderr)
        return 1
    written: list[int] = []
    publish(lambda fresh: written.append(write_pages(site, content, fresh, links)), place)
    print(words.text("cli.render.done", count=written[0], place=place))
    return 0
