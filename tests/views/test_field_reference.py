import re
from html.parser import HTMLParser

import pytest
import yaml
from jsonschema import Draft202012Validator

from sop_plugin.exports.json_schema import front_matter_schema
from sop_plugin.model.amount import Amount
from sop_plugin.model.fields import fields_of, records_below
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.page import RenderedPage, TocEntry
from sop_plugin.model.sop import Sop, Status
from sop_plugin.model.time import Bound, Duration
from sop_plugin.reading.amounts import read_amount
from sop_plugin.reading.document import read_document
from sop_plugin.reading.durations import read_duration
from sop_plugin.views.field_reference import SAMPLES, field_reference
from sop_plugin.views.notations import AMOUNTS, TIMES, notations
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from sop_plugin.words.keys import kebab


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request: pytest.FixtureRequest) -> RenderedPage:
    return field_reference(catalogue(request.param))


class Ids(HTMLParser):
    """Gathers the ids of a page, the addresses it points at within itself, and the text of its code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: set[str] = set()
        self.feed(html)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if "id" in found:
            self.ids.append(str(found["id"]))
        href = found.get("href") or ""
        if href.startswith("#"):
            self.targets.add(href[1:])


def every(entries: tuple[TocEntry, ...]) -> list[str]:
    return [anchor for entry in entries for anchor in (entry.id, *every(entry.children))]


def test_every_field_of_the_model_has_its_place(page: RenderedPage) -> None:
    fields = {
        f"{kebab(record.__name__)}.{spec.key}"
        for root in (Sop, Organisation)
        for record in records_below(root)
        for spec in fields_of(record)
    }
    assert fields <= page.anchors


def test_anchors_are_the_ids_each_once_and_every_link_has_its_target(page: RenderedPage) -> None:
    found = Ids(page.html)
    assert len(found.ids) == len(set(found.ids))
    assert set(found.ids) == page.anchors
    assert found.targets <= page.anchors
    assert set(every(page.toc)) <= page.anchors
    assert {entry.anchor for entry in page.search} <= page.anchors | {""}


def test_no_word_is_left_unfilled(page: RenderedPage) -> None:
    assert "`" not in re.sub(r"<code>.*?</code>", "", page.html, flags=re.DOTALL)
    assert not re.search(r"\{(name|key|count)\}", page.html)


def test_the_allowed_words_of_a_field_stand_beside_it(page: RenderedPage) -> None:
    words = catalogue(page.lang)
    section = page.html.split('id="sop.status"')[1].split('class="sop-ref-field"')[0]
    for status in Status:
        assert f"<code>{status.value}</code>" in section
        assert words.text(f"enum.status.{status.value}") in section


def test_search_finds_a_field_by_its_key(page: RenderedPage) -> None:
    assert [entry.anchor for entry in page.search if "time_limit:" in entry.text] == ["sop", "step", "step-exception"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_are_valid(name: str, language: str) -> None:
    words = catalogue(language)
    sample = words.text(f"reference.sample.{name}.code")
    document = read_document("sample.md", f"{sample}\n".encode())
    assert document.sop is not None
    assert document.faults == []
    front_matter = sample.strip("-\n")
    data = yaml.safe_load(front_matter)
    Draft202012Validator(front_matter_schema(words)).validate(data)
    assert len(data["steps"]) == (1 if name == "smallest" else 5)


@pytest.mark.parametrize(("bound", "text"), [(bound, text) for bound, texts in TIMES.items() for text in texts])
def test_the_times_are_read_as_the_page_says(bound: Bound, text: str) -> None:
    duration = read_duration(text)
    assert isinstance(duration, Duration)
    assert duration.bound is bound


def test_every_bound_has_its_times() -> None:
    assert set(TIMES) == set(Bound)


@pytest.mark.parametrize(("meaning", "text"), [(meaning, text) for meaning, texts in AMOUNTS.items() for text in texts])
def test_the_amounts_are_read_as_the_page_says(meaning: str, text: str) -> None:
    amount = read_amount(text)
    assert isinstance(amount, Amount)
    ends = (amount.low is not None, amount.high is not None, amount.low_open, amount.high_open, amount.about)
    expected = {
        "exact": [(True, True, False, False, False)],
        "range": [(True, True, False, False, False)],
        "at-least": [(True, False, False, False, False)],
        "at-most": [(False, True, False, False, False)],
        "over": [(True, False, True, False, False)],
        "under": [(False, True, False, True, False), (True, True, False, True, False)],
        "roughly": [(True, True, False, False, True)],
    }
    assert ends in expected[meaning]


def test_every_notation_is_explained() -> None:
    for notation in notations(catalogue("en")):
        assert notation.about
        assert notation.lines
        assert all(line.examples and line.meaning for line in notation.lines)
