"""`sop lsp`: the language server, which editors start."""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec

from sop_plugin.cli.language import words_for
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments: many editors say so when they speak over standard input and output."""
    command.add_argument("--stdio", action="store_true", help=words.text("cli.lsp.stdio"))


def run(options: argparse.Namespace) -> int:
    """Serves until the editor ends; gives 2 where the library for it is not installed."""
    if find_spec("pygls") is None:
        print(words_for(options).text("cli.lsp.missing"), file=sys.stderr)
        return 2
    from sop_plugin.language_server.server import serve

    serve()
    return 0
