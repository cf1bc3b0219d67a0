"""All rules, found by looking into the folders of this room."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Collection, Mapping
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
def _places() -> Mapping[str, str]:
    """The full names of the rules' modules by rule name."""
    found = {}
    for family in FAMILIES:
        package = importlib.import_module(f"{sop_plugin.checks.__name__}.{family}")
        for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
            found[info.name.replace("_", "-")] = f"{package.__name__}.{info.name}"
    return found


def rule_names() -> Collection[str]:
    """The names of the rules, families in order, names in order within. No rule is loaded to tell them."""
    return _places().keys()


def module(name: str) -> ModuleType:
    """The module of one rule. Raises KeyError for an unknown one."""
    return importlib.import_module(_places()[name])


def rule(name: str) -> Rule:
    """One rule, without loading the others. Raises KeyError for an unknown one."""
    found: Rule = module(name).RULE
    return found


@cache
def rules() -> Mapping[str, Rule]:
    """The rules by name, in the order of `rule_names`: all are loaded."""
    return {name: rule(name) for name in rule_names()}


@cache
def file_checks() -> tuple[CheckFile, ...]:
    """The checks of one file at a time."""
    return tuple(each.check for each in rules().values() if each.check)


@cache
def library_checks() -> tuple[CheckLibrary, ...]:
    """The checks across files."""
    return tuple(each.check_library for each in rules().values() if each.check_library)


@cache
def translation_checks() -> tuple[CheckTranslation, ...]:
    """The checks of a translation against its original."""
    return tuple(each.check_translation for each in rules().values() if each.check_translation)


@cache
def quiz_checks() -> tuple[CheckQuiz, ...]:
    """The checks of a quiz against the SOPs that it names."""
    return tuple(each.check_quiz for each in rules().values() if each.check_quiz)


@cache
def change_checks() -> tuple[CheckChange, ...]:
    """The checks of an SOP against what it was at an earlier commit."""
    return tuple(each.check_change for each in rules().values() if each.check_change)


def documentation(name: str) -> RuleDoc:
    """What a rule says about itself, read from its module's docstring.

    Raises KeyError for an unknown rule and ValueError where a section of the docstring is missing.
    """
    of_rule = module(name)
    parts = _SECTION.split(dedent(of_rule.__doc__ or ""))
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
    family = of_rule.__name__.split(".")[-2]
    return RuleDoc(name, family, of_rule.RULE.severity, what, why, bad, good, organisation, another, before)


def _code(section: str) -> str:
    match = _CODE.search(section)
    if match is None:
        raise ValueError("a section without code")
    return match[1]
