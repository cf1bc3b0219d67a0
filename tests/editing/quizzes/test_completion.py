from pathlib import Path

import pytest

from sop_plugin.editing.completion import completions
from sop_plugin.editing.edits import Edit, applied
from sop_plugin.editing.suggestion import Suggestion
from sop_plugin.pipeline.workspace import Workspace
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.editing.desk import MARK, marked
from tests.editing.quizzes.quiz_desk import COUNTER, COUNTER_ZH, QUIZ, QUIZ_ZH, hold, quiz_desk, with_question

WORDS = catalogue("en")


def suggestions(workspace: Workspace, path: str, text: str) -> list[Suggestion]:
    return completions(workspace, *hold(workspace, path, text), WORDS)


def labels(root: Path, path: str, text: str) -> list[str]:
    return [each.label for each in suggestions(quiz_desk(root), path, text)]


def taken(root: Path, text: str, label: str) -> str:
    """The line that comes of taking a suggestion."""
    where = marked(text)
    found = next(each for each in suggestions(quiz_desk(root), QUIZ, text) if each.label == label)
    after = applied(where.text, [Edit(Path(QUIZ), found.span, found.text)])
    return after.split("\n")[where.line]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("sops: [‸]", ["order", "refund"]),
        ("audience: ‸", ["barista", "cashier"]),
        ("feedback: ‸", ["at-once", "at-end"]),
        ("difficulty: ‸", ["easy", "medium", "hard"]),
        ("shuffle: ‸", ["true", "false"]),
        ("sops: [order]\nderive: [{kind: time-limit, steps: [‸", ["greet", "take", "pay"]),
        ("draw: [{count: 2, quizzes: [‸", ["counter"]),
    ],
)
def test_values_in_the_front_matter(tmp_path: Path, header: str, expected: list[str]) -> None:
    text = f"---\nquiz: 1\nid: new\ntitle: New\n{header}\n---\n"
    found = labels(tmp_path, "../quizzes/new.md", text)
    # An item of a list may also be a mapping, whose keys are offered too.
    assert found[: len(expected)] == expected


def test_derived_kinds(tmp_path: Path) -> None:
    found = labels(tmp_path, QUIZ, COUNTER.replace("kind: time-limit, ", "kind: ‸"))
    assert {"order", "time-limit", "exception", "branch"} <= set(found)


@pytest.mark.parametrize("text", ["---\n‸\n---\n", "---\nquiz: 1\n‸\n---\n"])
def test_keys_of_a_quiz_and_not_of_a_procedure(tmp_path: Path, text: str) -> None:
    found = set(labels(tmp_path, "../quizzes/new.md", text))
    assert {"id", "title", "sops", "pass", "derive"} <= found
    assert not {"steps", "owner"} & found


def test_keys_of_a_translation(tmp_path: Path) -> None:
    found = labels(tmp_path, QUIZ_ZH, COUNTER_ZH.replace("title: 在櫃檯", MARK))
    assert "summary" in found
    assert not {"sops", "derive"} & set(found)
    assert labels(tmp_path, QUIZ_ZH, COUNTER_ZH.replace("translates: counter", "translates: ‸")) == ["counter"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("tests: ‸", ["order", "refund"]),
        ("tests: or‸", ["order", "refund"]),
        ("tests：‸", ["order", "refund"]),
        ("tests: order/‸", ["order/greet", "order/take", "order/pay"]),
        ("tests: order/ta‸", ["order/greet", "order/take", "order/pay"]),
        ("tests: order/greet.‸", ["order/greet.title", "order/greet.time_limit"]),
        ("tests: order/take.exceptions.‸", ["order/take.exceptions.unsure"]),
        ("tests: order/greet, refund/‸", ["refund/check"]),
        ("tests: nothing/‸", []),
        ("tests: order/greet.time_limit = ‸", ["3 min @bc5772"]),
        ("tests: order/greet.time_limit ‸", ["= 3 min @bc5772"]),
        ("difficulty: ‸", ["easy", "medium", "hard"]),
        ("shuffle: ‸", ["true", "false"]),
        ("choose: ‸", ["one", "all"]),
        ("points: ‸", ["1", "2", "3"]),
        ("tags: a, ‸", ["guests"]),
        ("\nWhat is right?\n\ntests: ‸", ["order", "refund"]),
    ],
)
def test_what_stands_behind_the_colon(tmp_path: Path, lines: str, expected: list[str]) -> None:
    assert labels(tmp_path, QUIZ, with_question(lines)) == expected


