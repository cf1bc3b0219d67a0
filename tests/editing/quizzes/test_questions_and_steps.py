"""What leads from a question to the step that it tests, and from the step to the questions."""

from pathlib import Path

import pytest

from sop_plugin.editing.definition import definition
from sop_plugin.editing.edits import applied
from sop_plugin.editing.hover import hover
from sop_plugin.editing.mending import all_ids, corrected
from sop_plugin.editing.rename import Thing, mentions, renamed
from sop_plugin.editing.symbols import symbols
from sop_plugin.model.diagnostic import Span
from sop_plugin.pipeline.workspace import Workspace
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.editing.desk import LIBRARY, after
from tests.editing.quizzes.quiz_desk import COUNTER, COUNTER_ZH, QUIZ, QUIZ_ZH, hold, quiz_desk, with_question

ORDER = LIBRARY["order.md"]
HERE = Span(1, 1, 1, 1)


def told(workspace: Workspace, path: str, text: str, language: str = "en") -> str:
    found = hover(workspace, *hold(workspace, path, text), catalogue(language))
    return found.text if found else ""


def rules(workspace: Workspace, path: str) -> list[str]:
    return [found.rule for found in workspace.diagnostics(path)]


def test_a_change_of_the_procedure_is_told_at_the_question(tmp_path: Path) -> None:
    workspace = quiz_desk(tmp_path)
    assert rules(workspace, QUIZ) == []
    told_of = workspace.update("order.md", ORDER.replace("3 min", "2 min"))
    assert [found.rule for found in told_of[QUIZ]] == ["question-suspect"]
    (found,) = workspace.diagnostics(QUIZ)
    assert found.path == "quizzes/counter.md"
    edit = corrected(workspace, QUIZ, found)
    assert edit is not None
    assert edit.file == (tmp_path / "quizzes/counter.md").resolve()
    told_of = workspace.update(QUIZ, applied(COUNTER, [edit]))
    assert told_of[QUIZ] == ()


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("tests: ord", "**Take an order** (procedure)"),
        ("tests: order/gr", "**Greet the guest** (step)"),
        ("tests: order/greet.time", "Says now: 3 min `@bc5772`\n\nThe pin holds"),
        ("tests: order/greet.time_limit = 3", "Says now: 3 min `@bc5772`\n\nThe pin holds"),
        ("tests: order/take.exceptions.un", "Says now: The guest is unsure: Name two drinks."),
        ("\nte", "What the question tests"),
        ("-> smi", "They smile."),
    ],
)
def test_what_a_place_means(tmp_path: Path, before: str, words: str) -> None:
    assert words in told(quiz_desk(tmp_path), QUIZ, COUNTER.replace(before, f"{before}‸", 1))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("line", "key", "values"),
    [
        ("tests: order/greet.time_lim‸it", "unpinned", {}),
        ("tests: order/greet.time_lim‸it = 9 min @abc123", "suspect", {"value": "9 min", "pin": "abc123"}),
        ("tests: order/greet.no‸thing", "nothing-there", {"address": "order/greet.nothing"}),
        ("tests: nothing/gr‸eet", "nothing-there", {"address": "nothing/greet"}),
    ],
)
def test_what_is_wrong_with_a_place(tmp_path: Path, line: str, key: str, values: dict[str, str], language: str) -> None:
    said = told(quiz_desk(tmp_path), QUIZ, with_question(line), language)
    assert catalogue(language).text(f"editor.quiz.{key}", **values) in said


def test_a_step_tells_which_questions_ask_about_it(tmp_path: Path) -> None:
    workspace = quiz_desk(tmp_path)
    said = told(workspace, "order.md", ORDER.replace("- id: gr", "- id: gr‸"))
    assert said.endswith("- At the counter: A guest comes in. How soon do you look up?")
    said = told(workspace, "order.md", ORDER.replace("- id: ta", "- id: ta‸"))
    assert said.endswith("- At the counter: The guest cannot make up their mind.")
    was = ORDER.replace("- id: greet\n", "- id: hel‸lo\n    was: [greet]\n").replace("go: greet", "go: hello")
    assert told(workspace, "order.md", was).endswith("How soon do you look up?")
    assert "counter" not in told(workspace, "order.md", ORDER.replace("go: gr", "go: gr‸"))
    found = [path for path, _ in mentions(workspace, Thing("order", "take", HERE))]
    assert found == ["../quizzes/counter.md", "order.md"]


@pytest.mark.parametrize(
    ("path", "text", "there", "words"),
    [
        (QUIZ, COUNTER.replace("tests: or", "tests: or‸", 1), "order.md", "id: order"),
        (QUIZ, COUNTER.replace("order/gr", "order/gr‸"), "order.md", "  - id: greet"),
        (QUIZ, COUNTER.replace("time_limit =", "time_li‸mit ="), "order.md", "    time_limit: 3 min"),
        (QUIZ, COUNTER.replace("exceptions.uns", "exceptions.uns‸"), "order.md", "      - id: unsure"),
        (QUIZ, COUNTER.replace("sops: [or", "sops: [or‸"), "order.md", "id: order"),
        (QUIZ, COUNTER.replace("steps: [gr", "steps: [gr‸"), "order.md", "  - id: greet"),
        (QUIZ, COUNTER.replace("-> smi", "-> smi‸"), QUIZ, "### They smile. {#smile}"),
        (QUIZ_ZH, COUNTER_ZH.replace("{#look", "{#look‸"), QUIZ, "## A guest comes in."),
        (QUIZ_ZH, COUNTER_ZH.replace("translates: co", "translates: co‸"), QUIZ, "id: counter"),
    ],
)
def test_where_it_is_declared(tmp_path: Path, path: str, text: str, there: str, words: str) -> None:
    workspace = quiz_desk(tmp_path)
    found = definition(workspace, *hold(workspace, path, text), catalogue("en"))
    assert found is not None
    assert found.path == there
    assert workspace.text(there).split("\n")[found.span.line - 1].startswith(words)


