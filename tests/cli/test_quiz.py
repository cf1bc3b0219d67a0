import json
from pathlib import Path

import pytest

from sop_plugin.words.catalogue import LANGUAGES
from tests.cli.conftest import Command

TILL = """\
---
sop: 1
id: close-till
title: Close the till
version: 1.0
owner: barista
steps:
  - id: count-cash
    title: Count the cash
    role: barista
    time_limit: {limit}
    quality:
      - {{id: twice, text: Counted twice.}}
    exceptions:
      - {{id: short, when: Money is missing, then: Call the lead.}}
  - id: lock-safe
    title: Lock the safe
---
"""

QUIZ = """\
---
quiz: 1
id: till
title: The till
sops: [close-till]
---

## How long may the counting take? {#how-long}
tests: close-till/count-cash.time_limit

= 5 min

## Money is missing. What do you do? {#missing}
tests: close-till/count-cash.exceptions.short

- [x] Call the lead
- [ ] Put in your own
"""

FRENCH = """\
---
quiz: 1
translates: till
lang: fr
---

## Combien de temps ? {#how-long}

## Il manque de l'argent. {#missing}

- [x] Appeler le chef
- [ ] Mettre le sien
"""


@pytest.fixture
def till(sound: Path) -> Path:
    (sound / "till.md").write_text(TILL.format(limit="5 min"))
    quizzes = sound.parent / "quizzes"
    quizzes.mkdir()
    place = quizzes / "till.md"
    place.write_text(QUIZ)
    return place


def rules(run: Command, *arguments: str) -> list[tuple[str, str, int]]:
    found = json.loads(run("check", "--format", "json", *arguments).out)["diagnostics"]
    return [(each["rule"], each["path"], each["line"]) for each in found]


def test_quizzes_are_checked_beside_the_content(run: Command, till: Path) -> None:
    assert rules(run) == [("question-unpinned", "quizzes/till.md", 9), ("question-unpinned", "quizzes/till.md", 14)]
    till.write_text(QUIZ.replace("- [x]", "- [ ]"))
    assert run("check").code == 1
    assert ("no-right-option", "quizzes/till.md", 13) in rules(run, "quizzes")


def test_quizzes_may_lie_elsewhere(run: Command, till: Path) -> None:
    (till.parent.parent / "training").mkdir()
    till.rename(till.parent.parent / "training/tests.md")
    assert rules(run) == []
    assert {path for _, path, _ in rules(run, "--quizzes", "training")} == {"training/tests.md"}


@pytest.mark.parametrize(
    "asked", [("till/how-long", "missing"), ("quizzes/till.md",), ("till.md", "how-long", "missing")]
)
def test_what_is_confirmed_is_pinned_and_what_changed_is_suspect(
    run: Command, till: Path, sound: Path, asked: tuple[str, ...]
) -> None:
    if asked[0] == "till.md":
        # Of two files of that name, the one in the content comes first.
        (sound / "till.md").rename(sound / "close-till.md")
    code, out, _ = run("confirm", *asked, "--lang", "en")
    assert code == 0
    assert "confirmed 2 (up to date before: 0)" in out
    text = till.read_text()
    assert "tests: close-till/count-cash.time_limit = 5 min @" in text
    assert "exceptions.short = Money is missing: Call the lead. @" in text
    assert text.count("\n") == QUIZ.count("\n")
    assert rules(run) == []
    sop = next(path for path in sound.glob("*till.md"))
    sop.write_text(TILL.format(limit="7 min"))
    assert rules(run) == [("question-suspect", "quizzes/till.md", 9)]
    found = run("check", "--lang", "en").out
    assert "5 min" in found
    assert "7 min" in found
    assert run("confirm", "how-long").code == 0
    assert rules(run) == []


def test_where_only_a_title_is_quoted_the_hint_says_so(run: Command, sound: Path, till: Path) -> None:
    till.write_text(QUIZ.replace("count-cash.time_limit", "count-cash"))
    run("confirm", "quizzes/till.md")
    assert "hint: Only its short form" not in run("check", "--lang", "en").out
    (sound / "till.md").write_text(TILL.format(limit="7 min"))
    found = run("check", "--lang", "en").out
    assert "hint: Only its short form" in found


@pytest.mark.usefixtures("till")
def test_an_editorial_change_keeps_the_pins(run: Command, sound: Path) -> None:
    run("confirm", "quizzes/till.md")
    changed = TILL.format(limit="within 5 min").replace(
        "steps:",
        "changes:\n  - {version: 1.0, date: 2026-01-01, summary: Words., editorial: [count-cash.time_limit]}\nsteps:",
    )
    (sound / "till.md").write_text(changed)
    assert rules(run) == []


