import pytest

from sop_plugin.checks.registry import documentation, rule_names
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.cli.conftest import Command


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", rule_names())
def test_every_rule_is_explained_in_every_language(run: Command, name: str, language: str) -> None:
    code, out, err = run("explain", name, "--lang", language)
    words = catalogue(language)
    assert (code, err) == (0, "")
    for part in ("title", "what", "why"):
        assert words.text(f"rule.{name}.{part}") in out
    for line in documentation(name).bad.split("\n"):
        assert line in out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", ["dead-lnk", "dead_link", "Dead-Link"])
def test_a_rule_of_nearly_that_name(run: Command, asked: str, language: str) -> None:
    code, out, err = run("explain", asked, "--lang", language)
    assert (code, out) == (2, "")
    assert err == catalogue(language).text("cli.explain.near", rule=asked, near="dead-link") + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_there_is_not(run: Command, language: str) -> None:
    code, out, err = run("explain", "xyz", "--lang", language)
    assert (code, out) == (2, "")
    assert err == catalogue(language).text("cli.explain.unknown", rule="xyz", near="") + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_rules_by_family(run: Command, language: str) -> None:
    code, out, err = run("rules", "--lang", language)
    words = catalogue(language)
    assert (code, err) == (0, "")
    named = [line.split()[0] for line in out.splitlines() if line.startswith("  ")]
    assert named == list(rule_names())
    families = [line for line in out.splitlines() if line and not line.startswith(" ")]
    there = dict.fromkeys(documentation(name).family for name in rule_names())
    assert families == [words.text(f"rules.family.{family}") for family in there]
