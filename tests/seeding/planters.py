"""A fault of every rule, planted into a clean procedure at a random place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sop_plugin.checks.scripts import foreign_to
from tests.seeding.draft import Draft, Planter

PLANTERS: dict[str, list[Planter]] = {}


def plants(*rules: str) -> Callable[[Planter], Planter]:
    """Enters a planter under the rules whose fault it plants."""

    def enter(planter: Planter) -> Planter:
        for rule in rules:
            PLANTERS.setdefault(rule, []).append(planter)
        return planter

    return enter


def _changes(table: Mapping[str, tuple[tuple[str, str], ...]]) -> None:
    """Enters planters that change one line: a pattern, and what stands in its place."""
    for rule, changes in table.items():
        for pattern, instead in changes:
            plants(rule)(_changing(pattern, instead))


def _changing(pattern: str, instead: str) -> Planter:
    return lambda draft: draft.change(pattern, instead) if _in_script_of(draft, instead) else None


def _additions(table: Mapping[str, tuple[tuple[str, ...], ...]]) -> None:
    """Enters planters that add lines to a step; the fault is in the last of them that is marked with a `!`."""
    for rule, additions in table.items():
        for lines in additions:
            plants(rule)(_adding(lines))


def _adding(lines: tuple[str, ...]) -> Planter:
    return lambda draft: _marked(draft, lines) if _in_script_of(draft, "".join(lines)) else None


def _in_script_of(draft: Draft, text: str) -> bool:
    """Whether a text holds no character that would be another fault in the procedure's language."""
    return not any(character in (foreign_to(draft.language) or ()) for character in text)


def _marked(draft: Draft, lines: tuple[str, ...]) -> int | None:
    offset = max((n for n, line in enumerate(lines) if line.startswith("!")), default=0)
    first = lines[0].lstrip("!").partition(":")[0]
    at = draft.add_to_step(*(line.removeprefix("!") for line in lines), only=rf"^ +{first}:")
    return None if at is None else at + offset


_changes(
    {
        "unknown-role": ((r"role: cashier$", "role: cashire"), (r"role: agent$", "role: angel"), (r"owner: \S+", "owner: nobody-here")),
        "unknown-tool": ((r"tools: \[till\]", "tools: [tlil]"), (r"tools: \[scale\]", "tools: [scael, till]")),
        "unknown-material": ((r"materials: \[label\]", "materials: [lable]"),),
        "unknown-system": ((r"systems: \[crm\]", "systems: [cmr]"),),
        "unknown-touchpoint": ((r"touchpoint: counter", "touchpoint: cuonter"),),
        "unknown-sop": ((r"call: sop-\d+", "call: spo-1"),),
        "unknown-form-field": ((r"record: \[parcel-log.weight\]", "record: [parcel-log.wieght]"),),
        "unknown-form": ((r"record: \[parcel-log.weight\]", "record: [parcle-log.weight]"),),
        "unknown-event": ((r"event: recall", "event: reclal"),),
        "unknown-step": ((r"go: step-\d+", "go: step-99"),),
        "unknown-choice": ((r"order: parallel", "order: paralel"), (r"status: effective", "status: efective"), (r"channels: \[in-person", "channels: [in-persn")),
        "unknown-field": ((r"time_limit:", "time_limt:"), (r"quality:", "qualty:"), (r"exceptions:", "exeptions:"), (r"summary:", "sumary:")),
        "time-unreadable": ((r"time_limit: \d.*", "time_limit: three of them"), (r"time_limit: \d.*", "time_limit: 三個人")),
        "time-ambiguous": ((r"time_limit: \d.*", "time_limit: 5:30"), (r"time_limit: \d.*", "time_limit: 5 m")),
        "amount-unreadable": ((r"range: 0 to under 30", "range: thirty or so"),),
        "date-invalid": ((r"effective: 2026-(\d\d)-(\d\d)", r"effective: 2026/\1/\2"), (r"review_by: \S+", "review_by: 2026-02-30")),
        "version-invalid": ((r"version: (\S+)", r"version: v\1"), (r"version: (\S+)", r"version: draft two")),
        "language-invalid": ((r"lang: \S+", "lang: Chinese"),),
        "id-invalid": ((r"- id: trouble", "- id: Trouble 1"),),
        "notation-invalid": ((r"go: next", "go: on to the window"),),
        "wrong-type": ((r"max: \d", "max: few"), (r"range: 0 to under 30", "range: [0, 30]")),
        "yaml-anchor": ((r"title: (.+)$", r"title: &a \1"),),
        "yaml-alias": ((r"    role: \S+", "    role: *a"),),
        "yaml-tag": ((r"version: ", "version: !!str "),),
        "tab-in-header": ((r"^    do: ", "\tdo: "),),
        "yaml-syntax": ((r"summary: (.*)", r'summary: "\1'), (r"^  - id: (step-\d+)$", r"  - [id: \1"), (r"^    title: (.*)$", r"    title \1"), (r"^    (do|role): (.+)$", r"     \1: \2")),
        "text-with-colon": ((r"^( +)  - (\D[^{:]*[.。])$", r"\1  - Note: \2"),),
        "invisible-character": ((r"title: (.)", "title: \\1\u200b"),),
        "control-character": ((r"do: (.)", "do: \\1\x07"), (r"title: (.)", "title: \\1\u202e")),
        "format-unknown": ((r"^sop: 1$", "sop: 7"),),
        "missing-value": ((r"^(    do:) .*", r"\1"), (r"role: \S+$", "role:")),
        "empty-text": ((r"^(    do:) .*", r'\1 ""'),),
        "text-in-brackets": ((r"^(    do:) (.*)[.。]", r"\1 [\2]"),),
        "nested-too-deep": ((r"time_limit: .*", f"time_limit: {'[' * 40}{']' * 40}"),),
    }
)  # fmt: skip

