"""The catalogues say the same things in every language, each in its own script, and all there is to say of the model."""

import importlib
import pkgutil
import re
from enum import StrEnum

import pytest

from sop_plugin import model
from sop_plugin.model.fields import Shape, fields_of
from sop_plugin.model.flow import GoKind, Join, Order, Outcome
from sop_plugin.model.kinds import Markup
from sop_plugin.model.organisation import Party
from sop_plugin.model.policy import RequiredOf, RuleLevel
from sop_plugin.model.record import FieldType
from sop_plugin.model.rendition import Gap
from sop_plugin.model.service import Flexibility, Layer, Stage, Value, Waste
from sop_plugin.model.sop import Confidentiality, Measure, Status, Take
from sop_plugin.model.step import CautionLevel
from sop_plugin.model.time import Bound, ClockStart
from sop_plugin.model.translation import Translation
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from sop_plugin.words.keys import enum_key, field_key, record_key
from tests.support.records import RECORDS

CHINESE = ("zh-TW", "zh-CN")
MODEL_FAMILIES = ("record", "field", "enum", "namespace")

INTERNAL = (Markup, Shape, Gap)
"""Enums that no author writes, and that no reader sees by name."""

EXPLAINED = (
    *(Order, Join, Status, Layer, Stage, Waste, Value, CautionLevel, Outcome, FieldType, GoKind, Bound, Take, Party),
    *(Flexibility, Measure, Confidentiality, ClockStart, RuleLevel, RequiredOf),
)
"""Enums whose values a writer must choose between, so that each is explained."""

CHARSET = {"zh-TW": "big5", "zh-CN": "gb2312"}
"""Each of these old character sets holds one script, but for the few characters below."""

FOREIGN_CHARACTERS = {"zh-TW": "于与万体价虫胜么网", "zh-CN": "後於乾徵"}
"""Forms of the other script that the character set holds all the same."""

FOREIGN_WORDS = {
    "zh-TW": "信息|軟件|硬件|文件夾|網絡|服務器|屏幕|打印|鏈接|默認|視頻|鼠標|質量|批准|搜索|登錄|錄入",
    "zh-CN": "资讯|软体|硬体|资料夹|网路|伺服器|萤幕|列印|连结|预设|影片|滑鼠|品质|核准|搜寻|登入|程式",
}
"""What people say on the other side of the strait."""

KEY = re.compile(r"[a-z]+(?:-[a-z]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+")
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def shown_enums() -> list[type[StrEnum]]:
    modules = [
        importlib.import_module(f"{model.__name__}.{each.name}") for each in pkgutil.iter_modules(model.__path__)
    ]
    return [
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type)
        and issubclass(kind, StrEnum)
        and kind.__module__ == module.__name__
        and kind not in INTERNAL
    ]


def keys_of_the_model() -> set[str]:
    records = set(RECORDS)
    named = {*records, Translation}
    values = [value for kind in shown_enums() for value in kind]
    return {
        *(record_key(record) for record in named),
        *(f"{record_key(record)}.about" for record in named),
        *(field_key(record, spec) for record in records for spec in fields_of(record)),
        *(enum_key(value) for value in values),
        *(f"{enum_key(value)}.about" for value in values if isinstance(value, EXPLAINED)),
    }


def han(text: str) -> str:
    return "".join(re.findall(r"[\u3400-\u9fff\uf900-\ufaff]", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys(language: str) -> None:
    assert catalogue(language).words.keys() == catalogue("en").words.keys()


def test_keys_are_dotted_words_in_lower_case() -> None:
    assert [key for key in catalogue("en").words if not KEY.fullmatch(key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language: str) -> None:
    assert [key for key, text in catalogue(language).words.items() if not text.strip()] == []


@pytest.mark.parametrize("language", CHINESE)
def test_a_text_has_the_same_placeholders_in_every_language(language: str) -> None:
    words = catalogue(language).words
    assert [
        key
        for key, text in catalogue("en").words.items()
        if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(words[key]))
    ] == []


@pytest.mark.parametrize("language", CHINESE)
def test_chinese_is_written_in_the_script_of_its_region(language: str) -> None:
    wrong = {
        key: strange
        for key, text in catalogue(language).words.items()
        if (
            strange := [
                character
                for character in han(text)
                if not character.encode(CHARSET[language], "ignore") or character in FOREIGN_CHARACTERS[language]
            ]
        )
    }
    assert wrong == {}


@pytest.mark.parametrize("language", CHINESE)
def test_chinese_speaks_to_readers_as_to_colleagues(language: str) -> None:
    assert [key for key, text in catalogue(language).words.items() if "您" in text] == []


@pytest.mark.parametrize("language", CHINESE)
def test_chinese_uses_the_words_of_its_region(language: str) -> None:
    wrong = {
        key: strange
        for key, text in catalogue(language).words.items()
        if (strange := re.findall(FOREIGN_WORDS[language], text))
    }
    assert wrong == {}


@pytest.mark.parametrize("language", CHINESE)
def test_what_is_said_of_the_model_is_said_in_chinese(language: str) -> None:
    words = catalogue(language).words
    assert [key for key in keys_of_the_model() if not han(words[key])] == []


def test_everything_in_the_model_has_its_words() -> None:
    assert sorted(keys_of_the_model() - catalogue("en").words.keys()) == []


def test_there_are_no_words_for_what_the_model_does_not_have() -> None:
    said = {key for key in catalogue("en").words if key.split(".")[0] in MODEL_FAMILIES}
    assert sorted(said - keys_of_the_model()) == []
