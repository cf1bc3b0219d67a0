"""The page of a procedure."""

import dataclasses
import datetime

import pytest

from sop_plugin.model.document import Document
from sop_plugin.model.page import RenderedPage
from sop_plugin.model.sop import Status
from sop_plugin.views.context import OtherVersion
from sop_plugin.views.sop_page import sop_page
from tests.views.pages import Seen, context, page, read

STEPS = """
summary: From the slip to the *cup*.
tags: [coffee]
aliases: [white coffee]
steps:
  - {id: greet, title: Greet the guest, role: barista}
  - id: make
    title: Make it
    order: parallel
    join: any
    steps:
      - {id: milk, title: Steam the milk}
      - {id: shot, do: Pull the shot.}
  - {id: serve, title: Serve it}
"""


def text_of(front_matter: str, body: str = "", language: str = "en") -> str:
    return Seen(page(front_matter, body, language).html).text


def entries(rendered: RenderedPage) -> list[tuple[str, str]]:
    return [(entry.id, entry.title) for entry in rendered.toc]


def test_steps_are_numbered_by_their_place() -> None:
    text = text_of(STEPS)
    assert text.index("1 Greet the guest") < text.index("2 Make it") < text.index("2.1 Steam the milk")
    assert text.index("2.2 Pull the shot.") < text.index("3 Serve it")


def test_the_contents_name_the_steps_and_their_parts() -> None:
    rendered = page(STEPS)
    assert entries(rendered) == [("greet", "1 Greet the guest"), ("make", "2 Make it"), ("serve", "3 Serve it")]
    assert [(part.id, part.title) for part in rendered.toc[1].children] == [
        ("milk", "2.1 Steam the milk"),
        ("shot", "2.2 Pull the shot."),
    ]


def test_other_sections_follow_the_steps_in_the_contents() -> None:
    front = "steps: [{id: go, title: Go}]\nevents: [{id: fire, title: Fire}]\n"
    front += "triggered: [{id: run, title: Run, event: fire}]\nends: [{id: safe, title: Safe}]\n"
    rendered = page(front, "## Why {#why}\n\nBecause.\n")
    assert entries(rendered) == [
        ("go", "1 Go"),
        ("sop.triggered", "When something happens"),
        ("sop.ends", "How it can end"),
        ("sop.events", "Events"),
        ("sop.background", "Background"),
    ]
    assert rendered.toc[1].children[0].title == "E1 Run"


def test_search_finds_the_page_and_each_step() -> None:
    found = page(STEPS, "### Milk {#milk}\n\nTo **60** degrees.\n").search
    assert [(entry.anchor, entry.title) for entry in found] == [
        ("", "Make a latte"),
        ("greet", "Greet the guest"),
        ("make", "Make it"),
        ("milk", "Steam the milk"),
        ("shot", "Pull the shot."),
        ("serve", "Serve it"),
    ]
    assert {"latte", "white coffee"} <= set(found[0].names)
    assert found[0].tags == ("coffee",)
    assert "To 60 degrees." in found[3].text


def test_a_group_says_its_order_in_words() -> None:
    assert "at the same time; go on when any one is done" in text_of(STEPS)
    assert "同時進行；任一項完成即可繼續" in text_of(STEPS, language="zh-TW")


