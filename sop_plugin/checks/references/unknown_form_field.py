"""DOC"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.declared import unknown
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Namespace


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Fields of the file's own forms. An unknown form is another rule's."""
    if document.sop is None or not document.sop.forms:
        return
    fields = {form.id: [field.id for field in form.fields] for form in document.sop.forms}
    for mention in document.mentions:
        if mention.namespace is Namespace.FIELD and mention.of in fields and mention.id not in fields[mention.of]:
            yield unknown("unknown-form-field", mention, fields[mention.of], {})


RULE = Rule(Severity.ERROR, check)
