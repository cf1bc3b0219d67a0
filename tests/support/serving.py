"""A plain file server on a free port, as a built site may meet it."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest


class _QuietHandler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, headers_too: Mapping[str, str], **options: Any) -> None:
        self._headers_too = headers_too
        super().__init__(*args, **options)

    def end_headers(self) -> None:
        for name, value in self._headers_too.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, the inherited name
        """Nothing: a test's own output should not hold an access log."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing where a browser has left before its answer: pages are closed while files are on their way."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(directory: Path, port: int = 0, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """The directory's address, such as `http://127.0.0.1:40123/`, while the block runs.

    `headers` are sent with every file. A port that was given before is that of a server that went away and came back.
    """
    handler = partial(_QuietHandler, directory=str(directory), headers_too=headers or {})
    with _Server(("127.0.0.1", port), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a directory until the tests end; the answer is its address."""
    with ExitStack() as stack:
        yield lambda directory: stack.enter_context(served(directory))
