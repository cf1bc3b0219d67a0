"""An id is not taken for another that shares its ending only."""

import pytest

from sop_plugin.model.suggestions import nearest

ROLES = ("ward-manager", "quality-manager", "cafe-manager", "barista")


@pytest.mark.parametrize(
    ("word", "expected"),
    [("qa-manager", None), ("ward-manger", "ward-manager"), ("caffe-manager", "cafe-manager"), ("barsta", "barista")],
)
def test_nearest_by_parts(word: str, expected: str | None) -> None:
    assert nearest(word, ROLES) == expected
