"""The content paths that generated pages would have if they were files."""

from __future__ import annotations


def checklist_path(path: str) -> str:
    """The path of a procedure's checklist: `cafe/order/checklist.md` for `cafe/order.md`."""
    return f"{path.removesuffix('.md')}/checklist.md"
