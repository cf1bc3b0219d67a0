from sop_plugin.imports.formats import Format
from sop_plugin.model.answers import BLANK, Blanks, Choice, Option, ShortAnswer
from tests.imports.support import answer, keys, only, read


def test_aiken() -> None:
    found = read(
        "What first?\nIn the morning.\nA. Greet\nB) Sell\nANSWER: A\n\nTwo?\nA. a\nB. b\nANSWER: A, B\n", Format.AIKEN
    )

    first, second = (each.question for each in found.questions)
    assert first.title == "What first? In the morning."
    assert first.answer == Choice((Option("Greet", True), Option("Sell", False)))
    assert second.answer == Choice((Option("a", True), Option("b", True)), several=True)
    assert keys(found) == []


def test_aiken_lines_that_fit_nowhere() -> None:
    found = read("Q\nA. a\nB. b\nstray\nANSWER: A\n\nR\nA. a\nB. b\nANSWER: C\n\nS\nA. a\n", Format.AIKEN)

    assert len(found.questions) == 1
    assert [(loss.key, loss.line) for loss in found.losses] == [
        ("aiken-line", 4),
        ("no-right-answer", 7),
        ("no-right-answer", 12),
    ]


def test_an_aiken_question_without_an_answer_does_not_take_that_of_the_next() -> None:
    found = read("Q\nA. a\nB. b\n\nR\nA)a\n\nB)b\n\nANSWER: B\n", Format.AIKEN)

    assert only(found).title == "R"
    assert answer(found) == Choice((Option("a", False), Option("b", True)))
    assert [(loss.key, loss.line) for loss in found.losses] == [("no-right-answer", 1)]


PAGE = """\
---
title: Page
---
# Words of the page

<quiz>
What is *first*?
- [x] Greet
  > Right!
- [ ] Sell
> Not yet.

Always greet.
</quiz>

```markdown
<quiz>
only shown
</quiz>
```

<quiz shuffle="false">
Say [[hello]] to [[everyone]].

---
It is polite.
</quiz>
"""


def test_mkdocs_quiz() -> None:
    found = read(PAGE, Format.MKDOCS_QUIZ)

    first, second = (each.question for each in found.questions)
    assert first.answer == Choice((Option("Greet", True, "Right!"), Option("Sell", False, "Not yet.")))
    assert (first.title, first.explanation) == ("What is *first*?", "Always greet.")
    assert second.answer == Blanks((ShortAnswer(("hello",)), ShortAnswer(("everyone",))))
    assert (second.title, second.explanation) == (f"Say {BLANK} to {BLANK}.", "It is polite.")
    assert [(loss.key, loss.line) for loss in found.losses] == [
        ("setting", 2),
        ("page-text", 4),
        ("page-text", 16),
        ("setting", 22),
    ]


def test_the_first_form_of_mkdocs_quiz() -> None:
    found = read(
        "<?quiz?>\nquestion: Are you <b>ready</b>?\nanswer-correct: Sure!\nanswer: Never\ncontent:\n<h2>More</h2>\n<?/quiz?>",
        Format.MKDOCS_QUIZ,
    )

    assert answer(found) == Choice((Option("Sure!", True), Option("Never", False)))
    assert (only(found).title, only(found).explanation) == ("Are you **ready**?", "**More**")


def test_a_question_is_called_by_its_first_words() -> None:
    page = (
        "<?quiz?>\n\nquestion: What now?\nanswer-correct: Go\nanswer: Stop\n<?/quiz?>\n\n---\n\n"
        "<quiz>\n```python\nprint(1)\n```\nThis prints [[1]].\n</quiz>\n"
    )
    found = read(page, Format.MKDOCS_QUIZ)

    assert [each.name for each in found.questions] == ["What now?", "This prints …."]
    assert found.questions[1].question.title == "This prints …."
    assert found.questions[1].question.text.startswith("```python")
    assert keys(found) == []


def test_a_picture_on_another_server_is_told_and_leaves_its_words() -> None:
    page = (
        "<quiz>\nWhich?\n- [x] a\n- [ ] b\n\n![A cat](https://a.example/cat) and ![own](img/a.png)\n\n"
        "```\n![code](https://a.example/x)\n```\n</quiz>\n"
    )
    found = read(page, Format.MKDOCS_QUIZ)

    assert only(found).explanation == "A cat and ![own](img/a.png)\n\n```\n![code](https://a.example/x)\n```"
    assert keys(found) == ["picture-elsewhere"]


def test_several_right_options_count_in_another_way() -> None:
    assert keys(read("<quiz>\nQ\n- [x] a\n- [x] b\n- [ ] c\n</quiz>", Format.MKDOCS_QUIZ)) == ["all-or-nothing"]
