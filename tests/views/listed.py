"""Procedures for the pages that list procedures."""

from __future__ import annotations

import datetime
from dataclasses import replace

from sop_plugin.model.sop import Change, Status
from sop_plugin.views.entries import IndexEntry, RoleName

BARISTA = RoleName("barista", "咖啡師", "餐飲事業部", 1)
CASHIER = RoleName("cashier", "點餐人員", "餐飲事業部", 0)
MANAGER = RoleName("shop-manager", "店長", "", 2)

PLAIN = IndexEntry(
    path="cafe/order.md",
    id="order",
    title="櫃台點餐",
    summary="",
    version="2.1",
    status=Status.EFFECTIVE,
    effective=datetime.date(2026, 3, 1),
    owner=None,
    roles=(),
    channels=(),
    tags=(),
    lang="zh-TW",
)


def entry(name: str, **facts: object) -> IndexEntry:
    """A procedure at `cafe/NAME.md`, with what is said of it."""
    given = {"path": f"cafe/{name}.md", "id": name, "title": name.title()} | facts
    return replace(PLAIN, **given)  # type: ignore[arg-type]  # as the test says


def change(day: str, summary: str = "改了一步。", editorial: tuple[str, ...] = ()) -> Change:
    """An entry of a change log."""
    return Change("2.1", datetime.date.fromisoformat(day), summary, editorial=editorial)
