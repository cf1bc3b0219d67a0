"""`sop pdf`: controlled PDFs of procedures."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sop_plugin.cli.check import content_folder, today_argument
from sop_plugin.cli.language import words_for
from sop_plugin.cli.reporting import wants_color, write_reports
from sop_plugin.cli.site_url import site_url_argument
from sop_plugin.model.suggestions import nearest
from sop_plugin.pipeline.site import Site, load_site
from sop_plugin.pipeline.today import today
from sop_plugin.reading.site_config import site_address
from sop_plugin.reports.formats import Findings
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("wanted", nargs="*", metavar="PATH|ID", help=words.text("cli.pdf.wanted"))
    command.add_argument("-o", "--output", type=Path, default=Path("pdf"), help=words.text("cli.pdf.output"))
    command.add_argument("--checklist", action="store_true", help=words.text("cli.pdf.checklist"))
    command.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help=words.text("cli.build.config"))
    site_url_argument(command, words, "cli.pdf.site-url")
    today_argument(command, words)


def run(options: argparse.Namespace) -> int:
    """Writes the PDFs; gives 1 where a procedure has errors or a picture is missing, 2 where there is no such one."""
    content = content_folder(options)
    if content is None:
        return 2
    words = words_for(options)
    try:
        from sop_plugin.pipeline.printing import ids_at, meant, printed
    except ImportError:
        print(words.text("cli.pdf.missing"), file=sys.stderr)
        return 2
    except OSError as error:
        print(words.text("cli.pdf.libraries", why=str(error).strip().partition("\n")[0]), file=sys.stderr)
        return 2
    day = options.today or today()
    config: Path = options.config
    text = config.read_text(encoding="utf-8", errors="replace") if config.is_file() else ""
    site = load_site(content, language=words.language, address=site_address(text, options.site_url or ""), day=day)
    chosen: dict[str, None] = {}
    for wanted in options.wanted or [str(content)]:
        found = meant(site, content, wanted)
        if not found:
            ids = {name for path in (*site.procedures, *site.faulty) for name in ids_at(site, path) if name}
            near = nearest(wanted, ids)
            print(words.text("cli.pdf.near" if near else "cli.pdf.unknown", wanted=wanted, near=near), file=sys.stderr)
            return 2
        chosen |= dict.fromkeys(found)
    faulty = [path for path in chosen if path in site.faulty]
    if faulty:
        _say_why(site, faulty, words)
    sound = [path for path in chosen if path not in site.faulty]
    failed = bool(faulty)
    try:
        options.output.mkdir(parents=True, exist_ok=True)
        for each in printed(site, sound, day, checklist=options.checklist):
            place = options.output / each.name
            place.write_bytes(each.data)
            print(words.text("cli.pdf.written", path=place))
            for picture in each.lost:
                failed = True
                print(words.text("cli.pdf.lost", path=place, picture=picture), file=sys.stderr)
    except OSError as error:
        print(words.text("cli.pdf.not-written", path=error.filename, why=error.strerror), file=sys.stderr)
        return 2
    return int(failed)


def _say_why(site: Site, faulty: list[str], words: Catalogue) -> None:
    """Reports on the procedures that are not printed."""
    found = [each for path in faulty for each in site.found_in(path)]
    write_reports(Findings(found, words, len(faulty), color=wants_color()), ["text"])
    for path in faulty:
        print(words.text("cli.pdf.faulty", path=path), file=sys.stderr)
