"""Translations beside their originals: what is found, at which place, and how it should read."""

from pathlib import Path

import pytest

from sop_plugin.checks.scripts import SIMPLIFIED_FOR, TRADITIONAL_FOR, foreign_to
from sop_plugin.model.diagnostic import Diagnostic
from tests.checks.folder import check, names, with_lists

ORIGINAL = """\
---
sop: 1
id: make-latte
title: 拿鐵
lang: zh-TW
version: 2.1
owner: cafe-manager
aliases: [做拿鐵, 咖啡]
changes:
  - {version: 2.1, date: 2026-03-01, summary: 改寫。}
steps:
  - id: ask
    was: [greet]
    title: 問客人
  - id: make
    title: 製作
    steps:
      - id: pull
        title: 萃取
        do: 用 18 公克的粉萃取 30 秒。
        quality:
          - 表面有油沫。
          - {text: 共 36 公克。, how: 電子秤}
        exceptions:
          - {id: too-fast, when: 流太快, then: 調細一格。, go: again}
  - id: serve
    title: 出杯
---
"""

WORDS = {
    "ask": "    title: Ask the guest\n",
    "make": "    title: Make it\n",
    "pull": (
        "    title: Pull the shot\n"
        "    do: Pull 18 g of coffee in 30 seconds.\n"
        "    quality:\n"
        "      - There is crema on top.\n"
        "      - {text: It weighs 36 g., how: Scales}\n"
        "    exceptions:\n"
        "      - id: too-fast\n"
        "        when: It runs too fast\n"
        "        then: Grind one step finer.\n"
    ),
    "serve": "    title: Serve\n",
}

Found = list[tuple[str, int, int, str]]


def translation(steps: dict[str, str], head: str = "title: Latte\n") -> str:
    """An English translation; the first line of its first step is line 7."""
    return (
        f"---\nsop: 1\ntranslates: make-latte\nlang: en\n{head}steps:\n"
        + "".join(f"  - id: {step}\n{words}" for step, words in steps.items())
        + "---\n"
    )


def beside(content: Path, text: str, original: str = ORIGINAL) -> tuple[Diagnostic, ...]:
    (content / "latte.md").write_text(original, encoding="utf-8")
    return check(content, text, "latte.en.md")


def found_in(content: Path, text: str, original: str = ORIGINAL) -> Found:
    return [
        (each.rule, each.span.line, each.span.column, each.corrected)
        for each in beside(content, text, original)
        if each.path == "content/latte.en.md"
    ]


def without(*steps: str) -> dict[str, str]:
    return {step: words for step, words in WORDS.items() if step not in steps}


def test_a_whole_translation_in_another_order_is_sound(content: Path) -> None:
    assert found_in(content, translation(WORDS)) == []
    assert found_in(content, translation(dict(reversed(WORDS.items())))) == []


@pytest.mark.parametrize(
    ("missing", "line", "column", "corrected"),
    [
        (("ask",), 7, 5, '  - id: ask\n    title: "問客人"\n  - id: make'),
        (("ask", "make"), 7, 5, '  - id: ask\n    title: "問客人"\n  - id: make\n    title: "製作"\n  - id: pull'),
        (("serve",), 20, 9, '        then: Grind one step finer.\n  - id: serve\n    title: "出杯"'),
    ],
)
def test_step_not_translated(missing: tuple[str, ...], line: int, column: int, corrected: str, content: Path) -> None:
    assert found_in(content, translation(without(*missing))) == [("step-not-translated", line, column, corrected)]


def test_step_in_braces_before_which_one_is_missing(content: Path) -> None:
    text = translation(without("ask", "make")).replace(
        "  - id: serve\n    title: Serve", "  - {id: serve, title: Serve}"
    )
    text = text.replace("  - id: pull", "  - {id: make, title: Make it}\n  - id: pull")
    assert found_in(content, text) == [("step-not-translated", 7, 10, "")]


@pytest.mark.parametrize(
    ("old", "new", "corrected"),
    [
        ("id: ask", "id: greet", "  - id: ask"),
        ("id: ask", "id: asks", "  - id: ask"),
    ],
)
def test_step_by_another_id(old: str, new: str, corrected: str, content: Path) -> None:
    text = translation(WORDS).replace(old, new)
    assert found_in(content, text) == [("step-not-in-original", 7, 9, corrected)]


