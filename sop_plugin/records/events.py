"""The events of a result."""

from __future__ import annotations

from typing import Any

from sop_plugin.records.shape import items, maybe_text, moment, text


def events_of(value: Any) -> list[dict[str, Any]]:
    """The events in their order, each with an id, a type and a time; there is at least one."""
    found = items(value, "events")
    for event in found:
        text(event.get("id"), "events")
        text(event.get("type"), "events")
        moment(event.get("at"), "events")
    return found


def that_hold(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Events without those that were taken back, and without the taking back; each id once."""
    undone: set[str] = set()
    for event in reversed(events):
        if event["type"] == "taken-back" and event["id"] not in undone:
            undone.add(maybe_text(event.get("event")))
    seen: set[str] = set()
    held = []
    for event in events:
        if event["type"] != "taken-back" and event["id"] not in undone and event["id"] not in seen:
            seen.add(event["id"])
            held.append(event)
    return held


def people_of(events: list[dict[str, Any]]) -> tuple[str, ...]:
    """The names in events, each once, in the order in which they came; not the words in the place of deleted ones."""
    names: dict[str, None] = {}
    for event in events:
        if event.get("nameRemoved") is True:
            continue
        for part in ("by", "name") if event["type"] in ("who", "handed-over") else ("by",):
            if name := " ".join(maybe_text(event.get(part)).split()):
                names.setdefault(name)
    return tuple(names)
