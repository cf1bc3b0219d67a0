"""The QR codes of posters, kept from build to build.

To draw one takes some milliseconds. The page of all posters says the title of each procedure, so it is made anew where
one changes; the addresses in its codes seldom do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from sop_plugin.pipeline.keeping import Keeper
from sop_plugin.pipeline.program import program
from sop_plugin.views.qr import qr_svg

KEPT = ("posters", "codes")
"""The kind and the name under which they are kept."""


def kept_codes(addresses: Iterable[str], keeper: Keeper) -> Callable[[str], str]:
    """Gives the code of each of some addresses; those are drawn of which `keeper` has none."""
    codes: dict[str, str] = keeper.grown(*KEPT, program(), dict[str, str], partial(_codes, tuple(addresses)))
    return codes.__getitem__


def _codes(addresses: Iterable[str], before: dict[str, str] | None) -> dict[str, str]:
    known = before or {}
    codes = {address: known.get(address) or str(qr_svg(address)) for address in addresses}
    return codes if before is None or codes != before else before
