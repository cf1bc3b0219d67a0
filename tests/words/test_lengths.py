"""Lengths of time, as people say them."""

import pytest

from sop_plugin.model.length import Length, length_from
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from sop_plugin.words.lengths import in_words

LENGTHS = [
    (Length(), "0 min", "0 分鐘"),
    (Length(0.5), "0.5 s", "0.5 秒"),
    (Length(90), "1 min 30 s", "1 分鐘 30 秒"),
    (Length(3_600), "1 h", "1 小時"),
    (Length(9_000), "2 h 30 min", "2 小時 30 分鐘"),
    (Length(86_400), "1 day", "1 天"),
    (Length(176_400), "2 days 1 h", "2 天 1 小時"),
    (Length(59.9996), "1 min", "1 分鐘"),
    (Length(months=1), "1 month", "1 個月"),
    (Length(60, 2, 4, 1), "2 months 1 working day 4 working hours 1 min", "2 個月 1 個工作天 4 工作小時 1 分鐘"),
]


@pytest.mark.parametrize(("length", "english", "chinese"), LENGTHS)
def test_length_in_words(length: Length, english: str, chinese: str) -> None:
    assert in_words(length, catalogue("en")) == english
    assert in_words(length, catalogue("zh-TW")) == chinese
    assert length_from(length.token) == length


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_has_words(language: str) -> None:
    assert in_words(Length(90_061, 3, 3, 3), catalogue(language)).count(" ") >= 6
