"""`sop rename OLD NEW`: a step or a procedure under a new id, wherever it is mentioned."""

from __future__ import annotations

import argparse
import codecs
import sys
from collections.abc import Sequence
from pathlib import Path

from sop_plugin.cli.check import content_folder, quizzes_folder
from sop_plugin.editing.edits import Edit, applied, by_file
from sop_plugin.editing.rename import RefusedError, renamed, thing_called
from sop_plugin.pipeline.workspace import Workspace
from sop_plugin.words.catalogue import Catalogue, catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("old", help=words.text("cli.rename.old"))
    command.add_argument("new", help=words.text("cli.rename.new"))


def run(options: argparse.Namespace) -> int:
    """Renames; gives 2, with a message, where there is no such id or the new one cannot be."""
    content = content_folder(options)
    if content is None:
        return 2
    workspace = Workspace(content, quizzes=quizzes_folder(options, content))
    for _ in workspace.catch_up():
        pass
    organisation = workspace.organisation
    words = catalogue(options.lang or (organisation.language if organisation else "en"))
    thing = thing_called(workspace, options.old)
    if thing is None:
        print(words.text("cli.rename.unknown", id=options.old), file=sys.stderr)
        return 2
    try:
        edits = by_file(renamed(workspace, thing, options.new.rpartition("/")[2]))
    except RefusedError as refused:
        print(refused.told(words), file=sys.stderr)
        return 2
    for file, of_file in edits.items():
        _rewrite(file, of_file)
        print(words.text("cli.rename.done", file=file, count=len(of_file)))
    return 0


def _rewrite(file: Path, edits: Sequence[Edit]) -> None:
    """Makes the edits in a file, whose byte order mark and line ends stay as they are."""
    data = file.read_bytes()
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    ending = b"\r\n" if b"\r\n" in data else b"\n"
    text = data.removeprefix(mark).decode().replace("\r\n", "\n").replace("\r", "\n")
    file.write_bytes(mark + applied(text, edits).encode().replace(b"\n", ending))
