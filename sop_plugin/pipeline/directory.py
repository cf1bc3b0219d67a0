"""Who is who among the procedures of a site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sop_plugin.pipeline.card import Card
from sop_plugin.pipeline.page_refs import UNLISTED


@dataclass(frozen=True, slots=True)
class Directory:
    """What leads from one procedure to another.

    `titles` are those of procedures by id, and of their steps by `sop-id/step-id`; `paths` are content paths by id. Old
    ids, under `was`, resolve like new ones; of several versions the one counts that staff work by. `versions` are the
    procedures of one id, `successors` the ids of those that supersede each and that staff work by, by its id.
    """

    titles: Mapping[str, str]
    paths: Mapping[str, str]
    versions: Mapping[str, tuple[Card, ...]]
    successors: Mapping[str, tuple[str, ...]]


def directory_of(cards: Iterable[Card]) -> Directory:
    """The directory of procedures, given in the order of their paths."""
    cards = tuple(cards)
    first_in_force = sorted(cards, key=lambda card: card.entry.status in UNLISTED)
    titles: dict[str, str] = {}
    paths: dict[str, str] = {}
    for card in reversed(first_in_force):
        for name in card.ids:
            titles[name] = card.entry.title
            titles |= {f"{name}/{step}": title for step, title in card.steps}
            paths[name] = card.path
    versions: dict[str, list[Card]] = {}
    for card in cards:
        versions.setdefault(card.entry.id, []).append(card)
    return Directory(titles, paths, {name: tuple(each) for name, each in versions.items()}, _successors(first_in_force))


def _successors(cards: Iterable[Card]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for card in cards:
        if card.entry.status not in UNLISTED:
            for old in card.supersedes:
                found.setdefault(old, {})[card.entry.id] = None
    return {old: tuple(ids) for old, ids in found.items()}
