"""What a rule is, and what it may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sop_plugin.model.diagnostic import Diagnostic, Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import Facts, Library
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.sop import Sop

Known = Mapping[Namespace, Mapping[str, str]]
"""The ids the organisation declares, with their titles, by namespace. A namespace that is missing is not checked."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a rule may look at beside the file itself.

    `files` are the paths of all regular files of the content, relative to its root; `links` those that are symbolic
    links, which are never followed. `organisation` is None where there is none, or where it could not be read.
    """

    known: Known = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    organisation: Organisation | None = None


CheckFile = Callable[[Document, Surroundings], Iterator[Fault]]
"""Looks at one file. What it finds is remembered until the file or the organisation changes, whatever the day."""

CheckTranslation = Callable[[Document, Document, Surroundings], Iterator[Fault]]
"""Looks at an original and a translation of it, in this order; the faults are the translation's."""

CheckQuiz = Callable[[Facts, Sequence[Sop]], Iterator[Fault]]
"""Looks at the facts of a quiz and at all SOPs in force that it names, in the order of their paths."""

CheckChange = Callable[[Document, Document, Surroundings], Iterator[Fault]]
"""Looks at an SOP as it stood at an earlier commit and as it is now, in this order; the faults are those of now."""

CheckLibrary = Callable[[Library, Surroundings], Iterator[tuple[str, Fault]]]
"""Looks at the facts of all files, and at the day; gives the path of the file with each fault."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. It has one or more of the checks, or none where the fault is found while reading.

    `severity` is the rule's own; the organisation's policy may set another, but for a `binding` rule: without what such
    a rule asks, a procedure could not be understood, would lead nowhere, or would endanger somebody. A binding rule can
    be neither lowered nor suppressed. `safe` tells that the corrected line is right wherever there is one, so that
    `sop check --fix` may write it; or it looks at a finding and tells whether this one is.
    """

    severity: Severity
    check: CheckFile | None = None
    check_library: CheckLibrary | None = None
    check_translation: CheckTranslation | None = None
    check_quiz: CheckQuiz | None = None
    check_change: CheckChange | None = None
    binding: bool | None = None
    safe: bool | Callable[[Diagnostic], bool] = False

    @property
    def is_binding(self) -> bool:
        """Whether the rule is binding; errors are, unless the rule says otherwise."""
        return self.severity is Severity.ERROR if self.binding is None else self.binding

    def may_mend(self, found: Diagnostic) -> bool:
        """Whether what should stand in the place of a finding of this rule is surely what its author meant."""
        return found.instead is not None and (self.safe(found) if callable(self.safe) else self.safe)