@pytest.mark.parametrize(
    ("flow", "words"),
    [
        ("go: b", "Go to 2 B"),
        ("go: done", "Ends here: Finished"),
        ("go: end", "The procedure ends here"),
        ("go: again", "Then start this step again"),
        ("go: sop:refund", "Hand over to Refund a card"),
        ("call: refund", "Carry out Refund a card, then come back here"),
        ("repeat: {until: It shines, max: 3, else_go: b}",
         "Repeat until: It shines; at most 3 times; if that does not work: Go to 2 B"),
        ("repeat: {times: 2, each_time: [two scoops, one scoop]}", "Repeat 2 times; round 1: two scoops; round 2: one scoop"),
        ("only_if: {size: [large, huge]}", "Only if: Cup size is Large or Huge"),
        ("only_if: {any: [cracked, {all: [opened, parts missing]}]}", "Only if: cracked or (opened and parts missing)"),
        ("only_if: {none: [cracked, opened]}", "Only if: none of these: cracked or opened"),
        ("after: [b.done]", "Starts once 2 B is done"),
        ("after_any: [b.done, rush]", "Starts as soon as 2 B is done or Rush"),
        ("time_limit: {limit: 2 days, from: rush, counts_from: next-day, to: b.done}",
         "Limit 2 days; counted from: Rush; counted from the following day; up to: 2 B is done"),
        ("time_limit: {limit: 2 days, to: [b.done, rush]}", "Limit 2 days; up to: 2 B is done or Rush, whichever comes first"),
        ("branches: [{id: x, when: Torn, tells: lead, raises: rush, moves_to: open}]",
         "Torn Tell lead Sets off: Rush The case is now: Open Go on"),
        ("exceptions: [{id: x, when: Torn, tells: lead, raises: rush, moves_to: open, go: next}]",
         "Torn Tell lead Sets off: Rush The case is now: Open Go on"),
        ("settings: [{id: s, title: Milk, by: size, values: [{for: [large], amount: 180 ml, also: 6 fl oz}]}]",
         "Milk by Cup size: Large – 180 ml (6 fl oz)"),
        ("only_if: {queue: over 5}", "Only if: Guests in the queue: over 5"),
        ("time_limit: {limit: 2 min, from: b.start, restarts_on: rush}", "Limit 2 min; counted from: 2 B starts; starts anew on: Rush"),
        ("wait: {until: rush, at_most: 5 min}", "Wait first until: Rush; at most 5 min"),
        ("time_limit: {limit: 2 days, extension: {up_to: 1 day, approved_by: [lead, cook]}}",
         "can be extended by up to 1 day with the agreement of lead and cook"),
        ("time_limit: {limit: 2 days, extension: {up_to: at most 1 day}}", "can be extended: at most 1 day"),
        ("time_limit: {limit: 2 days, extension: {up_to: no limit}}", "Limit 2 days; can be extended without limit"),
        ("time_limit: {limit: 2 days, from: [rush, b.done]}",
         "Limit 2 days; counted from: Rush or 2 B is done, whichever comes first"),
        ("time_limit: {limit: 2 days, pause: [{from: rush, to: b.start}, {from: b.start, to: b.done}]}",
         "the clock stops from Rush to 2 B starts; the clock stops from 2 B starts to 2 B is done"),
        ("time_limit: {by: size, values: [{for: large, limit: 2 days, from: rush, counts_from: next-day}]}",
         "Large – 2 days (counted from: Rush; counted from the following day)"),
        ("time_limit: by 17:00", "Limit by 17:00"),
        ("repeat: 3", "Repeat 3 times"),
        ("people: 2", "People 2"),
        ("every: {every: 4 h, while: The shop is open}", "4 h; as long as: The shop is open"),
        ("materials: [{use: milk, amount: 200 ml, also: 7 fl oz}]", "milk 200 ml (7 fl oz)"),
        ("record: [{id: x, title: Hole, only_if: It leaks}]", "Hole Tick · only if: It leaks"),
        ("script: [{says: Sorry., role: lead, when: It is late}]", "lead It is late Sorry."),
        ("branches: [{id: x, when: Torn, call: refund, approved_by: [lead, cook]}]",
         "Torn Approval lead and cook Carry out Refund a card, then come back here"),
        ("exceptions: [{id: x, when: Torn, script: Sorry., call: refund, approved_by: lead, record: [{id: y, title: Hole}]}]",
         "Torn Sorry. Write down Hole Tick Approval lead Carry out Refund a card, then come back here"),
        ("exceptions: [{id: x, when: Torn, escalate: {to: lead, after: by 17:00}}]", "by 17:00: call in lead"),
        ("min_level: {size: large}", "Cup size: at least Large"),
        ("min_level: {size: [large, huge]}", "Cup size is Large or Huge"),
        ("approved_by: [lead, cook]", "Approval lead and cook"),
        ("checked_by: [lead, cook]", "Checked by lead and cook"),
        ("same_as: b", "Same as 2 B"),
        ("takes: {by: size, values: [{for: [large], takes: 3 min}]}", "Takes by Cup size: Large – 3 min"),
    ],
)  # fmt: skip
def test_flow_is_said_in_plain_words(flow: str, words: str) -> None:
    front = "classes:\n  - {id: size, title: Cup size, levels: [{id: large, title: Large}, {id: huge, title: Huge}]}\n"
    front += "events: [{id: rush, title: Rush}]\nends: [{id: done, title: Finished}]\n"
    front += "states: [{id: open, title: Open}]\nquantities: [{id: queue, title: Guests in the queue}]\n"
    front += f"steps:\n  - id: a\n    title: A\n    {flow}\n  - {{id: b, title: B}}\n"
    assert words in text_of(front)


