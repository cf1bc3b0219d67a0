"""The argument that says where a site is published."""

from __future__ import annotations

import argparse
from functools import partial

from sop_plugin.reading.site_config import is_web_address
from sop_plugin.words.catalogue import Catalogue


def site_url_argument(command: argparse.ArgumentParser, words: Catalogue, about: str) -> None:
    """Declares `--site-url`, of which `about` is the key of the help."""
    command.add_argument("--site-url", type=partial(_address, words=words), metavar="URL", help=words.text(about))


def _address(url: str, words: Catalogue) -> str:
    """The address as it was given. Raises ArgumentTypeError where no site can be there."""
    if not is_web_address(url):
        raise argparse.ArgumentTypeError(words.text("cli.pdf.no-address", url=url))
    return url
