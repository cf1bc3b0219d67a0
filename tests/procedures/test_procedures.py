"""Ten procedures of as many trades, and what is hard to say in each of them."""

from __future__ import annotations

import dataclasses
import html
import re
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.flow import Go
from sop_plugin.model.resolve import step_by_id
from sop_plugin.model.sop import Sop
from sop_plugin.model.time import Moment
from sop_plugin.pipeline.checking import check_content
from sop_plugin.pipeline.site import Site, load_site
from sop_plugin.reading.document import read_document

PROCEDURES = Path(__file__).parent
FILES = sorted(path.name for path in PROCEDURES.glob("*.md"))

HOUR = 3600
"""Seconds in an hour."""

# Where it stands: a step's id, or nothing for the procedure itself; the way from there, `*` for each of a list; what
# is found there. Targets and moments are given as they are written.
FACTS: dict[str, tuple[tuple[str, str, Any], ...]] = {
    "dna-extraction": (
        ("", "version", "2.10"),
        ("invert", "repeat.times", 100),
        ("invert", "repeat.until.words", "An emulsion forms"),
        ("wash", "repeat.each_time", ["1 ml", "500 µl"]),
        ("dry", "repeat.max", 15),
        ("precipitate", "materials.0.also.unit", "ml"),
        ("dry", "repeat.else_go", "dissolve"),
        ("digest", "order", "one-of"),
        ("digest-long", "takes.bound", "overnight"),
        ("rna", "takes.words", "15-20'"),
        ("rna", "takes.high.amount", 1200),
        ("draw-off", "exceptions.*.go", ["spin", "here", "sample-lost"]),
        ("measure", "branches.*.go", ["add-phenol", "stored", "rna"]),
        ("measure", "branches.*.when.amount.high_open", [True, False, False]),
        ("spin", "settings.spin-temperature.also.unit", "°F"),
        ("day-two", "review_by.year", 2026),
        ("", "forms.sample-log.fields.drops.unit", None),
    ),
    "cardiac-arrest": (
        ("work", "order", "parallel"),
        ("work", "join", "any"),
        ("work", "steps.*.role.0", ["driver", "second-medic", "lead-medic"]),
        ("monitor", "repeat.every.low.amount", 120),
        ("compress", "repeat.while_.words", "No pulse is felt"),
        ("breathe", "repeat.until.words", "The airway is secured"),
        ("lidocaine", "repeat.each_time", ["100 mg", "50 mg"]),
        ("lidocaine", "repeat.every.words", "Q 5 min"),
        ("lidocaine", "repeat.every.low.amount", 300),
        ("lidocaine", "settings.lidocaine-dose.by", "body-weight"),
        ("airway", "order", "until-one-works"),
        ("airway", "steps.*.id", ["supraglottic", "tube", "mask-on", "cut"]),
        ("cut", "min_level.levels", ["physician"]),
        ("shock", "script.*.role", ["lead-medic", "driver"]),
        ("causes", "during.from_", "check-rhythm"),
        ("causes", "people.high", 2),
        ("supraglottic", "repeat.times", 2),
        ("", "deadlines.on-scene.to", ["decide.done", "pulse-felt"]),
        ("", "classes.rhythm.levels.shockable.when.parts.1.parts.1.amount.low_open", True),
    ),
    "cooling": (
        ("method", "order", "one-of"),
        ("method", "steps.*.id", ["shallow-pan", "portion", "ice-bath", "ice-wand", "ice-in", "blast"]),
        ("shallow-pan", "settings.fill.amount.unit", "in"),
        ("shallow-pan", "settings.fill.also.unit", "cm"),
        ("", "deadlines.*.limit.high.amount", [2 * HOUR, 6 * HOUR]),
        ("", "deadlines.*.from_", [["cooked"], ["cooked"]]),
        ("", "deadlines.all-stages.to", ["cold", "throw-away.done"]),
        ("", "deadlines.stage-one.restarts_on", ["reheat.done"]),
        ("reheat", "takes.bound", "hold"),
        ("review-log", "time_limit.limit.bound", "by"),
        ("read", "repeat.until.amount.high", 70),
        ("read", "branches.in-time.raises", ["seventy"]),
        ("ice-bath", "repeat.every.high.amount", 1200),
        ("ice-bath", "takes.high.amount", HOUR),
        ("", "forms.cooling-log.when_nothing", 'Write "nothing cooled today", the date, and your initials.'),
        ("", "forms.cooling-log.fields.manager-initials.by", ["kitchen-manager"]),
        ("", "time_limit.values.*.limit.high.amount", [6 * HOUR, 1.5 * HOUR]),
    ),
    "cooling-card": (
        ("", "variant_of", "cooling"),
        ("", "audience", ["trainee"]),
    ),
    "occupational-accident": (
        ("", "deadlines.report-in-time.limit.high.amount", 8 * HOUR),
        ("", "deadlines.report-in-time.limit.bound", "at-most"),
        ("", "deadlines.report-in-time.restarts_on", ["hospital-notice"]),
        ("", "deadlines.*.from_", [["aware"], ["accident", "hospital-notice"], ["inspection-letter"], ["report.done"]]),
        ("", "deadlines.*.counts_from", ["at-once", "at-once", "next-day", "next-working-day"]),
        ("", "deadlines.improve.limit.words", "三十日內"),
        ("", "deadlines.improve.limit.high.amount", 30),
        ("", "deadlines.improve.extension.approved_by", ["labour-inspector"]),
        ("", "classes.severity.levels.reportable.when.parts.1.amount.low", 3),
        ("await-inspection", "wait.at_most.high.amount", 36 * HOUR),
        ("report", "basis.*.place", ["第 37 條第 2 項", "第 47 條"]),
        ("rescue", "exceptions.no-first-aider.escalate.*.to.0", ["safety-manager", "plant-manager"]),
        ("rescue", "exceptions.dead.raises", ["aware"]),
        ("monthly-report", "time_limit.limit.bound", "by"),
        ("rescue", "exceptions.dead.record.0.field", "known"),
        ("", "deadlines.report-in-time.only_if.levels", ["reportable"]),
        ("", "states.case-closed.final", True),
        ("", "keep.high.amount", 36),
    ),
    "food-recall": (
        ("start-recall", "time_limit.by", "recall-class"),
        ("start-recall", "time_limit.from_", ["risk-known"]),
        ("start-recall", "time_limit.values.*.limit.high.amount", [24 * HOUR, 48 * HOUR, 72 * HOUR]),
        ("collect", "time_limit.values.*.limit.high.amount", [10, 20, 30]),
        ("collect", "time_limit.values.2.limit.high.unit", "working-day"),
        ("collect", "time_limit.extension.approved_by", ["market-regulator"]),
        ("collect", "repeat.every.bound", "every"),
        ("collect", "order", "any-order"),
        ("announce", "role.values.*.role.0", ["recall-officer", "general-manager"]),
        ("take-back", "time_limit.limit.high.amount", 2),
        ("stop", "exceptions.shop-silent.time_limit.words", "2小时内"),
        ("burn", "cautions.0.level", "never"),
    ),
    "support-desk": (
        ("", "classes.impact.levels.*.when.amount.high", [1, 50, 500, None]),
        ("", "classes.impact.levels.*.when.amount.high_open", [False, True, False, False]),
        ("diagnose", "time_limit.values.*.limit.high.unit", ["second", "working-hour", "working-day", "working-day"]),
        ("diagnose", "time_limit.pause.*.from_", ["user-asked", "wait-vendor.start"]),
        ("diagnose", "time_limit.pause.*.to", ["user-answered", "vendor-fix"]),
        (
            "diagnose",
            "exceptions.clock-runs-out.escalate.*.after.high.amount",
            [2 * HOUR, 4 * HOUR, 6 * HOUR, 8 * HOUR],
        ),
        ("diagnose", "exceptions.need-more.moves_to", "on-hold"),
        ("diagnose", "exceptions.need-more.script.*.role", [None]),
        ("diagnose", "role.values.1.role", ["agent", "specialist"]),
        ("prioritise", "branches.*.go", ["sop:ransomware", "became-major", "diagnose"]),
        (
            "prioritise",
            "branches.*.when.parts.2.words",
            ["An account does things its owner did not", "A third ticket of the same kind", "Monitoring says so alone"],
        ),
        ("wait-vendor", "wait.until", "vendor-fix"),
        ("wait-vendor", "wait.at_most", None),
        ("", "ends.ticket-closed.moves_to", "closed"),
        ("", "entries.*.go", ["greet", "log", "log"]),
    ),
    "ransomware": (
        ("tracks", "steps.*.id", ["technical", "legal", "communication"]),
        ("isolate", "order", "until-one-works"),
        ("by-power", "cautions.0.level", "danger"),
        ("isolate", "time_limit.or_", "before the next shift"),
        ("isolate", "exceptions.no-access.approved_by", ["it-director"]),
        ("isolate", "exceptions.no-access.record.*.field", ["what", "who"]),
        ("notify-authority", "time_limit.values.*.counts_from", ["at-once", "at-once", "next-day"]),
        ("notify-authority", "time_limit.values.2.from_", ["declared"]),
        ("", "deadlines.authority.only_if.words", "Personal data are concerned"),
        ("keep-journal", "during.to", "close-bridge"),
        ("start-backup", "undoes", "stop-backup"),
        ("close-bridge", "undoes", "open-bridge"),
        ("assess-data", "after_any", ["contained", "attacker-calls"]),
        ("restore", "after", ["isolate.done", "evidence.done", "notify-insurer.done"]),
        ("notify-authority", "time_limit.values.*.limit.high.amount", [72 * HOUR, 72 * HOUR, 30]),
        ("", "ends.*.outcome", ["done", "done", "stopped", "handed-over"]),
        ("", "entries.*.go", ["declare", "tracks", "declare"]),
        ("", "confidentiality", "restricted"),
    ),
    "malware": (("", "status", "superseded"),),
    "cluster-restart": (
        ("", "version", "1.10"),
        ("restart", "order", "until-one-works"),
        ("restart", "repeat.max", 2),
        ("restart", "repeat.else_go", "replace"),
        ("drain", "exceptions.*.go", ["again", "here", "restart"]),
        ("look", "branches.many.when.amount.low", 2),
        ("silence", "undoes", "unsilence"),
        ("drain", "quality.0.text", "The last line reads `node/NAME drained`."),
    ),
    "table-service": (
        ("greet", "script.*.role", ["host", "guest", "host"]),
        ("greet", "script.1.says", '"NO, ON the spur of the moment."'),
        ("greet", "time_limit.says", "promptly"),
        ("ring-up", "settings.price.values.*.amount.low", [180, 1280, 2400]),
        ("ring-up", "settings.price.values.2.also.unit", "US$"),
        ("ring-up", "exceptions.no-ticket.then", None),
        ("cook", "takes.values.*.takes.high.amount", [300, 1200, 2700]),
        ("cook", "time_limit.limit.bound", "remaining"),
        ("drinks", "time_limit.from_", ["seated"]),
        ("check-back", "exceptions.unhappy.script.*.when", [None, "The guest has waited twice"]),
        ("check-back", "exceptions.unhappy.record.0.only_if.words", "The plate goes back"),
        ("", "policies.phones.penalty", "First time: a word. Second: home for the shift."),
        ("", "classes.party.levels.*.when.amount.words", ["fewer than 5", "more than 5"]),
        ("watch", "during.from_", "serve"),
    ),
    "spacewalk": (
        ("outside-work", "order", "parallel"),
        ("outside-work", "steps.*.role.0", ["ev1", "ev2", "ground"]),
        ("poll-depress", "approved_by", ["flight-director", "surgeon"]),
        ("poll-depress", "branches.*.go", ["next", "again", "never-out"]),
        ("open-hatch", "wait.until", "sunrise"),
        ("open-hatch", "wait.at_most", None),
        ("", "deadlines.prebreathe-total.from_", ["mask.start"]),
        ("", "deadlines.prebreathe-total.to", ["depress.start"]),
        ("", "deadlines.prebreathe-total.limit.low.amount", 4 * HOUR),
        ("", "classes.alarm.levels.caution.when.parts.0.amount.low", 12),
        ("", "classes.alarm.levels.caution.when.parts.0.amount.high_open", True),
        ("tether-1", "checked_by", ["ev2"]),
        ("tether-2", "same_as", "tether-1"),
        ("ev2-work", "min_level.levels", ["qualified"]),
        ("glove-look", "every.while_.words", "The hatch is open"),
        ("camera", "during.to", "close-hatch"),
        ("remove-pump", "settings.torque.also.unit", "N·m"),
        ("close-hatch", "undoes", "open-hatch"),
    ),
}


