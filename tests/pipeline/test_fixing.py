from pathlib import Path

import pytest

from sop_plugin.checks.registry import documentation, rules
from sop_plugin.pipeline.checking import check_content
from sop_plugin.pipeline.fixing import Fixes, fix_content
from tests.checks.folder import check, make_content, names, set_up
from tests.checks.test_rule_examples import bad_file

HEAD = "---\nsop: 1\nid: a\ntitle: A\nversion: 1.0\nowner: cafe-manager\n"
STEPS = "steps:\n  - id: s\n    title: Wipe the counter\n"


# In the bad example of `date-invalid` only the author knows which number is the month.
MENDED = [name for name, rule in rules().items() if rule.safe is True and name != "date-invalid"]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return make_content(tmp_path)


def fix(content: Path) -> Fixes:
    files = frozenset(path.relative_to(content).as_posix() for path in content.rglob("*.*"))
    return fix_content(content, lambda: check_content(content, jobs=1), files)


@pytest.mark.parametrize("name", MENDED)
def test_the_bad_example_of_a_safe_rule_is_mended(name: str, content: Path) -> None:
    set_up(content, documentation(name))
    assert name in names(check(content, bad_file(name)))
    fixes = fix(content)
    assert {found.rule for found in fixes.made} == {name}
    assert name not in names(check_content(content, jobs=1).diagnostics)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD + "role： barista\n" + STEPS, HEAD + "role: barista\n" + STEPS),
        (HEAD + "role:barista\n" + STEPS, HEAD + "role: barista\n" + STEPS),
        (HEAD + STEPS.replace("- id", "-id"), HEAD + STEPS),
        (HEAD + STEPS.replace("Wipe the counter", "'Don't run'"), HEAD + STEPS.replace("Wipe the counter", '"Don\'t run"')),
        (HEAD + STEPS + "    role: barista, cashier\n", HEAD + STEPS + "    role: [barista, cashier]\n"),
        (HEAD + STEPS + "    role: [barista、cashier]\n", HEAD + STEPS + "    role: [barista, cashier]\n"),
        (HEAD + STEPS + "    optional: yes\n", HEAD + STEPS + "    optional: true\n"),
        (HEAD + "status: In Review\n" + STEPS, HEAD + "status: in-review\n" + STEPS),
        (HEAD + STEPS + "    time-limit: 3 min\n", HEAD + STEPS + "    time_limit: 3 min\n"),
        (HEAD + "effective: 2026/3/2\n" + STEPS, HEAD + "effective: 2026-03-02\n" + STEPS),
        # What comes to light behind a corrected line is corrected too.
        (HEAD + "role：barista\n" + STEPS.replace("title", "Title"), HEAD + "role: barista\n" + STEPS),
    ],
)  # fmt: skip
def test_what_is_surely_meant_is_written(before: str, after: str, content: Path) -> None:
    (content / "a.md").write_text(f"{before}---\n", encoding="utf-8")
    fix(content)
    assert (content / "a.md").read_text(encoding="utf-8") == f"{after}---\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + STEPS + "    role: barrista\n",
        HEAD + STEPS + "    time_limit: 3 minits\n",
        HEAD + STEPS + "\trole: barista\n",
        HEAD + STEPS + "    description: Wipe it.\n",
        HEAD + STEPS.replace("Wipe the counter", "'Don't run'  # sic"),
        HEAD + "status: efective\n" + STEPS,
    ],
)
def test_a_guess_is_not_written(text: str, content: Path) -> None:
    (content / "a.md").write_text(f"{text}---\n", encoding="utf-8")
    assert fix(content).made == []
    assert (content / "a.md").read_text(encoding="utf-8") == f"{text}---\n"


def test_a_correction_that_does_harm_is_not_made(content: Path) -> None:
    text = HEAD + STEPS + "    time_limit: 3 min\n    time-limit: 4 min\n---\n"
    (content / "a.md").write_text(text, encoding="utf-8")
    fixes = fix(content)
    assert fixes.made == []
    assert (content / "a.md").read_text(encoding="utf-8") == text


def test_only_the_files_asked_for(content: Path) -> None:
    for name in ("a.md", "b.md"):
        (content / name).write_text(
            HEAD.replace("id: a", f"id: {name[0]}").replace("1.0", "v1.0") + STEPS + "---\n", encoding="utf-8"
        )
    fix_content(content, lambda: check_content(content, jobs=1), frozenset({"a.md"}))
    assert "version: 1.0" in (content / "a.md").read_text(encoding="utf-8")
    assert "version: v1.0" in (content / "b.md").read_text(encoding="utf-8")
