"""More questions drawn than there are.

## What it checks
As many questions as `draw` takes, fit it: in this quiz, or in those it names. None is drawn twice.

## Why it matters
The quiz would be shorter than planned, and the same for everybody.

## Bad
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
draw: 5
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask the guest for an identity card
- [ ] Refund in cash
- [ ] Send the guest away
```

## Good
```markdown
---
quiz: 1
id: refunds
title: Refunds to a card
draw: 1
---

## The names differ. What do you do first? {#names-differ}

- [x] Ask the guest for an identity card
- [ ] Refund in cash
- [ ] Send the guest away
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.bank import lacking
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.library import Library


def check_library(library: Library, surroundings: Surroundings) -> Iterator[tuple[str, Fault]]:
    """The draws of every quiz, from all quizzes that there are."""
    drawing = [facts for facts in library.quizzes if facts.quiz and facts.quiz.draws]
    if not drawing:
        return
    items = [item for facts in library.quizzes if facts.quiz for item in facts.quiz.items]
    for facts in drawing:
        assert facts.quiz
        short = lacking(facts.quiz.draws, facts.id, items)
        for draw, span, missing in zip(facts.quiz.draws, facts.quiz.draw_spans, short, strict=True):
            if missing:
                arguments = {"count": str(draw.count), "there": str(draw.count - missing)}
                yield facts.path, Fault("draw-too-many", span, arguments)


RULE = Rule(Severity.ERROR, check_library=check_library)
