"""`sop quiz import`: quizzes from Moodle and others, with a report of what could not be carried over."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sop_plugin.cli.check import content_folder, quizzes_folder
from sop_plugin.cli.language import words_for
from sop_plugin.imports.formats import Format
from sop_plugin.pipeline.moving_in import MovedIn, moved_in
from sop_plugin.pipeline.rewriting import rewrite
from sop_plugin.reports.losses import losses_data, losses_text
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help=words.text("cli.quiz.import.files"))
    command.add_argument("--into", type=Path, metavar="FOLDER", help=words.text("cli.quiz.import.into"))
    command.add_argument("--from", dest="form", choices=[*Format], help=words.text("cli.quiz.import.from"))
    command.add_argument("--overwrite", action="store_true", help=words.text("cli.quiz.import.overwrite"))
    command.add_argument("--dry-run", action="store_true", help=words.text("cli.quiz.import.dry-run"))
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help=words.text("cli.quiz.import.format")
    )
    command.epilog = words.text("cli.quiz.import.exit-codes")


def run(options: argparse.Namespace) -> int:
    """Imports; gives 1 where a file could not be read or its quiz not be written, 2 where one is not there."""
    words = words_for(options)
    content = content_folder(options)
    if content is None:
        return 2
    into: Path = options.into or quizzes_folder(options, content)
    missing = [path for path in options.files if not path.is_file()]
    for path in missing:
        print(words.text("cli.no-such-file", path=path), file=sys.stderr)
    if missing:
        return 2
    results = [_import(path, into, options, words) for path in options.files]
    if options.format == "json":
        print(json.dumps({"version": 1, "files": results}, ensure_ascii=False, indent=2))
    return int(any(result["state"] in ("unread", "in-the-way") for result in results))


def _import(path: Path, into: Path, options: argparse.Namespace, words: Catalogue) -> Mapping[str, Any]:
    form = Format(options.form) if options.form else None
    moved = moved_in(path.name, path.read_bytes(), form)
    target = into / f"{moved.id}.md"
    state = _written(moved, target, options)
    if options.format == "text":
        print(losses_text(str(path), moved.losses, words), end="")
        key = f"cli.quiz.import.{state}"
        print(words.text(key, path=path, target=target, kept=moved.kept, found=moved.found, losses=len(moved.losses)))
    return {
        "file": str(path),
        "format": moved.form.value if moved.form else None,
        "state": state,
        "quiz": str(target) if moved.text else None,
        "found": moved.found,
        "kept": moved.kept,
        "losses": losses_data(moved.losses, words),
    }


def _written(moved: MovedIn, target: Path, options: argparse.Namespace) -> str:
    """Writes a quiz and its pictures, and says what came of it: a part of a key in the catalogues."""
    if not moved.text:
        return "unread"
    data = moved.text.encode()
    before = target.read_bytes() if target.is_file() else None
    if (before is not None and before != data and not options.overwrite) or target.is_symlink():
        return "in-the-way"
    if options.dry_run:
        return "would"
    target.parent.mkdir(parents=True, exist_ok=True)
    for name, content in moved.pictures.items():
        picture = target.parent / name
        picture.parent.mkdir(exist_ok=True)
        rewrite(picture, content)
    if before == data:
        return "unchanged"
    rewrite(target, data)
    return "done"
