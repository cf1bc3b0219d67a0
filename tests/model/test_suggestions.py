import pytest

from sop_plugin.model.suggestions import nearest

WORDS = ("time_limit", "title", "role", "checked_by", "front-stage")


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("time_limit", "time_limit"),
        ("time-limit", "time_limit"),
        ("Time Limit", "time_limit"),
        ("timelimit", "time_limit"),
        ("titel", "title"),
        ("roles", "role"),
        ("front_stage", "front-stage"),
        ("colour", None),
        ("", None),
    ],
)
def test_nearest(word: str, found: str | None) -> None:
    assert nearest(word, WORDS) == found


def test_nothing_to_choose_from() -> None:
    assert nearest("role", ()) is None
