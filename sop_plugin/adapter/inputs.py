"""Which files a site is made of, for `sop build`, which then knows when there is nothing to build."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sop_plugin.pipeline.build_inputs import INPUTS

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

READ_NOTHING = frozenset(
    {
        *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "meta", "sane_lists", "smarty"),
        *("tables", "toc", "fenced_code", "codehilite", "nl2br", "wikilinks", "legacy_attrs", "legacy_em", "extra"),
        *("pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details"),
        *("pymdownx.emoji", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark"),
        *("pymdownx.smartsymbols", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde"),
    }
)
"""The extensions of Markdown that read no other file."""

_ELSEWHERE = ("INHERIT", "!ENV", "!relative", "!!python")
"""What lets mkdocs.yml take its settings from elsewhere."""


def note_inputs(config: MkDocsConfig, quizzes: str) -> None:
    """Write down the files and folders of a site, one a line, where `sop build` asks for them and all are known.

    `quizzes` is the folder of the quizzes, which may be made only later.
    """
    note = os.environ.get(INPUTS)
    if note and config.config_file_path and _are_known(config):
        paths = [config.config_file_path, config.docs_dir, config.theme.custom_dir, quizzes, *config.watch]
        Path(note).write_text("".join(f"{Path(path).resolve()}\n" for path in paths if path), encoding="utf-8")


def _are_known(config: MkDocsConfig) -> bool:
    names = {str(name).removeprefix("markdown.extensions.") for name in config.markdown_extensions}
    text = Path(config.config_file_path).read_text(encoding="utf-8", errors="replace")
    return names <= READ_NOTHING and not any(word in text for word in _ELSEWHERE)