_additions(
    {
        "missing-image": (("media:", "!  - {file: img/nowhere.svg, alt: The counter}"), ("!notes: See ![the counter](img/gone.svg) first.",)),
        "asset-type-not-allowed": (("media:", "!  - {file: page.html, alt: The price list}"),),
        "outside-content": (("media:", "!  - {file: ../../../etc/plan.svg, alt: The plan}"),),
        "external-image": (("!notes: See ![the counter](https://example.com/a.png) first.",),),
        "image-without-alt": (("media:", "!  - {file: img/counter.svg}"), ("!notes: See ![](img/counter.svg) first.",)),
        "dangerous-scheme": (("!notes: Open [the list](javascript:alert) first.",),),
        "dead-link": (("!notes: Open [the list](nowhere.md) first.",), ("notes: |", "  The price list hangs left.", "!  See [the list](sop-0.md#step-77).")),
        "unknown-class": (("!only_if: {severty: [major]}",),),
        "unknown-level": (("!only_if: {severity: [majr]}",),),
        "unknown-quantity": (("!only_if: {queue-lenght: over 5}",),),
        "unknown-customer-group": (("!customer_groups: [commuters-all]",),),
        "unknown-reference": (("!basis: [consumer-atc art. 19]",),),
        "unknown-state": (("!moves_to: waiting",),),
        "mermaid-fence": (("notes: |", "  The way in a picture:", "", "!  ```mermaid", "  graph LR", "  ```"),),
        "sentence-split-by-comma": (("!evidence: [Hot, not burnt at the rim]",),),
        "text-cut-by-hash": (("!pain_points:", "!  - Table #4 is far from the counter"),),
        "yaml-merge-key": (("!<<: {role: agent}",),),
        "key-not-text": (("![notes]: New staff forget to look up.",),),
        "missing-field": (("exceptions:", "!  - {id: no-when, then: Call the shift lead.}"),),
    }
)  # fmt: skip


