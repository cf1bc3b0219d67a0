"""A customer who is left without an answer when something goes wrong.

## What it checks
At a front-stage step, each exception says what the customer hears or gets: in `then`, `script`, `tells` or another
procedure under `call`, or it leads to a step or an end. To call the manager, to write something down or to begin again
is no answer to a customer.

## Why it matters
The customer stands before the counter while somebody telephones, and nobody has told the staff what to say meanwhile.

## Bad
```yaml
---
sop: 1
id: take-payment
title: Take the payment
version: 1.0
owner: cafe-manager
steps:
  - id: pay
    title: Take the payment
    layer: front-stage
    exceptions:
      - {id: till-down, when: The till is down, escalate: cafe-manager}
---
```

## Good
```yaml
---
sop: 1
id: take-payment
title: Take the payment
version: 1.0
owner: cafe-manager
steps:
  - id: pay
    title: Take the payment
    layer: front-stage
    exceptions:
      - id: till-down
        when: The till is down
        then: Apologise and write the order on the paper form.
        escalate: cafe-manager
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.parties import customers_of
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document, Path
from sop_plugin.model.flow import GoKind, StepException
from sop_plugin.model.service import Layer
from sop_plugin.model.step import Step
from sop_plugin.model.walk import ways_to_steps

NAME = "customer-left-without-answer"


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every exception of a front-stage step; one that says nothing at all is found as it is read."""
    if document.sop is None:
        return
    walked: dict[Path, Step] = {}
    for way, step in ways_to_steps(document.sop):
        walked[way] = step
        for number, exception in enumerate(step.exceptions):
            if _is_answered(exception):
                continue
            around = [walked[way[:length]] for length in range(2, len(way) + 1, 2)]
            layer = next((each.layer for each in reversed(around) if each.layer), None)
            place = (*way, "exceptions", number)
            if layer is not Layer.FRONT_STAGE or step.id in document.body.details:
                continue
            if customers_of(surroundings.organisation).isdisjoint(exception.tells) and _says_something(
                exception, document, place
            ):
                yield Fault(NAME, document.locate((*place, "id")), {"id": exception.id})


def _is_answered(exception: StepException) -> bool:
    """Whether something is done or said, here or where the work goes on."""
    elsewhere = exception.go.kind in (GoKind.PLACE, GoKind.SOP)
    return bool(exception.then or exception.script or exception.call or elsewhere)


def _says_something(exception: StepException, document: Document, place: Path) -> bool:
    return any(getattr(exception, field) for field in StepException.ANSWERS) or document.has((*place, "go"))


RULE = Rule(Severity.INFO, check)
