"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError

from sop_plugin.views.feedback import FIELDS, fault_of
from sop_plugin.words.catalogue import LANGUAGES


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


class LanguageConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' own hook is untyped
    """What mkdocs.yml says of a language beside the site's own."""

    site_name = c.Type(str, default="")
    """The site's name in the language; the site's own where nothing is said."""
    site_description = c.Type(str, default="")
    words = c.DictOfItems(c.Type(str), default={})
    """What stands in mkdocs.yml, such as the title of a section under `nav`, and how the language says it."""


class _Languages(c.OptionallyRequired[dict[str, LanguageConfig]]):
    """Languages, as a list of tags or as a mapping with what there is to say of each."""

    def __init__(self) -> None:
        super().__init__(default={})

    def run_validation(self, value: object) -> dict[str, LanguageConfig]:
        """Refuse a language that the product does not speak, and settings that there are not."""
        if isinstance(value, list):
            value = dict.fromkeys(value)
        if not isinstance(value, dict):
            raise ValidationError(f"Expected a list of languages, or a mapping, but received: {value}")
        found = {}
        for language, settings in value.items():
            if language not in LANGUAGES:
                raise ValidationError(f"There are no words in {language}; there are {', '.join(LANGUAGES)}")
            found[language] = LanguageConfig()
            found[language].load_dict(settings or {})
            faults, warnings = found[language].validate()
            for name, fault in (*faults, *warnings):
                raise ValidationError(f"{language}: {name}: {fault}")
        return found


class SopConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' own hook is untyped
    """What stands under `sop:` in the list of plugins."""

    quizzes = c.Dir(exists=False, default="quizzes")
    """The folder of the quizzes, relative to mkdocs.yml."""

    on_error = c.Choice(("page", "stop"), default="page")
    """What `mkdocs build` does with a procedure that has errors: publish a page that says so in its place, or stop
    before anything is written."""

    languages = _Languages()
    """The languages beside the site's own, `theme.language`, that `sop build` makes too: `[en, zh-CN]`, or each with
    its `site_name`, `site_description` and `words`."""

    keep_names = _Days(default=30)
    """How many days a device keeps the names that were typed on it after a checklist was finished."""
    offline = c.Type(bool, default=False)
    """Whether devices keep the site, to work without a network. Where it was on before, off makes them let go of it."""

    csp = c.Type(bool, default=False)
    """Whether each page carries a strict content-security policy, and `_headers` tells static hosts the same one."""

    feedback = FeedbackAddress()
    """Where "Suggest an improvement" leads, off by default: an address that begins with `https:` or `mailto:`, such
    as `https://git.example.com/sop/issues/new?title={sop}+{version}+{step}&body={url}`."""