def test_step_that_is_gone_blocks_nothing(content: Path) -> None:
    text = translation(WORDS | {"weigh-the-beans": "    title: Weigh\n"})
    assert [(each.rule, each.severity.value) for each in beside(content, text)] == [("step-not-in-original", "warning")]


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        ("    do: Pull 18 g of coffee in 30 seconds.\n", "", "do"),
        (", how: Scales", "", "quality 2 how"),
        ("      - There is crema on top.\n      - {text: It weighs 36 g., how: Scales}\n", "      - Crema\n", "quality 2, quality 2 how"),
        ("        then: Grind one step finer.\n", "", "exceptions too-fast then"),
        ("It runs too fast", "流太快", "exceptions too-fast when"),
    ],
)  # fmt: skip
def test_text_not_translated(old: str, new: str, fields: str, content: Path) -> None:
    found = beside(content, translation(WORDS).replace(old, new))
    assert [(each.rule, each.span.line, each.arguments["fields"]) for each in found] == [
        ("text-not-translated", 11, fields)
    ]


def test_texts_outside_the_steps_and_the_body(content: Path) -> None:
    original = ORIGINAL.replace("owner:", "purpose: 一致。\nowner:") + "\n### 萃取 {#pull}\n\n慢慢來。\n"
    found = beside(content, translation(WORDS), original)
    assert [(each.span.line, each.arguments["fields"]) for each in found] == [(4, "purpose"), (11, "### {#pull}")]


@pytest.mark.parametrize(
    ("old", "new", "place", "corrected"),
    [
        ("how: Scales}\n", "how: Scales}\n      - Hot\n", (17, 9), ""),
        ("    title: Serve\n", "    title: Serve\n    notes: Smile.\n", (23, 12), ""),
        ("id: too-fast", "id: to-fast", (18, 13), "      - id: too-fast"),
    ],
)
def test_text_without_original(old: str, new: str, place: tuple[int, int], corrected: str, content: Path) -> None:
    found = found_in(content, translation(WORDS).replace(old, new))
    assert ("text-without-original", *place, corrected) in found
    assert {rule for rule, *_ in found} <= {"text-without-original", "text-not-translated"}


def test_search_words_differ_between_languages(content: Path) -> None:
    assert found_in(content, translation(WORDS, "title: Latte\naliases: [white coffee, milk, cup, bar]\n")) == []


# Numbers: the original's text, the translation's, and the number that is wrong with what should stand there.
NUMBERS = [
    ("加熱到 65 °C", "Heat to 56 °C", "56", "65"),
    ("等 30 秒", "Wait 20 seconds", "20", "30"),
    ("收 2 萬元", "Take 2,000 dollars", "2,000", "2"),
    ("等 30 秒", "Wait half a minute", "", ""),
    ("24 小時內", "Within a day", "", ""),
    ("24 小時內", "Within 1 day", "", ""),
    ("收 2 萬元", "Take 20,000 dollars", "", ""),
    ("民國 115 年", "In 2026", "", ""),
    ("打 85 折", "15 % off", "", ""),
    ("打 8 折", "20% off", "", ""),
    ("14:00 交班", "At 2 pm", "", ""),
    ("14 點交班", "At 2 o'clock", "", ""),
    ("兩杯 30 秒", "2 cups, 30 seconds", "", ""),
    ("3 杯，先 2 杯", "Three cups, two of them first", "", ""),
    ("第 3 步", "Step three of 5", "", ""),
    ("65 °C", "149 °F", "", ""),
    ("按 `F2` 鍵 3 次", "Press F3 3 times", "", ""),
    ("１８ 公克", "18 g", "", ""),
    ("2 人，共 4 杯", "Two people, 4 cups", "", ""),
    ("5% 以內", "Within 5 %", "", ""),
]


@pytest.mark.parametrize(("original", "translated", "wrong", "right"), NUMBERS, ids=[each[1] for each in NUMBERS])
def test_numbers(original: str, translated: str, wrong: str, right: str, content: Path) -> None:
    text = translation(WORDS).replace("Ask the guest", f'"{translated}"')
    found = found_in(content, text, ORIGINAL.replace("問客人", f"「{original}」"))
    column = 13 + translated.index(wrong)
    corrected = f'    title: "{translated.replace(wrong, right)}"' if wrong else ""
    expected = [("number-differs-in-translation", 8, column, corrected)] if wrong else []
    assert found == expected