@plants("exception-without-answer")
def _unanswered(draft: Draft) -> int | None:
    at = draft.line(r"^ +exceptions:$")
    if at is None:
        return None
    indent = draft.lines[at].partition("-")[0]
    return draft.insert(at + 1, f"{indent}- {{id: unanswered, when: The lamp goes out}}")


@plants("duplicate-key")
def _twice(draft: Draft) -> int | None:
    at = draft.line(r"^    do: ")
    return None if at is None else draft.insert(at + 1, draft.lines[at - 1])


@plants("duplicate-id")
def _same_id(draft: Draft) -> int | None:
    ids = [number for number, _ in draft.steps()]
    if len(ids) < 2:
        return None
    first, second = sorted(draft.random.sample(ids, 2))
    # A later step that others go to stays what it is.
    if any(f"go: {draft.lines[second - 1].split()[-1]}" in line for line in draft.lines):
        return None
    draft.lines[second - 1] = draft.lines[second - 1].partition("id:")[0] + f"id: {draft.lines[first - 1].split()[-1]}"
    return second


@plants("self-reference")
def _itself(draft: Draft) -> int | None:
    number, _ = draft.random.choice(list(draft.steps()))
    name = draft.lines[number - 1].split()[-1]
    indent = draft.lines[number - 1].partition("-")[0]
    return draft.insert(number + 2, f"{indent}  undoes: {name}")


@plants("missing-field")
def _no_owner(draft: Draft) -> int | None:
    at = draft.line("^owner: ")
    assert at is not None
    del draft.lines[at - 1]
    return draft.line("^id: ")


@plants("header-not-closed")
def _open_header(draft: Draft) -> int | None:
    del draft.lines[draft.fence - 1]
    return 1


@plants("header-not-opened")
def _no_first_line(draft: Draft) -> int | None:
    del draft.lines[0]
    return 1


@plants("header-not-mapping")
def _list_header(draft: Draft) -> int | None:
    draft.lines = ["---", "- sop: 1", f"- id: {draft.name}", "- title: A list", "---", ""]
    return 2


@plants("sop-not-marked")
def _unmarked(draft: Draft) -> int | None:
    del draft.lines[1]
    return 2


@plants("not-utf-8")
def _another_encoding(draft: Draft) -> int | None:
    if draft.language == "en":
        return None
    codec = "big5" if draft.language == "zh-TW" else "gbk"
    text = "\n".join(draft.lines)
    draft.data = text.encode(codec, "replace")
    return next(number for number, line in enumerate(draft.lines, start=1) if not line.isascii())


@plants("file-too-large")
def _too_large(draft: Draft) -> int | None:
    draft.data = draft.bytes + b"data:image/png;base64," * 50_000
    return 1


@plants("text-too-tangled")
def _tangled(draft: Draft) -> int | None:
    draft.lines += ["", "*[" * 20_000, ""]
    return len(draft.lines) - 1


@plants("duplicate-sop-id")
def _given_twice(draft: Draft) -> int | None:
    # Of two files of one id the later by name is the one too many.
    draft.files[f"zz-{draft.path}"] = "\n".join(draft.lines)
    draft.path = f"zz-{draft.path}"
    return draft.line("^id: ")


@plants("go-into-parallel")
def _into_a_track(draft: Draft) -> int | None:
    at = draft.line("order: parallel")
    if at is None:
        return None
    track = next(line for line in draft.lines[at:] if "- id: step-" in line).split()[-1]
    first = next(number for number, _ in draft.steps())
    if first > at:
        return None
    return draft.insert(first + 2, "    branches:", f"      - {{id: quick, when: The box is small, go: {track}}}") + 1


@plants("unknown-rule")
def _no_such_rule(draft: Draft) -> int | None:
    draft.add("suppress:", "  - {rule: no-such-rule, reason: Looked at in May}")
    return draft.fence - 1


@plants("binding-rule-waived")
def _waived(draft: Draft) -> int | None:
    draft.add("suppress:", "  - rule: unknown-role", "    reason: Looked at in May")
    return draft.fence - 2


