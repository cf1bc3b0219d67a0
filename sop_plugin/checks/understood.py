"""Whether a file was read whole."""

from __future__ import annotations

from sop_plugin.checks.registry import rule
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.document import Document


def was_understood(document: Document) -> bool:
    """Whether nothing in a file was passed over because it could not be read: what is not known cannot be compared."""
    return document.whole and all(rule(fault.rule).severity is not Severity.ERROR for fault in document.faults)
