import dataclasses

import pytest

from sop_plugin.model.present import present
from sop_plugin.model.sop import Sop
from sop_plugin.model.tested import Address, address_of
from sop_plugin.reading.document import read_document

SOP = """---
sop: 1
id: order
title: Order
scope: All shops.
role: cashier
steps:
  - id: greet
    was: [hello]
    title: Greet
    time_limit: {limit}
    exceptions:
      - {{id: busy, when: Others wait, then: Nod.}}
---
"""


def sop(limit: str = "30 s") -> Sop:
    read = read_document("order.md", SOP.format(limit=limit).encode()).sop
    assert read is not None
    return read


@pytest.mark.parametrize(
    "text",
    ["order", "order.scope", "order/greet", "order/greet.time_limit", "order/greet.exceptions.busy", "order.terms.rma"],
)
def test_an_address_is_read_and_spelled_the_same(text: str) -> None:
    address = address_of(text)
    assert address is not None
    assert str(address) == text


@pytest.mark.parametrize("text", ["", "order/", "Order", "order/greet/limit", "order.", "a.b.c.d", "order greet"])
def test_what_is_no_address(text: str) -> None:
    assert address_of(text) is None


@pytest.mark.parametrize(
    ("address", "value"),
    [
        (Address("order", "", "scope"), "All shops."),
        (Address("order", "greet"), "Greet"),
        (Address("order", "greet", "time_limit"), "30 s"),
        (Address("order", "hello", "time_limit"), "30 s"),
        (Address("order", "greet", "role"), "cashier"),
        (Address("order", "greet", "exceptions", "busy"), "Others wait: Nod."),
    ],
)
def test_what_stands_at_an_address(address: Address, value: str) -> None:
    found = present(sop(), address)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "address",
    [
        Address("order", "pay"),
        Address("order", "greet", "quality"),
        Address("order", "greet", "exceptions", "rain"),
        Address("order", "greet", "mood"),
        Address("order", "", "purpose"),
    ],
)
def test_nothing_stands_there(address: Address) -> None:
    assert present(sop(), address) is None


def test_a_whole_procedure_changes_with_what_is_done_and_not_with_its_version() -> None:
    address = Address("order")
    before, later, other = (
        present(read, address)
        for read in (sop(), dataclasses.replace(sop(), version="9.9"), dataclasses.replace(sop(), scope="No shop."))
    )
    assert before == later != other


def test_another_value_has_another_pin_and_another_spelling_has_not() -> None:
    address = Address("order", "greet", "time_limit")
    pins = [present(sop(limit), address) for limit in ("30 s", "30 秒", "45 s")]
    assert all(pins)
    assert pins[0].pin == pins[1].pin != pins[2].pin  # type: ignore[union-attr]
