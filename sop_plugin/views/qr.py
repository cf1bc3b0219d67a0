"""QR codes as pictures in the page: drawn when the site is built, black on white in every colour scheme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markupsafe import Markup, escape

QUIET_ZONE = 4
"""The white border in modules that a reader needs to find the code."""


@lru_cache(maxsize=4096)  # a procedure's code stands on the sheets of all its roles and places
def qr_svg(text: str, name: str | None = None) -> Markup:
    """`text`, such as an address, as a QR code without a size of its own.

    `name` is what a screen reader says in its place; by default the text itself. Empty for a text of more than some
    2,300 bytes, which no code can hold.
    """
    from sop_plugin.views.qr_symbol import rows_of  # here, since many a build has no new code to draw

    try:
        rows = rows_of(text)
    except ValueError:
        return Markup()
    side = len(rows) + 2 * QUIET_ZONE
    return Markup(
        '<svg class="sop-qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" role="img"'
        ' aria-label="{name}" shape-rendering="crispEdges">'
        '<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path stroke="#000" d="{bars}"/></svg>'
    ).format(side=side, name=escape(text if name is None else name), bars="".join(_bars(rows)))


def _bars(rows: Sequence[str]) -> Iterator[str]:
    """A line for each run of black modules in a row. One path holds them all, so that no seams show between."""
    for y, row in enumerate(rows, QUIET_ZONE):
        for run in re.finditer("1+", row):
            yield f"M{run.start() + QUIET_ZONE} {y}.5h{len(run[0])}"
