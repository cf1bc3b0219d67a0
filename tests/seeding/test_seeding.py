"""Every fault that is planted into a clean procedure is reported at its line, and in clean ones nothing is."""

from collections import Counter
from pathlib import Path

import pytest

from sop_plugin.checks.registry import rule_names
from sop_plugin.pipeline.checking import check_content
from tests.seeding.planters import PLANTERS
from tests.seeding.sowing import TODAY, sow, write_clean

NOT_PLANTED = {
    "symlink": "needs a link in the file system; see tests/checks",
    "unknown-department": "a clean procedure names no department of its own",
    "old-id-dropped": "needs an earlier commit; see tests/checks/test_control_changes.py",
    "version-not-raised": "needs an earlier commit; see tests/checks/test_control_changes.py",
    "term-translated-differently": "needs names of the house in the language; see tests/checks/test_translation_beside_original.py",
    "required-by-policy": "needs a policy that no clean procedure meets",
}
"""Rules whose fault is planted nowhere, and why."""


def test_every_rule_has_a_planter_or_a_reason() -> None:
    assert set(rule_names()) == {*PLANTERS, *NOT_PLANTED}


@pytest.mark.parametrize("seed", [1])
def test_planted_faults_are_reported_at_their_lines_all_in_one_run(tmp_path: Path, seed: int) -> None:
    harvest = sow(tmp_path / "content", [*PLANTERS] * 3, seed)
    assert harvest.missed == ()
    assert harvest.beside == Counter()


@pytest.mark.parametrize("seed", [1])
def test_clean_procedures_have_no_fault(tmp_path: Path, seed: int) -> None:
    write_clean(tmp_path / "content", 250, seed)
    assert check_content(tmp_path / "content", today=TODAY).diagnostics == ()
