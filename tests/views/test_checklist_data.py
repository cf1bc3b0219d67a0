"""Every procedure has a whole checklist, in the words of its page."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sop_plugin.model.document import Document
from sop_plugin.views.checklist_data import checklist_data, embedded
from tests.support.checklists import checklist, read, real_procedures, strange
from tests.views.pages import context
from tests.views.pages import read as latte

FILES = [pytest.param(path, id=path.stem) for path in real_procedures()]


def items_of(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for node in data["nodes"]:
        yield from node.get("items", ())
        for exception in node.get("exceptions", ()):
            yield from exception.get("items", ())
    for edge in data["edges"]:
        yield from edge.get("items", ())


def of(front_matter: str, language: str = "en") -> dict[str, Any]:
    return checklist_data(latte(front_matter), context(language))


def step(data: dict[str, Any], name: str) -> dict[str, Any]:
    return next(node for node in data["nodes"] if node["id"] == name and node["kind"] in ("step", "open"))


def titles(data: dict[str, Any]) -> list[str]:
    return [item["title"] for item in items_of(data)]


def assert_whole(data: dict[str, Any]) -> None:
    places = range(len(data["nodes"]))
    for edge in data["edges"]:
        assert edge["source"] in places
        assert edge["target"] in places
    for node in data["nodes"]:
        if node["kind"] == "step":
            assert any(item["source"] == "do" for item in node["items"])
        for exception in node.get("exceptions", ()):
            assert exception["edge"] is None or data["edges"][exception["edge"]]["id"] == exception["id"]


@pytest.mark.parametrize("path", FILES)
def test_every_procedure_has_a_whole_checklist(path: Path) -> None:
    data = read(path)
    assert_whole(data)
    ids = [item["id"] for item in items_of(data)]
    assert len(ids) == len(set(ids))
    assert all(node.get("title") for node in data["nodes"])
    assert all(item["title"] for item in items_of(data))
    assert all("<" not in edge.get("words", "") for edge in data["edges"])
    assert json.loads(embedded(data)) == data


@pytest.mark.parametrize("path", FILES)
def test_ways_that_somebody_chooses_between_have_words(path: Path) -> None:
    data = read(path)
    chosen = ("branch", "unsaid", "exception", "entry", "choice", "loop", "else", "skip", "fallback")
    assert all(edge["words"] for edge in data["edges"] if edge["kind"] in chosen)


def test_procedures_without_sense_have_one_too() -> None:
    for data in strange():
        assert_whole(data)


def test_what_is_asked_at_a_step_in_its_order() -> None:
    data = of(
        "forms:\n  - {id: log, title: Log, when_nothing: Write none., fields: [{id: lot, title: Lot, type: text}]}\n"
        "steps:\n  - id: steam\n    title: Steam\n    checked_by: lead\n    approved_by: [manager]\n"
        "    checklist: [Jug, Cloth]\n    record: [log, {id: temp, title: Temperature, type: number, range: 60 to under 70 °C}]\n"
        "    quality: [Silky, {id: hot, text: Hot enough, measure: at least 60 °C, checked_by: lead}]\n"
    )
    items = step(data, "steam")["items"]
    assert [(item["id"].removeprefix("steam."), item["kind"], item["title"]) for item in items] == [
        ("done", "tick", "Done"),
        ("checklist.1", "tick", "Jug"),
        ("checklist.2", "tick", "Cloth"),
        ("standard.1", "tick", "Silky"),
        ("standard.hot", "number", "Hot enough"),
        ("standard.hot.checked-by.lead", "signature", "Checked by: lead"),
        ("record.log~.lot", "text", "Lot"),
        ("record.log~nothing~", "tick", "Write none."),
        ("record.temp", "number", "Temperature"),
        ("checked-by.lead", "signature", "Checked by: lead"),
        ("approved-by.manager", "signature", "Approved by: manager"),
    ]
    assert items[8] == {
        "id": "steam.record.temp",
        "kind": "number",
        "source": "record",
        "title": "Temperature",
        "unit": "°C",
        "low": 60,
        "high": 70,
        "highOpen": True,
        "rangeWords": "60 to under 70 °C",
        "field": "temp",
    }
    assert items[6]["form"] == {"id": "log", "title": "Log"}


def test_a_group_asks_when_its_parts_are_done_and_goes_wrong_while_they_are_not() -> None:
    data = of(
        "steps:\n  - id: make\n    title: Make\n    order: parallel\n    join: any\n    quality: [All is there.]\n"
        "    exceptions: [{id: fire, when: It burns, then: Run., go: end}]\n"
        "    steps: [{id: a, title: A}, {id: b, title: B}]\n"
    )
    begin = step(data, "make")
    join = data["nodes"][begin["partner"]]
    assert "items" not in begin
    assert [item["title"] for item in join["items"]] == ["All is there."]
    assert (begin["order"], begin["join"]) == ("parallel", "any")
    assert data["edges"][begin["exceptions"][0]["edge"]]["kind"] == "exception"
    assert "exceptions" not in join


def test_a_step_that_repeats_another_asks_the_same() -> None:
    data = of(
        "steps:\n  - {id: a, title: Fill, checklist: [Level], record: [{id: ml, title: Amount, type: number}]}\n"
        "  - {id: b, same_as: a}\n"
    )
    assert [item["id"] for item in step(data, "b")["items"]] == ["b.done", "b.checklist.1", "b.record.ml"]


def test_a_form_that_is_named_twice_is_asked_once() -> None:
    data = of(
        "forms: [{id: log, title: Log, fields: [{id: lot, title: Lot, type: text}]}]\n"
        "steps: [{id: a, title: A, record: [log, log.lot]}]\n"
    )
    assert [item["id"] for item in step(data, "a")["items"]] == ["a.done", "a.record.log~.lot"]


@pytest.mark.parametrize(
    ("times", "timer"),
    [
        ("time_limit: 3 min", {"seconds": 180, "kind": "limit"}),
        ("time_limit: 3 min\n    takes: 1 min", {"seconds": 180, "kind": "limit"}),
        ("time_limit: {limit: 3 min, from: ring}\n    takes: 1-2 min", {"seconds": 120, "kind": "takes"}),
        ("takes: for 15 s", {"seconds": 15, "kind": "hold"}),
        ("takes: at least 10 s", {"seconds": 10, "kind": "hold"}),
        ("takes: overnight", None),
        ("time_limit: 2 working days", None),
        ("time_limit: 1 month", None),
    ],
)
def test_what_a_timer_counts_to(times: str, timer: dict[str, object] | None) -> None:
    data = of(
        f"events: [{{id: ring, title: It rings, external: true}}]\nsteps:\n  - id: a\n    title: A\n    {times}\n"
    )
    assert step(data, "a").get("timer") == timer


def test_conditions_can_be_tested() -> None:
    data = of(
        "quantities: [{id: queue, title: Queue}]\nsteps:\n  - id: a\n    title: A\n    branches:\n"
        "      - {id: long, when: {queue: at least 10}, go: next}\n"
        "      - {id: odd, when: {any: [It rains, {queue: under 2}]}, go: end}\n"
        "      - {id: other, when: otherwise, go: again}\n"
    )
    tests = [edge["test"] for edge in data["edges"] if edge["kind"] == "branch"]
    assert tests == [
        {"amount": "queue", "low": 10},
        {"any": [{"said": True}, {"amount": "queue", "high": 2, "highOpen": True}]},
        {"otherwise": True},
    ]


def test_a_zero_bound_is_a_bound() -> None:
    data = of("steps: [{id: a, title: A, record: [{id: n, title: N, type: number, range: at least 0}]}]\n")
    assert step(data, "a")["items"][1]["low"] == 0


def test_words_are_plain_and_markdown_is_html() -> None:
    data = of(
        "steps:\n  - id: a\n    title: A\n    do: Press **hard** & hold.\n    checklist: ['`x` *is* on']\n"
        "    repeat: {until: It *clicks*, max: 3}\n"
    )
    assert "Press <strong>hard</strong> &amp; hold." in step(data, "a")["do"]
    assert "x is on" in titles(data)
    assert {edge["kind"]: edge.get("words") for edge in data["edges"]}["next"] == "It clicks"


def test_what_must_be_true_before_it_begins_is_told() -> None:
    steps = "steps: [{id: a, title: A}]\n"
    assert of("requires:\n  - The *till* is open.\n  - The float is counted.\n" + steps)["requires"] == [
        "The till is open.",
        "The float is counted.",
    ]
    assert "requires" not in of(steps)


def test_it_speaks_the_language_of_its_page() -> None:
    text = "lang: zh-TW\nsteps: [{id: a, title: 打奶泡, checked_by: lead}]\n"
    assert titles(of(text, "zh-TW")) == ["完成", "檢查：lead"]


def test_nothing_in_it_ends_the_element_that_holds_it() -> None:
    data = of('steps: [{id: a, title: "</script><!--"}]\n') | {"sop": "\u2028"}
    text = embedded(data)
    assert "<" not in text
    assert "\u2028" not in text
    assert json.loads(text) == data


def test_the_fingerprint_of_the_whole_is_of_what_is_done() -> None:
    text = "steps: [{id: a, title: A}, {id: b, title: B}]\n"
    same = of(text)["fingerprint"]
    assert of("version: 9\nowner: lead\ntags: [x]\n" + text)["fingerprint"] == same
    assert of(text.replace("B}", "C}"))["fingerprint"] != same
    assert of("steps: [{id: b, title: B}, {id: a, title: A}]\n")["fingerprint"] != same
    assert of("requires: [Warm]\n" + text)["fingerprint"] != same


def test_a_document_without_a_procedure_has_none() -> None:
    with pytest.raises(ValueError, match="holds no SOP"):
        checklist(Document("note.md"))