def test_exceptions_are_folded_and_say_what_to_do_and_where_to_go() -> None:
    front = """
steps:
  - id: serve
    title: Serve
    exceptions:
      - id: cold
        when: The coffee is *cold*
        then: Make a new one.
        escalate: [{to: lead, after: 10 min, how: by phone}, manager]
        time_limit: 5 min
        go: again
"""
    rendered = page(front)
    assert "<summary>The coffee is <em>cold</em></summary>" in rendered.html
    assert "serve.exception.cold" in rendered.anchors
    text = Seen(rendered.html).text
    assert "After 10 min, call in lead; by phone Call in manager" in text
    assert "Then start this step again" in text


@pytest.mark.parametrize(
    ("exception", "words"),
    [
        ("{id: x, when: Torn}", "This procedure gives no answer here: ask lead."),
        ("{id: x, when: Torn, then: Mend it.}", "Then carry on with this step"),
        ("{id: x, when: Torn, escalate: cook}", "Then carry on with this step"),
        ("{id: x, when: Torn, raises: rush}", "Then carry on with this step"),
        ("{id: x, when: Torn, go: next}", "Go on to the next step"),
    ],
)
def test_an_exception_without_an_answer_does_not_say_carry_on(exception: str, words: str) -> None:
    front = (
        f"owner: lead\nevents: [{{id: rush, title: Rush}}]\nsteps: [{{id: a, title: A, exceptions: [{exception}]}}]\n"
    )
    said = {"This procedure gives no answer here: ask lead.", "Then carry on with this step", "Go on to the next step"}
    assert {each for each in said if each in text_of(front)} == {words}


def test_without_an_owner_the_one_in_charge_is_asked() -> None:
    front = "steps: [{id: a, title: A, exceptions: [{id: x, when: Torn}]}]\n"
    assert "ask whoever is in charge" in text_of(front)


def test_a_deadline_stands_at_the_steps_that_start_and_stop_its_clock() -> None:
    front = """
steps: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]
deadlines: [{id: law, title: Answer, limit: 30 days, from: a.done, to: [c.done, b-event]}]
events: [{id: b-event, title: Withdrawn}]
"""
    html = page(front).html
    chip = '<a href="#deadline.law">Answer</a> 30 days'
    assert [chip in html.split(f'id="{step}"')[1].split("</section>")[0] for step in "abc"] == [True, False, True]


def test_a_deadline_that_applies_to_some_says_so_at_its_steps_too() -> None:
    front = """
steps: [{id: a, title: A}]
deadlines: [{id: law, title: Answer, limit: 30 days, from: a.done, only_if: It is reported}]
"""
    assert text_of(front).count("30 days; only if: It is reported") == 2


def test_the_loop_of_a_group_stands_before_its_parts() -> None:
    front = "steps: [{id: a, title: A, repeat: {times: 2}, steps: [{id: b, title: Inner}]}]\n"
    text = text_of(front)
    assert text.count("Repeat 2 times") == 1
    assert text.index("Repeat 2 times") < text.rindex("Inner")


def test_a_step_without_a_role_has_that_of_its_group_then_of_the_procedure() -> None:
    front = """
role: barista
steps:
  - {id: a, title: A}
  - {id: b, title: B, role: cook, steps: [{id: c, title: C}]}
"""
    html = page(front).html
    of_step = {step: html.split(f'id="{step}"')[1] for step in "abc"}
    assert Seen(of_step["a"]).text.split("Role ")[1].startswith("barista")
    assert Seen(of_step["c"]).text.split("Role ")[1].startswith("cook")


def test_a_step_in_a_group_whose_role_differs_by_class_has_it_too() -> None:
    front = """
role: barista
steps:
  - id: a
    title: A
    role: {by: size, values: [{for: [large], role: lead}]}
    steps: [{id: b, title: B}]
  - {id: c, title: C}
"""
    html = page(front).html
    assert Seen(html.split('id="b"')[1]).text.split("Role ")[1].startswith("by size: large – lead")
    assert Seen(html.split('id="c"')[1]).text.split("Role ")[1].startswith("barista")


