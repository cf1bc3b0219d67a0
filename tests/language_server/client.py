"""An editor's side of the protocol, as raw JSON-RPC over the pipes of a real `sop lsp`."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
WAIT = 60
"""Seconds until an answer that does not come is a failure."""

Json = Any


class Client:
    """Speaks with one server. `told` are the latest diagnostics by file name."""

    def __init__(self, process: subprocess.Popen[bytes], root: Path) -> None:
        self._process = process
        self._root = root
        self._messages: queue.Queue[Json] = queue.Queue()
        self._number = 0
        self._version = 0
        self.told: dict[str, list[Json]] = {}
        self.progress: list[str] = []
        self.registered: list[str] = []
        self.capabilities: Json = {}
        threading.Thread(target=self._listen, daemon=True).start()

    def uri(self, path: str) -> str:
        return Path(os.path.normpath(self._root / "content" / path)).as_uri()

    def request(self, method: str, params: Json) -> Json:
        """The answer to a question; of one that is refused, the whole error."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._number and "method" not in message:
                return message["result"] if "result" in message else {"error": message["error"]}

    def notify(self, method: str, params: Json) -> None:
        self._send({"method": method, "params": params})

    def open(self, path: str, text: str | None = None) -> None:
        text = (self._root / "content" / path).read_text(encoding="utf-8") if text is None else text
        item = {"uri": self.uri(path), "languageId": "markdown", "version": 0, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, path: str, text: str) -> None:
        self._version += 1
        document = {"uri": self.uri(path), "version": self._version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def at(self, method: str, path: str, line: int, character: int, **more: Json) -> Json:
        """The answer to a question about a place."""
        place = {"textDocument": {"uri": self.uri(path)}, "position": {"line": line, "character": character}}
        return self.request(f"textDocument/{method}", place | more)

    def diagnostics(self, path: str, rule: str | None) -> list[Json]:
        """What is told of a file, when a finding of that rule is in it; for None, when there is nothing any more."""
        while True:
            found = self.told.get(path)
            if found is not None and (any(each["code"] == rule for each in found) if rule else not found):
                return found
            self._next()

    def _send(self, message: Json) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self._process.stdin.flush()

    def _next(self) -> Json:
        message = self._messages.get(timeout=WAIT)
        match message.get("method"):
            case "textDocument/publishDiagnostics":
                name = message["params"]["uri"].rpartition("/content/")[2]
                self.told[name] = message["params"]["diagnostics"]
            case "$/progress":
                self.progress.append(message["params"]["value"]["kind"])
            case "client/registerCapability" | "window/workDoneProgress/create":
                self.registered.append(message["method"])
                self._send({"id": message["id"], "result": None})
        return message

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while line := stream.readline():
            length = int(line.partition(b":")[2])
            while stream.readline().strip():
                pass
            self._messages.put(json.loads(stream.read(length)))


@contextmanager
def editor(root: Path, *, encodings: tuple[str, ...] = (), **options: Json) -> Iterator[Client]:
    """A server started for a folder; it is asked to end when the block does, and must."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(root / "cache")}
    process = subprocess.Popen(
        [sys.executable, "-m", "sop_plugin.cli", "lsp", "--stdio"],
        cwd=root,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        client = Client(process, root)
        capabilities = {
            "general": {"positionEncodings": list(encodings)} if encodings else {},
            "window": {"workDoneProgress": True},
            "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}},
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}},
        }
        folders = [{"uri": root.as_uri(), "name": "house"}]
        answer = client.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root.as_uri(),
                "workspaceFolders": folders,
                "capabilities": capabilities,
                "initializationOptions": options,
            },
        )
        client.capabilities = answer["capabilities"]
        client.notify("initialized", {})
        yield client
        client.request("shutdown", None)
        client.notify("exit", None)
        assert process.wait(timeout=WAIT) == 0
    finally:
        process.kill()
        process.communicate()
