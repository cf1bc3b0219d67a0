"""The server: which question of the protocol is answered by which function, and when files are checked."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from sop_plugin import __version__
from sop_plugin.editing.completion import completions
from sop_plugin.editing.definition import definition
from sop_plugin.editing.edits import Edit, by_file
from sop_plugin.editing.hover import hover
from sop_plugin.editing.mending import CONFIRMING, all_ids, corrected, let_stand
from sop_plugin.editing.rename import RefusedError, Thing, mentions, renamed, thing_at
from sop_plugin.editing.symbols import symbols
from sop_plugin.language_server.content_folders import MKDOCS
from sop_plugin.language_server.desk import Desk, Opened, uri_of
from sop_plugin.language_server.positions import column_of, range_of
from sop_plugin.language_server.protocol import Speech
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.pipeline.published import published_at
from sop_plugin.pipeline.workspace import Findings, Workspace
from sop_plugin.words.catalogue import Catalogue, catalogue

SOON = 0.01
"""Seconds after a keystroke at which the file is checked, so that of several that wait only the last is."""

PATIENCE = 0.02
"""Seconds of checking in the background after which an editor's questions are answered."""

TRIGGERS = (" ", ":", "-", "[", "{", ",", "/", ".", "#", "=", '"', "'")
"""Characters after which an editor asks for completions of its own accord."""


