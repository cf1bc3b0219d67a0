"""A decision that leaves out a level of a class.

## What it checks
Branches that go by a class, such as severity, must together take every level of it, or one of them must say
`otherwise`. Levels that an `only_if` keeps away do not count, nor does a single branch.

## Why it matters
A case of that level comes, and the procedure does not say where it goes.

## Bad
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
classes:
  - id: queue
    title: Queue
    levels:
      - {id: short, title: Short}
      - {id: usual, title: Usual}
      - {id: long, title: Long}
steps:
  - id: greet
    title: Greet the guest
    branches:
      - {id: wait, when: {queue: usual}, go: next}
      - {id: help, when: {queue: long}, go: call-help}
  - id: call-help
    title: Call a colleague to the second till
---
```

## Good
```yaml
---
sop: 1
id: greet-guest
title: Greet a guest
version: 1.0
owner: cafe-manager
classes:
  - id: queue
    title: Queue
    levels:
      - {id: short, title: Short}
      - {id: usual, title: Usual}
      - {id: long, title: Long}
steps:
  - id: greet
    title: Greet the guest
    branches:
      - {id: wait, when: {queue: [short, usual]}, go: next}
      - {id: help, when: {queue: long}, go: call-help}
  - id: call-help
    title: Call a colleague to the second till
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sop_plugin.checks.coverage import classes_tested, holds, levels_of, open_decisions
from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.flow_graph import FlowGraph, Node, NodeKind


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Decisions that go by one class, each level of which is taken or left out for certain."""
    graph = document.flow()
    decisions = list(open_decisions(document))
    if graph is None or not decisions:
        return
    levels = levels_of(document, surroundings)
    tested = _tested(graph)
    for node, step in decisions:
        conditions = [branch.when for branch in step.branches]
        around = _around(graph, node)
        within = {each.index for each in around}
        kept = [each.step.only_if for each in around if each.step and each.step.only_if]
        for class_id in dict.fromkeys(classes_tested(conditions[0])):
            first = next((index for index in tested[class_id] if index not in within), node.index)
            if first < node.index:
                continue  # a step before it may have led some of the levels away
            coming = [
                level
                for level in levels.get(class_id, ())
                if all(holds(condition, class_id, level) is not False for condition in kept)
            ]
            left_out = [level for level in coming if all(holds(each, class_id, level) is False for each in conditions)]
            if left_out and left_out != coming:
                arguments = {"id": step.id, "class": class_id, "levels": ", ".join(left_out)}
                yield Fault("decision-gap", document.locate((*node.path, "id")), arguments)


def _around(graph: FlowGraph, node: Node) -> list[Node]:
    """The node and the groups that it lies in."""
    found = [node]
    while found[-1].around >= 0:
        found.append(graph.nodes[found[-1].around])
    return found


def _tested(graph: FlowGraph) -> dict[str, list[int]]:
    """The nodes of the steps at which cases are told apart, by the class that is asked for, in reading order."""
    found: dict[str, list[int]] = {}
    for node in graph.nodes:
        step = node.step
        if step is None or node.kind is NodeKind.JOIN:
            continue
        conditions = [branch.when for branch in step.branches]
        conditions += [exception.when for exception in step.exceptions]
        if step.only_if:
            conditions.append(step.only_if)
        for class_id in {name for condition in conditions for name in classes_tested(condition)}:
            found.setdefault(class_id, []).append(node.index)
    return found


RULE = Rule(Severity.WARNING, check)