@cache
def sop_of(name: str) -> Sop:
    sop = read_document(f"{name}.md", (PROCEDURES / f"{name}.md").read_bytes()).sop
    assert sop is not None
    return sop


def found_at(value: Any, way: list[str]) -> Any:
    """What stands at the end of `way`, in plain terms."""
    if not way:
        return _plainly(value)
    head, *rest = way
    if head == "*":
        return [found_at(item, rest) for item in value]
    if isinstance(value, tuple):
        return found_at(value[int(head)] if head.isdigit() else next(item for item in value if item.id == head), rest)
    return found_at(getattr(value, head), rest)


def _plainly(value: Any) -> Any:
    if isinstance(value, Go):
        return f"sop:{value.target}" if value.kind == "sop" else value.target or str(value.kind)
    if isinstance(value, Moment):
        return f"{value.id}.{value.edge}" if value.edge else value.id
    if isinstance(value, tuple):
        return [_plainly(item) for item in value]
    assert not dataclasses.is_dataclass(value), f"the way ends too early, at {value}"
    return str(value) if isinstance(value, StrEnum) else value


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(PROCEDURES)


REAL_DEFECTS = [("procedures/table-service.md", "boundary-in-no-case")]
"""What is wrong with the procedures themselves: five guests are neither a small party nor a large one."""


