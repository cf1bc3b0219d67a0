"""What counts: findings at the level that the house gives their rule, without those that were let stand."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sop_plugin.checks.registry import rule, rule_names
from sop_plugin.model.diagnostic import Diagnostic, Fault, Severity
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.policy import RuleLevel
from sop_plugin.model.suppression import Suppressed, Waiver


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings that count, those that were let stand, and the faults of waivers that let nothing stand, by path."""

    counting: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]
    unneeded: Mapping[str, Sequence[Fault]]


def levels_of(organisation: Organisation | None) -> dict[str, RuleLevel]:
    """The levels that the house's policy sets. A binding rule can be raised, which it is already, but not lowered."""
    policy = organisation.policy if organisation else None
    return {
        setting.rule: setting.level
        for setting in (policy.levels if policy else ())
        if setting.rule in rule_names() and not rule(setting.rule).is_binding
    }


def at_level(diagnostics: Iterable[Diagnostic], levels: Mapping[str, RuleLevel]) -> list[Diagnostic]:
    """`diagnostics` at the severities of `levels`, without those that are off."""
    if not levels:
        return list(diagnostics)
    return [
        dataclasses.replace(found, severity=Severity(levels[found.rule])) if found.rule in levels else found
        for found in diagnostics
        if levels.get(found.rule) is not RuleLevel.OFF
    ]


def judged(
    diagnostics: Iterable[Diagnostic],
    levels: Mapping[str, RuleLevel],
    waivers: Mapping[str, Sequence[Waiver]],
    today: datetime.date,
) -> Verdict:
    """Sorts out what counts. `waivers` stand under the path that diagnostics name; an expired one lets nothing stand.

    Findings of a binding rule always count. Where a rule is off, a waiver of it is neither needed nor unneeded.
    """
    counting: list[Diagnostic] = []
    suppressed: list[Suppressed] = []
    used: set[tuple[str, Waiver]] = set()
    for found in at_level(diagnostics, levels):
        waiver = next(
            (
                each
                for each in waivers.get(found.path, ())
                if each.covers(found.rule, found.span.line) and each.holds_on(today)
            ),
            None,
        )
        if waiver is None or rule(found.rule).is_binding:
            counting.append(found)
        else:
            used.add((found.path, waiver))
            suppressed.append(Suppressed(found, waiver.reason, waiver.until))
    unneeded = {
        path: [
            Fault("suppression-unneeded", waiver.span, {"rule": waiver.rule})
            for waiver in of_file
            if (path, waiver) not in used and _is_idle(waiver, levels, today)
        ]
        for path, of_file in waivers.items()
    }
    return Verdict(tuple(counting), tuple(suppressed), {path: faults for path, faults in unneeded.items() if faults})


def _is_idle(waiver: Waiver, levels: Mapping[str, RuleLevel], today: datetime.date) -> bool:
    """Whether a waiver that let nothing stand is one too many; of other waivers, other rules tell."""
    waived = rule(waiver.rule) if waiver.rule in rule_names() else None
    is_off = levels.get(waiver.rule) is RuleLevel.OFF
    if waived is None or waived.is_binding or waived.check_change is not None:
        # What is only found beside an earlier commit, most runs do not find.
        return False
    return not is_off and waiver.holds_on(today)
