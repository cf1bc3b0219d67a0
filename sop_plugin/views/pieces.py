"""Pieces of ordinary pages that are made from the procedures: `<!-- sop: changes 5 -->` and its like.

A mark is a name, perhaps with a number behind it. `SPEC` says which there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from types import MappingProxyType

from sop_plugin.views.digest import by_role, changed, teams
from sop_plugin.views.entries import SET_ASIDE, IndexEntry
from sop_plugin.views.index_page import PATH as INDEX
from sop_plugin.views.start_page import PATH as START
from sop_plugin.views.start_page import role_anchor
from sop_plugin.views.templating import template
from sop_plugin.words.catalogue import Catalogue

STYLES = ("sop", "start", "home")
"""The style sheets that a page with pieces needs."""

SPEC = MappingProxyType({"search": None, "roles": None, "changes": 5})
"""The marks, each with the number that it has where none is given; None for those without numbers."""

AT_MOST = 50

MARK = re.compile(r"<!--\s*sop:(.*?)-->", re.DOTALL)
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")


class MarkError(Exception):
    """A mark that means nothing. `key` names the words that say so, `arguments` fills them in."""

    def __init__(self, key: str, **arguments: object) -> None:
        super().__init__(key, arguments)
        self.key, self.arguments = key, arguments


def piece(mark: str, entries: Sequence[IndexEntry], words: Catalogue, url_of: Callable[[str], str]) -> str:
    """The HTML of a mark such as `changes 5`, over those of `entries` that somebody works by.

    `url_of` gives URLs relative to the page. Raises MarkError for a mark that means nothing.
    """
    name, number = _understood(mark)
    in_force = [entry for entry in entries if entry.status not in SET_ASIDE]
    return template(f"pieces/{name}.html", words).render(
        teams=teams(by_role(in_force)) if name == "roles" else (),
        changed=changed(in_force, number),
        start=url_of(START),
        index=url_of(INDEX),
        anchor=role_anchor,
        url_of=url_of,
        text=words.text,
        lang=words.language,
    )


def marks_of(source: str) -> Iterator[tuple[int, str]]:
    """The marks of a file with the lines they begin in, without those in fences of code."""
    fence = ""
    lines = source.splitlines()
    for number, line in enumerate(lines, start=1):
        if opened := _FENCE.match(line):
            fence = opened[1] if not fence else "" if opened[1].startswith(fence) else fence
        elif not fence and "<!--" in line:
            for found in MARK.finditer("\n".join(lines[number - 1 : number + 4])):
                if found.start() < len(line):
                    yield number, " ".join(found[1].split())


def _understood(mark: str) -> tuple[str, int]:
    """The name and the number of a mark, 0 for one that has none."""
    name, *given = mark.split() or [""]
    if name not in SPEC:
        raise MarkError("piece.unknown", name=name, known=", ".join(SPEC))
    default = SPEC[name]
    if default is None:
        if given:
            raise MarkError("piece.no-number", name=name, given=" ".join(given))
        return name, 0
    if not given:
        return name, default
    number = int(given[0]) if len(given) == 1 and re.fullmatch("[0-9]{1,3}", given[0]) else 0
    if not 0 < number <= AT_MOST:
        raise MarkError("piece.number", name=name, given=" ".join(given), most=AT_MOST)
    return name, number
