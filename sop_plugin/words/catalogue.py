"""Looking up words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources

LANGUAGES = tuple(
    sorted(
        entry.name.removesuffix(".json")
        for entry in resources.files(__package__).iterdir()
        if entry.name.endswith(".json")
    )
)
"""The languages the product itself speaks: each catalogue beside this file is one, and is named by its tag."""


class Catalogue:
    """The words of one language."""

    def __init__(self, language: str, words: Mapping[str, str]) -> None:
        self.language = language
        self.words = words

    def text(self, key: str, /, **values: object) -> str:
        """The words under `key`, `{placeholders}` filled in. Raises KeyError for an unknown key or placeholder."""
        return self.words[key].format_map(values) if values else self.words[key]

    def has(self, key: str) -> bool:
        """Whether there are words under `key`."""
        return key in self.words


def supported(language: str) -> str:
    """The catalogue language nearest to a language tag: itself, or by script for Chinese, or by what stands before the
    first hyphen, else English.
    """
    if language in LANGUAGES:
        return language
    primary = _primary(language)
    if primary == "zh":
        traditional = any(part in language.lower() for part in ("hant", "tw", "hk", "mo"))
        return "zh-TW" if traditional else "zh-CN"
    return next((known for known in LANGUAGES if _primary(known) == primary), "en")


def is_served_by(language: str, catalogue_language: str) -> bool:
    """Whether who asks for a language reads that of a catalogue: `en-GB` is served by `en`, `zh-Hant` by `zh-TW`."""
    return supported(language) == catalogue_language and _primary(language) == _primary(catalogue_language)


def language_name(language: str) -> str:
    """What a language calls itself, such as `繁體中文`; its tag where there is no catalogue for it."""
    nearest = supported(language)
    return catalogue(nearest).text("language.name") if is_served_by(language, nearest) else language


def _primary(language: str) -> str:
    """What stands before the first hyphen of a tag, in lower case."""
    return language.partition("-")[0].lower()


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue for a language tag, or the nearest there is."""
    name = supported(language)
    text = resources.files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    return Catalogue(name, json.loads(text))