def pins(content: Path) -> str:
    """The pin of `ask`, as the check itself proposes it."""
    found = beside(content, translation({**WORDS, "ask": "    of: 000000\n" + WORDS["ask"]}))
    return next(each.arguments["new"] for each in found if each.rule == "translation-suspect")


# A change of the original: whether the translation of the step is suspect.
CHANGES = [
    ("title: 問客人", "title: 問每位客人", True),
    ("title: 問客人", 'title: "問客人"', False),
    ("title: 問客人", "title: 問客人\n    time_limit: 30 s\n    role: barista", False),
    ("title: 問客人", "title: 問客人\n    notes: 微笑。", True),
]


@pytest.mark.parametrize(("old", "new", "is_suspect"), CHANGES, ids=[new for _, new, _ in CHANGES])
def test_a_change_of_the_original(old: str, new: str, is_suspect: bool, content: Path) -> None:
    pinned = {step: f"    of: {pins(content)}\n{words}" if step == "ask" else words for step, words in WORDS.items()}
    found = found_in(content, translation(pinned), ORIGINAL.replace(old, new))
    assert (("translation-suspect", 8, 9) in [each[:3] for each in found]) is is_suspect


@pytest.mark.parametrize(("version", "is_suspect"), [("2.1", False), ("2.0", True)])
def test_an_editorial_change_keeps_pins_valid_in_its_version(version: str, is_suspect: bool, content: Path) -> None:
    pinned = {step: f"    of: '@123456'\n{words}" if step == "ask" else words for step, words in WORDS.items()}
    entry = f"version: {version}, date: 2026-03-01, editorial: [ask.title]"
    found = found_in(content, translation(pinned), ORIGINAL.replace("version: 2.1, date: 2026-03-01", entry))
    assert ("translation-suspect" in [rule for rule, *_ in found]) is is_suspect


def test_one_step_without_a_pin_is_named(content: Path) -> None:
    pinned = {step: f"    of: {pins(content)}\n{words}" if step == "ask" else words for step, words in WORDS.items()}
    found = found_in(content, translation(pinned))
    assert [(rule, line, column) for rule, line, column, _ in found] == [("translation-unpinned", 10, 9)]
    assert found[0][3].startswith("  - id: make\n    of: ")


@pytest.mark.parametrize(
    ("lang", "title", "expected"),
    [
        ("zh-TW", "请確認", [("wrong-script", 5, 8, "title: 請確認")]),
        ("zh-TW", "洗手後确认温度", [("wrong-script", 5, 11, "title: 洗手後確認溫度")]),
        ("zh-TW", "吹干头发", [("wrong-script", 5, 10, "")]),
        ("zh-CN", "請确认", [("wrong-script", 5, 8, "title: 请确认")]),
        ("zh-CN", "出杯後擦拭", [("wrong-script", 5, 10, "title: 出杯后擦拭")]),
        ("zh-HK", "请等", [("wrong-script", 5, 8, "title: 請等")]),
        ("zh-Hans", "請等", [("wrong-script", 5, 8, "title: 请等")]),
        ("zh-TW", "台灣里長，皇后，只有，面試，干擾，沉著，周先生，表現，系統，才能，丑角，于先生", []),
        ("zh-CN", "台湾，里程，皇后，只有，面粉，干扰，着手，乾坤，瞭望，叮嘱，什么", []),
        ("zh-TW", "按「确认」鍵", []),
        ("zh-CN", "按“確認”键", []),
        ("zh", "请確認", []),
        ("ja", "学校で確認する", []),
        ("en", "Press 确认", []),
    ],
)
def test_script(lang: str, title: str, expected: Found, content: Path) -> None:
    text = f"---\nsop: 1\nid: script\nlang: {lang}\ntitle: {title}\nversion: 1.0\nowner: cafe-manager\n"
    found = check(content, f"{text}steps:\n  - {{id: go, title: OK}}\n---\n")
    assert [
        (each.rule, each.span.line, each.span.column, each.corrected) for each in found if each.rule == "wrong-script"
    ] == expected


def test_script_in_the_body_and_of_a_whole_file(content: Path) -> None:
    head = "---\nsop: 1\nid: script\nlang: zh-TW\ntitle: 點餐\nversion: 1.0\nowner: cafe-manager\n"
    head += "steps:\n  - {id: go, title: 點餐}\n---\n"
    body = "先看 `确认` 與 [說明](确认.md)。\n再确认一次。\n"
    found = [each for each in check(content, head + body) if each.rule == "wrong-script"]
    assert [(each.span.line, each.span.column) for each in found] == [(12, 2)]
    found = [each for each in check(content, head + "请确认，" * 50) if each.rule == "wrong-script"]
    assert [each.arguments.get("hint") for each in found] == ["@rule.wrong-script.everywhere"]
    found = [each for each in check(content, head + "请确认，" * 6) if each.rule == "wrong-script"]
    assert len(found) == 3


