"""`sop confirm`: notes in a translation which text of the original it was compared with."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sop_plugin.cli.check import content_folder
from sop_plugin.cli.language import words_for
from sop_plugin.pipeline.confirming import confirmed
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("path", type=Path, metavar="FILE", help=words.text("cli.confirm.path"))
    command.add_argument("steps", nargs="*", metavar="STEP", help=words.text("cli.confirm.steps"))


def run(options: argparse.Namespace) -> int:
    """Writes the fingerprints; gives 2 where the file is no translation, 1 where a step could not be confirmed."""
    words = words_for(options)
    content = content_folder(options)
    if content is None:
        return 2
    path = options.path if options.path.is_file() else content / options.path
    if path.is_symlink() or not path.is_file():
        print(words.text("cli.no-such-file", path=options.path), file=sys.stderr)
        return 2
    if not path.resolve().is_relative_to(content.resolve()):
        print(words.text("cli.outside", path=path, content=content), file=sys.stderr)
        return 2
    result = confirmed(content, path.resolve().relative_to(content.resolve()).as_posix(), options.steps)
    if result is None:
        print(words.text("cli.confirm.no-translation", path=path), file=sys.stderr)
        return 2
    if result.steps or result.outside:
        path.write_bytes(result.data)
    print(words.text("cli.confirm.done", path=path, count=len(result.steps), right=len(result.right)))
    if result.outside:
        print(words.text("cli.confirm.outside", path=path))
    for key, steps in (("cli.confirm.by-hand", result.left), ("cli.confirm.strange", result.strange)):
        if steps:
            print(words.text(key, steps=", ".join(steps)), file=sys.stderr)
    return int(bool(result.left or result.strange))
