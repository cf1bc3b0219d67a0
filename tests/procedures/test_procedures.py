"""Ten procedures of as many trades, with what is hard to say in each of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sop_plugin.model.amount import Setting
from sop_plugin.model.condition import AllOf, AmountTest, AnyOf, ClassTest, Otherwise, Said
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.flow import During, Go, GoKind, Join, Order, Outcome
from sop_plugin.model.resolve import step_by_id
from sop_plugin.model.sop import Class, Confidentiality, Sop, Status
from sop_plugin.model.step import Caution, CautionLevel, Citation, RoleByClass, Step
from sop_plugin.model.time import Bound, ClockStart, Deadline, Duration, DurationByClass, Edge, Moment, Span, TimeUnit
from sop_plugin.pipeline.checking import check_content
from sop_plugin.pipeline.site import Site, load_site
from sop_plugin.reading.document import read_document

PROCEDURES = Path(__file__).parent
FILES = sorted(path.name for path in PROCEDURES.glob("*.md"))

Fact = tuple[str, Callable[[Sop], Any], Any]


def step(sop: Sop, step_id: str) -> Step:
    found = step_by_id(sop, step_id)
    assert found is not None, step_id
    return found


def setting(sop: Sop, step_id: str, setting_id: str) -> Setting:
    return next(each for each in step(sop, step_id).settings if each.id == setting_id)


def deadline(sop: Sop, deadline_id: str) -> Deadline:
    return next(each for each in sop.deadlines if each.id == deadline_id)


def sorting(sop: Sop, class_id: str) -> Class:
    return next(each for each in sop.classes if each.id == class_id)


def limits(sop: Sop, step_id: str) -> dict[str, Span | None]:
    """The limit of a step for each level, by the level's id."""
    limit = step(sop, step_id).time_limit
    assert limit is not None
    return {level: case.limit.high for case in limit.values for level in case.for_}


def place(target: str) -> Go:
    return Go(GoKind.PLACE, target)


def done(step_id: str) -> Moment:
    return Moment(step_id, Edge.DONE)


def minutes(number: float) -> Span:
    return Span(number * 60, TimeUnit.SECOND)


def hours(number: float) -> Span:
    return minutes(number * 60)


def working_days(number: float) -> Span:
    return Span(number, TimeUnit.WORKING_DAY)


def repeat_of(step_id: str, *names: str) -> Callable[[Sop], Any]:
    return lambda sop: tuple(getattr(step(sop, step_id).repeat, name) for name in names)


def exception_goes(step_id: str) -> Callable[[Sop], Any]:
    return lambda sop: [each.go for each in step(sop, step_id).exceptions]


def branch_goes(step_id: str) -> Callable[[Sop], Any]:
    return lambda sop: [each.go.target or each.go.kind.value for each in step(sop, step_id).branches]


def sub_steps(step_id: str) -> Callable[[Sop], Any]:
    return lambda sop: (step(sop, step_id).order, [each.id for each in step(sop, step_id).steps])


