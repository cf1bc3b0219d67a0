"""Rules about words and people beyond their documented examples: what is found, where, and what is let alone."""

from pathlib import Path

import pytest

from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.reports.messages import describe
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.checks.folder import check, names, with_lists
from tests.checks.test_hard_cases import HEAD, STEP, corrected, in_body, in_header, in_step, places

ZH = HEAD.replace("title: Greet a guest", "title: 迎接客人\nlang: zh-TW")


def only(rule: str, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(each for each in found if each.rule == rule)


def words_of(found: tuple[Diagnostic, ...]) -> list[str]:
    """What stands in the file at each finding of one line."""
    return [each.source_line[each.span.column - 1 : each.span.end_column - 1] for each in found]


# Lines of a step, and the vague words found in them.
VAGUE = [
    (("do: Serve it as soon as possible.",), ["as soon as possible"]),
    (("do: Serve it ASAP",), ["ASAP"]),
    (("do: Clean the wand properly, then wipe it if necessary.",), ["properly", "if necessary"]),
    (("do: |", "  Warm the milk.", "  Pour it in small batches."), ["small batches"]),
    (("quality:", "  - text: Foam is adequately thick."), ["adequately"]),
    (("checklist: [Cups, Spoons as needed]",), ["as needed"]),
    (("exceptions:", "  - {id: a, when: A guest waits for a few minutes, then: Say so.}"), ["a few minutes"]),
    (("exceptions:", "  - {id: a, when: A guest waits, then: Act appropriately.}"), ["appropriately"]),
    (("do: 請盡快送到。",), ["盡快"]),
    (("do: 必要時加入適量的水。",), ["必要時", "適量"]),
    (("do: 尽快联系客户，酌情处理。",), ["尽快", "酌情"]),
    (("do: 妥善保管，儘可能快。",), ["妥善", "儘可能快"]),
    (("do: 請asap回覆",), ["asap"]),
    # Made clear in the sentence or beside it.
    (("do: Serve it promptly, within 2 minutes.",), []),
    (("do: Serve it promptly.", "time_limit: 2 min"), []),
    (("do: 請盡快送到，三分鐘內。",), []),
    (("do: 盡快送到。", "time_limit: 2 分鐘"), []),
    (("do: Wipe it properly.", "quality: [No drop is left.]"), []),
    (("do: If necessary (the cup is dirty), wash it.",), []),
    (("do: Wash it if needed.", "only_if: The cup is dirty"), []),
    # Harmless, or no criterion.
    (("do: Write down what is missing, as required by the Act.",), []),
    (("do: 不適當的言語一律記錄。",), []),
    (("script: ['We will serve you as soon as possible.']",), []),
    (("notes: New staff often wipe it properly at first.",), []),
    (("do: Run `make asap` at the desk.",), []),
    (("do: See [asap](#greet).",), ["asap"]),
    (("do: Impromptly, improperly, unnecessary.",), []),
    (("do: As soon as the bell rings, open the door.",), []),
    (("exceptions:", "  - {id: a, when: The meter is not working properly, then: Take another one.}"), []),
    (("exceptions:", "  - {id: a, when: The door doesn't close properly, then: Call the manager.}"), []),
    (("do: Do not hurry. Wipe it properly.",), ["properly"]),
    (("exceptions:", "  - {id: a, when: 未能及時送達, then: 打電話道歉。}"), []),
    (("exceptions:", "  - {id: a, when: 没有妥善封装, then: 重新封装。}"), []),
    (("do: 沒有問題就盡快送出。",), ["盡快"]),
    (("do: 及時回覆，並及時登記。",), ["及時"]),
    # Other words across the boundary of two.
    (("do: 告知集合地點及時間，並說還要幾分鐘。",), []),
    (("do: 记下地点及时间，若干净就收好，不要若干扰别人。",), []),
    (("do: 調到舒適度一般，這樣減少許多等待。",), []),
]


@pytest.mark.parametrize(("lines", "expected"), VAGUE, ids=[lines[-1] for lines, _ in VAGUE])
def test_vague_words(lines: tuple[str, ...], expected: list[str], content: Path) -> None:
    assert words_of(only("vague-criterion", check(content, in_step(*lines)))) == expected


def test_a_vague_word_is_found_in_its_own_line_and_begs_its_own_answer(content: Path) -> None:
    found = check(content, in_step("do: |", "  Smile.", "  Serve it promptly, if possible."))
    assert places(found) == [("vague-criterion", 12, 16), ("vague-criterion", 12, 26)]
    hints = [describe(each, catalogue("en"))[1] for each in found]
    assert "time_limit" in hints[0]
    assert "who decides" in hints[1]


def test_a_word_that_goes_on_over_two_lines_is_named_in_one(content: Path) -> None:
    found = check(content, in_step("do: |", "  Serve it as soon as", "  possible."))
    assert describe(found[0], catalogue("en"))[0].startswith("“as soon as possible” ")


def test_vague_words_outside_of_steps(content: Path) -> None:
    text = in_header("requires: [The machine is properly warm.]", "purpose: Serve promptly.")
    assert words_of(check(content, text)) == ["properly"]


PLACEHOLDERS = [
    ("do: Ask for the name TODO", ["TODO"]),
    ("do: 'TODO: ask Mei'", ["TODO"]),
    ("do: Wait TBD minutes", ["TBD"]),
    ("do: Heat to ??? degrees", ["???"]),
    ("do: Call ???.", ["???"]),
    ("do: Select Vacation-???.jpg and scan??? and ???.pdf", []),
    ("do: Lorem ipsum dolor sit amet", ["Lorem ipsum"]),
    ("do: 加熱到（待補）度", ["待補"]),
    ("do: 加熱到【待确认】度", ["待确认"]),
    ("do: 待補", ["待補"]),
    ("notes: 金額：待定。", ["待定"]),
    ("do: to be defined", ["to be defined"]),
    ("do: Ask for the code (TBC)", ["TBC"]),
    ("title_: x", []),
    ("do: Write it on the to do list", []),
    ("do: Put it on the TODO list", []),
    ("do: Call 09XX-XXX-XXX", []),
    ("do: 把訂單標成「待確認」", []),
    ("do: 缺件待補時通知顧客", []),
    ("do: The date is to be confirmed by the guest", []),
    ("script: ['您好，我是 XXX。']", []),
    ("do: 真的嗎？？？", []),
    ("do: Run `TODO` now", []),
    ("do: 在等待區待命", []),
    ("do: Ask for the code (TBC by Mei)", ["TBC by Mei"]),
    ("do: 貼上標籤（待補照片）", ["待補照片"]),
    ("do: 問清楚地址（待確認：王小姐）", ["待確認：王小姐"]),
    ("do: 分開放（待補件者放左邊）", []),
    ("do: 写明责任人（待定的写明何时确定）", []),
    ("do: 列出案件（待查詢、待補正）", []),
]


@pytest.mark.parametrize(("line", "expected"), PLACEHOLDERS, ids=[line for line, _ in PLACEHOLDERS])
def test_placeholders(line: str, expected: list[str], content: Path) -> None:
    assert words_of(only("placeholder-left", check(content, in_step(line)))) == expected


def test_a_placeholder_below_the_header_is_found_there(content: Path) -> None:
    found = check(content, in_body("## Prices", "", "- small 2 €", "- large TBD", "", "```", "TODO", "```"))
    assert places(found) == [("placeholder-left", 14, 9)]


def test_a_box_that_folds_is_no_placeholder(content: Path) -> None:
    assert check(content, in_body('??? note "Why"', "", "    It helps.")) == ()


def test_a_draft_may_hold_placeholders(content: Path) -> None:
    assert check(content, in_step("do: TODO").replace("version: 1.0\n", "status: draft\n")) == ()


def test_a_name_that_was_never_filled_in(content: Path) -> None:
    found = check(content, in_header("approvals: [{role: quality-manager, name: TBD, date: 2026-03-01}]"))
    assert words_of(found) == ["TBD"]


def test_a_state_may_be_called_so(content: Path) -> None:
    text = in_header("states: [{id: open, title: 待確認}, {id: closed, title: 已結案}]")
    assert only("placeholder-left", check(content, text)) == ()


STANDARDS = [
    ("Good service", True),
    ("Staff are friendly and polite.", True),
    ("服務良好", True),
    ("態度親切、有禮貌。", True),
    ("服务热情周到", True),
    ("{text: Good service, how: Mystery shopper twice a month}", False),
    ("{text: Good service, measure: at least 4 of 5}", False),
    ("The guest is greeted in a friendly voice before they speak.", False),
    ("客人還沒開口，員工就先開口。", False),
    ("The cup is clean.", False),
    ("奶泡像鏡子一樣亮", False),
    ("At least 9 of 10 guests are satisfied.", False),
    ("The foam is good", False),
]


@pytest.mark.parametrize(("standard", "is_found"), STANDARDS)
def test_standards_that_are_only_praise(standard: str, is_found: bool, content: Path) -> None:
    column = 9 + (7 if standard.startswith("{") else 0)
    expected = [("standard-not-checkable", 11, column)] if is_found else []
    found = check(content, in_step("quality:", f"  - {standard}"))
    assert places(only("standard-not-checkable", found)) == expected


def test_standards_of_the_whole_procedure(content: Path) -> None:
    assert places(check(content, in_header("standards: [Excellent service]"))) == [("standard-not-checkable", 7, 13)]


STEPS = [
    ("do: Take the cup, then rinse it, then dry it.", None),
    ("do: Take the cup, then rinse it. Then dry it, and finally put it away.", "finally"),
    ("do: 先量粉，再填壓，然後扣上把手，最後按萃取。", "最後"),
    ("do: 先量粉，再填壓，接著扣上把手。", None),
    ("do: 先量粉，再填壓，并且扣上，随后萃取。", "随后"),
    ("do: Better then than now. Rather then than later. More then. Less then.", None),
    ("do: 再次確認，再一次確認，再次確認，再次確認。", None),
    ("do: If it is empty, then fill it; if it is full, then empty it. If neither, then rinse it.", None),
    ("do: When it is dry, fill it, then close it, then turn it, then lock it.", "then"),
]


@pytest.mark.parametrize(("line", "word"), STEPS)
def test_steps_that_are_several(line: str, word: str | None, content: Path) -> None:
    found = only("several-steps-in-one", check(content, in_step(line)))
    assert words_of(found) == ([word] if word else [])


@pytest.mark.parametrize(("points", "is_found"), [(7, False), (8, True)])
def test_a_long_numbered_list_is_several_steps(points: int, is_found: bool, content: Path) -> None:
    lines = [f"  {number}. Cup {number}" for number in range(1, points + 1)]
    found = check(content, in_step("do: |", *lines))
    assert places(found) == ([("several-steps-in-one", 18, 7)] if is_found else [])


LONG = "Take the cup " + "and the spoon " * 13
SENTENCES = [
    (f"do: {LONG.strip()}.", 42),
    (f"do: {LONG.strip()[:60]}. {LONG.strip()[:100]}.", 0),
    ("do: " + "把杯子放在托盤上面並且" * 4, 44),
    ("do: " + "把杯子放在托盤上，" * 9, 0),
    ("do: " + "把杯子放在托盤上。" * 9, 0),
    ("do: Run `" + "a " * 60 + "` now.", 0),
]


@pytest.mark.parametrize(("line", "count"), SENTENCES)
def test_long_sentences(line: str, count: int, content: Path) -> None:
    found = only("sentence-too-long", check(content, in_step(line)))
    assert [each.arguments["count"] for each in found] == ([str(count)] if count else [])


def test_a_sentence_that_is_wrapped_is_one(content: Path) -> None:
    lines = ["  Take the cup and the spoon and the saucer and the tray"] * 4
    found = check(content, in_step("do: |", "  Smile.", *lines[:-1], f"{lines[-1]}.", "", "  Smile."))
    assert [(each.span.line, each.span.end_line) for each in found] == [(12, 15)]


PASSIVES = [
    ("do: The cup is rinsed, the wand is wiped and the tray is emptied.", True),
    ("do: The cup is rinsed and the wand is wiped.", False),
    ("do: The cup is rinsed. The wand is wiped. The tray is emptied.", False),
    ("do: 器具由專人進行清洗，並予以歸位及加以上鎖。", True),
    ("do: 器具被清洗、被歸位、被上鎖。", True),
    ("do: 清洗器具，歸位並上鎖。", False),
    ("do: 换洗被子、被套、被单。", False),
    ("do: Document what happened, when it was seen, what was done and what is to be changed.", False),
    ("do: Check that the cup is rinsed, that the wand is wiped and whether the tray is emptied.", False),
    ("do: If the cup is chipped or the tray is bent, the guest is asked.", False),
    ("do: If you leave, the cash is stored, the drawer is locked and the keys are taken with you.", True),
    ("do: 問被困者的姓名，安撫被困者，記下被困人數。", False),
]


@pytest.mark.parametrize(("line", "is_found"), PASSIVES)
def test_piles_of_passives(line: str, is_found: bool, content: Path) -> None:
    assert bool(only("passives-piled-up", check(content, in_step(line)))) is is_found


NESTED = [
    (
        "do: If the cup that is wet was used by one who left, wash it when you pass.",
        "If the cup that is wet was used by one who left, wash it when",
    ),
    ("do: If the cup is wet, wash it. If it is dry, leave it. When the guest leaves, ask who pays.", None),
    ("do: Take the cup that the guest who left has used.", None),
    ("do: 找出昨天的夜班的主管的櫃子的鑰匙。", "找出昨天的夜班的主管的櫃子的鑰匙"),
    ("do: 擦客人的桌子，收客人的杯子，倒客人的水，拿客人的單。", None),
    ("do: 可以的話，這是客人的。", None),
    ("do: 當湯收到魚的背上的鰭的時候（或湯不多的時候）關火。", None),
    ("do: If it works that's fine, but if that's the case when it rains, call.", None),
]


@pytest.mark.parametrize(("line", "words"), NESTED)
def test_clauses_within_clauses(line: str, words: str | None, content: Path) -> None:
    found = only("clauses-nested", check(content, in_step(line)))
    assert words_of(found) == ([words] if words else [])


HAZARDS = """\
tools:
  - {id: pos, title: Till}
  - {id: wand, title: Steam wand, hazard: "Hot: burns the hand."}
  - {id: knife, title: Knife, hazard: The blade cuts}
materials: [{id: bleach, title: Bleach, hazard: Poisonous gas with acid}]
"""


def with_organisation(content: Path, lists: str) -> None:
    (content / "organisation.yml").write_text(with_lists(lists), encoding="utf-8")


def test_a_caution_is_added_below_what_is_used(content: Path) -> None:
    with_organisation(content, HAZARDS)
    found = check(content, in_step("tools: [pos, wand, knife]", "takes: 2 min"))
    assert places(found) == [("hazard-without-caution", 10, 18)]
    assert found[0].corrected.split("\n") == [
        "    tools: [pos, wand, knife]",
        "    cautions:",
        "      - warning: 'Hot: burns the hand.'",
        "      - warning: The blade cuts",
    ]


def test_a_caution_is_added_below_a_list_of_lines(content: Path) -> None:
    with_organisation(content, HAZARDS)
    found = check(
        content,
        in_step("materials:", "  - {use: bleach, amount: 1 ml}", "  - fresh-milk").replace("fresh-milk", "bleach"),
    )
    assert places(found) == [("hazard-without-caution", 11, 15)]
    assert found[0].corrected.endswith("\n    cautions:\n      - warning: Poisonous gas with acid")
    mended = in_step("materials:", "  - bleach", "cautions:", "  - warning: Poisonous gas with acid")
    assert check(content, mended) == ()


CAUTIONED = [
    (("tools: [wand]", "cautions: [danger: Steam burns.]"), False),
    (("tools: [wand]", "cautions: [never: Touch it.]"), False),
    (("tools: [wand]", "cautions: [note: It is new.]"), True),
    (("cautions: [warning: Steam burns.]", "steps: [{id: a, title: A, tools: wand}]"), False),
    (("tools: [wand]", "steps: [{id: a, title: A, cautions: [warning: Steam burns.]}]"), False),
    (("steps: [{id: a, title: A, cautions: [warning: Hot.]}, {id: b, title: B, tools: [wand]}]",), True),
    (("steps: [{id: a, title: A, tools: wand, cautions: [warning: Hot.]}, {id: b, same_as: a, tools: wand}]",), False),
    (("tools: [pos]",), False),
    (("tools: [no-such-tool]",), False),
]


@pytest.mark.parametrize(("lines", "is_found"), CAUTIONED)
def test_where_a_caution_counts(lines: tuple[str, ...], is_found: bool, content: Path) -> None:
    with_organisation(content, HAZARDS)
    found = only("hazard-without-caution", check(content, in_step(*lines)))
    assert bool(found) is is_found


def test_a_caution_is_not_proposed_in_the_wrong_language(content: Path) -> None:
    with_organisation(content, HAZARDS)
    found = check(content, in_step("tools: [wand]").replace("owner:", "lang: zh-TW\nowner:"))
    assert corrected(found) == [""]


WAITS = [
    (("layer: customer", "wait: 15 min"), True),
    (("layer: front-stage", "wait: {time: 3 to 10 min, why: The oven is slow.}"), True),
    (("role: customer", "wait: {until: greet.done, at_most: 1 h}"), True),
    (("layer: customer", "wait: 5 min"), False),
    (("layer: customer", "wait: overnight"), False),
    (("layer: back-stage", "wait: 15 min"), False),
    (("wait: 15 min",), False),
    (("layer: customer", "wait: 15 min", "tells: customer"), False),
    (("layer: customer", "wait: 15 min", "script: [It takes a while.]"), False),
    (("layer: customer", "wait: 15 min", "do: Look at the display."), False),
    (("layer: customer", "wait: 15 分鐘", "do: 看叫號螢幕。"), False),
    (("layer: customer", "wait: 15 min", "exceptions: [{id: a, when: Tired, then: Tell them how long.}]"), False),
]


@pytest.mark.parametrize(("lines", "is_found"), WAITS)
def test_customers_who_wait(lines: tuple[str, ...], is_found: bool, content: Path) -> None:
    assert bool(only("customer-waits-untold", check(content, in_step(*lines)))) is is_found


def test_what_is_said_just_before_counts(content: Path) -> None:
    text = in_step("script: [It takes a quarter of an hour.]")[: -len("---\n")]
    text += "  - {id: sit, title: Wait, layer: customer, wait: 15 min}\n---\n"
    assert only("customer-waits-untold", check(content, text)) == ()


ANSWERS = [
    ("{id: a, when: The till is down, escalate: cafe-manager}", True),
    ("{id: a, when: The till is down, go: again}", True),
    ("{id: a, when: The till is down, tells: [cafe-manager]}", True),
    ("{id: a, when: The till is down, escalate: cafe-manager, then: Apologise.}", False),
    ("{id: a, when: The till is down, escalate: cafe-manager, script: [Sorry.]}", False),
    ("{id: a, when: The till is down, tells: [customer]}", False),
    ("{id: a, when: The till is down, call: refund-card}", False),
    ("{id: a, when: The till is down, go: greet}", False),
    ("{id: a, when: The till is down}", False),
]


@pytest.mark.parametrize(("exception", "is_found"), ANSWERS)
def test_customers_before_the_counter_get_an_answer(exception: str, is_found: bool, content: Path) -> None:
    found = check(content, in_step("layer: front-stage", "exceptions:", f"  - {exception}"))
    expected = [("customer-left-without-answer", 12, 14)] if is_found else []
    assert places(only("customer-left-without-answer", found)) == expected


def test_behind_the_scenes_no_customer_waits_for_an_answer(content: Path) -> None:
    lines = ("layer: back-stage", "exceptions:", "  - {id: a, when: It is down, escalate: cafe-manager}")
    assert check(content, in_step(*lines)) == ()


NAMES = """\
tools:
  - {id: jug, title: Steam jug, also: [milk pitcher, SJ-2, jug], names: [{lang: zh-TW, title: 鋼杯}]}
  - {id: cup, title: 瓷杯（小）, also: [咖啡杯], names: [{lang: en, title: Ceramic cup}]}
  - {id: pan, title: Pan, also: [tray]}
  - {id: board, title: Board, also: [tray]}
roles:
  - {id: cafe-manager, title: Café manager, also: [boss]}
  - {id: customer, title: Guest, party: customer, also: [client]}
glossary: [{id: crema, title: Crema, also: [coffee foam]}]
"""

SECOND_NAMES = [
    (("do: Fill the milk pitcher.", "tools: [jug]"), ["do: Fill the steam jug."]),
    (("do: Milk pitcher first.", "tools: [jug]"), ["do: Steam jug first."]),
    (("do: Fill the milk pitcher. Wash the steam jug.",), ["do: Fill the steam jug. Wash the steam jug."]),
    (("do: Call the boss, not the café manager.",), ["do: Call the café manager, not the café manager."]),
    (("do: The coffee foam is the crema.",), ["do: The crema is the crema."]),
    (("do: Fill the milk pitcher.",), []),
    (("do: Fill the SJ-2 or the jug.", "tools: [jug]"), []),
    (("do: Greet the client, then the guest.",), []),
    (("notes: The milk pitcher.", "tools: [jug]"), []),
]


@pytest.mark.parametrize(("lines", "better"), SECOND_NAMES, ids=[lines[0] for lines, _ in SECOND_NAMES])
def test_second_names(lines: tuple[str, ...], better: list[str], content: Path) -> None:
    with_organisation(content, NAMES)
    assert corrected(only("two-names-for-one-thing", check(content, in_step(*lines)))) == better


def test_a_second_name_in_chinese_is_put_right_in_the_language_of_the_file(content: Path) -> None:
    with_organisation(content, NAMES.replace("also: [milk pitcher", "also: [奶泡壺, milk pitcher"))
    text = in_step("do: 把鮮乳倒進奶泡壺。", "tools: [jug]").replace("owner:", "lang: zh-TW\nowner:")
    assert corrected(only("two-names-for-one-thing", check(content, text))) == ["do: 把鮮乳倒進鋼杯。"]


def test_second_names_of_a_procedures_own_terms(content: Path) -> None:
    text = in_header("terms: [{id: skin, title: Interphase, text: The skin., also: [protein layer]}]")
    text = text.replace(
        "title: Greet the guest\n", "title: Greet\n    do: Keep off the protein layer, the interphase.\n"
    )
    assert corrected(check(content, text)) == ["do: Keep off the interphase, the interphase."]


@pytest.mark.parametrize(
    ("lines", "is_found"), [(("do: Take the tray.",), True), (("do: Take the tray.", "tools: pan"), False)]
)
def test_a_name_of_two_things(lines: tuple[str, ...], is_found: bool, content: Path) -> None:
    with_organisation(content, NAMES)
    found = only("one-name-for-two-things", check(content, in_step(*lines)))
    assert words_of(found) == (["tray"] if is_found else [])


def test_two_things_with_one_title(content: Path) -> None:
    with_organisation(content, "tools: [{id: pos, title: Till}, {id: till, title: till}]\n")
    (found,) = check(content, HEAD + STEP + "---\n")
    assert (found.rule, words_of((found,))) == ("one-name-for-two-things", ["till"])
    assert found.path == "content/organisation.yml"


HOUSE = """\
policy:
  vocabulary:
    - {use: 顧客, not: [奧客, 客], lang: zh-TW, why: 對外一律稱呼顧客。}
    - {use: guest, not: [punter, client list], lang: en}
"""

HOUSE_WORDS = [
    ("do: Greet the punter.", "en", ["do: Greet the guest."]),
    ("do: Punters come. Punter!", "en", ["do: Punters come. Guest!"]),
    ("do: 請奧客稍等。", "zh-TW", ["do: 請顧客稍等。"]),
    ("do: 請顧客稍等。", "zh-TW", []),
    ("do: 請奧客稍等。", "en", []),
    ("script: [{role: customer, says: I am a punter.}]", "en", []),
    ("script: [{role: barista, says: Hello punter.}]", "en", ["script: [{role: barista, says: Hello guest.}]"]),
    ("emotion: {score: 1, thinks: They call me punter.}", "en", []),
]


@pytest.mark.parametrize(("line", "lang", "better"), HOUSE_WORDS)
def test_words_of_the_house(line: str, lang: str, better: list[str], content: Path) -> None:
    with_organisation(content, HOUSE)
    text = in_step(line).replace("owner:", f"lang: {lang}\nowner:")
    assert corrected(only("word-not-of-the-house", check(content, text))) == better


def test_words_of_the_house_in_the_body_and_in_translations(content: Path) -> None:
    with_organisation(content, HOUSE)
    assert places(check(content, in_body("The punter waits."))) == [("word-not-of-the-house", 11, 5)]
    (content / "example.md").write_text(in_body("Rest."), encoding="utf-8")
    text = "---\nsop: 1\ntranslates: greet-guest\nlang: zh-TW\ntitle: 迎接奧客\nsteps:\n  - {id: greet, title: 迎接}\n---\n"
    found = only("word-not-of-the-house", check(content, text, "example.zh-TW.md"))
    assert places(found) == [("word-not-of-the-house", 5, 10)]
    assert "對外一律稱呼顧客" in describe(found[0], catalogue("zh-TW"))[1]


FOUND = [
    in_step("do: Serve it promptly, TODO."),
    in_step("quality: [Good service]", "do: Go. Then sit, then stand, then wait, and finally go."),
    in_step("do: The cup is rinsed, the wand is wiped and the tray is emptied.", "layer: customer", "wait: 1 h"),
    in_step(f"do: {LONG}"),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_said_in_every_language(language: str, content: Path) -> None:
    for text in FOUND:
        for found in check(content, text):
            message, hint = describe(found, catalogue(language))
            assert message
            assert hint
            assert "{" not in message + hint
            assert "@" not in message + hint


@pytest.mark.parametrize(
    "text",
    [
        "do: |\n" + "      Serve ASAP, promptly.\n" * 5_000,
        "do: " + "." * 200_000 + "a",
        "quality: [" + "有禮貌" * 19 + "咖]",
        "do: " + "promptly " * 20_000,
        "do: " + "由" * 100_000,
        "do: " + "（待補" * 50_000,
        "do: " + "then, " * 30_000,
        "do: " + "的" * 100_000,
    ],
    ids=["lines", "dots", "praise", "words", "you", "brackets", "then", "of"],
)
def test_hostile_texts_take_no_time(text: str, content: Path) -> None:
    check(content, HEAD + STEP + f"    {text}\n---\n")


@pytest.mark.parametrize(
    "text",
    [
        "---\nsop: 1\nid: a\ntitle: TODO\nsteps: promptly\n---\n",
        "---\nsop: 1\nid: a\ntitle: A\nsteps:\n  - {id: b, do: [promptly, TODO]}\n",
        "---\nsop: 1\nid: a\ntitle: A\nsteps: [{id: b, do: promptly, tools: [[x]], exceptions: [{when: TODO}]}]\n---\n",
        "---\nsop: 1\n- TODO promptly\n---\n",
    ],
)
def test_nothing_is_raised_for_what_cannot_be_understood(text: str, content: Path) -> None:
    with_organisation(content, NAMES + HOUSE)
    check(content, text)


# Gaps that somebody meant to fill, and what only looks like one.
GAPS = [
    ("do: Fill in later", True),
    ("do: Call ___ at once.", True),
    ("do: '[insert phone number]'", True),
    ("do: Call 0800-XXX-XXX.", True),
    ("do: 拨打 ＿＿＿", True),
    ("do: 【待完善】", True),
    ("do: 后续补充", True),
    ("do: 尚未確定", True),
    ("do: 請填寫表單。", False),
    ("do: 尚未確定的訂單先放旁邊。", False),
    ("do: Insert the card.", False),
    ("do: See [insert the card](refund-card.md).", False),
    ("do: Goods to follow are on a slip of their own.", False),
    ("do: Wear size XXL.", False),
    ("script: ['My name is ___, welcome.']", False),
]


@pytest.mark.parametrize(("line", "is_gap"), GAPS, ids=[line for line, _ in GAPS])
def test_gaps_left_to_fill(line: str, is_gap: bool, content: Path) -> None:
    assert ("placeholder-left" in names(check(content, in_step(line)))) is is_gap
