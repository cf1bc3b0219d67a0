import re

import pytest

from sop_plugin.model.kinds import ID_PATTERN, LANGUAGE_PATTERN, VERSION_PATTERN


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (
            ID_PATTERN,
            ["a", "1", "greet", "check-name-2"],
            ["", "Greet", "check_name", "-a", "a-", "a--b", "點餐", "a b", "a/b", "a.b"],
        ),
        (VERSION_PATTERN, ["1", "1.10", "2026.03.1", "2.1-beta"], ["", "v1", "1.", ".1", "1.x", "1-", "1.0 "]),
        (LANGUAGE_PATTERN, ["en", "zh-TW", "zh-Hant", "zh-Hant-TW", "yue"], ["", "EN", "zh_TW", "zh-tw", "english"]),
    ],
)
def test_patterns(pattern: str, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if not re.fullmatch(pattern, text)] == []
    assert [text for text in bad if re.fullmatch(pattern, text)] == []
