"""A content folder like a small company's, in which one file at a time is tried."""

import datetime
import re
from collections.abc import Iterable
from pathlib import Path

from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.model.rule import RuleDoc
from sop_plugin.pipeline.checking import check_content
from sop_plugin.pipeline.history import Past

ORGANISATION = """\
organisation: 1
name: Corner Café
language: en
departments:
  - {id: shops, title: Shops}
roles:
  - {id: barista, title: Barista, department: shops}
  - {id: cashier, title: Cashier, department: shops}
  - {id: cafe-manager, title: Café manager, department: shops}
  - {id: quality-manager, title: Quality manager}
  - {id: customer, title: Guest, party: customer}
tools: [{id: pos, title: Till}]
materials: [{id: fresh-milk, title: Fresh milk}]
systems: [{id: erp, title: ERP}]
touchpoints: [{id: counter, title: Counter}]
customer_groups: [{id: commuter, title: Commuters}]
references: [{id: consumer-act, title: Consumer Protection Act}]
classes:
  - id: severity
    title: Severity
    levels: [{id: minor, title: Minor}, {id: major, title: Major}]
"""

REFUND = """\
---
sop: 1
id: refund-card
title: Refund to a card
version: 1.0
owner: cafe-manager
steps:
  - id: check-name
    title: Compare the name on the card
---
"""

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n'


TODAY = datetime.date(2026, 6, 15)
"""The day on which examples are looked at."""


def make_content(root: Path) -> Path:
    """The company's files below `root`; none of them has a fault."""
    content = root / "content"
    for path, text in {
        "organisation.yml": ORGANISATION,
        "refund-card.md": REFUND,
        "img/counter.svg": SVG,
        "docs/price-list.html": "<p>Latte 120</p>\n",
        "docs/price-list.pdf": "%PDF-1.7\n",
    }.items():
        place = content / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return content


def with_lists(organisation: str) -> str:
    """The company's organisation file with the lists of `organisation` in the place of its own of the same names."""
    blocks = re.split(r"^(?=[a-z_]+:)", ORGANISATION, flags=re.MULTILINE)
    given = set(re.findall(r"^[a-z_]+:", organisation, re.MULTILINE))
    return "".join(block for block in blocks if block.partition(":")[0] + ":" not in given) + organisation


def set_up(content: Path, rule: RuleDoc) -> None:
    """Puts into the company's folder what the examples of a rule need."""
    if rule.organisation:
        (content / "organisation.yml").write_text(with_lists(rule.organisation), encoding="utf-8")
    if rule.another:
        (content / "another.md").write_text(rule.another, encoding="utf-8")
    if rule.name == "symlink":
        (content / "img/plan.svg").symlink_to("counter.svg")


def check(content: Path, file: str | bytes, name: str = "example.md", before: str = "") -> tuple[Diagnostic, ...]:
    """What is found in the company's folder with `file` put in it under `name`, where it is known what stood there
    `before`, beside that.
    """
    data = file.encode() if isinstance(file, str) else file
    (content / name).write_bytes(data)
    past = Past(frozenset({name}), {name: before.encode()}) if before else None
    return check_content(content, jobs=1, today=TODAY, past=past).diagnostics


def names(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """The rules, in the order of what was found."""
    return [diagnostic.rule for diagnostic in diagnostics]
