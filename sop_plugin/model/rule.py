"""What a rule says about itself."""

from __future__ import annotations

from dataclasses import dataclass

from sop_plugin.model.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """A rule as its page shows it.

    `what` it checks and `why` it matters are in English; `bad` and `good` are texts of a file, line breaks included.
    Where the examples need them, `organisation` is what stands in `organisation.yml`, `another` another file beside
    them, and `before` the file as it stood at an earlier commit; else these are empty.
    """

    name: str
    family: str
    severity: Severity
    what: str
    why: str
    bad: str
    good: str
    organisation: str = ""
    another: str = ""
    before: str = ""
