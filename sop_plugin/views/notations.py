"""The short notations of the language, each with examples, as the writers' reference lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sop_plugin.model.flow import GoKind
from sop_plugin.model.step import CautionLevel
from sop_plugin.model.time import Bound
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key

TIMES: Mapping[Bound, tuple[str, ...]] = MappingProxyType(
    {
        Bound.EXACT: ("30s", "2 min", "1h30m", "PT2H", "3 working days", "三十六小時", "2 个工作日"),
        Bound.RANGE: ("15-20 min", "2 to 4 h", "3 至 5 分鐘"),
        Bound.AT_MOST: ("at most 3 min", "within 24 hours", "24 小時內", "2 天以内"),
        Bound.AT_LEAST: ("at least 10 s", "至少 10 秒", "5 分钟以上"),
        Bound.ABOUT: ("about 90 s", "約 90 秒", "2 分鐘左右"),
        Bound.EVERY: ("every 4 h", "每 4 小時", "每天"),
        Bound.HOLD: ("hold 15 s", "保持 15 秒"),
        Bound.AT_ONCE: ("at once", "立即"),
        Bound.OVERNIGHT: ("overnight", "隔夜"),
        Bound.UNTIL: ("until closing", "直到打烊"),
        Bound.BY: ("by 17:00", "before closing", "下班前", "次月十日前"),
        Bound.REMAINING: ("remaining", "剩餘時間"),
        Bound.OPEN_ENDED: ("open-ended", "不限"),
    }
)

AMOUNTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "exact": ("200 ml", "NT$1,000", "2"),
        "range": ("60 to 65 °C", "60-65 °C", "60 至 65 °C"),
        "at-least": ("at least 10", "至少 10 位", "10 人以上"),
        "at-most": ("at most 5 %", "最多 5 %"),
        "over": ("over 30 kg", "超過 30 公斤"),
        "under": ("under 30 kg", "未滿 30 公斤", "0 to under 30"),
        "roughly": ("about 18 g", "約 18 公克"),
    }
)

CONDITIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "said": ("The parcel is still sealed",),
        "class": ("{severity: [major, critical]}",),
        "amount": ("{users: at least 10}",),
        "any": ("{any: [cracked, {users: at least 10}]}",),
        "all": ("{all: [opened, parts missing]}",),
        "none": ("{none: [opened, used]}",),
        "otherwise": ("otherwise",),
    }
)

GO_WORDS = (GoKind.NEXT, GoKind.HERE, GoKind.AGAIN, GoKind.END)
GO_PLACES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"place": ("refund",), "sop": ("sop:refund-card", "sop:refund-card/check-name")}
)

MOMENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"event": ("recall",), "start": ("serve.start",), "done": ("serve.done",)}
)

_EXPLAINED: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "amount": AMOUNTS,
        "condition": CONDITIONS,
        "go": GO_PLACES,
        "moment": MOMENTS,
        "text": {
            "short": ("title: Greet the guest",),
            "long": ("do: |\n  Look up and smile.\n\n  Say the guest's name if you know it.",),
            "comma": ('- "Hot, not burnt"',),
            "hash": ('title: "Cup #2"',),
        },
        "id": {"declared": ("id: take-order",), "pointed": ("go: take-order",)},
        "date": {"day": ("2026-03-01",)},
        "version": {"number": ("2", "2.1", "2.10"), "mark": ("3.0-pilot",)},
        "language": {"tag": ("zh-TW", "zh-CN", "en")},
        "one-or-more": {
            "one": ("role: barista",),
            "more": ("role: [barista, cashier]", "role:\n  - barista\n  - cashier"),
        },
        "sop-link": {"sop": ("refund-card",), "step": ("refund-card/check-name",)},
        "form-use": {"form": ("return-form",), "field": ("return-form.weight",)},
        "citation": {"whole": ("consumer-act",), "place": ("consumer-act art. 19",)},
        "class-test": {"one": ("{grade: senior}",), "more": ("{severity: [major, critical]}",)},
        "file": {"path": ("img/counter.svg",)},
    }
)
"""Lines that are explained under `reference.notation.NAME.LINE`."""

_ORDER = (
    *("text", "one-or-more", "id", "date", "version", "language", "duration", "amount", "condition", "class-test"),
    *("go", "moment", "sop-link", "form-use", "citation", "caution", "file"),
)


@dataclass(frozen=True, slots=True)
class NotationLine:
    """Examples that mean the same kind of thing, and what they mean."""

    examples: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class Notation:
    """One notation; `anchor` is its place on the reference page."""

    anchor: str
    title: str
    about: str
    lines: tuple[NotationLine, ...]


def notation_anchor(name: str) -> str:
    """Where the reference page explains the notation of that name."""
    return f"notation-{name}"


def notations(words: Catalogue) -> tuple[Notation, ...]:
    """Every notation, in the order of the reference."""
    return tuple(
        Notation(
            anchor=notation_anchor(name),
            title=words.text(f"reference.notation.{name}"),
            about=words.text(f"reference.notation.{name}.about"),
            lines=tuple(_lines(name, words)),
        )
        for name in _ORDER
    )


def _lines(name: str, words: Catalogue) -> Iterator[NotationLine]:
    match name:
        case "duration":
            for bound, examples in TIMES.items():
                yield NotationLine(examples, words.text(f"{enum_key(bound)}.about"))
        case "go":
            for kind in GO_WORDS:
                yield NotationLine((kind.value,), words.text(f"{enum_key(kind)}.about"))
        case "caution":
            for level in CautionLevel:
                yield NotationLine((f"{level.value}: …",), words.text(f"{enum_key(level)}.about"))
    for line, examples in _EXPLAINED.get(name, {}).items():
        yield NotationLine(examples, words.text(f"reference.notation.{name}.{line}"))
