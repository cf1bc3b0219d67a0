"""A field, a choice, a rule and a time explained, as Markdown."""

from __future__ import annotations

from enum import StrEnum

from sop_plugin.model.amount import Amount
from sop_plugin.model.fields import FieldSpec
from sop_plugin.model.time import Bound, Duration, Span, TimeUnit
from sop_plugin.views.field_kinds import kinds_of, takes_several
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key, field_key, record_key

MINUTE, HOUR = 60, 3600


def field_sentence(holder: type, spec: FieldSpec, words: Catalogue) -> str:
    """What a field is for."""
    return words.text(field_key(holder, spec))


def field_help(holder: type, spec: FieldSpec, words: Catalogue) -> str:
    """What a field is for, how it is written, and an example."""
    kinds = words.text("editor.or").join(kind.text for kind in kinds_of(spec, words))
    several = words.text("reference.one-or-more") if takes_several(spec) else ""
    required = f" — {words.text('reference.required')}" if spec.required else ""
    lines = [
        f"**`{spec.key}`** ({words.text(record_key(holder))}){required}",
        field_sentence(holder, spec, words),
        f"{several}{kinds}",
        *([f"{words.text('reference.otherwise')}`{spec.otherwise}`"] if spec.otherwise else []),
        f"```yaml\n{spec.line.strip()}\n```",
    ]
    return "\n\n".join(lines)


def choice_help(value: StrEnum, words: Catalogue) -> str:
    """A word out of a few: its name, and what it means where that is explained."""
    key = enum_key(value)
    about = f"\n\n{words.text(f'{key}.about')}" if words.has(f"{key}.about") else ""
    return f"**{words.text(key)}** (`{value.value}`){about}"


def rule_help(name: str, words: Catalogue) -> str:
    """What a rule checks, and why it matters."""
    parts = (f"**{words.text(f'rules.{part}')}**: {words.text(f'rule.{name}.{part}')}" for part in ("what", "why"))
    return "\n\n".join([f"**{words.text(f'rule.{name}.title')}** (`{name}`)", *parts])


def time_help(time: Duration, words: Catalogue) -> str:
    """How a time is understood."""
    name = words.text(enum_key(time.bound))
    if time.low is None and time.high is None:
        return f"**{name}**"
    ends = dict.fromkeys(_span(end, words) for end in (time.low, time.high) if end is not None)
    length = words.text("editor.to").join(ends)
    return f"**{length}**" if time.bound in (Bound.EXACT, Bound.RANGE) else f"**{name}**: {length}"


def amount_help(amount: Amount, words: Catalogue) -> str:
    """How an amount is understood."""
    unit = f" {amount.unit}" if amount.unit else ""
    if amount.low is not None and amount.low == amount.high:
        text = f"{amount.low:g}{unit}"
    else:
        low = f"{'>' if amount.low_open else '≥'} {amount.low:g}{unit}" if amount.low is not None else ""
        high = f"{'<' if amount.high_open else '≤'} {amount.high:g}{unit}" if amount.high is not None else ""
        text = words.text("editor.and").join(filter(None, (low, high)))
    return f"**{words.text(enum_key(Bound.ABOUT))}**: {text}" if amount.about else f"**{text}**"


def _span(span: Span, words: Catalogue) -> str:
    if span.unit is not TimeUnit.SECOND:
        return words.text("editor.length", number=f"{span.amount:g}", unit=words.text(enum_key(span.unit)))
    hours, rest = divmod(span.amount, HOUR)
    minutes, seconds = divmod(rest, MINUTE)
    parts = [(hours, "h"), (minutes, "min"), (seconds, "s")]
    return " ".join(f"{number:g} {unit}" for number, unit in parts if number) or "0 s"