class SopServer(LanguageServer):
    """The server of one editor."""

    def __init__(self) -> None:
        super().__init__("mkdocs-sop", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.desk = Desk()
        self.language = ""
        self.site: SiteAddress | None = None
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._catching_up: dict[Path, asyncio.Task[None]] = {}

    # The editor and its language

    def words_of(self, workspace: Workspace) -> Catalogue:
        """The language that was asked for, else that of the organisation."""
        organisation = workspace.organisation
        return catalogue(self.language or (organisation.language if organisation else "en"))

    def speech(self, workspace: Workspace) -> Speech:
        """How to speak of a content folder."""
        encoding = str(self.workspace.position_encoding or lsp.PositionEncodingKind.Utf16.value)
        completion = getattr(self.client_capabilities.text_document, "completion", None)
        snippets = bool(getattr(getattr(completion, "completion_item", None), "snippet_support", False))
        site = self.site or published_at(workspace.folder.root.parent / MKDOCS)
        return Speech(self.words_of(workspace), encoding, site, snippets=snippets)

    # Checking

    def start(self, workspace: Workspace) -> None:
        """Checks what is outdated, in the background."""
        root = workspace.folder.root
        running = self._catching_up.get(root)
        if workspace.outdated and (running is None or running.done()):
            self._catching_up[root] = asyncio.create_task(self._catch_up(workspace))

    async def _catch_up(self, workspace: Workspace) -> None:
        token = f"sop-{id(workspace)}-{time.monotonic_ns()}"
        total = workspace.outdated
        shown = await self._begin_progress(token, self.words_of(workspace).text("editor.loading"))
        last = time.monotonic()
        for done, _ in enumerate(workspace.catch_up(), start=1):
            if time.monotonic() - last > PATIENCE:
                if shown:
                    share = min(100 * done // total, 100)
                    self.work_done_progress.report(token, lsp.WorkDoneProgressReport(percentage=share))
                await asyncio.sleep(0)
                last = time.monotonic()
        # What has been read lives as long as the server does: no need to look through it for garbage.
        gc.collect()
        gc.freeze()
        self.publish(workspace, workspace.findings())
        if shown:
            self.work_done_progress.end(token, lsp.WorkDoneProgressEnd())

    async def _begin_progress(self, token: str, title: str) -> bool:
        """Whether the editor shows progress."""
        if not getattr(self.client_capabilities.window, "work_done_progress", False):
            return False
        try:
            await self.work_done_progress.create_async(token)
        except JsonRpcException:
            return False
        self.work_done_progress.begin(token, lsp.WorkDoneProgressBegin(title, percentage=0))
        return True

    def check_soon(self, uri: str) -> None:
        """Checks a file when the editor pauses for a moment."""
        if uri in self._waiting:
            self._waiting[uri].cancel()
        self._waiting[uri] = asyncio.get_running_loop().call_later(SOON, self.check_now, uri)

    def check_now(self, uri: str) -> None:
        """Checks a file that waits for it."""
        waiting = self._waiting.pop(uri, None)
        opened = self.desk.file(uri)
        if waiting is None or opened is None:
            return
        waiting.cancel()
        workspace, path = opened
        self.publish(workspace, workspace.update(path, self.workspace.get_text_document(uri).source))
        self.start(workspace)

    def publish(self, workspace: Workspace, findings: Findings) -> None:
        """Tells the editor what is found in the files whose findings changed."""
        speech = self.speech(workspace)
        for path, found in findings.items():
            lines = workspace.text(path).split("\n")
            uri = uri_of(workspace.file_of(path))
            open_now = self.workspace.text_documents.get(uri)
            self.text_document_publish_diagnostics(
                lsp.PublishDiagnosticsParams(
                    uri,
                    [speech.diagnostic(each, lines) for each in found],
                    open_now.version if open_now else None,
                )
            )

    # Texts and places

    def lines_of(self, file: Path) -> list[str]:
        """The lines of any file, as the editor has them."""
        opened = self.desk.file(uri_of(file))
        if opened:
            return opened.workspace.text(opened.path).split("\n")
        text = self.workspace.get_text_document(uri_of(file)).source
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def place(self, opened: Opened, position: lsp.Position) -> tuple[int, int]:
        """Line and column in characters, from 0."""
        lines = opened.workspace.text(opened.path).split("\n")
        return position.line, column_of(position, lines, self.speech(opened.workspace).encoding)

    def location(self, workspace: Workspace, path: str, span: Span) -> lsp.Location:
        """A stretch of a file of the content."""
        file = workspace.file_of(path)
        return lsp.Location(uri_of(file), range_of(span, self.lines_of(file), self.speech(workspace).encoding))

    def workspace_edit(self, workspace: Workspace, edits: Sequence[Edit]) -> lsp.WorkspaceEdit:
        """Changes to any number of files."""
        encoding = self.speech(workspace).encoding
        changes: dict[str, Sequence[lsp.TextEdit]] = {}
        for file, of_file in by_file(edits).items():
            lines = self.lines_of(file)
            changes[uri_of(file)] = [lsp.TextEdit(range_of(each.span, lines, encoding), each.text) for each in of_file]
        return lsp.WorkspaceEdit(changes)

    def thing(self, uri: str, position: lsp.Position) -> tuple[Opened, Thing | None] | None:
        """What could be renamed at a place."""
        self.check_now(uri)
        opened = self.desk.file(uri)
        return (opened, thing_at(*opened, *self.place(opened, position))) if opened else None


def make_server() -> SopServer:  # noqa: C901, one short function for each question
    """A server that answers every question we know."""
    server = SopServer()

    @server.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        options: Any = params.initialization_options
        given: Mapping[str, object] = options if isinstance(options, Mapping) else {}
        server.language = str(given.get("lang") or "")
        site = str(given.get("siteUrl") or "")
        server.site = SiteAddress(f"{site.rstrip('/')}/") if site.startswith(("http://", "https://")) else None

    @server.feature(lsp.INITIALIZED)
    def initialized(_: lsp.InitializedParams) -> None:
        watched = getattr(server.client_capabilities.workspace, "did_change_watched_files", None)
        if getattr(watched, "dynamic_registration", False):
            everything = [lsp.FileSystemWatcher(glob_pattern="**/*")]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(everything)
            registration = lsp.Registration("sop-files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.client_register_capability(lsp.RegistrationParams([registration]))
        for folder in server.workspace.folders.values():
            name = to_fs_path(folder.uri)
            workspace = server.desk.workspace_at(Path(name)) if name else None
            if workspace:
                server.start(workspace)

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        changed(params)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidOpenTextDocumentParams | lsp.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        file = server.desk.file(uri)
        if file:
            file.workspace.hold(file.path, server.workspace.get_text_document(uri).source)
            server.check_soon(uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        file = server.desk.file(params.text_document.uri)
        if file:
            server.check_now(params.text_document.uri)
            server.publish(file.workspace, file.workspace.release(file.path))
            server.start(file.workspace)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: lsp.DidChangeWatchedFilesParams) -> None:
        for workspace in server.desk.workspaces:
            server.publish(workspace, workspace.rescan())
            server.start(workspace)

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=list(TRIGGERS)))
    def complete(params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        file = server.desk.file(params.text_document.uri)
        if not file:
            return []
        speech = server.speech(file.workspace)
        lines = file.workspace.text(file.path).split("\n")
        found = completions(*file, *server.place(file, params.position), speech.words)
        return [speech.completion(each, lines) for each in found]

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def explain(params: lsp.HoverParams) -> lsp.Hover | None:
        file = server.desk.file(params.text_document.uri)
        if not file:
            return None
        speech = server.speech(file.workspace)
        found = hover(*file, *server.place(file, params.position), speech.words)
        if not found:
            return None
        lines = file.workspace.text(file.path).split("\n")
        text = lsp.MarkupContent(lsp.MarkupKind.Markdown, found.text)
        return lsp.Hover(text, range_of(found.span, lines, speech.encoding))

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def define(params: lsp.DefinitionParams) -> lsp.Location | None:
        file = server.desk.file(params.text_document.uri)
        if not file:
            return None
        found = definition(*file, *server.place(file, params.position), server.words_of(file.workspace))
        return server.location(file.workspace, *found) if found else None

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def refer(params: lsp.ReferenceParams) -> list[lsp.Location]:
        found = server.thing(params.text_document.uri, params.position)
        if not found or not found[1]:
            return []
        workspace = found[0].workspace
        return [server.location(workspace, path, span) for path, span in mentions(workspace, found[1])]

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outline(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        file = server.desk.file(params.text_document.uri)
        if not file:
            return []
        lines = file.workspace.text(file.path).split("\n")
        speech = server.speech(file.workspace)
        return [speech.symbol(each, lines) for each in symbols(file.workspace.document(file.path))]

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix]))
    def mend(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        server.check_now(params.text_document.uri)
        file = server.desk.file(params.text_document.uri)
        only = params.context.only
        if not file or (only and lsp.CodeActionKind.QuickFix not in only):
            return []
        return _actions(server, file, params.range)

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare_rename(params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        found = server.thing(params.text_document.uri, params.position)
        file, thing = found or (None, None)
        if not file or not thing:
            return None
        where = server.location(*file, thing.span)
        return lsp.PrepareRenamePlaceholder(where.range, thing.step or thing.sop)

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def rename(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        found = server.thing(params.text_document.uri, params.position)
        if not found:
            return None
        file, thing = found
        words = server.words_of(file.workspace)
        if not thing:
            raise JsonRpcException(words.text("rename.nothing"), lsp.LSPErrorCodes.RequestFailed)
        try:
            return server.workspace_edit(file.workspace, renamed(file.workspace, thing, params.new_name))
        except RefusedError as refused:
            raise JsonRpcException(refused.told(words), lsp.LSPErrorCodes.RequestFailed) from refused

    return server


def _actions(server: SopServer, file: Opened, where: lsp.Range) -> list[lsp.CodeAction]:
    """What can be done about the findings on the lines of a range."""
    workspace, path = file
    speech = server.speech(workspace)
    lines = workspace.text(path).split("\n")
    mending, standing = [], []
    for found in workspace.diagnostics(path):
        if not found.span.line - 1 <= where.end.line or not where.start.line <= found.span.end_line - 1:
            continue
        diagnostic = speech.diagnostic(found, lines)
        if edit := corrected(workspace, path, found):
            line = found.corrected.strip().partition("\n")[0]
            key = "editor.confirm" if found.rule in CONFIRMING else "editor.write" if line else "editor.delete"
            title = speech.words.text(key, line=line)
            is_sure = found.rule not in CONFIRMING
            mending.append(_action(server, workspace, title, diagnostic, [edit], preferred=is_sure))
        if edits := all_ids(workspace, path, found):
            mending.append(
                _action(server, workspace, speech.words.text("editor.quiz.all-ids"), diagnostic, edits, preferred=False)
            )
        if edit := let_stand(workspace, path, found):
            title = speech.words.text("editor.let-stand", rule=found.rule)
            standing.append(_action(server, workspace, title, diagnostic, [edit], preferred=False))
    return [*mending, *standing]


def _action(
    server: SopServer,
    workspace: Workspace,
    title: str,
    diagnostic: lsp.Diagnostic,
    edits: Sequence[Edit],
    *,
    preferred: bool,
) -> lsp.CodeAction:
    return lsp.CodeAction(
        title,
        lsp.CodeActionKind.QuickFix,
        [diagnostic],
        preferred,
        edit=server.workspace_edit(workspace, edits),
    )


def serve() -> None:
    """Speaks with an editor over standard input and output until it ends."""
    make_server().start_io()
