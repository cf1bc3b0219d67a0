"""`sop translate`: drafts of translations that OpenCC can make."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sop_plugin.cli.check import content_folder
from sop_plugin.cli.language import words_for
from sop_plugin.pipeline.folder import scan
from sop_plugin.pipeline.rewriting import OutsideError, chosen, create, rewrite
from sop_plugin.words.catalogue import Catalogue

if TYPE_CHECKING:
    from sop_plugin.drafting.translation import Draft

LANGUAGES = ("zh-CN",)


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("paths", nargs="*", type=Path, metavar="FILE", help=words.text("cli.translate.paths"))
    command.add_argument("--draft", choices=LANGUAGES, required=True, help=words.text("cli.translate.draft"))


def run(options: argparse.Namespace) -> int:
    """Writes the drafts; gives 1 where one could not be made, 2 where the command was misused."""
    content = content_folder(options)
    if content is None:
        return 2
    words = words_for(options)
    try:
        from sop_plugin.pipeline.drafts import Refusal, drafts
    except ImportError:
        print(words.text("cli.translate.missing"), file=sys.stderr)
        return 2
    missing = [path for path in options.paths if not path.exists()]
    for path in missing:
        print(words.text("cli.no-such-file", path=path), file=sys.stderr)
    if missing:
        return 2
    folder = scan(content)
    try:
        wanted = chosen(folder, options.paths) if options.paths else None
    except OutsideError as outside:
        print(words.text("cli.outside", path=outside, content=content), file=sys.stderr)
        return 2
    named = any(path.is_file() for path in options.paths)
    failed = False
    for each in drafts(folder, wanted):
        place = content / each.path
        if not isinstance(each.draft, Refusal):
            _write(place, each.draft, is_new=each.is_new)
            _tell(folder.shown(each.path), each.draft, words, is_new=each.is_new)
        elif named or each.draft is not Refusal.NOT_TRADITIONAL:
            failed = True
            about = folder.shown(each.original), folder.shown(each.path)
            key = f"cli.translate.{each.draft}"
            print(words.text(key, original=about[0], path=about[1]), file=sys.stderr)
    return int(failed)


def _write(place: Path, draft: Draft, *, is_new: bool) -> None:
    if is_new:
        create(place, draft.data)
    elif draft.data != place.read_bytes():
        rewrite(place, draft.data)


def _tell(path: str, draft: Draft, words: Catalogue, *, is_new: bool) -> None:
    """Says what became of a file, and what is left to somebody."""
    if is_new:
        print(words.text("cli.translate.written", path=path))
        return
    said = False
    for key, steps in (("added", draft.added), ("grown", draft.grown), ("renewed", draft.renewed)):
        if steps:
            said = True
            names = ", ".join(step or words.text("cli.translate.outside") for step in steps)
            print(words.text(f"cli.translate.{key}", path=path, steps=names))
    if draft.kept:
        print(words.text("cli.translate.kept", path=path, steps=", ".join(draft.kept)))
    elif not said:
        print(words.text("cli.translate.nothing", path=path))