def test_questions_and_scenes_are_the_outline(tmp_path: Path) -> None:
    workspace = quiz_desk(tmp_path)
    found = symbols(workspace.document(QUIZ))
    assert [(each.name, [scene.name for scene in each.within]) for each in found] == [
        ("look-up", []),
        ("unsure", ["smile", "gone"]),
    ]
    lines = COUNTER.split("\n")
    assert lines[found[1].span.line - 1].startswith("## The guest cannot")
    assert found[0].span.end_line == found[1].span.line


def test_ids_that_are_missing_are_added_together(tmp_path: Path) -> None:
    workspace = quiz_desk(tmp_path)
    text = COUNTER + "\n## One? {#q1}\n\n= 1\n\n## Two?\n\n= 2\n\n## Three?\n\n= 3\n"
    workspace.update(QUIZ, text)
    found = next(each for each in workspace.diagnostics(QUIZ) if each.rule == "question-without-id")
    mended = applied(text, all_ids(workspace, QUIZ, found))
    workspace.update(QUIZ, mended)
    assert [question.id for question in workspace.document(QUIZ).questions][2:] == ["q1", "q2", "q3"]
    workspace.update(QUIZ, mended.replace(" {#q3}", ""))
    found = next(each for each in workspace.diagnostics(QUIZ) if each.rule == "question-without-id")
    assert all_ids(workspace, QUIZ, found) == []


def test_a_step_is_renamed_in_quizzes_too(tmp_path: Path) -> None:
    text = with_question("tests: order = Take an order @06d8de\ntests: order/take.exceptions = x @b1d27e\n\n= yes\n")
    workspace = quiz_desk(tmp_path, {QUIZ: text, QUIZ_ZH: COUNTER_ZH})
    assert rules(workspace, QUIZ) == []
    made = after(renamed(workspace, Thing("order", "greet", HERE), "welcome"))
    assert "tests: order/welcome.time_limit = 3 min @bc5772" in made["counter.md"]
    assert "steps: [welcome]" in made["counter.md"]
    assert "counter.zh-TW.md" not in made
    # What leads to the step, and the procedure as a whole, read otherwise now; what was confirmed stays so.
    workspace.update("order.md", made["order.md"])
    workspace.update(QUIZ, made["counter.md"])
    assert rules(workspace, QUIZ) == []


@pytest.mark.parametrize(
    ("derive", "becomes"),
    [
        ("[{kind: order, steps: [greet, take]}]", "[{kind: order, steps: [welcome, greet, take]}]"),
        ("[{kind: order, steps: greet}]", "[{kind: order, steps: [welcome, greet]}]"),
        (
            "\n  - kind: order\n    steps:\n      - greet\n",
            "\n  - kind: order\n    steps:\n      - welcome\n      - greet\n",
        ),
        ("[{kind: order, sops: [order], steps: [greet]}]", "[{kind: order, sops: [order], steps: [welcome]}]"),
        ("[{kind: order, sops: [refund], steps: [greet]}]", "[{kind: order, sops: [refund], steps: [greet]}]"),
    ],
)
def test_a_step_of_another_procedure_keeps_the_id_that_both_had(tmp_path: Path, derive: str, becomes: str) -> None:
    files = {**LIBRARY, "refund.md": LIBRARY["refund.md"].replace("id: check", "id: greet")}
    text = COUNTER.replace(
        "sops: [order]\nderive: [{kind: time-limit, steps: [greet]}]", f"sops: [order, refund]\nderive: {derive}"
    )
    workspace = quiz_desk(tmp_path, {QUIZ: text}, files)
    made = after(renamed(workspace, Thing("order", "greet", HERE), "welcome"))["counter.md"]
    assert f"derive: {becomes}" in made


def test_what_was_suspect_stays_so_under_a_new_id(tmp_path: Path) -> None:
    text = with_question("tests: order = Take an order @abc123\n\n= yes\n")
    workspace = quiz_desk(tmp_path, {QUIZ: text})
    assert rules(workspace, QUIZ) == ["question-suspect"]
    assert "@abc123" in after(renamed(workspace, Thing("order", "greet", HERE), "welcome"))["counter.md"]


def test_a_procedure_is_renamed_in_quizzes_too(tmp_path: Path) -> None:
    draws = "draw: [{count: 1, sops: [order]}]\n"
    text = COUNTER.replace("derive: [{kind", f"{draws}derive: [{{sops: [order], kind")
    workspace = quiz_desk(tmp_path, {QUIZ: text})
    made = after(renamed(workspace, Thing("order", "", HERE), "take-order"))
    assert made["counter.md"] == text.replace("[order]", "[take-order]").replace("order/", "take-order/")


def test_a_step_is_renamed_from_the_quiz(tmp_path: Path) -> None:
    workspace = quiz_desk(tmp_path)
    (tmp_path / "elsewhere.md").write_text("tests: order/greet", encoding="utf-8")
    (tmp_path / "quizzes/away.md").symlink_to(tmp_path / "elsewhere.md")
    workspace.rescan()
    held = COUNTER.replace("---\n\n##", "---\n\nOne line more than on the disk.\n\n##", 1)
    workspace.update(QUIZ, held)
    edits = [
        edit for edit in renamed(workspace, Thing("order", "greet", HERE), "welcome") if "quizzes" in str(edit.file)
    ]
    assert "order/welcome.time_limit" in applied(held, edits)
    assert {edit.file.name for edit in edits} == {"counter.md"}