@pytest.mark.parametrize("lines", ["What time: ‸", "What\ntests: ‸", "\n- [ ] it tests: ‸", "tests: order/greet = a ‸"])
def test_running_text_is_left_alone(tmp_path: Path, lines: str) -> None:
    assert not {"order", "refund"} & set(labels(tmp_path, QUIZ, with_question(lines)))


@pytest.mark.parametrize(
    ("lines", "label", "line"),
    [
        ("tests: or‸", "order", "tests: order"),
        ("tests: ‸", "order", "tests: order"),
        ("tests: a, or‸, b", "order", "tests: a, order, b"),
        ("tests: order/gr‸", "order/greet", "tests: order/greet"),
        ("tests: order/greet.ti‸", "order/greet.time_limit", "tests: order/greet.time_limit = 3 min @bc5772"),
        ("tests: order/pay, order/greet.ti‸", "order/greet.time_limit", "tests: order/pay, order/greet.time_limit"),
        ("tests: order/greet.time_limit = ‸2 min @a", "3 min @bc5772", "tests: order/greet.time_limit = 3 min @bc5772"),
        ("tests: order/greet ‸", "= Greet the guest @58afd6", "tests: order/greet = Greet the guest @58afd6"),
        ("di‸", "difficulty", "difficulty: "),
    ],
)
def test_a_suggestion_is_put_in_the_place_of_what_is_written(tmp_path: Path, lines: str, label: str, line: str) -> None:
    assert taken(tmp_path, with_question(lines), label) == line


def test_attributes_under_the_heading(tmp_path: Path) -> None:
    found = labels(tmp_path, QUIZ, with_question("tags: a\n‸"))
    assert {"tests", "difficulty"} <= set(found)
    assert not {"tags", "of"} & set(found)
    assert "tests" not in labels(tmp_path, QUIZ, with_question("\nWhat?\n‸"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_of_answers(tmp_path: Path, language: str) -> None:
    workspace = quiz_desk(tmp_path)
    found = completions(workspace, *hold(workspace, QUIZ, with_question("\n‸")), catalogue(language))
    forms = [each for each in found if each.snippet]
    assert [each.label.split(" ")[0] for each in forms] == ["-", "-", "-", "1.", "=", ">", ">"]
    texts = [each.text.replace("${1:", "").replace("}", "") for each in forms]
    for text in texts[:5]:
        # Each is an answer that the reader of quizzes understands.
        workspace.update(QUIZ, with_question(f"\n{text}\n"))
        assert workspace.document(QUIZ).questions[-1].answer is not None, text
    workspace.update(QUIZ, with_question(f"\n{texts[5]}\n\n{texts[6]}\n"))
    question = workspace.document(QUIZ).questions[-1]
    assert question.hint
    assert question.explanation


def test_scenes_behind_an_arrow(tmp_path: Path) -> None:
    assert labels(tmp_path, QUIZ, COUNTER.replace("-> gone", "-> ‸")) == ["smile", "gone", "end"]
    assert labels(tmp_path, QUIZ, COUNTER.replace("-> gone", "-> go‸")) == ["smile", "gone", "end"]


def test_ids_of_headings(tmp_path: Path) -> None:
    assert labels(tmp_path, QUIZ, COUNTER + "\n## More {#‸}\n") == ["q1"]
    assert labels(tmp_path, QUIZ, COUNTER + "\n### More {#‸}\n") == ["scene-1"]
    assert labels(tmp_path, QUIZ_ZH, COUNTER_ZH + "\n## 更多 {#‸}\n") == ["unsure"]


def test_a_translation_is_pinned_to_its_question(tmp_path: Path) -> None:
    assert labels(tmp_path, QUIZ_ZH, COUNTER_ZH.replace("{#look-up}", "{#look-up}\n‸"))[0] == "of"
    (pin,) = labels(tmp_path, QUIZ_ZH, COUNTER_ZH.replace("{#look-up}", "{#look-up}\nof: ‸"))
    workspace = quiz_desk(tmp_path)
    workspace.update(QUIZ_ZH, COUNTER_ZH.replace("{#look-up}", f"{{#look-up}}\nof: {pin}"))
    assert not any(found.rule.startswith("translated-") for found in workspace.diagnostics(QUIZ_ZH))
