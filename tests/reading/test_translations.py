from typing import Any

import pytest
import yaml

from sop_plugin.model.diagnostic import Fault
from sop_plugin.model.document import Document
from sop_plugin.model.fields import FieldSpec, Shape, fields_of, shorthand_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.texts import texts
from sop_plugin.reading.document import read_document
from sop_plugin.reading.translations import carries_words

HEAD = "sop: 1\ntranslates: latte\nlang: en\n"


def read(header: str) -> Document:
    return read_document("order.en.md", f"---\n{header}---\n".encode())


def words(header: str) -> dict[str, str]:
    document = read(HEAD + header)
    assert document.faults == []
    assert document.translation is not None
    return dict(document.translation.words)


def faults(header: str) -> list[Fault]:
    return read(header).faults


EVERYTHING = f"""\
sop: 1
id: latte
{"".join(f"{s.key}: {s.example}{chr(10)}" for s in fields_of(Sop) if s.key not in ("sop", "id", "steps"))}\
steps:
  - id: make
    title: Make
    steps:
      - id: pour
        do: Pour.
        only_if: {{severity: major, any: [wet, {{users: 5, all: [cold, otherwise]}}, {{none: late}}]}}
        role: barista
        quality: [Hot., {{text: Clean., how: Look.}}, {{id: full, text: Full.}}]
        cautions: [{{danger: Steam.}}, {{note: Slow.}}]
        script: Hello.
        checklist: [Cup, Spoon]
        media: {{file: a.svg, alt: A cup}}
        wait: {{until: buzzer, why: It rises.}}
        time_limit: {{limit: 3 min, or: It cools.}}
        repeat: {{times: 2, each_time: [Left, Right], until: Full}}
        settings: {{id: water, title: Water, amount: 90 °C}}
        branches: [{{id: a, when: Sealed, then: Ask., go: end}}, {{id: b, when: otherwise}}]
        exceptions: [{{id: out, when: {{any: [Empty, Broken]}}, then: Stop., escalate: {{to: lead, how: Call.}}}}]
        record: [form.weight, {{id: seal, title: Seal, type: choice, choices: [{{id: yes, title: "Yes"}}]}}]
        emotion: {{score: 1, thinks: Nice.}}
        evidence: Receipt
"""


def only_words(value: Any, record: type) -> Any:
    """What a translator keeps of a front matter: ids, words, and whatever holds words."""
    if not isinstance(value, dict):
        return value
    return {
        spec.key: [kept(item, spec) for item in value[spec.key]]
        if isinstance(value[spec.key], list)
        else kept(value[spec.key], spec)
        for spec in fields_of(record)
        if spec.key in value and (spec.key == "id" or says_words(value[spec.key], spec))
    }


def kept(value: Any, spec: FieldSpec) -> Any:
    record = record_of(spec)
    return only_words(value, record) if record else value


def record_of(spec: FieldSpec) -> type | None:
    return next((option.type for option in spec.options if option.shape is Shape.RECORD), None)


def says_words(value: Any, spec: FieldSpec) -> bool:
    """Whether a value of the field holds words as it is written: `time_limit: 3 min`, the short form, does not."""
    record = record_of(spec)
    short = shorthand_of(record) if record else None
    if short and isinstance(value, str):
        return carries_words(short)
    return carries_words(spec)


def test_words_are_found_at_the_addresses_of_the_model() -> None:
    sop = read(EVERYTHING).sop
    assert sop is not None
    expected = dict(texts(sop))
    assert len(expected) > 50
    copy = only_words(yaml.load(EVERYTHING, yaml.BaseLoader), Sop)
    del copy["id"]
    assert words(yaml.dump(copy, allow_unicode=True, sort_keys=False)) == expected


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("title: Order\n", {"title": "Order"}),
        ("tags: [a, b]\n", {"tags/0": "a", "tags/1": "b"}),
        ("tags: a\n", {"tags/0": "a"}),
        ("requires:\n  - Ready.\n  - {text: Open.}\n", {"requires/0/text": "Ready.", "requires/1/text": "Open."}),
        ("terms: [{id: rma, text: A number.}]\n", {"terms/rma/text": "A number."}),
        ("steps: [{id: a, title: A, steps: [{id: b, do: B.}]}]\n", {"a/title": "A", "b/do": "B."}),
        ("triggered: {id: pull, title: Pull}\n", {"pull/title": "Pull"}),
        ("steps: [{id: a, exceptions: [{id: late, when: Late}]}]\n", {"a/exceptions/late/when": "Late"}),
        ("steps: [{id: a, cautions: [danger: Hot.]}]\n", {"a/cautions/0": "Hot."}),
        ("steps: [{id: a, only_if: {any: [x, {users: 5}, y]}}]\n", {"a/only_if/0": "x", "a/only_if/2": "y"}),
        ("steps: [{id: a, branches: [{id: b, when: otherwise}]}]\n", {}),
    ],
)
def test_addresses(header: str, found: dict[str, str]) -> None:
    assert words(header) == found


def test_pins() -> None:
    document = read(HEAD + "steps: [{id: a, title: A, of: '@3f9a1c'}, {id: b, of: 12ab34}, {id: c}]\n")
    assert document.translation is not None
    assert document.translation.of == {"a": "3f9a1c", "b": "12ab34"}


@pytest.mark.parametrize(
    ("header", "rule", "line"),
    [
        (HEAD + "owner: lead\n", "translated-field", 5),
        (HEAD + "steps: [{id: a, role: barista}]\n", "translated-field", 5),
        (HEAD + "steps: [{id: a, time_limit: 5 min}]\n", "translated-field", 5),
        (HEAD + "titel: A\n", "unknown-field", 5),
        (HEAD + "title: A\ntitle: B\n", "duplicate-key", 6),
        (HEAD + "title:\n", "missing-value", 5),
        (HEAD + "title: [a, b]\n", "text-in-brackets", 5),
        (HEAD + "steps: [{title: A}]\n", "missing-field", 5),
        (HEAD + "steps: [a]\n", "wrong-type", 5),
        (HEAD + "steps:\n  - {id: a, title: A}\n  - {id: a, do: B}\n", "duplicate-id", 7),
        ("sop: 1\ntranslates: latte\n", "missing-field", 2),
        ("sop: 1\ntranslates:\nlang: en\n", "missing-value", 3),
    ],
)
def test_faults(header: str, rule: str, line: int) -> None:
    assert [(fault.rule, fault.span.line) for fault in faults(header)] == [(rule, line)]


def test_without_its_language_it_is_no_translation() -> None:
    assert read("sop: 1\ntranslates: latte\ntitle: A\n").translation is None


def test_what_it_translates_is_mentioned() -> None:
    document = read(HEAD + "steps: [{id: a}]\n")
    assert [(mention.id, mention.of) for mention in document.mentions] == [("latte", ""), ("a", "latte")]
