"""All rules, found by looking into the folders of this room."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from functools import cache
from textwrap import dedent
from types import ModuleType

import sop_plugin.checks
from sop_plugin.checks.rule import CheckChange, CheckFile, CheckLibrary, CheckQuiz, CheckTranslation, Rule
from sop_plugin.model.rule import RuleDoc

FAMILIES = ("file", "shape", "references", "control", "flow", "sense", "translation", "quiz", "policy")

_SECTION = re.compile(
    r"^## (What it checks|Why it matters|In organisation\.yml|Another file|Before|Bad|Good)$", re.MULTILINE
)
_CODE = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@cache
def modules() -> Mapping[str, ModuleType]:
    """The modules of the rules by rule name, families in order, names in order within."""
    found = {}
    for family in FAMILIES:
        package = importlib.import_module(f"{sop_plugin.checks.__name__}.{family}")
        for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
            found[info.name.replace("_", "-")] = importlib.import_module(f"{package.__name__}.{info.name}")
    return found


@cache
def rules() -> Mapping[str, Rule]:
    """The rules by name."""
    return {name: module.RULE for name, module in modules().items()}


@cache
def file_checks() -> tuple[CheckFile, ...]:
    """The checks of one file at a time."""
    return tuple(rule.check for rule in rules().values() if rule.check)


@cache
def library_checks() -> tuple[CheckLibrary, ...]:
    """The checks across files."""
    return tuple(rule.check_library for rule in rules().values() if rule.check_library)


@cache
def translation_checks() -> tuple[CheckTranslation, ...]:
    """The checks of a translation against its original."""
    return tuple(rule.check_translation for rule in rules().values() if rule.check_translation)


@cache
def quiz_checks() -> tuple[CheckQuiz, ...]:
    """The checks of a quiz against the SOPs that it names."""
    return tuple(rule.check_quiz for rule in rules().values() if rule.check_quiz)


@cache
def change_checks() -> tuple[CheckChange, ...]:
    """The checks of an SOP against what it was at an earlier commit."""
    return tuple(rule.check_change for rule in rules().values() if rule.check_change)


def documentation(name: str) -> RuleDoc:
    """What a rule says about itself, read from its module's docstring.

    Raises KeyError for an unknown rule and ValueError where a section of the docstring is missing.
    """
    module = modules()[name]
    parts = _SECTION.split(dedent(module.__doc__ or ""))
    sections = {title: body.strip() for title, body in zip(parts[1::2], parts[2::2], strict=True)}
    try:
        bad, good = (_code(sections[title] + "\n") for title in ("Bad", "Good"))
        organisation, another, before = (
            _code(sections[title] + "\n") if title in sections else ""
            for title in ("In organisation.yml", "Another file", "Before")
        )
        what, why = (" ".join(sections[title].split()) for title in ("What it checks", "Why it matters"))
    except (KeyError, TypeError) as error:
        raise ValueError(f"the docstring of {name} lacks a section: {error}") from error
    family = module.__name__.split(".")[-2]
    return RuleDoc(name, family, module.RULE.severity, what, why, bad, good, organisation, another, before)


def _code(section: str) -> str:
    match = _CODE.search(section)
    if match is None:
        raise ValueError("a section without code")
    return match[1]
