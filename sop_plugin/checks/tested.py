"""What the questions of a quiz test, beside what the SOPs say there now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.library import Testing
from sop_plugin.model.present import Present, has_step, is_editorial, present
from sop_plugin.model.sop import Sop
from sop_plugin.model.tested import Tested


class PlaceTested(NamedTuple):
    """A place that a question, by its id, tests.

    `sops` are the versions in force that have the step, and `now` is what they say there, in the same order. `span` is
    where the file names the place, `span_of_all` the same with the pin behind it.
    """

    question: str
    tested: Tested
    sops: tuple[Sop, ...]
    now: tuple[Present, ...]
    span: Span
    span_of_all: Span

    @property
    def is_suspect(self) -> bool:
        """Whether there is a pin that no version bears out, and the change log does not call the change editorial."""
        pin, address = self.tested.pin, self.tested.address
        if not pin or not self.now or any(each.pin == pin for each in self.now):
            return False
        return not any(is_editorial(sop, address) for sop in self.sops)

    @property
    def pinned(self) -> str:
        """The place as it is written with a pin to what it says now; of several versions, the first counts."""
        return f"{self.tested.address} = {self.now[0].value} @{self.now[0].pin}"


def tested_places(testing: Sequence[Testing], sops: Sequence[Sop]) -> Iterator[PlaceTested]:
    """Every place that the questions of a quiz test, beside what `sops` say there, in the order of the file.

    Where no version has the step or even the SOP is unknown, there is nothing to tell: other rules report it.
    """
    by_id: dict[str, list[Sop]] = {}
    for sop in sops:
        for name in (sop.id, *sop.was):
            by_id.setdefault(name, []).append(sop)
    for each in testing:
        address = each.tested.address
        known = tuple(sop for sop in by_id.get(address.sop, ()) if has_step(sop, address))
        now = tuple(found for sop in known if (found := present(sop, address)))
        yield PlaceTested(each.question, each.tested, known, now, each.span, each.span_of_all)
