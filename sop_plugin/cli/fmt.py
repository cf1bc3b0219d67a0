"""`sop fmt`: the front matter of every file in the house's form."""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path

from sop_plugin.cli.check import content_folder, quizzes_folder
from sop_plugin.cli.language import words_for
from sop_plugin.formatting.front_matter import UNCLEAR, formatted
from sop_plugin.pipeline.folder import scan
from sop_plugin.pipeline.rewriting import OutsideError, chosen, rewrite
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("paths", nargs="*", type=Path, help=words.text("cli.fmt.paths"))
    command.add_argument("--check", action="store_true", help=words.text("cli.fmt.check"))
    command.add_argument("--diff", action="store_true", help=words.text("cli.fmt.diff"))


def run(options: argparse.Namespace) -> int:
    """Writes; gives 1 where a file could not be formatted or, with `--check` or `--diff`, would be."""
    content = content_folder(options)
    if content is None:
        return 2
    words = words_for(options)
    missing = [path for path in options.paths if not path.exists()]
    for path in missing:
        print(words.text("cli.no-such-file", path=path), file=sys.stderr)
    if missing:
        return 2
    try:
        folder = scan(content, quizzes_folder(options, content))
        files = chosen(folder, options.paths)
    except OutsideError as outside:
        print(words.text("cli.outside", path=outside, content=content), file=sys.stderr)
        return 2
    changed = left = 0
    for file in files:
        shown_as = folder.shown(file)
        data = (content / file).read_bytes()
        result = formatted(file, data)
        if result.rule:
            left += 1
            key = "cli.fmt.unclear" if result.rule == UNCLEAR else f"rule.{result.rule}.title"
            print(words.text("cli.fmt.left", path=shown_as, why=words.text(key)), file=sys.stderr)
        elif result.data != data:
            changed += 1
            if options.check or options.diff:
                print(_difference(data, result.data, shown_as) if options.diff else shown_as)
            else:
                rewrite(content / file, result.data)
                print(words.text("cli.fmt.written", path=shown_as))
    writes = not (options.check or options.diff)
    print(words.text("cli.fmt.done" if writes else "cli.fmt.would", files=len(files), changed=changed), file=sys.stderr)
    return int(left > 0 or (changed > 0 and not writes))


def _difference(before: bytes, after: bytes, name: str) -> str:
    old, new = before.decode().splitlines(), after.decode().splitlines()
    return "\n".join(difflib.unified_diff(old, new, name, name, lineterm=""))
