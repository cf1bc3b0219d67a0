import base64

import pytest

from sop_plugin.imports.formats import Format
from sop_plugin.model.answers import (
    BLANK,
    Blanks,
    Choice,
    Matching,
    Numeric,
    Option,
    Ordering,
    Pair,
    ShortAnswer,
    TrueFalse,
)
from sop_plugin.model.imported import Imported
from tests.imports.support import answer, keys, only, read

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(20)).decode()


def question(kind: str, body: str, text: str = "<p>What?</p>") -> str:
    return (
        f'<question type="{kind}"><name><text>N</text></name>'
        f'<questiontext format="html"><text><![CDATA[{text}]]></text></questiontext>{body}</question>'
    )


def option(fraction: str, text: str, feedback: str = "") -> str:
    return (
        f'<answer fraction="{fraction}" format="html"><text><![CDATA[{text}]]></text>'
        f"<feedback><text>{feedback}</text></feedback></answer>"
    )


def moodle(*questions: str) -> Imported:
    return read(f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{"".join(questions)}</quiz>', Format.MOODLE_XML)


def test_one_right_option() -> None:
    found = moodle(question("multichoice", "<single>true</single><defaultgrade>2.0000000</defaultgrade>"
        "<shuffleanswers>0</shuffleanswers><generalfeedback><text>Because.</text></generalfeedback>"
        "<hint><text>Think.</text></hint><hint><text>Harder.</text></hint>"
        "<tags><tag><text>till</text></tag></tags>" + option("100", "<p>Greet</p>", "Right") + option("0", "Sell")))  # fmt: skip

    made = only(found)
    assert made.answer == Choice((Option("Greet", True, "Right"), Option("Sell", False)))
    assert (made.title, made.points, made.shuffle, made.explanation) == ("What?", 2, False, "Because.")
    assert (made.hint, made.tags) == ("Think.\n\nHarder.", ("till",))
    assert keys(found) == []


def test_several_right_options_and_weights() -> None:
    thirds = option("33.33333", "a") + option("33.33333", "b") + option("33.33333", "c") + option("-100", "d")

    assert answer(moodle(question("multichoice", "<single>false</single>" + thirds))).several  # type: ignore[union-attr]
    assert keys(moodle(question("multichoice", "<single>false</single>" + thirds))) == []
    assert keys(moodle(question("multichoice", "<single>false</single>" + option("100", "a") + option("0", "b")))) == [
        "weights"
    ]


def test_true_false() -> None:
    found = moodle(question("truefalse", option("0", "true", "No") + option("100", "false", "Yes")))

    assert answer(found) == TrueFalse(False, if_true="No", if_false="Yes")


def test_short_answers() -> None:
    found = moodle(
        question(
            "shortanswer",
            "<usecase>1</usecase>" + option("100", "till") + option("50", "desk") + option("0", "*", "Look again"),
        )
    )

    assert answer(found) == ShortAnswer(("till",))
    assert sorted(keys(found)) == ["case-ignored", "feedback-for-all", "partly-right"]
    assert only(found).explanation == "\\*: Look again"


def test_numbers_with_units() -> None:
    units = (
        "<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit>"
        "<unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit></units>"
    )
    found = moodle(
        question("numerical", '<answer fraction="100"><text>23.8</text><tolerance>0.1</tolerance></answer>' + units)
    )

    made = answer(found)
    assert isinstance(made, Numeric)
    assert (made.value, made.tolerance, made.unit, made.words) == (23.8, 0.1, "m", "23.8 m +- 0.1")
    assert keys(found) == ["other-unit"]


def test_matching_and_ordering() -> None:
    sub = "<subquestion format='html'><text>{}</text><answer><text>{}</text></answer></subquestion>"

    assert answer(moodle(question("matching", sub.format("cat", "meow") + sub.format("", "moo")))) == Matching(
        (Pair("cat", "meow"),), ("moo",)
    )
    found = moodle(question("ordering", option("1", "first") + option("2", "second")))
    assert answer(found) == Ordering(("first", "second"))
    assert keys(found) == ["ordering-scored"]


def test_embedded_answers_are_blanks() -> None:
    text = "Say {1:SHORTANSWER:=hello~%50%hi#Nearly} within {2:NUMERICAL:=30:5} s at the {1:MC:=till~door}."
    found = moodle(question("cloze", "", text))

    assert only(found).title == f"Say {BLANK} within {BLANK} s at the {BLANK}."
    blanks = answer(found)
    assert isinstance(blanks, Blanks)
    assert [type(each) for each in blanks.blanks] == [ShortAnswer, Numeric, ShortAnswer]
    assert {"gap-typed", "gaps-weighted", "partly-right", "feedback-for-all"} == set(keys(found))


def test_one_embedded_list_is_a_choice() -> None:
    found = moodle(question("multianswer", "", "Greet {1:MULTICHOICE:nobody#Why?~=everyone} first."))

    assert answer(found) == Choice((Option("nobody", False, "Why?"), Option("everyone", True)))
    assert keys(found) == []


@pytest.mark.parametrize(("kind", "box"), [("ddwtos", "dragbox"), ("gapselect", "selectoption")])
def test_words_to_drag_are_blanks(kind: str, box: str) -> None:
    boxes = "".join(f"<{box}><text>{word}</text><group>1</group></{box}>" for word in ("hot", "cold"))
    found = moodle(question(kind, boxes, "Milk is [[2]], tea is [[1]]."))

    assert answer(found) == Blanks((ShortAnswer(("cold",)), ShortAnswer(("hot",))))
    assert keys(found) == ["gaps-typed"]


def test_categories_become_tags() -> None:
    category = '<question type="category"><category><text>$course$/top/Counter/A // B</text></category></question>'

    assert only(moodle(category, question("truefalse", option("100", "true") + option("0", "false")))).tags == (
        "Counter",
        "A / B",
    )


def test_pictures_that_come_along_are_kept_by_what_they_are() -> None:
    text = '<p>Which?</p><p><img src="@@PLUGINFILE@@/a%20b.png" alt="A cup" /></p>'
    body = option("100", "true") + option("0", "false")
    with_file = f'<questiontext format="html"><text><![CDATA[{text}]]></text><file name="a b.png" encoding="base64">{PNG}</file></questiontext>'
    found = moodle(f'<question type="truefalse"><name><text>N</text></name>{with_file}{body}</question>')

    (path,) = found.pictures
    assert path.endswith(".png")
    assert only(found).text == f"![A cup]({path})"
    evil = with_file.replace(PNG, base64.b64encode(b"<svg onload='x'/>").decode())
    refused = moodle(f'<question type="truefalse"><name><text>N</text></name>{evil}{body}</question>')
    assert refused.pictures == {}
    assert keys(refused) == ["picture-kind", "picture-missing"]
    assert only(refused).text == "A cup"


def test_a_picture_as_old_versions_had_it_stands_below_the_words() -> None:
    body = option("100", "true") + option("0", "false")
    picture = f"<image>cup.png</image><image_base64>\n{PNG}\n</image_base64>"
    found = moodle(question("truefalse", picture + body))

    (path,) = found.pictures
    assert (only(found).title, only(found).text) == ("What?", f"![]({path})")
    assert keys(found) == []
    assert keys(moodle(question("truefalse", f"<image>cup.png</image>{body}"))) == ["picture-missing"]


@pytest.mark.parametrize(
    ("html", "title", "lost"),
    [
        ("x<sup>2</sup> and H<sub>2</sub>O", "x² and H₂O", []),
        ("<b>重要。</b>接著", "重要。接著", []),
        ("<b> bold </b>word", "**bold** word", []),
        ('<a href="https://a.example/x">here</a>', "[here](<https://a.example/x>)", []),
        ('<a href="javascript:alert(1)">here</a>', "here", ["link"]),
        ("<script>alert(1)</script>a", "a", ["embedded"]),
        ('a<iframe src="https://a.example"></iframe>', "a", ["embedded"]),
        ('<img src="https://a.example/x.png" alt="cup">', "cup", ["picture-elsewhere"]),
        ("a &lt;b&gt; c", "a \\<b> c", []),
        ('<span style="color: red">a</span>', "a", ["looks"]),
        ("a&#x202e;b", "ab", ["characters"]),
    ],
)
def test_html(html: str, title: str, lost: list[str]) -> None:
    found = moodle(question("truefalse", option("100", "true") + option("0", "false"), html))

    assert (only(found).title, keys(found)) == (title, lost)


def test_tables_lists_and_code() -> None:
    html = "<p>Look:</p><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>x|y</td></tr></table><ol><li>one<ul><li>two</li></ul></li></ol><pre>a\n b</pre>"
    found = moodle(question("truefalse", option("100", "true") + option("0", "false"), html))

    assert only(found).text == "| a | b |\n| --- | --- |\n| 1 | x\\|y |\n\n1) one\n\n   * two\n\n```\na\n b\n```"


@pytest.mark.parametrize("kind", ["essay", "description", "calculated", "coderunner", "random"])
def test_other_types_are_told(kind: str) -> None:
    found = moodle(question(kind, "", "<p>Write <b>it</b>.</p>"))

    assert found.questions == ()
    assert (found.losses[0].item, found.losses[0].arguments["text"]) == ("N", "Write it.")


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE quiz SYSTEM "https://a.example/x.dtd">',
    ],
)
def test_entities_and_document_types_are_refused_unread(head: str) -> None:
    found = read(
        f'<?xml version="1.0"?>{head}<quiz><question type="essay"><name><text>&x;</text></name></question></quiz>',
        Format.MOODLE_XML,
    )

    assert (found.questions, keys(found)) == ((), ["xml-refused"])


def test_what_stands_above_a_fault_is_kept() -> None:
    whole = question("truefalse", option("100", "true") + option("0", "false"))
    found = read(f"<quiz>\n{whole}\n{whole[:-20]}</quiz>", Format.MOODLE_XML)

    assert len(found.questions) == 1
    assert [(loss.key, loss.line) for loss in found.losses] == [("xml-refused", 3)]


def test_depth_is_bounded() -> None:
    assert keys(read("<quiz>" + "<a>" * 100_000, Format.MOODLE_XML)) == ["xml-refused"]
