"""The plugin's options in mkdocs.yml."""

from typing import Any

import pytest

from sop_plugin.adapter.config import SopConfig


def read(**options: Any) -> tuple[SopConfig, list[str]]:
    config = SopConfig()
    config.load_dict(options)
    faults, _ = config.validate()
    return config, [str(fault) for _, fault in faults]


def test_names_are_kept_for_a_month_unless_the_site_says_otherwise() -> None:
    assert read()[0].keep_names == 30
    config, faults = read(keep_names=0)
    assert (config.keep_names, faults) == (0, [])


@pytest.mark.parametrize("value", [-1, True, "soon", 1.5])
def test_what_is_no_number_of_days_is_refused(value: object) -> None:
    assert len(read(keep_names=value)[1]) == 1


def test_nobody_is_asked_for_suggestions_unless_the_site_says_where() -> None:
    assert read()[0].feedback is None
    address = "https://git.example.com/new?title={sop}+{version}+{step}&body={url}"
    config, faults = read(feedback=address)
    assert (config.feedback, faults) == (address, [])


@pytest.mark.parametrize(
    ("address", "why"),
    [("http://git.example.com/", "https: or mailto:"), ("https://git.example.com/?{who}", "{who}"), (7, "str")],
)
def test_an_address_for_suggestions_that_cannot_be_filled_in_is_refused(address: object, why: str) -> None:
    (fault,) = read(feedback=address)[1]
    assert why in fault


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (["en", "zh-CN"], {"en": "", "zh-CN": ""}),
        (
            {"en": {"site_name": "Handbook", "words": {"指南": "Guides"}}, "zh-CN": None},
            {"en": "Handbook", "zh-CN": ""},
        ),
    ],
)
def test_languages_are_a_list_or_have_settings(given: object, names: dict[str, str]) -> None:
    config, faults = read(languages=given)
    assert faults == []
    assert {language: settings.site_name for language, settings in config.languages.items()} == names


def test_there_are_no_other_languages_unless_the_site_says_so() -> None:
    assert read()[0].languages == {}


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (["xx"], "no words in xx"),
        ("en", "a list of languages"),
        ({"en": {"site_title": "x"}}, "en: site_title"),
        ({"en": {"site_name": 7}}, "en: site_name"),
    ],
)
def test_languages_that_cannot_be_made_are_refused(given: object, why: str) -> None:
    (fault,) = read(languages=given)[1]
    assert why in fault
