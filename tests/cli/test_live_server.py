"""Of the pages that are open, those are loaded anew that have changed."""

from __future__ import annotations

import os
import re
import socket
import struct
import threading
import time
from pathlib import Path
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

import pytest

from sop_plugin.cli import live_server
from sop_plugin.cli.live_server import LiveServer

PAGE = "<html><head></head><body>{}</body></html>"


def written(place: Path, name: str, text: str) -> None:
    """Puts a page in its place as a build does: another file of the same name."""
    file = place / name / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name("beside")
    beside.write_text(PAGE.format(text), encoding="utf-8")
    beside.replace(file)


def version(server: LiveServer, name: str) -> str:
    with urlopen(f"{server.url}{quote(name)}/") as answer:
        found = re.search(r'data-version="([^"]+)"', answer.read().decode())
    assert found
    return found[1]


def changed(server: LiveServer, name: str, before: str) -> bool:
    """Whether an open page is told of another version, as `reload.js` asks."""
    page = quote(f"/{quote(name)}/", safe="")
    with urlopen(f"{server.url}sop-changes?page={page}&version={before}") as answer:
        return bool(answer.read().decode() != before)


def test_a_page_is_told_of_its_own_changes_and_of_what_all_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_server, "PATIENCE", 0.1)
    place = tmp_path / "site"
    with LiveServer(place, 0) as server:
        for name in ("點餐", "clean", "en/clean"):
            written(place, name, "before")
        server.show("en")
        before = {name: version(server, name) for name in ("點餐", "clean", "en/clean")}
        assert not any(changed(server, name, each) for name, each in before.items())
        written(place, "點餐", "after")
        server.show("")
        assert [name for name, each in before.items() if changed(server, name, each)] == ["點餐"]
        os.utime(place / "clean" / "index.html", ns=(1, 1))  # an older file in its place is another, too
        assert changed(server, "clean", before["clean"])
        before = {name: version(server, name) for name in before}
        server.dress("en")
        server.show("en")
        assert [name for name, each in before.items() if changed(server, name, each)] == ["en/clean"]


def test_what_is_open_is_known_while_it_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    place = tmp_path / "site"
    with LiveServer(place, 0) as server:
        written(place, "clean", "before")
        monkeypatch.setattr(live_server, "PATIENCE", 0.1)
        before = version(server, "clean")
        now = live_server.Versions.now

        def watched(self: live_server.Versions, page: str, file: Path) -> str:
            seen.append([page for page, count in self._waiting.items() if count])
            return now(self, page, file)

        monkeypatch.setattr(live_server.Versions, "now", watched)
        assert not changed(server, "clean", before)
        assert server.open_pages() == []
    assert ["/clean/"] in seen


def test_a_browser_that_leaves_before_its_answer_is_not_worth_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(live_server, "PATIENCE", 0.5)
    place = tmp_path / "site"
    left = threading.Event()
    answered = live_server._Handler.finish

    def finish(handler: live_server._Handler) -> None:
        try:
            answered(handler)
        finally:
            left.set()

    monkeypatch.setattr(live_server._Handler, "finish", finish)
    with LiveServer(place, 0) as server:
        written(place, "clean", "before")
        question = f"GET /sop-changes?page=/clean/&version={version(server, 'clean')} HTTP/1.0\r\n\r\n"
        address = urlsplit(server.url)
        left.clear()
        with socket.create_connection((address.hostname, address.port)) as browser:
            browser.sendall(question.encode())
            browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # goes at once
        assert left.wait(5)
        time.sleep(0.1)
    assert capfd.readouterr().err == ""
