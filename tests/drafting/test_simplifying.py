import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.drafting.simplifying import Simplifier
from sop_plugin.model.kinds import Markup
from sop_plugin.model.organisation import GlossaryTerm, Named, NamedThing, Organisation, Role, Tool
from tests.support import properties  # noqa: F401, sets how they run

HOUSE = Organisation(
    1,
    "咖啡店",
    roles=(Role("host", "外場", (Named("zh-CN", "服务员"), Named("en", "Host"))),),
    tools=(Tool("pos", "POS 機"), Tool("wand", "蒸氣棒", (NamedThing("en", "Wand"),))),
    glossary=(
        GlossaryTerm("print", "列印", (Named("zh-CN", "印出来"),)),
        GlossaryTerm("printer", "列印機", (Named("zh-CN", "小票机"),)),
        GlossaryTerm("rma", "RMA", (Named("zh-CN", "退货单号"),)),
    ),
)

simplified = Simplifier(None)
in_the_house = Simplifier(HOUSE)


@pytest.mark.parametrize(
    ("traditional", "expected"),
    [
        ("按滑鼠，看螢幕上的影片。", "按鼠标，看屏幕上的视频。"),
        ("軟體、程式、網路、資料庫、印表機", "软件、程序、网络、数据库、打印机"),
        ("頭髮與發票，乾淨又乾燥，皇后之後", "头发与发票，干净又干燥，皇后之后"),
        ("說「請按『確認』」。", "说“请按‘确认’”。"),  # the quotation marks of the mainland
        ("65 °C、NT$1,200、07:30 到 09:30", "65 °C、NT$1,200、07:30 到 09:30"),
    ],
)
def test_phrases_and_characters_become_those_of_the_mainland(traditional: str, expected: str) -> None:
    assert simplified(traditional, Markup.NONE) == expected


@pytest.mark.parametrize(
    ("traditional", "expected"),
    [
        ("請外場列印發票", "请服务员印出来发票"),
        ("列印機沒紙", "小票机没纸"),  # the longer name of two
        ("填 RMA 號碼，不是 RMAX", "填 退货单号 号码，不是 RMAX"),
        ("蒸氣棒與 POS 機", "蒸气棒与 POS 机"),  # no name in that language
    ],
)
def test_the_names_of_the_house_count_more_than_the_dictionary(traditional: str, expected: str) -> None:
    assert in_the_house(traditional, Markup.INLINE) == expected


@pytest.mark.parametrize(
    "kept",
    [
        "`列印 --設定`",
        "``列印 ` 設定``",
        "](../訂單/列印.md#greet)",
        "](列印.md)",
        "<https://例子.tw/列印>",
        "https://example.com/列印",
        "{#greet}",
    ],
)
def test_what_is_no_language_stays(kept: str) -> None:
    text = f"請看[列印{kept} 並列印。"
    assert in_the_house(text, Markup.INLINE) == f"请看[印出来{kept} 并印出来。"


def test_fences_and_targets_of_links_stay_and_footnotes_do_not() -> None:
    text = "列印[^a]與[說明][b]：\n\n```sh\n列印 --設定\n```\n\n[^a]: 列印時\n[b]: 說明.md\n"
    assert simplified(text, Markup.BLOCK) == (
        "打印[^a]与[说明][b]：\n\n```sh\n列印 --設定\n```\n\n[^a]: 打印时\n[b]: 說明.md\n"
    )


def test_a_title_has_no_markup() -> None:
    assert simplified("`列印`", Markup.NONE) == "`打印`"


@given(st.text(st.characters(max_codepoint=0x2FF)), st.sampled_from(Markup))
def test_what_is_not_chinese_stays(text: str, markup: Markup) -> None:
    assert simplified(text, markup) == text


@given(st.text(st.sampled_from("列印發票`[]()<>{}#12 \n")), st.sampled_from(Markup))
def test_lines_and_figures_stay(text: str, markup: Markup) -> None:
    draft = simplified(text, markup)
    assert draft.count("\n") == text.count("\n")
    assert [each for each in draft if each in "12"] == [each for each in text if each in "12"]
