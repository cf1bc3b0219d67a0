"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config


class SopConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' own hook is untyped
    """What stands under `sop:` in the list of plugins."""

    quizzes = c.Dir(exists=False, default="quizzes")
    """The folder of the quizzes, relative to mkdocs.yml."""

    on_error = c.Choice(("page", "stop"), default="page")
    """What `mkdocs build` does with a procedure that has errors: publish a page that says so in its place, or stop
    before anything is written."""