def test_all_are_read_without_complaint_but_of_what_is_wrong_with_them() -> None:
    checked = check_content(PROCEDURES)
    assert checked.files == len(FILES)
    grave = [found for found in checked.diagnostics if found.severity in (Severity.ERROR, Severity.WARNING)]
    assert [(found.path, found.rule) for found in grave] == REAL_DEFECTS


def test_facts_are_told_of_each() -> None:
    assert sorted(f"{name}.md" for name in FACTS) == FILES


@pytest.mark.parametrize(
    ("name", "step", "way", "expected"),
    [
        pytest.param(name, step, way, expected, id=f"{name}:{step}:{way}")
        for name, facts in FACTS.items()
        for step, way, expected in facts
    ],
)
def test_what_was_written_is_what_is_meant(name: str, step: str, way: str, expected: Any) -> None:
    sop = sop_of(name)
    assert found_at(step_by_id(sop, step) if step else sop, way.split(".")) == expected


@pytest.mark.parametrize("path", FILES)
def test_each_becomes_a_page(site: Site, path: str) -> None:
    page = site.render(path, lambda target: target)
    sop = sop_of(path.removesuffix(".md"))
    assert page.title == sop.title
    assert {step.id for step in sop.steps} <= page.anchors


def test_a_long_command_and_its_braces_stay_whole(site: Site) -> None:
    page = site.render("cluster-restart.md", lambda target: target)
    shown = html.unescape(re.sub(r"<[^>]+>", "", page.html))
    source = (PROCEDURES / "cluster-restart.md").read_text(encoding="utf-8")
    command = next(line for line in source.splitlines() if "go-template" in line)
    assert len(command) == 219
    assert command in shown
    assert "name={{ kubelet_service }} state=restarted" in shown


def test_a_level_has_no_room_for_a_boundary_that_both_leave_out() -> None:
    small, large = next(each for each in sop_of("table-service").classes if each.id == "party").levels
    assert not any(found.holds(5) for level in (small, large) if (found := getattr(level.when, "amount", None)))