@pytest.mark.usefixtures("till")
def test_the_house_may_make_a_suspect_question_an_error(run: Command, sound: Path) -> None:
    run("confirm", "quizzes/till.md")
    (sound / "till.md").write_text(TILL.format(limit="7 min"))
    assert run("check").code == 0
    organisation = sound / "organisation.yml"
    before = organisation.read_text() if organisation.exists() else "organisation: 1\nname: Shop\nlanguage: en\n"
    organisation.write_text(before + "policy: {levels: [{rule: question-suspect, level: error}]}\n")
    assert run("check").code == 1


def test_a_translation_is_confirmed_against_its_original(run: Command, till: Path) -> None:
    french = till.with_name("till.fr.md")
    french.write_text(FRENCH)
    run("confirm", "quizzes/till.md")
    assert {rule for rule, _, _ in rules(run)} == {"translated-question-unpinned"}
    assert run("confirm", "quizzes/till.fr.md").code == 0
    assert french.read_text().count("\nof: ") == 2
    assert rules(run) == []
    till.write_text(till.read_text().replace("Put in your own", "Take it from the next till"))
    assert {rule for rule, _, _ in rules(run)} == {"translated-question-suspect"}


def test_what_cannot_be_confirmed(run: Command, till: Path) -> None:
    assert run("confirm", "nothing-of-that-id").code == 2
    assert run("confirm", "quizzes/till.md", "nothing").code == 1
    till.write_text(QUIZ.replace("count-cash.time_limit", "count-cash.takes"))
    code, _, err = run("confirm", "how-long", "--lang", "en")
    assert code == 1
    assert "how-long" in err


def test_ids_that_are_missing_are_added_and_nothing_else_changes(run: Command, till: Path) -> None:
    text = QUIZ.replace(" {#how-long}", "").replace("{#missing}", "{#q1}") + "\n## 還有嗎？\r\n\n= true\n"
    till.write_bytes(text.encode())
    code, out, _ = run("quiz", "ids", "--lang", "en")
    assert (code, out) == (0, "quizzes/till.md: ids added: 2\n")
    expected = text.replace("counting take?", "counting take? {#q2}").replace("還有嗎？", "還有嗎？ {#q3}")
    assert till.read_bytes() == expected.encode()
    assert run("quiz", "ids").out == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_quiz_passes_all_checks(run: Command, sound: Path, language: str) -> None:
    assert run("new", "--quiz", "first", "--lang", language).code == 0
    assert (sound.parent / "quizzes/first.md").is_file()
    assert rules(run) == []
    assert run("new", "--quiz", "first").code == 2


@pytest.mark.usefixtures("till")
def test_coverage_tells_what_has_a_question(run: Command) -> None:
    found = json.loads(run("coverage", "--format", "json").out)
    asked = {part["address"]: part["questions"] for part in found["parts"] if part["address"].startswith("close-till")}
    assert asked == {
        "close-till/count-cash": ["how-long", "missing"],
        "close-till/count-cash.quality.twice": [],
        "close-till/count-cash.exceptions.short": ["missing"],
        "close-till/lock-safe": [],
    }
    assert found["sops"]["close-till"] == {"covered": 2, "of": 4}
    assert found["roles"]["barista"] == {"covered": 2, "of": 3}
    out = run("coverage", "--missing", "--lang", "en").out
    assert "Close the till" in out
    assert "close-till/count-cash.quality.twice  Counted twice." in out


@pytest.mark.usefixtures("till")
def test_coverage_may_fall_short(run: Command) -> None:
    assert run("coverage", "--min", "10").code == 0
    assert run("coverage", "--min", "99").code == 1


def test_questions_that_are_made_count_unless_they_are_left_out(run: Command, till: Path) -> None:
    till.write_text(QUIZ.replace("sops:", "derive: next\nsops:"))
    (till.parent.parent / "content/till.md").write_text(
        TILL.format(limit="5 min").replace("---\n", "").join(("---\n", ""))
        + "  - {id: a, title: Sweep}\n  - {id: b, title: Leave}\n---\n"
    )
    made, written = (
        json.loads(run("coverage", "--format", "json", *more).out)["all"] for more in ((), ("--authored",))
    )
    assert made["covered"] > written["covered"]


def test_fmt_brings_the_header_of_a_quiz_into_its_order(run: Command, till: Path) -> None:
    till.write_text(QUIZ.replace("title: The till\nsops: [close-till]\n", "sops:  [close-till]\ntitle: The till\n"))
    assert run("fmt").code == 0
    assert till.read_text() == QUIZ
    assert run("fmt", "--check", "quizzes").code == 0


@pytest.mark.usefixtures("sound")
def test_the_schema_of_a_quiz(run: Command) -> None:
    schema = json.loads(run("schema", "--quiz").out)
    assert {"quiz", "derive", "draw"} <= schema["properties"].keys()


def test_an_id_is_added_to_a_heading_without_a_line_behind_it(run: Command, till: Path) -> None:
    till.write_text(QUIZ + "\n## Is that all?")
    assert run("quiz", "ids").code == 0
    assert till.read_text().endswith("## Is that all? {#q1}")
