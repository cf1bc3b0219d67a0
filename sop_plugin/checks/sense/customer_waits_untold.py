"""A customer who waits and is told nothing.

## What it checks
Where a customer waits for more than 5 minutes (`wait` at a step that the customer does, or that is front-stage), the
customer is told something, there or at the step before: in `script`, by `tells`, or in words such as “tell” or
“display”.

## Why it matters
A wait that nobody explains feels twice as long. The customer asks, complains or leaves.

## Bad
```yaml
---
sop: 1
id: serve-lunch
title: Serve lunch
version: 1.0
owner: cafe-manager
steps:
  - id: wait-for-food
    title: Wait for the food
    role: customer
    layer: customer
    wait: 15 min
---
```

## Good
```yaml
---
sop: 1
id: serve-lunch
title: Serve lunch
version: 1.0
owner: cafe-manager
steps:
  - id: wait-for-food
    title: Wait for the food
    role: customer
    layer: customer
    wait: 15 min
    script:
      - {role: cashier, says: Your food takes a quarter of an hour.}
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from sop_plugin.checks.parties import customers_of, roles_of
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document, Path
from sop_plugin.model.service import Layer
from sop_plugin.model.step import Step
from sop_plugin.model.time import Duration, Wait
from sop_plugin.model.walk import ways_to_steps

NAME = "customer-waits-untold"

LONGEST = 5 * 60
"""Seconds that a customer may wait without a word."""

_TELLING = re.compile(
    r"告知|告訴|告诉|說|说|通知|提醒|讓.{0,8}知道|让.{0,8}知道|公告|顯示|显示|叫號|叫号|號碼|号码|看板|螢幕|屏|簡訊|短信|電話|电话|來電|来电|信"
    r"|\b(?:tell|told|inform|explain|know|notif|announce|display|screen|sign|message|e-?mail|text|call|number|say|phone)",
    re.IGNORECASE,
)


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every long wait of a customer. What the body says of a step may be what the customer is told."""
    sop = document.sop
    if sop is None:
        return
    walked: dict[Path, Step] = {}
    before: Step | None = None
    for way, step in ways_to_steps(sop):
        walked[way] = step
        waited = _long_wait(step.wait) if step.wait is not None else None
        if waited is not None and step.id not in document.body.details:
            around = [walked[way[:length]] for length in range(2, len(way) + 1, 2)]
            customers = customers_of(surroundings.organisation)
            near = [*around, before] if before else around
            if _customer_is_there(around, customers) and not any(_tells(each, customers) for each in near):
                field, duration = waited
                yield Fault(NAME, document.locate((*way, "wait", field)), {"time": duration.words})
        before = step


def _long_wait(wait: Wait) -> tuple[str, Duration] | None:
    """The field of a wait that lasts too long, and its time. Months and working days have no fixed length and are."""
    for field, duration in (("time", wait.time), ("at_most", wait.at_most)):
        span = duration and (duration.high or duration.low)
        if duration and span and (span.seconds is None or span.seconds > LONGEST):
            return field, duration
    return None


def _customer_is_there(around: list[Step], customers: frozenset[str]) -> bool:
    """Whether a customer does the step, which is the last of those around it, or stands before those who do.

    Of a group before the customer's eyes, a part may be a wait that is none of theirs.
    """
    step = around[-1]
    if step.layer is Layer.FRONT_STAGE:
        return True
    layer = next((each.layer for each in reversed(around) if each.layer), None)
    if layer is not None:
        return layer is Layer.CUSTOMER
    roles = next((roles_of(each) for each in reversed(around) if each.role), ())
    return not customers.isdisjoint(roles)


def _tells(step: Step, customers: frozenset[str]) -> bool:
    """Whether a customer hears or reads something at the step, or when something goes wrong there."""
    told = (step.tells, *(each.tells for each in step.exceptions), *(each.tells for each in step.branches))
    if step.script or any(each.script for each in step.exceptions) or not customers.isdisjoint(chain(*told)):
        return True
    answers = (*(each.then for each in step.exceptions), *(each.then for each in step.branches))
    texts = (step.do, *answers, *step.evidence, *step.checklist)
    return any(text and _TELLING.search(text) for text in texts)


RULE = Rule(Severity.INFO, check)
