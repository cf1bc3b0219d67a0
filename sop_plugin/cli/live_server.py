"""A server for one's own machine whose pages load themselves anew when the site has changed."""

from __future__ import annotations

import io
import sys
import threading
from collections import Counter
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from typing import BinaryIO
from urllib.parse import parse_qs, quote, urlsplit

HOST = "127.0.0.1"
CHANGES = "/sop-changes"
"""The address that tells a page when it has changed."""
SCRIPT = "/sop-reload.js"

PATIENCE = 20
"""Seconds after which a page is told that nothing has changed yet, so that connections that are gone are found."""


class Versions:
    """Which versions of pages are shown: each is known by the time of its file, and by what all of its language use."""

    def __init__(self) -> None:
        self._dress: dict[str, int] = {}
        self._change = threading.Condition()
        self._waiting: Counter[str] = Counter()

    def now(self, page: str, file: Path) -> str:
        """The version of a page, by its address and its file."""
        try:
            stamp = file.stat().st_mtime_ns
        except OSError:
            stamp = 0
        return f"{self._dress.get(self._language(page), 0)}-{stamp}"

    def shown(self, language: str) -> None:
        """Files of pages of a language may be new; the empty text is the site's own."""
        with self._change:
            self._dress.setdefault(language, 0)
            self._change.notify_all()

    def dressed(self, language: str) -> None:
        """What all pages of a language use is new."""
        with self._change:
            self._dress[language] = self._dress.get(language, 0) + 1

    def after(self, page: str, file: Path, version: str) -> str:
        """The version of a page, as soon as it is another, or after a while."""
        with self._change:
            self._waiting[page] += 1
            try:
                self._change.wait_for(lambda: self.now(page, file) != version, PATIENCE)
            finally:
                self._waiting[page] -= 1
            return self.now(page, file)

    def open_pages(self) -> list[str]:
        """The addresses of the pages that wait for another version."""
        with self._change:
            return [page for page, count in self._waiting.items() if count]

    def _language(self, page: str) -> str:
        first = page.lstrip("/").partition("/")[0]
        return first if first in self._dress else ""


class _Server(ThreadingHTTPServer):
    """A server that does not mind when a browser leaves before its answer: tabs are closed, pages loaded anew."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # what the server passes on


class LiveServer:
    """Serves the folder `place` while the block runs, on a port of its own where `port` is 0."""

    def __init__(self, place: Path, port: int) -> None:
        place.mkdir()
        self._versions = Versions()
        handler = partial(_Handler, directory=str(place), versions=self._versions)
        self._server = _Server((HOST, port), handler)
        self.url = f"http://{HOST}:{self._server.server_port}/"

    def __enter__(self) -> LiveServer:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def show(self, language: str) -> None:
        """Lets the pages of a language that changed load themselves anew wherever they are open."""
        self._versions.shown(language)

    def dress(self, language: str) -> None:
        """Takes note that all pages of a language are to do so when they are shown."""
        self._versions.dressed(language)

    def open_pages(self) -> list[str]:
        """The addresses of the pages that somebody looks at."""
        return self._versions.open_pages()


class _Handler(SimpleHTTPRequestHandler):
    """Serves files, each page with the script that loads it anew, and keeps silent about each."""

    def __init__(self, *arguments: object, directory: str, versions: Versions) -> None:
        self._versions = versions
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]  # what the server passes on

    def do_GET(self) -> None:
        """Answers for a page, a file, the script, or what has changed."""
        address = urlsplit(self.path)
        if address.path == CHANGES:
            asked = parse_qs(address.query)
            page = quote(asked["page"][0], safe="/%")
            version = self._versions.after(page, self._file(page)[0], asked["version"][0])
            self._answer(version.encode(), "text/plain")
        elif address.path == SCRIPT:
            self._answer(resources.files(__package__).joinpath("reload.js").read_bytes(), "text/javascript")
        else:
            super().do_GET()

    def send_head(self) -> BinaryIO | io.BytesIO | None:
        """What the base class sends; of a page, with the script; the site's own page where there is none."""
        path, status = self._file(self.path)
        if path.suffix != ".html" or not path.is_file():
            return super().send_head()
        version = self._versions.now(self.path, path)
        script = f'<script src="{SCRIPT}" data-version="{version}" defer></script></head>'
        page = path.read_bytes().replace(b"</head>", script.encode(), 1)
        self._head(len(page), "text/html; charset=utf-8", status)
        return io.BytesIO(page)

    def _file(self, address: str) -> tuple[Path, HTTPStatus]:
        """The file that answers for an address: that of the page which says that there is none where there is none."""
        path = Path(self.translate_path(address))
        if path.is_dir() and urlsplit(address).path.endswith("/"):
            path /= "index.html"
        return (path, HTTPStatus.OK) if path.exists() else (Path(self.directory, "404.html"), HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Every answer is asked for anew next time."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, the base class's name
        """Nothing: a line for every picture would hide the address to open."""

    def _answer(self, body: bytes, kind: str) -> None:
        self._head(len(body), kind)
        self.wfile.write(body)

    def _head(self, length: int, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.end_headers()