def test_an_end_says_the_state_of_the_case_and_a_deadline_what_to_say() -> None:
    front = """
steps: [{id: a, title: A}]
events: [{id: claim, title: A claim arrives}]
states: [{id: closed, title: Closed, final: true}]
ends: [{id: done, title: Finished, moves_to: closed}]
deadlines: [{id: law, title: Answer, limit: 30 days, from: claim, counts_from: next-working-day, says: a month}]
quantities: [{id: queue, title: Guests in the queue, unit: guests, how: Count them.}]
"""
    text = text_of(front)
    assert "The case is now: Closed" in text
    assert "30 days; in words: “a month”; counted from: A claim arrives; counted from the next working day" in text
    assert "Measured quantities Guests in the queue guests Count them." in text


def test_a_repeated_step_shows_its_source_once_and_keeps_ids_unique() -> None:
    front = """
steps:
  - {id: wash, title: Wash, do: Use soap., steps: [{id: dry, title: Dry}]}
  - {id: again, same_as: wash}
"""
    seen = Seen(page(front).html)
    assert seen.text.count("Use soap.") == 2
    assert len(seen.ids) == len(set(seen.ids))


def test_old_ids_still_lead_to_their_step() -> None:
    assert "hello" in page("steps: [{id: greet, was: [hello], title: Greet}]\n").anchors


def test_detail_from_the_body_stands_in_its_step() -> None:
    html = page(STEPS, "Before all.\n\n### Milk {#milk}\n\nTo 60 degrees.\n\n## More {#more}\n\nAfter all.\n").html
    places = [html.index(text) for text in ("Before all.", 'id="milk"', "To 60 degrees.", 'id="shot"', "After all.")]
    assert places == sorted(places)


def test_a_footnote_of_a_step_s_detail_is_found() -> None:
    seen = Seen(page(STEPS, "### Milk {#milk}\n\nTo 60[^a].\n\n## More {#more}\n\n[^a]: Degrees.\n").html)
    marks = [link[1:] for link in seen.links if "fn" in link]
    assert marks
    assert set(marks) <= set(seen.ids)


def test_links_to_other_procedures_and_files_go_through_the_resolver() -> None:
    front = """
steps:
  - id: a
    title: A
    see: [refund/ask, gone]
    media: [{file: ../img/bar.svg, alt: The bar}]
"""
    rendered = page(front)
    seen = Seen(rendered.html)
    assert "/at/desk/refund.md#ask" in seen.links
    assert 'src="/at/img/bar.svg" alt="The bar" loading="lazy"' in rendered.html
    assert "desk/refund.md#ask" in rendered.links
    assert "gone" in seen.text


def test_a_picture_of_known_size_keeps_its_room() -> None:
    document = read("steps: [{id: a, title: A, media: [{file: img/bar.svg, alt: The bar}]}]\n")
    sized = dataclasses.replace(context(), picture_sizes={"cafe/img/bar.svg": (640, 200)})
    assert ' width="640" height="200" ' in sop_page(document, sized).html


def test_what_an_author_writes_is_escaped() -> None:
    front = """
steps:
  - id: a
    title: "<script>alert(1)</script>"
    do: "<img src=x onerror=alert(1)>"
tags: ["<b>x</b>"]
"""
    html = page(front).html
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>x" not in html


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", " JavaScript:alert(1)"])
def test_a_reference_with_a_dangerous_scheme_is_no_link(link: str) -> None:
    front = f'steps: [{{id: a, title: A, basis: [law]}}]\nreferences: [{{id: law, title: Law, link: "{link}"}}]\n'
    assert not [href for href in Seen(page(front).html).links if "alert" in href or "data:" in href]


def test_other_versions_and_the_edit_link() -> None:
    other = OtherVersion("2.0", Status.APPROVED, datetime.date(2027, 1, 1), "cafe/latte.next.md")
    rendered = sop_page(read(STEPS), context(edit_url="https://example.org/edit", versions=(other,)))
    seen = Seen(rendered.html)
    assert {"/at/cafe/latte.next.md", "https://example.org/edit"} <= set(seen.links)
    assert "Version 2.0 Approved Effective 2027-01-01" in seen.text


def test_the_language_is_the_procedures_own() -> None:
    assert page(STEPS + "lang: zh-TW\n").lang == "zh-TW"
    assert page(STEPS).lang == "en"


def test_the_same_page_twice_is_the_same_to_the_byte() -> None:
    document = read(STEPS, "### Milk {#milk}\n\nTo 60[^1].\n\n[^1]: Degrees.\n")
    assert sop_page(document, context()) == sop_page(document, context())


def test_a_document_without_sop_is_no_page() -> None:
    with pytest.raises(ValueError, match="no SOP"):
        sop_page(Document("notes.md"), context())
