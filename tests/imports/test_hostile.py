"""Whatever stands in a file: no traceback, and what is written reads back."""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sop_plugin
from sop_plugin.imports.formats import Format, likely_format
from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.html_markdown import html_blocks
from sop_plugin.imports.html_tree import tree_of
from sop_plugin.model.imported import Grade
from sop_plugin.pipeline.moving_in import moved_in
from sop_plugin.reading.document import read_document
from sop_plugin.reports.losses import losses_data, losses_text
from sop_plugin.words.catalogue import LANGUAGES, catalogue

GIFT = ["::n::", "Q ", "{", "}", "=", "~", "#", "####", "%50%", "->", "\n", "\n\n", "T", "..", ":", "3", "\\", "//", "[html]",
        "$CATEGORY: a/b", "<b>", "</p>", "[x]", "[[", "]]", "= ", "- ", "詞", "tags: x", "\x00", "\ufdd0", "\ufde0"]  # fmt: skip
AIKEN = ["Q\n", "A. a\n", "B) b\n", "ANSWER: A\n", "ANSWER: B, A\n", "\n", "x", "= y\n", "## z\n", "> q\n"]
PAGE = ["<quiz>\n", "</quiz>\n", "Q\n", "- [x] a\n", "- [ ] b\n", "> f\n", "[[c]]", "[[", "---\n", "```\n", "\n", "<?quiz?>\n",
        "<?/quiz?>\n", "question: q\n", "answer: a\n", "answer-correct: b\n", "content: c\n", "# h\n"]  # fmt: skip
XML = ["<quiz>", "</quiz>", '<question type="multichoice">', '<question type="cloze">', '<question type="ddwtos">',
       '<question type="numerical">', '<question type="matching">', '<question type="ordering">', "</question>", "<name><text>n</text></name>",
       "<questiontext><text>q {1:SA:=a} [[1]]</text></questiontext>", "<questiontext format='html'><text><![CDATA[<p>a<b>]]></text></questiontext>",
       '<answer fraction="100"><text>1</text></answer>', '<answer fraction="x"><text></text><feedback><text>f</text></feedback></answer>',
       "<subquestion><text>l</text><answer><text>r</text></answer></subquestion>", "<dragbox><text>w</text></dragbox>", "&lt;", "&a;",
       "<single>false</single>", "<defaultgrade>-1</defaultgrade>", "<file name='a' encoding='base64'>!</file>", "<a>", "]]>"]  # fmt: skip
HTML = ["<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<pre>", "</pre>", "<br>",
        "<img src='x' alt='y'>", "<a href='https://a'>", "</a>", "<sup>", "</sup>", "a", " ", "。", "*", "<", "&amp;", "&#0;", "<![CDATA[", "]]>",
        "<!--", "-->", "<code>", "</code>", "`"]  # fmt: skip


def texts(pieces: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(st.sampled_from(pieces), st.text(max_size=3)), max_size=25).map("".join)


CASES = st.one_of(
    *(
        st.tuples(st.just(form), texts(pieces))
        for form, pieces in (
            (Format.GIFT, GIFT),
            (Format.AIKEN, AIKEN),
            (Format.MKDOCS_QUIZ, PAGE),
            (Format.MOODLE_XML, XML),
        )
    ),
    st.tuples(st.just(Format.MOODLE_XML), texts(XML).map(lambda text: f"<quiz>{text}</quiz>")),
)


@settings(max_examples=400)
@given(CASES)
def test_any_text_in_any_format_is_taken_over_or_told(case: tuple[Format, str]) -> None:
    form, text = case
    moved = moved_in("bank", text.encode("utf-8", "replace"), form)

    assert moved.kept == (len(questions(moved.text)) if moved.text else 0)
    assert moved.found - moved.kept == sum(loss.key == "unwritable" for loss in moved.losses)
    for language in LANGUAGES:
        losses_text("bank.txt", moved.losses, catalogue(language))
    json.dumps(losses_data(moved.losses, catalogue("en")))


def questions(text: str) -> tuple[object, ...]:
    document = read_document("bank.md", text.encode())
    assert document.quiz is not None
    assert not [fault for fault in document.faults if fault.rule in ("duplicate-question-id", "question-without-id")]
    return document.quiz.questions


@settings(max_examples=200)
@given(st.one_of(st.binary(max_size=80), texts(GIFT + XML + PAGE).map(str.encode)))
def test_any_bytes_are_taken_over_or_told(data: bytes) -> None:
    moved = moved_in("bank.dat", data)

    assert moved.text or moved.losses or not data.strip()


