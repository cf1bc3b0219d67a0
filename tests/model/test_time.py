import pytest

from sop_plugin.model.time import Span, TimeUnit


@pytest.mark.parametrize(
    ("unit", "seconds"),
    [
        (TimeUnit.SECOND, 2),
        (TimeUnit.DAY, 172_800),
        (TimeUnit.MONTH, None),
        (TimeUnit.WORKING_HOUR, None),
        (TimeUnit.WORKING_DAY, None),
    ],
)
def test_only_units_of_a_fixed_length_have_seconds(unit: TimeUnit, seconds: float | None) -> None:
    assert Span(2, unit).seconds == seconds