FACTS: dict[str, tuple[Fact, ...]] = {
    "dna-extraction": (
        ("a version keeps its nought", lambda sop: sop.version, "2.10"),
        ("100 times or until", repeat_of("invert", "times", "until"), (100, Said("An emulsion forms"))),
        ("two washes that differ", repeat_of("wash", "times", "each_time"), (2, ("1 ml", "500 µl"))),
        ("no more than 15 tries", repeat_of("dry", "max", "else_go"), (15, place("dissolve"))),
        ("one of two, by the tissue", sub_steps("digest"), (Order.ONE_OF, ["digest-short", "digest-long"])),
        ("overnight", lambda sop: step(sop, "digest-long").takes, Duration("overnight", Bound.OVERNIGHT)),
        ("minutes as a mark", lambda sop: step(sop, "rna").takes, Duration("15-20'", Bound.RANGE, minutes(15), minutes(20))),
        ("back, on, lost", exception_goes("draw-off"), [place("spin"), Go(GoKind.HERE), place("sample-lost")]),
        ("no unit", lambda sop: sop.forms[0].fields[3].unit, None),
        ("bounds that meet", branch_goes("measure"), ["add-phenol", "stored", "rna"]),
        ("two systems of units", lambda sop: setting(sop, "spin", "spin-temperature").also.unit, "°F"),
        ("a review of its own", lambda sop: str(step(sop, "day-two").review_by), "2026-12-01"),
    ),
    "cardiac-arrest": (
        ("three tracks, any ends them", lambda sop: (step(sop, "work").order, step(sop, "work").join), (Order.PARALLEL, Join.ANY)),
        ("a rescuer each", lambda sop: [each.role for each in step(sop, "work").steps], [("driver",), ("second-medic",), ("lead-medic",)]),
        ("rounds of two minutes", lambda sop: step(sop, "monitor").repeat.every.low, minutes(2)),
        ("pushes go on", repeat_of("compress", "while_"), (Said("No pulse is felt"),)),
        ("100, then 50", repeat_of("lidocaine", "times", "each_time"), (2, ("100 mg", "50 mg"))),
        ("Q 5 min", lambda sop: step(sop, "lidocaine").repeat.every, Duration("Q 5 min", Bound.EVERY, minutes(5), minutes(5))),
        ("a dose by weight", lambda sop: setting(sop, "lidocaine", "lidocaine-dose").by, "body-weight"),
        ("ordered fallbacks", sub_steps("airway"), (Order.UNTIL_ONE_WORKS, ["supraglottic", "tube", "mask-on", "cut"])),
        ("at least a qualification", lambda sop: step(sop, "cut").min_level, ClassTest("qualification", ("physician",))),
        ("two speakers", lambda sop: [line.role for line in step(sop, "shock").script], ["lead-medic", "driver"]),
        ("beside other steps", lambda sop: step(sop, "causes").during, During("check-rhythm", "decide")),
        ("the first stops the clock", lambda sop: deadline(sop, "on-scene").to, (done("decide"), Moment("pulse-felt"))),
        ("all of any of", lambda sop: type(sorting(sop, "rhythm").levels[2].when.parts[1]), AllOf),
    ),
    "cooling": (
        ("six methods", lambda sop: (step(sop, "method").order, len(step(sop, "method").steps)), (Order.ONE_OF, 6)),
        ("inches and centimetres", lambda sop: (setting(sop, "shallow-pan", "fill").amount.unit, setting(sop, "shallow-pan", "fill").also.unit), ("in", "cm")),
        ("stage one", lambda sop: (deadline(sop, "stage-one").limit.high, deadline(sop, "stage-one").from_), (hours(2), Moment("cooked"))),
        ("both stages", lambda sop: deadline(sop, "all-stages").to, (Moment("cold"), done("throw-away"))),
        ("reheating starts the clock anew", lambda sop: deadline(sop, "stage-one").restarts_on, (done("reheat"),)),
        ("hold", lambda sop: step(sop, "reheat").takes.bound, Bound.HOLD),
        ("until a number", lambda sop: type(step(sop, "read").repeat.until), AmountTest),
        ("a raised event in a branch", lambda sop: step(sop, "read").branches[0].raises, ("seventy",)),
        ("nothing today", lambda sop: sop.forms[0].when_nothing, 'Write "nothing cooled today", the date, and your initials.'),
        ("the manager initials", lambda sop: sop.forms[0].fields[-1].by, ("kitchen-manager",)),
        ("a limit by jurisdiction", lambda sop: [case.limit.high for case in sop.time_limit.values], [hours(6), minutes(90)]),
        ("every 15 to 20 min of an hour", lambda sop: (step(sop, "ice-bath").repeat.every.high, step(sop, "ice-bath").takes.high), (minutes(20), hours(1))),
    ),
    "occupational-accident": (
        ("八小時內", lambda sop: (deadline(sop, "report-in-time").limit.high, deadline(sop, "report-in-time").limit.bound), (hours(8), Bound.AT_MOST)),
        ("four clocks", lambda sop: [each.from_ for each in sop.deadlines], [Moment("aware"), Moment("accident"), Moment("inspection-letter"), done("report")]),
        ("次日起算", lambda sop: [each.counts_from for each in sop.deadlines], [ClockStart.AT_ONCE, ClockStart.AT_ONCE, ClockStart.NEXT_DAY, ClockStart.NEXT_WORKING_DAY]),
        ("三十日", lambda sop: deadline(sop, "improve").extension.up_to.high, Span(30, TimeUnit.DAY)),
        ("by approval", lambda sop: deadline(sop, "improve").extension.approved_by, ("labour-inspector",)),
        ("三十六小時", lambda sop: step(sop, "await-inspection").wait.at_most.high, hours(36)),
        ("an article", lambda sop: step(sop, "report").basis[0], Citation("osh-act", "第 37 條第 2 項")),
        ("any of four", lambda sop: (type(sorting(sop, "severity").levels[2].when), len(sorting(sop, "severity").levels[2].when.parts)), (AnyOf, 4)),
        ("a duty of the month", lambda sop: (sop.recurring[0].every.every.high, sop.recurring[0].every.at), (Span(1, TimeUnit.MONTH), "次月十日前")),
        ("a ladder", lambda sop: [rung.to for rung in step(sop, "rescue").exceptions[0].escalate], [("safety-manager",), ("plant-manager",)]),
        ("kept", lambda sop: sop.keep.high, Span(36, TimeUnit.MONTH)),
    ),
    "food-recall": (
        ("启动", lambda sop: limits(sop, "start-recall"), {"first": hours(24), "second": hours(48), "third": hours(72)}),
        ("完成", lambda sop: limits(sop, "collect"), {"first": working_days(10), "second": working_days(20), "third": working_days(30)}),
        ("起算", lambda sop: step(sop, "start-recall").time_limit.from_, Moment("risk-known")),
        ("经同意可延长", lambda sop: step(sop, "collect").time_limit.extension.up_to.bound, Bound.OPEN_ENDED),
        ("谁来公告", lambda sop: [case.role for case in step(sop, "announce").role.values], [("recall-officer",), ("general-manager",)]),
        ("两个工作日内", lambda sop: step(sop, "take-back").time_limit.limit.high, working_days(2)),
        ("每个工作日", lambda sop: step(sop, "collect").repeat.every.bound, Bound.EVERY),
        ("顺序不限", sub_steps("collect"), (Order.ANY_ORDER, ["from-shops", "from-homes", "from-online"])),
        ("不得", lambda sop: [each.level for each in step(sop, "burn").cautions], [CautionLevel.NEVER]),
    ),
    "support-desk": (
        ("bounds in and out", lambda sop: [(level.when.amount.high, level.when.amount.high_open) for level in sorting(sop, "impact").levels[:3]], [(1, False), (50, True), (500, False)]),
        ("two units of time", lambda sop: limits(sop, "diagnose"), {"p1": hours(4), "p2": Span(8, TimeUnit.WORKING_HOUR), "p3": working_days(3), "p4": working_days(10)}),
        ("a pause", lambda sop: (step(sop, "diagnose").time_limit.pause.from_, step(sop, "diagnose").time_limit.pause.to), (Moment("user-asked"), Moment("user-answered"))),
        ("one level per two hours", lambda sop: [rung.after.high for rung in step(sop, "diagnose").exceptions[-1].escalate], [hours(2), hours(4), hours(6), hours(8)]),
        ("nine conditions", lambda sop: sum(len(each.when.parts) for each in step(sop, "prioritise").branches), 9),
        ("three destinations", branch_goes("prioritise"), ["ransomware", "became-major", "diagnose"]),
        ("a state from an exception", lambda sop: step(sop, "diagnose").exceptions[0].moves_to, "on-hold"),
        ("a wait without end", lambda sop: (step(sop, "wait-vendor").wait.until, step(sop, "wait-vendor").wait.at_most), (Moment("vendor-fix"), None)),
        ("who, by priority", lambda sop: type(step(sop, "diagnose").role), RoleByClass),
        ("what else there is", lambda sop: sorting(sop, "urgency").levels[1].when, Otherwise()),
        ("last of the states", lambda sop: sop.ends[0].moves_to, "closed"),
    ),
    "ransomware": (
        ("three teams", sub_steps("tracks"), (Order.PARALLEL, ["technical", "legal", "communication"])),
        ("the last resort comes last", lambda sop: step(sop, "isolate").steps[-1].cautions[0].level, CautionLevel.DANGER),
        ("undo pairs", lambda sop: [(each.id, each.undoes) for each in sop.steps if each.undoes], [("start-backup", "stop-backup"), ("unlock-accounts", "freeze-accounts"), ("reconnect", "isolate"), ("close-bridge", "open-bridge")]),
        ("from one section into another", lambda sop: step(sop, "keep-journal").during, During("declare", "close-bridge")),
        ("when any has happened", lambda sop: step(sop, "assess-data").after_any, (Moment("contained"), Moment("attacker-calls"))),
        ("when all are done", lambda sop: step(sop, "restore").after, (done("isolate"), done("evidence"), done("notify-insurer"))),
        ("four ends", lambda sop: [each.outcome for each in sop.ends], [Outcome.DONE, Outcome.DONE, Outcome.STOPPED, Outcome.HANDED_OVER]),
        ("three ways in", lambda sop: [each.go for each in sop.entries], [place("declare"), place("isolate"), place("declare")]),
        ("or", lambda sop: step(sop, "isolate").time_limit.or_, "before the next shift"),
        ("72 h", lambda sop: limits(sop, "notify-authority")["tw"], hours(72)),
        ("who may read it", lambda sop: sop.confidentiality, Confidentiality.RESTRICTED),
    ),
    "malware": (("no longer in force", lambda sop: sop.status, Status.SUPERSEDED),),
    "cooling-card": (("for somebody else", lambda sop: (sop.variant_of, sop.audience), ("cooling", ("trainee",))),),
    "cluster-restart": (
        ("restart another way", sub_steps("restart"), (Order.UNTIL_ONE_WORKS, ["soft", "reboot", "power"])),
        ("twice, then another node", repeat_of("restart", "max", "else_go"), (2, place("replace"))),
        ("1.10 is not 1.1", lambda sop: sop.version, "1.10"),
        ("a leading % and @", lambda sop: step(sop, "look").do[:6], "`%CPU`"),
        ("again, here, elsewhere", exception_goes("drain"), [Go(GoKind.AGAIN), Go(GoKind.HERE), place("restart")]),
        ("begun in one place, ended in another", lambda sop: step(sop, "silence").undoes, "unsilence"),
    ),
    "table-service": (
        ("two speakers", lambda sop: [line.role for line in step(sop, "greet").script], ["host", "guest", "host"]),
        ("price by product", lambda sop: [(case.for_, case.amount.low) for case in setting(sop, "ring-up", "price").values], [(("soup",), 180), (("steak",), 1280), (("roast",), 2400)]),
        ("a second currency for some", lambda sop: [case.also and case.also.unit for case in setting(sop, "ring-up", "price").values], ["US$", None, "US$"]),
        ("time by product", lambda sop: type(step(sop, "cook").takes), DurationByClass),
        ("no answer", lambda sop: step(sop, "ring-up").exceptions[0].then, None),
        ("rest of the parent's", lambda sop: step(sop, "cook").time_limit.limit.bound, Bound.REMAINING),
        ("a penalty", lambda sop: sop.policies[1].penalty, "First time: a word. Second: home for the shift."),
        ("NO and ON are words", lambda sop: step(sop, "greet").script[1].says, '"NO, ON the spur of the moment."'),
        ("first come, first served", lambda sop: step(sop, "drinks").time_limit.from_, Moment("seated")),
        ("a number in neither level", lambda sop: [level.when.amount.holds(5) for level in sorting(sop, "party").levels], [False, False]),
    ),
    "spacewalk": (
        ("three tracks", sub_steps("outside-work"), (Order.PARALLEL, ["ev1-work", "ev2-work", "ground-work"])),
        ("two must agree", lambda sop: step(sop, "poll-depress").approved_by, ("flight-director", "surgeon")),
        ("go, hold, no-go", branch_goes("poll-depress"), ["next", "again", "never-out"]),
        ("a wait without time-out", lambda sop: (step(sop, "open-hatch").wait.until, step(sop, "open-hatch").wait.at_most), (Moment("sunrise"), None)),
        ("time over several steps", lambda sop: (deadline(sop, "prebreathe-total").from_, deadline(sop, "prebreathe-total").to, deadline(sop, "prebreathe-total").limit.low), (Moment("mask", Edge.START), (Moment("depress", Edge.START),), hours(4))),
        ("thresholds that meet", lambda sop: [level.when.amount.holds(20) for level in sorting(sop, "alarm").levels[:1]], [True]),
        ("checked by the other", lambda sop: (step(sop, "tether-1").checked_by, step(sop, "tether-2").checked_by), (("ev2",), ("ev1",))),
        ("only with a grade", lambda sop: step(sop, "ev2-work").min_level, ClassTest("eva-grade", ("qualified", "lead"))),
        ("the same words, another step", lambda sop: (step(sop, "tether-1").title, step(sop, "tether-2").title), ("Hook on", "Hook on")),
        ("what must never be done", lambda sop: step(sop, "tether-1").cautions, (Caution(CautionLevel.NEVER, "Never unhook one before the other is hooked."),)),
        ("other units of force", lambda sop: setting(sop, "remove-pump", "torque").also.unit, "N·m"),
    ),
}


