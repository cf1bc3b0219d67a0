import base64
import codecs
import json
from pathlib import Path

import pytest

from sop_plugin.words.catalogue import LANGUAGES
from tests.cli.conftest import Command

pytestmark = pytest.mark.usefixtures("sound")

GIFT = "// by Ann\n::Greeting::Who comes first? {=The guest ~The till#Later.}\n\n::Essay::Tell about it. {}\n"
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(20)).decode()
XML = f"""\
<quiz>
<question type="truefalse">
<name><text>Cup</text></name>
<questiontext format="html"><text><![CDATA[<p>Is it hot?</p><img src="@@PLUGINFILE@@/a.png" alt="A cup">]]></text>
<file name="a.png" encoding="base64">{PNG}</file></questiontext>
<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>
</question>
</quiz>
"""

AIKEN = "客人進門？\nA) 先打招呼\nB) 先結帳\nANSWER: A\n"
CHINESE_XML = """<?xml version="1.0" encoding="{}"?><quiz><question type="truefalse"><name><text>a</text></name>
<questiontext><text>先打招呼</text></questiontext><answer fraction="100"><text>true</text></answer>
<answer fraction="0"><text>false</text></answer></question></quiz>"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "First week.gift"
    path.write_text(GIFT, encoding="utf-8")
    return path


def test_a_quiz_is_written_that_passes_the_checks(run: Command, bank: Path, tmp_path: Path) -> None:
    found = run("quiz", "import", bank)

    quiz = tmp_path / "quizzes/first-week.md"
    assert (found.code, found.err) == (0, "")
    assert "First week.gift:4: left out: “Essay”: A text that somebody has to mark." in found.out
    assert "First week.gift:1: looks: A remark for the author: by Ann" in found.out
    assert "1 of 1 questions read are in it. Things to look at: 2." in found.out
    assert quiz.read_text(encoding="utf-8") == (
        "---\nquiz: 1\nid: first-week\ntitle: First week\n---\n\n"
        "## Who comes first? {#greeting}\n\n- [x] The guest\n- [ ] The till\n  Later.\n"
    )
    assert run("check").code == 0


def test_pictures_lie_beside_the_quiz(run: Command, tmp_path: Path) -> None:
    (tmp_path / "bank.xml").write_text(XML, encoding="utf-8")

    assert run("quiz", "import", "bank.xml", "--into", "quizzes/shop").code == 0
    (picture,) = (tmp_path / "quizzes/shop/bank-pictures").iterdir()
    assert f"](bank-pictures/{picture.name})" in (tmp_path / "quizzes/shop/bank.md").read_text(encoding="utf-8")
    assert run("check").code == 0


def test_what_somebody_worked_on_is_not_replaced(run: Command, bank: Path, tmp_path: Path) -> None:
    run("quiz", "import", bank)
    assert "there already, just so" in run("quiz", "import", bank).out
    quiz = tmp_path / "quizzes/first-week.md"
    quiz.write_text(mine := quiz.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")

    refused = run("quiz", "import", bank)
    assert (refused.code, quiz.read_text(encoding="utf-8")) == (1, mine)
    assert "Nothing was written" in refused.out
    assert run("quiz", "import", bank, "--overwrite").code == 0
    assert "Mine." not in quiz.read_text(encoding="utf-8")


def test_a_trial_writes_nothing(run: Command, bank: Path, tmp_path: Path) -> None:
    assert run("quiz", "import", bank, "--dry-run").code == 0
    assert not (tmp_path / "quizzes").exists()


def test_files_that_cannot_be_read_are_told(run: Command, bank: Path, tmp_path: Path) -> None:
    (tmp_path / "big5.gift").write_bytes("請問題目 {=對}".encode("big5"))
    found = run("quiz", "import", "big5.gift", bank)

    assert found.code == 1
    assert "big5.gift:1: left out: The file is not in UTF-8 but probably in Big5." in found.out
    assert "big5.gift: no question could be taken over" in found.out
    assert (tmp_path / "quizzes/first-week.md").exists()
    assert run("quiz", "import", "gone.gift").code == 2


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", codecs.BOM_UTF8 + AIKEN.replace("\n", "\r\n").encode()),
        ("a.txt", AIKEN.encode("utf-16")),
        ("a.xml", CHINESE_XML.format("Big5").encode("big5")),
        ("a.xml", CHINESE_XML.format("GB2312").encode("gbk")),
        ("a.xml", CHINESE_XML.format("big5").encode()),  # converted, and its declaration forgotten
    ],
)
def test_a_file_that_tells_its_encoding_is_read(run: Command, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert run("quiz", "import", name).code == 0
    assert "先打招呼" in (tmp_path / "quizzes/a.md").read_text(encoding="utf-8")


def test_a_declaration_that_is_wrong_is_told(run: Command, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(CHINESE_XML.format("GB2312").encode("utf-8")[:-200] + b"\xff\xff</quiz>")
    found = run("quiz", "import", "a.xml")
    assert (found.code, "not in UTF-8" in found.out) == (1, True)


def test_the_report_as_json(run: Command, bank: Path) -> None:
    report = json.loads(run("quiz", "import", bank, "--format", "json").out)

    (file,) = report["files"]
    assert (file["format"], file["state"], file["found"], file["kept"]) == ("gift", "done", 1, 1)
    assert [(loss["grade"], loss["loss"], loss["line"]) for loss in file["losses"]] == [
        ("looks", "comment", 1),
        ("left-out", "essay", 4),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_each_language(run: Command, bank: Path, language: str) -> None:
    assert run("quiz", "import", bank, "--lang", language).code == 0
    assert run("quiz", "import", "--help", "--lang", language).code == 0
