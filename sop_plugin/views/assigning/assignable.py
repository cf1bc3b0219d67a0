"""What can be assigned, as the pages for it embed it. This is the reference of that JSON.

A list of {kind: "read" or "quiz", id, was: [old ids], title, version, url, lang, roles: [ids]}. `version` is that of an
SOP or the fingerprint of a quiz; `url` leads to its page from the one that holds the list. `lang` is left out where it
is that of the page, `was` and `roles` where there are none: what is for no role is for everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sop_plugin.model.result import ResultKind
from sop_plugin.views.entries import RoleName


@dataclass(frozen=True, slots=True)
class Assignable:
    """An SOP to read or a quiz to pass; `path` is the content path of its page."""

    kind: ResultKind
    id: str
    was: tuple[str, ...]
    title: str
    version: str
    path: str
    lang: str
    roles: tuple[RoleName, ...] = ()


def assignable_data(assignable: Iterable[Assignable], lang: str, url_of: Callable[[str], str]) -> list[dict[str, Any]]:
    """The list for a page in a language."""
    return [_entry(each, lang, url_of) for each in assignable]


def _entry(each: Assignable, lang: str, url_of: Callable[[str], str]) -> dict[str, Any]:
    entry: dict[str, Any] = {"kind": each.kind.value, "id": each.id, "title": each.title, "version": each.version}
    entry["url"] = url_of(each.path)
    if each.was:
        entry["was"] = list(each.was)
    if each.lang != lang:
        entry["lang"] = each.lang
    if each.roles:
        entry["roles"] = [role.id for role in each.roles]
    return entry
