import pytest

from sop_plugin.model.amount import Amount


@pytest.mark.parametrize(
    ("amount", "inside", "outside"),
    [
        (Amount("10", 10, 10), [10], [9.999, 10.001]),
        (Amount("at least 10", low=10), [10, 10**9], [9.999]),
        (Amount("over 10", low=10, low_open=True), [10.001], [10, 9]),
        (Amount("at most 10", high=10), [10, -(10**9)], [10.001]),
        (Amount("under 10", high=10, high_open=True), [9.999], [10, 11]),
        (Amount("0 to under 30", 0, 30, high_open=True), [0, 29.999], [-0.001, 30]),
        (Amount("over 0 to 30", 0, 30, low_open=True), [0.001, 30], [0, 30.001]),
        (Amount("any"), [-(10**9), 0, 10**9], []),
    ],
)
def test_boundaries(amount: Amount, inside: list[float], outside: list[float]) -> None:
    assert [number for number in inside if not amount.holds(number)] == []
    assert [number for number in outside if amount.holds(number)] == []


def test_two_neighbouring_ranges_share_no_number_and_leave_none_out() -> None:
    low, high = Amount("under 30", high=30, high_open=True), Amount("30 or more", low=30)
    for number in (29, 29.999, 30, 30.001):
        assert low.holds(number) is not high.holds(number)
