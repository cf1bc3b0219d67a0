"""`sop serve`: builds the site and serves it on this machine."""

from __future__ import annotations

import argparse
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from sop_plugin.cli import build
from sop_plugin.cli.language import words_for
from sop_plugin.words.catalogue import Catalogue

HOST = "127.0.0.1"


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments: those of `build`, and the port."""
    build.arguments(command, words)
    command.add_argument("--port", type=int, default=8000, help=words.text("cli.serve.port"))


def run(options: argparse.Namespace) -> int:
    """Builds, then serves until interrupted. Where the build fails, nothing is served."""
    code = build.run(options)
    if code:
        return code
    words = words_for(options)
    handler = partial(_QuietHandler, directory=str(options.site))
    with ThreadingHTTPServer((HOST, options.port), handler) as server:
        print(words.text("cli.serve.ready", url=f"http://{HOST}:{server.server_port}/"), flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and keeps silent about each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, the base class's name
        """Nothing: a line for every picture would hide the address to open."""