@pytest.mark.parametrize(
    "text",
    [
        "<quiz>\n" + "[[" * 20_000 + "\n</quiz>",
        "<quiz><question type='cloze'><questiontext><text>"
        + "{1:SA:\\" * 20_000
        + "</text></questiontext></question></quiz>",
        "[html]" + "<!--" * 20_000 + " {T}",
        "[html]" + "<a " * 20_000 + " {T}",
        "[html]" + "<br>" * 20_000 + " {T}",
        "[html]" + "<b>x</b> " * 10_000 + " {T}",
        "[markdown]\n" + "> " * 3_000 + " {T}",
        r"\(" * 20_000 + " {T}",
        "<quiz>" + "<a>" * 20_000,
    ],
    ids=range(9),
)
def test_nothing_takes_much_longer_than_its_length(text: str) -> None:
    begin = time.process_time()
    moved_in("bank", text.encode())

    assert time.process_time() - begin < 5


@settings(max_examples=300)
@given(texts(HTML))
def test_any_html_keeps_its_words(html: str) -> None:
    gathering = Gathering()
    markdown = "\n\n".join(html_blocks(html, gathering, lambda _src, alt: alt))

    assert "\ufdd1" not in markdown
    letters = [each for each in tree_of(html).words() if each.isalnum()]
    if not any(loss.grade is Grade.LEFT_OUT for loss in gathering.losses.values()):
        kept = [each for each in markdown if each.isalnum()]
        assert len(kept) >= len(letters)


def test_the_same_bytes_make_the_same_quiz() -> None:
    text = "::Same::Q1 {=a ~b}\n\n::Same::Q2 {=a ~b}\n\n題目一 {=對 ~錯}\n\nWhat is it? {T}"
    first, second = (moved_in("bank.gift", text.encode()) for _ in range(2))
    more = moved_in("bank.gift", f"::New::N {{T}}\n\n{text}".encode())

    assert first == second
    assert [question.id for question in questions(first.text)] == ["same", "same-2", ids(first.text)[2], "what-is-it"]  # type: ignore[attr-defined]
    assert ids(more.text)[1:] == ids(first.text)
    assert ids(first.text)[2].startswith("q-")


def ids(text: str) -> list[str]:
    return [question.id for question in questions(text)]  # type: ignore[attr-defined]


def test_names_that_give_no_id_are_told() -> None:
    moved = moved_in("題庫.gift", "::結帳::Which button? {T}".encode())

    assert moved.id.startswith("quiz-")
    assert [(loss.key, loss.arguments["name"]) for loss in moved.losses] == [("name", "結帳")]


def test_other_encodings_and_strange_files_are_told() -> None:
    assert [loss.key for loss in moved_in("a.gift", "題目 {=對}".encode("big5")).losses] == ["file-not-utf-8"]
    assert [loss.key for loss in moved_in("a.gift", "題目 {T}".encode("utf-16-le")).losses] == ["file-not-utf-8"]
    assert moved_in("a.gift", "題目 {T}".encode("utf-16")).kept == 1
    assert [loss.key for loss in moved_in("a.txt", b"no quiz at all").losses] == ["format-unknown"]
    assert moved_in("a.gift", b"\xef\xbb\xbfQ {T}").kept == 1


def test_every_loss_has_words_in_every_language() -> None:
    source = "".join(path.read_text() for path in (Path(sop_plugin.__file__).parent / "imports").glob("*.py"))
    named = set(re.findall(r'(?:leave_out|change|lose)\(\s*"([a-z0-9-]+)"', source))
    assert len(named) > 40
    for language in LANGUAGES:
        assert [key for key in sorted(named) if not catalogue(language).has(f"loss.{key}")] == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("::a:: Q {T}", Format.GIFT),
        ("// only a remark\n$CATEGORY: a", Format.GIFT),
        ("Q\nA. a\nB. b\nANSWER: A", Format.AIKEN),
        ('<?xml version="1.0"?><quiz></quiz>', Format.MOODLE_XML),
        ("<quiz>\n<question type='essay'/>\n</quiz>", Format.MOODLE_XML),
        ("<quiz>\nQ\n- [x] a\n</quiz>", Format.MKDOCS_QUIZ),
        ("# Page\n\n<?quiz?>\n<?/quiz?>", Format.MKDOCS_QUIZ),
        ("plain words", None),
    ],
)
def test_formats_are_told_by_their_marks(text: str, form: Format | None) -> None:
    assert likely_format(text) is form
