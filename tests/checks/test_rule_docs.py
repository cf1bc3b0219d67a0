"""What every rule must bring: its documentation, its words in every language, and a place where it is used."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest

import sop_plugin
from sop_plugin.checks.registry import FAMILIES, documentation, module
from sop_plugin.model.fields import fields_of, records_below
from sop_plugin.model.kinds import Pattern
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.sop import Sop
from sop_plugin.reports.messages import describe
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from sop_plugin.words.keys import record_key
from tests.checks.folder import check, set_up
from tests.checks.test_rule_examples import RULES, bad_file

PACKAGE = Path(sop_plugin.__file__).parent
SOURCES = [*(PACKAGE / "reading").rglob("*.py"), *(PACKAGE / "checks").rglob("*.py")]
RECORDS = dict.fromkeys([*records_below(Sop), *records_below(Organisation)])


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def texts_in_code() -> set[str]:
    """Every text that stands in the code of the two rooms where faults are noted."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES]
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def faults_in_code() -> set[str]:
    """The rules that calls of `fault(...)`, `Fault(...)` and the like name."""
    calls = re.compile(r'\b(?:fault|Fault|unknown|must_be_declared)\(\s*"([^"]+)"')
    return {name for path in SOURCES for name in calls.findall(path.read_text(encoding="utf-8"))}


def patterns() -> set[str]:
    """The names of the texts of a fixed form, of which some do not match."""
    return {
        option.marker.name
        for record in RECORDS
        for spec in fields_of(record)
        for option in spec.options
        if isinstance(option.marker, Pattern) and option.marker.regex != ".+"
    }


def expected_kinds() -> set[str]:
    """What decoders say they expect."""
    calls = re.compile(r'(?:scalar_text|wrong_type)\([^()]*?,\s*"([a-z-]+)"\)|_notation\(\w+,\s*"([a-z-]+)"')
    found = (calls.findall(path.read_text(encoding="utf-8")) for path in SOURCES)
    return {name for each in found for pair in each for name in pair if name} | patterns()


@pytest.mark.parametrize("name", RULES)
def test_documentation_has_every_section(name: str) -> None:
    rule = documentation(name)
    assert rule.what.endswith(".")
    assert rule.why.endswith(".")
    first = (module(name).__doc__ or "").splitlines()[0]
    assert first.endswith(".")
    assert len(first) < 90


@pytest.mark.parametrize("name", RULES)
def test_file_is_named_for_the_defect(name: str) -> None:
    file = Path(str(module(name).__file__))
    assert file.stem.replace("_", "-") == name
    assert file.parent.name in FAMILIES


def test_a_rule_is_told_of_without_loading_the_others() -> None:
    program = (
        "import sys; from sop_plugin.checks.registry import FAMILIES, rule_names, rule\n"
        "rule(next(iter(rule_names())))\n"
        "print(*(each for each in sys.modules if each.startswith(tuple(f'sop_plugin.checks.{name}.' for name in FAMILIES))))"
    )
    loaded = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, check=True).stdout
    assert loaded.split() == [module(RULES[0]).__name__]


def test_every_fault_in_the_code_has_a_rule() -> None:
    assert faults_in_code() - set(RULES) == set()
    assert {f"{name}-invalid" for name in patterns()} - set(RULES) == set()


def test_every_rule_is_found_somewhere_in_the_code() -> None:
    by_pattern = {f"{name}-invalid" for name in patterns()}
    assert set(RULES) - texts_in_code() - by_pattern == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_words(language: str) -> None:
    words = catalogue(language)
    parts = ("title", "message", "hint", "what", "why")
    assert [f"{name}.{part}" for name in RULES for part in parts if not words.has(f"rule.{name}.{part}")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_kept_for_a_rule_that_is_gone(language: str) -> None:
    keys = [key.split(".")[1] for key in catalogue(language).words if key.startswith("rule.")]
    assert set(keys) == set(RULES)


@pytest.mark.parametrize("name", RULES)
def test_english_words_are_those_of_the_documentation(name: str) -> None:
    words, rule = catalogue("en"), documentation(name)
    assert words.text(f"rule.{name}.what") == rule.what
    assert words.text(f"rule.{name}.why") == rule.why


@pytest.mark.parametrize("name", RULES)
def test_words_ask_for_nothing_the_fault_does_not_carry(name: str, content: Path) -> None:
    set_up(content, documentation(name))
    found = check(content, bad_file(name), before=documentation(name).before)
    for language in LANGUAGES:
        words = catalogue(language)
        asked = placeholders(words.text(f"rule.{name}.message")) | placeholders(words.text(f"rule.{name}.hint"))
        for diagnostic in found:
            assert asked <= set(diagnostic.arguments)
            assert not [
                text for text in describe(diagnostic, words) if re.search(r"@(expected|found|record|yaml)", text)
            ]
        assert not placeholders(words.text(f"rule.{name}.title"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_kinds_of_values_have_names(language: str) -> None:
    words = catalogue(language)
    wanted = {f"expected.{kind}" for kind in expected_kinds()} | {
        f"found.{kind}" for kind in ("text", "mapping", "list")
    }
    assert len(wanted) > 15
    assert sorted(key for key in wanted if not words.has(key)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_records_that_may_lack_a_field_have_names(language: str) -> None:
    words = catalogue(language)
    needy = [record for record in RECORDS if any(spec.required for spec in fields_of(record))]
    keys = {text.removeprefix("@") for text in texts_in_code() if re.fullmatch(r"@record\.[a-z-]+", text)}
    keys |= {record_key(record) for record in needy}
    assert sorted(key for key in keys if not words.has(key)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_families_have_names(language: str) -> None:
    assert all(catalogue(language).has(f"rules.family.{family}") for family in FAMILIES)