@plants("suppression-expired")
def _expired(draft: Draft) -> int | None:
    draft.add("suppress:", "  - {rule: image-without-alt, reason: Looked at in May, until: 2020-05-31}")
    return draft.fence - 1


@plants("suppression-unneeded")
def _idle(draft: Draft) -> int | None:
    draft.add("suppress:", "  - {rule: image-without-alt, reason: Looked at in May}")
    return draft.fence - 1


LONG_ENGLISH = (
    "Put the box from the van of the night with the name of the customer on it to the left of the door and " * 3
)
LONG_CHINESE = "把夜班車送來並且寫著顧客姓名而且封條完整的箱子放在櫃台後方架上" * 2

_changes(
    {
        "placeholder-left": (
            (r"^( +do: .*)$", r"\1 TODO"), (r"^(summary: .*)$", r"\1 (TBD)"), (r"^( +then: .*)$", r"\1（待補）"),
        ),
        "several-steps-in-one": (
            (r"^( +do: ).*", r"\1Open the box, then count the items, then close it, and finally stick the label on."),
            (r"^( +do: ).*", r"\1打開箱子，再點件數，然後封箱，最後貼標籤。"),
        ),
        "sentence-too-long": ((r"^( +do: ).*", rf"\1{LONG_ENGLISH}"), (r"^( +do: ).*", rf"\1{LONG_CHINESE}")),
        "clauses-nested": (
            (r"^( +do: ).*", r"\1If the box that stands there is one which nobody called for when we rang, send it back."),
            (r"^( +do: ).*", r"\1找出昨天的夜班的主管的櫃子的鑰匙。"),
        ),
        "passives-piled-up": (
            (r"^( +do: ).*", r"\1The box is opened, the items are counted and the list is signed."),
            (r"^( +do: ).*", r"\1箱子由店員進行清點，予以封箱並加以歸位。"),
        ),
        "hazard-without-caution": ((r"tools: \[(till|scale|scanner)\]", "tools: [steam-wand]"),),
    }
)  # fmt: skip

_additions(
    {
        "vague-criterion": (
            ("checklist:", "!  - Wipe the shelf if necessary"),
            ("checklist:", "  - 桌面", "!  - 必要時補紙"),
            ("checklist:", "!  - 酌情补纸"),
        ),
        "standard-not-checkable": (("quality:", "!  - Friendly service"), ("quality:", "!  - 態度親切")),
    }
)


@plants("customer-waits-untold")
def _untold(draft: Draft) -> int | None:
    first = draft.lines.index("steps:") + 1
    lines = ("  - id: queue", "    title: Queue", "    layer: customer", "    wait: 20 min")
    return draft.insert(first + 1, *lines) + 3


@plants("customer-left-without-answer")
def _left_standing(draft: Draft) -> int | None:
    at = draft.add_to_step(
        "layer: front-stage",
        "exceptions:",
        "  - {id: lamp-out, when: The lamp goes out, escalate: shift-lead}",
        only=r"^ +exceptions:|- id: step-1$",
    )
    return None if at is None else at + 2


@plants("one-name-for-two-things")
def _name_of_two(draft: Draft) -> int | None:
    return draft.add_to_step("checklist: [The grey machine is on]", only=r"^ +tools: \[(till|scanner)\]")


@plants("two-names-for-one-thing")
def _second_name(draft: Draft) -> int | None:
    at = draft.line(r"tools: \[scale\]")
    if at is None:
        return None
    indent = draft.lines[at - 1].partition("tools")[0]
    return draft.insert(at + 1, f"{indent}checklist: [The weighing plate is dry]")


@plants("word-not-of-the-house")
def _unwanted_word(draft: Draft) -> int | None:
    use, other = {"en": (r"parcel\b(?!-log)", "packet"), "zh-TW": ("顧客", "奧客"), "zh-CN": ("顾客", "看官")}[
        draft.language
    ]
    return draft.change(use, other)
