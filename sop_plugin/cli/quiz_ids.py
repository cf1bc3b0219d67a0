"""`sop quiz ids`: adds the ids that questions lack."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sop_plugin.cli.check import content_folder, quizzes_folder
from sop_plugin.cli.language import words_for
from sop_plugin.pipeline.folder import scan
from sop_plugin.pipeline.question_ids import with_ids
from sop_plugin.pipeline.rewriting import OutsideError, chosen, rewrite
from sop_plugin.reading.document import read_document
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("paths", nargs="*", type=Path, help=words.text("cli.quiz.ids.paths"))


def run(options: argparse.Namespace) -> int:
    """Writes; gives 2 where a path is none of the quizzes'."""
    words = words_for(options)
    content = content_folder(options)
    if content is None:
        return 2
    folder = scan(content, quizzes_folder(options, content))
    try:
        files = chosen(folder, options.paths)
    except OutsideError as outside:
        print(words.text("cli.outside", path=outside, content=content), file=sys.stderr)
        return 2
    added = 0
    for path in files:
        data = folder.read(path)
        changed, count = with_ids(read_document(path, data), data)
        if count:
            rewrite(folder.root / path, changed)
            print(words.text("cli.quiz.ids.written", path=folder.shown(path), count=count))
        added += count
    print(words.text("cli.quiz.ids.done", count=added), file=sys.stderr)
    return 0
