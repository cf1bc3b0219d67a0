"""`sop new`: a new SOP or quiz that passes all checks, to be filled in."""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from sop_plugin.cli.check import content_folder, quizzes_folder
from sop_plugin.cli.language import words_for
from sop_plugin.model.kinds import ID_PATTERN
from sop_plugin.model.organisation import Organisation, Party
from sop_plugin.pipeline.checking import organisation_of
from sop_plugin.words.catalogue import Catalogue


def arguments(command: argparse.ArgumentParser, words: Catalogue) -> None:
    """Declares the arguments."""
    command.add_argument("path", type=Path, help=words.text("cli.new.path"))
    command.add_argument("--title", help=words.text("cli.new.title"))
    command.add_argument("--quiz", action="store_true", help=words.text("cli.new.quiz"))


def run(options: argparse.Namespace) -> int:
    """Writes the file; gives 2 where it exists or has no usable name."""
    words = words_for(options)
    content = content_folder(options)
    if content is None:
        return 2
    home = quizzes_folder(options, content) if options.quiz else content
    path = options.path.parent / f"{options.path.name.removesuffix('.md')}.md"
    if not path.absolute().is_relative_to(home.absolute()):
        path = home / path
    if not path.resolve().is_relative_to(home.resolve()):
        print(words.text("cli.outside", path=path, content=home), file=sys.stderr)
        return 2
    if not re.fullmatch(ID_PATTERN, path.stem):
        print(words.text("cli.new.bad-name", name=path.stem), file=sys.stderr)
        return 2
    if path.exists():
        print(words.text("cli.new.exists", path=path), file=sys.stderr)
        return 2
    path.parent.mkdir(parents=True, exist_ok=True)
    title = options.title or words.text("cli.new.sample-quiz" if options.quiz else "cli.new.sample-title")
    organisation = organisation_of(content)
    is_asked = organisation.language != words.language if organisation else options.lang is not None
    lang = f"lang: {words.language}\n" if is_asked else ""
    if options.quiz:
        text = quiz_scaffold(path.stem, title, lang, words)
    else:
        text = scaffold(path.stem, title, lang, organisation, words)
    path.write_text(text, encoding="utf-8")
    print(words.text("cli.new.done", path=path))
    return 0


def scaffold(sop_id: str, title: str, lang: str, organisation: Organisation | None, words: Catalogue) -> str:
    """The text of a new SOP: a draft, owned and done by the organisation's first role where it has one.

    `lang` is the line that names its language, empty where that goes without saying.
    """
    roles = organisation.roles if organisation else ()
    role = next((role.id for role in roles if role.party is Party.INTERNAL), None)
    lines = f"{lang}owner: {role}\nrole: {role}\n" if role else lang
    # A JSON string is a YAML string too, whatever stands in the title.
    return words.text("cli.new.template", id=sop_id, title=json.dumps(title, ensure_ascii=False), roles=lines)


def quiz_scaffold(quiz_id: str, title: str, lang: str, words: Catalogue) -> str:
    """The text of a new quiz with a question of the three most frequent kinds; `lang` as for an SOP."""
    return words.text("cli.new.quiz-template", id=quiz_id, title=json.dumps(title, ensure_ascii=False), lang=lang)