@cache
def sop_of(name: str) -> Sop:
    sop = read_document(f"{name}.md", (PROCEDURES / f"{name}.md").read_bytes()).sop
    assert sop is not None
    return sop


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(PROCEDURES)


def test_each_is_read_without_complaint() -> None:
    checked = check_content(PROCEDURES)
    assert checked.files == len(FILES)
    assert [found for found in checked.diagnostics if found.severity in (Severity.ERROR, Severity.WARNING)] == []


def test_each_has_facts() -> None:
    assert sorted(f"{name}.md" for name in FACTS) == FILES


@pytest.mark.parametrize(
    ("name", "read", "expected"),
    [pytest.param(name, read, expected, id=f"{name}: {what}") for name, facts in FACTS.items() for what, read, expected in facts],
)
def test_what_was_written_is_what_is_meant(name: str, read: Callable[[Sop], Any], expected: Any) -> None:
    assert read(sop_of(name)) == expected


@pytest.mark.parametrize("path", FILES)
def test_each_becomes_a_page(site: Site, path: str) -> None:
    page = site.render(path, lambda target: target)
    sop = sop_of(path.removesuffix(".md"))
    assert page.title == sop.title
    assert {each.id for each in sop.steps} <= page.anchors


def test_a_long_command_and_its_braces_stay_whole(site: Site) -> None:
    html = site.render("cluster-restart.md", lambda target: target).html
    shown = re.sub(r"<[^>]+>", "", html).replace("&quot;", '"').replace("&#34;", '"').replace("&#39;", "'")
    source = (PROCEDURES / "cluster-restart.md").read_text(encoding="utf-8")
    command = next(line for line in source.splitlines() if "go-template" in line)
    assert len(command) == 219
    assert command in shown
    assert "name={{ kubelet_service }} state=restarted" in shown


def test_a_duplicate_number_in_a_list_is_shown_as_it_was_meant(site: Site) -> None:
    html = site.render("table-service.md", lambda target: target).html
    assert html.count("Ask about allergies: nuts, milk, shellfish.") >= 1
