"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError


class _Days(c.Type[int]):
    """A whole number of days, 0 or more."""

    def __init__(self, default: int) -> None:
        super().__init__(int, default=default)

    def run_validation(self, value: object) -> int:
        days = super().run_validation(value)
        if isinstance(value, bool) or days < 0:
            raise ValidationError(f"Expected a whole number of days, 0 or more, but received: {value}")
        return days


class SopConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' own hook is untyped
    """What stands under `sop:` in the list of plugins."""

    quizzes = c.Dir(exists=False, default="quizzes")
    """The folder of the quizzes, relative to mkdocs.yml."""

    on_error = c.Choice(("page", "stop"), default="page")
    """What `mkdocs build` does with a procedure that has errors: publish a page that says so in its place, or stop
    before anything is written."""

    keep_names = _Days(default=30)
    """How many days a device keeps the names that were typed on it after a checklist was finished."""