def test_script_of_the_names_that_the_organisation_gives(content: Path) -> None:
    name = "  - {id: handover, title: Handover, names: [{lang: zh-TW, title: 交接}, {lang: zh-CN, title: 交接單}]}\n"
    (content / "organisation.yml").write_text(with_lists(f"glossary:\n{name}"), encoding="utf-8")
    found = check(content, ORIGINAL.replace("make-latte", "other"))
    assert [(each.path, each.rule, each.arguments["text"]) for each in found] == [
        ("content/organisation.yml", "wrong-script", "單")
    ]


def test_tables_hold_what_belongs_to_one_script_only() -> None:
    assert not set(TRADITIONAL_FOR) & set(SIMPLIFIED_FOR)
    assert foreign_to("zh-Hant-HK") is TRADITIONAL_FOR
    assert foreign_to("zh-MO") is TRADITIONAL_FOR
    assert foreign_to("zh") is None


TERMS = "glossary:\n  - {id: crema, title: 油沫, names: [{lang: en, title: Crema}], also: [foam]}\n"


@pytest.mark.parametrize(
    ("words", "is_found"),
    [("There is froth on top", True), ("There is crema on top", False), ("Foam is on top", False)],
)
def test_term_of_the_house(words: str, is_found: bool, content: Path) -> None:
    (content / "organisation.yml").write_text(with_lists(TERMS), encoding="utf-8")
    original = ORIGINAL.replace("調細一格。", "油沫會太淡，調細一格。")
    text = translation(WORDS).replace("There is crema on top", words)
    found = beside(content, text, original)
    assert names(found) == (["term-translated-differently"] if is_found else [])
    assert [each.span.line for each in found] == ([15] if is_found else [])


def test_one_use_of_a_term_may_be_said_otherwise(content: Path) -> None:
    (content / "organisation.yml").write_text(with_lists(TERMS), encoding="utf-8")
    assert names(beside(content, translation(WORDS).replace("crema", "froth"))) == []


BROKEN = [
    "---\nsop: 1\ntranslates: make-latte\nlang: en\nsteps:\n  - id: ask\n  title: x\n---\n",
    "---\nsop: 1\ntranslates: make-latte\nlang: en\nsteps: [{id: ask, of: [1]}, 3, {id: ask}]\n---\n",
    "---\nsop: 1\ntranslates: make-latte\nlang: en\nsteps: {id: ask, quality: {how: x}}\ntitle: {a: b}\n",
    "---\nsop: 1\ntranslates: make-latte\nlang: en\ntitle: ''\nsteps:\n  - id: ''\n    of: ''\n---\n",
]


@pytest.mark.parametrize("text", BROKEN)
@pytest.mark.parametrize("original", [ORIGINAL, ORIGINAL[:150], ORIGINAL.replace("title: 萃取", "title: [a")])
def test_nothing_raises(text: str, original: str, content: Path) -> None:
    beside(content, text, original)


def test_script_of_the_houses_words_in_another_language(content: Path) -> None:
    words = "policy:\n  vocabulary:\n    - {use: 客户, not: [顾客], lang: zh-CN}\n    - {use: 顧客, not: [顾客]}\n"
    organisation = with_lists(words).replace("language: en", "language: zh-TW")
    (content / "organisation.yml").write_text(organisation, encoding="utf-8")
    assert "wrong-script" not in names(check(content, ORIGINAL.replace("make-latte", "other")))


def test_script_of_a_file_that_is_all_in_the_other_and_names_no_language(content: Path) -> None:
    organisation = with_lists("").replace("language: en", "language: zh-TW")
    (content / "organisation.yml").write_text(organisation, encoding="utf-8")
    text = "---\nsop: 1\nid: slip\ntitle: 确认单据\nversion: 1.0\nowner: cafe-manager\nsteps:\n  - {id: go, title: OK}\n---\n"
    assert "wrong-script" not in names(check(content, text))
    assert "wrong-script" in names(check(content, text.replace("OK", "確認單據")))
