"""`sop confirm`: notes in a translation or a quiz what it was held against."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sop_plugin.cli.check import content_folder, quizzes_folder
from sop_plugin.cli.language import words_for
from sop_plugin.pipeline.confirming import Confirmed, confirmed
from sop_plugin.pipeline.confirming_quizzes import confirmed_questions, places_of_question
from sop_plugin.pipeline.rewriting import OutsideError, chosen, rewrite
from sop_plugin.pipeline.shelf import Shelf
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("path", type=Path, metavar="FILE|QUESTION", help=words.text("cli.confirm.path"))
    command.add_argument("steps", nargs="*", metavar="STEP|QUESTION", help=words.text("cli.confirm.steps"))


def run(options: argparse.Namespace) -> int:
    """Writes the fingerprints; gives 2 where there is no such file or question, 1 where one could not be confirmed."""
    words = words_for(options)
    content = content_folder(options)
    if content is None:
        return 2
    quizzes = quizzes_folder(options, content)
    path = next(
        (each for each in (options.path, content / options.path, quizzes / options.path) if each.is_file()), None
    )
    if path is None:
        return _confirm_questions(Shelf(content, quizzes), [str(options.path), *options.steps], words)
    if path.is_symlink():
        print(words.text("cli.no-such-file", path=options.path), file=sys.stderr)
        return 2
    if path.resolve().is_relative_to(content.resolve()):
        within = path.resolve().relative_to(content.resolve()).as_posix()
        result = confirmed(content, within, options.steps)
        if result is not None:
            return _written(result, path, str(path), words)
    shelf = Shelf(content, quizzes)
    try:
        within = next(iter(chosen(shelf.folder, [path])), "")
    except OutsideError:
        print(words.text("cli.outside", path=path, content=content), file=sys.stderr)
        return 2
    result = confirmed_questions(shelf, within, options.steps) if within in shelf.documents else None
    if result is None:
        print(words.text("cli.confirm.no-translation", path=path), file=sys.stderr)
        return 2
    return _written(result, path, str(path), words)


def _confirm_questions(shelf: Shelf, names: list[str], words: Catalogue) -> int:
    """Confirms questions by their ids, in whichever files they stand."""
    by_file: dict[str, list[str]] = {}
    for name in names:
        found = places_of_question(shelf, name)
        quizzes = [path for path, _ in found if shelf.documents[path].quiz is not None]
        if not found or len(quizzes) > 1:
            key = "cli.confirm.several-questions" if found else "cli.confirm.no-question"
            print(words.text(key, question=name, files=", ".join(map(shelf.folder.shown, quizzes))), file=sys.stderr)
            return 2
        # A question is confirmed in its quiz; its translations are held against it apart.
        path, question = found[0] if not quizzes else (quizzes[0], found[0][1])
        by_file.setdefault(path, []).append(question)
    code = 0
    for path, questions in by_file.items():
        result = confirmed_questions(shelf, path, questions)
        if result is not None:
            code |= _written(result, shelf.folder.root / path, shelf.folder.shown(path), words)
    return code


def _written(result: Confirmed, path: Path, shown_as: str, words: Catalogue) -> int:
    if result.steps:
        rewrite(path, result.data)
    print(words.text("cli.confirm.done", path=shown_as, count=len(result.steps), right=len(result.right)))
    for key, steps in (("cli.confirm.by-hand", result.left), ("cli.confirm.strange", result.strange)):
        if steps:
            print(words.text(key, steps=", ".join(steps)), file=sys.stderr)
    return int(bool(result.left or result.strange))
