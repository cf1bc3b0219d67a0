"""What `sop check --fix` does before it reports. It speaks on the error output: the other one is the report's."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from sop_plugin.cli.check import quizzes_folder
from sop_plugin.pipeline.folder import scan
from sop_plugin.pipeline.outcome import Checked
from sop_plugin.pipeline.rewriting import OutsideError, chosen
from sop_plugin.words.catalogue import Catalogue


def fix(options: argparse.Namespace, content: Path, check: Callable[[], Checked], words: Catalogue) -> bool:
    """Corrects what surely can be, and says what; False, with a message, where a path lies outside the content."""
    from sop_plugin.pipeline.fixing import fix_content

    quizzes = quizzes_folder(options, content)
    try:
        files = frozenset(chosen(scan(content, quizzes), options.paths))
    except OutsideError as outside:
        print(words.text("cli.outside", path=outside, content=content), file=sys.stderr)
        return False
    fixes = fix_content(content, check, files, quizzes)
    for key, found in (("fixed", fixes.made), ("not-fixed", fixes.refused)):
        for each in found:
            title = words.text(f"rule.{each.rule}.title")
            print(words.text(f"cli.check.{key}", path=each.path, line=each.span.line, title=title), file=sys.stderr)
    return True
