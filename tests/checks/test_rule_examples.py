"""Every rule's documented examples: the bad one gives this rule and no other, the good one gives nothing."""

from pathlib import Path

import pytest

from sop_plugin.checks.registry import documentation, module, rule_names
from tests.checks.folder import check, names, set_up

RULES = list(rule_names())


def bad_file(name: str) -> bytes:
    """The bad example's bytes: as documented, or the module's own where text cannot hold them."""
    return getattr(module(name), "BAD_FILE", None) or documentation(name).bad.encode()


@pytest.mark.parametrize("name", RULES)
def test_bad_example_gives_this_rule_only(name: str, content: Path) -> None:
    set_up(content, documentation(name))
    assert set(names(check(content, bad_file(name), before=documentation(name).before))) == {name}


@pytest.mark.parametrize("name", RULES)
def test_good_example_gives_nothing(name: str, content: Path) -> None:
    if name != "symlink":
        set_up(content, documentation(name))
    assert names(check(content, documentation(name).good, before=documentation(name).before)) == []


@pytest.mark.parametrize("name", RULES)
def test_good_example_is_the_bad_one_corrected(name: str) -> None:
    rule = documentation(name)
    assert rule.bad != rule.good
    assert rule.good.splitlines()[0] == "---"
