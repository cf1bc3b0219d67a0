"""What a rule is, and what it may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import Library

Known = Mapping[Namespace, Mapping[str, str]]
"""The ids the organisation declares, with their titles, by namespace. A namespace that is missing is not checked."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a rule may look at beside the file itself.

    `files` are the paths of all regular files of the content, relative to its root; `links` those that are symbolic
    links, which are never followed.
    """

    known: Known = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()


CheckFile = Callable[[Document, Surroundings], Iterator[Fault]]
CheckLibrary = Callable[[Library, Surroundings], Iterator[tuple[str, Fault]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. It has one of the two checks, or none where the fault is found while reading."""

    severity: Severity
    check: CheckFile | None = None
    check_library: CheckLibrary | None = None
