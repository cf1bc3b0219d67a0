"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError

from sop_plugin.views.feedback import FIELDS, fault_of


class _Days(c.Type[int]):
    """A whole number of days, 0 or more."""

    def __init__(self, default: int) -> None:
        super().__init__(int, default=default)

    def run_validation(self, value: object) -> int:
        days = super().run_validation(value)
        if isinstance(value, bool) or days < 0:
            raise ValidationError(f"Expected a whole number of days, 0 or more, but received: {value}")
        return days


class FeedbackAddress(c.Optional[str]):
    """The template of an address for suggestions."""

    def __init__(self) -> None:
        super().__init__(c.Type(str))

    def run_validation(self, value: object) -> str | None:
        """Refuse an address that a browser may run, and fields that nobody can fill."""
        template = super().run_validation(value)
        fault = fault_of(template) if template else ""
        if fault == "scheme":
            raise ValidationError("This must begin with https: or mailto:")
        if fault:
            raise ValidationError(f"There is no {{{fault}}}; there are {', '.join(sorted(FIELDS))}")
        return template


class SopConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' own hook is untyped
    """What stands under `sop:` in the list of plugins."""

    quizzes = c.Dir(exists=False, default="quizzes")
    """The folder of the quizzes, relative to mkdocs.yml."""

    on_error = c.Choice(("page", "stop"), default="page")
    """What `mkdocs build` does with a procedure that has errors: publish a page that says so in its place, or stop
    before anything is written."""

    keep_names = _Days(default=30)
    """How many days a device keeps the names that were typed on it after a checklist was finished."""
    offline = c.Type(bool, default=False)
    """Whether devices keep the site, to work without a network. Where it was on before, off makes them let go of it."""

    csp = c.Type(bool, default=False)
    """Whether each page carries a strict content-security policy, and `_headers` tells static hosts the same one."""

    feedback = FeedbackAddress()
    """Where "Suggest an improvement" leads, off by default: an address that begins with `https:` or `mailto:`, such
    as `https://git.example.com/sop/issues/new?title={sop}+{version}+{step}&body={url}`."""
