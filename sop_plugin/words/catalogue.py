"""Looking up words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources

LANGUAGES = ("zh-TW", "zh-CN", "en")
"""The languages the product itself speaks; each has a catalogue of that name beside this file."""


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
    """The catalogue language nearest to a language tag: itself, or by script for Chinese, else English."""
    if language in LANGUAGES:
        return language
    if language.lower().startswith("zh"):
        traditional = any(part in language.lower() for part in ("hant", "tw", "hk", "mo"))
        return "zh-TW" if traditional else "zh-CN"
    return "en"


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue for a language tag, or the nearest there is."""
    name = supported(language)
    text = resources.files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    return Catalogue(name, json.loads(text))
