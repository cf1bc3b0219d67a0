"""A translation laid over its original: the words change, and nothing else."""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.model.amount import Amount
from sop_plugin.model.document import Body, Document
from sop_plugin.model.flow_graph import flow_graph
from sop_plugin.model.pins import translated_fingerprint
from sop_plugin.model.rendition import INTRO, REST, Gap
from sop_plugin.model.resolve import step_by_id, steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.texts import by_step, is_own_in_each_language, texts, with_words
from sop_plugin.model.time import Duration
from sop_plugin.model.translating import translated
from sop_plugin.model.translation import Translation
from sop_plugin.reading.document import read_document
from tests.model.flow_strategies import sops

CONTENT = Path(__file__).resolve().parents[2] / "content"

ORIGINAL = """---
sop: 1
id: till
title: 關帳
aliases: [打烊結帳, 點錢]
steps:
  - id: count
    title: 數錢
    do: 先數**紙鈔**。
    takes: 5 分鐘
    exceptions:
      - {id: differs, when: 金額不符, then: 重數一次。, go: again}
  - id: lock
    title: 鎖上保險箱
    do: 轉兩圈。
terms:
  - {id: float, title: 找零金, also: [零用金, 備用金], text: 留在抽屜的錢。}
---

前言。

## 數錢 {#count}

紅色抽屜。

## 其他

背景。
"""

TRANSLATION = """---
sop: 1
translates: till
lang: en
title: Close the till
aliases: [closing]
steps:
  - id: count
    title: Count the cash
    do: Notes **first**.
    exceptions:
      - {id: differs, when: The sums differ, then: Count again.}
  - id: lock
    title: Lock the safe
    do: Two turns.
terms:
  - {id: float, title: Float, also: [change], text: What stays in the drawer.}
---

Before.

## Count {#count}

The red drawer.

## More

Background.
"""


def said(value: Duration | Amount) -> str:
    return f"said {value.words}"


def read(text: str) -> Document:
    return read_document("till.md", text.encode())


def laid(translation: str, original: str = ORIGINAL) -> Document:
    return translated(read(original), read(translation), "zh-TW", said)


def gaps(document: Document) -> dict[str, Gap]:
    assert document.rendition is not None
    return dict(document.rendition.gaps)


def sop_of(document: Document) -> Sop:
    assert document.sop is not None
    return document.sop


def plain_body(body: Body) -> tuple[str, dict[str, str], str]:
    assert body.intro is not None
    assert body.rest is not None
    return body.intro.plain, {step: part.plain for step, part in body.details.items()}, body.rest.plain


def test_a_whole_translation_replaces_all_words() -> None:
    result = laid(TRANSLATION)
    sop = sop_of(result)
    assert gaps(result) == {}
    assert dict(texts(sop)) == {
        "title": "Close the till",
        "count/title": "Count the cash",
        "count/do": "Notes **first**.",
        "count/exceptions/differs/when": "The sums differ",
        "count/exceptions/differs/then": "Count again.",
        "lock/title": "Lock the safe",
        "lock/do": "Two turns.",
        "aliases/0": "closing",
        "terms/float/title": "Float",
        "terms/float/also/0": "change",
        "terms/float/text": "What stays in the drawer.",
    }
    assert sop.lang == "en"
    assert plain_body(result.body) == ("Before.", {"count": "The red drawer."}, "More\nBackground.")
    assert result.prose["Notes **first**."].plain == "Notes first."


def test_what_was_worked_out_of_the_original_is_worked_out_anew() -> None:
    original = read(ORIGINAL)
    assert original.graph().by_step["count"].step == sop_of(original).steps[0]
    result = translated(original, read(TRANSLATION), "zh-TW", said)
    assert result.graph().by_step["count"].step == sop_of(result).steps[0]
    assert result.graph() is result.graph()


def test_times_are_said_in_the_language_of_the_translation() -> None:
    step = step_by_id(sop_of(laid(TRANSLATION)), "count")
    assert step is not None
    assert isinstance(step.takes, Duration)
    assert step.takes.words == "said 5 分鐘"
    assert step.takes.high is not None
    assert step.takes.high.seconds == 300


def test_a_step_that_is_not_translated_stands_in_the_original() -> None:
    without = TRANSLATION.replace("  - id: lock\n    title: Lock the safe\n    do: Two turns.\n", "")
    result = laid(without)
    step = step_by_id(sop_of(result), "lock")
    assert step is not None
    assert (step.title, step.do) == ("鎖上保險箱", "轉兩圈。")
    assert gaps(result) == {"lock": Gap.MISSING}
    assert result.rendition is not None
    assert result.rendition.texts == {"鎖上保險箱", "轉兩圈。"}


def test_a_step_whose_original_changed_stands_in_the_original_as_a_whole() -> None:
    pin = translated_fingerprint(read(ORIGINAL), "count")
    pinned = TRANSLATION.replace("  - id: count\n", f"  - id: count\n    of: {pin}\n")
    assert gaps(laid(pinned)) == {}
    result = laid(pinned, ORIGINAL.replace("重數一次", "找主管"))
    step = step_by_id(sop_of(result), "count")
    assert step is not None
    assert (step.title, step.exceptions[0].then) == ("數錢", "找主管。")
    assert gaps(result) == {"count": Gap.SUSPECT}
    assert result.body.details["count"].plain == "紅色抽屜。"
    assert result.rendition is not None
    assert result.rendition.parts == {"count"}


@pytest.mark.parametrize(
    ("original", "gap"),
    [
        (ORIGINAL.replace("5 分鐘", "6 分鐘"), {}),
        (ORIGINAL.replace("title: 關帳", "title: 結帳"), {}),
        (ORIGINAL.replace("紅色", "藍色"), {"count": Gap.SUSPECT}),
    ],
)
def test_only_the_words_of_a_step_make_it_suspect(original: str, gap: dict[str, Gap]) -> None:
    pin = translated_fingerprint(read(ORIGINAL), "count")
    assert gaps(laid(TRANSLATION.replace("- id: count\n", f"- id: count\n    of: {pin}\n"), original)) == gap


@pytest.mark.parametrize(
    ("left_out", "gap"),
    [
        ("    do: Notes **first**.\n", {"count": Gap.PARTIAL}),
        ("## Count {#count}\n\nThe red drawer.\n", {"count": Gap.PARTIAL}),
        ("Before.\n", {"": Gap.PARTIAL}),
        ("title: Close the till\n", {"": Gap.PARTIAL}),
        ("aliases: [closing]\n", {}),
    ],
)
def test_what_is_left_out_is_told(left_out: str, gap: dict[str, Gap]) -> None:
    assert left_out in TRANSLATION
    assert gaps(laid(TRANSLATION.replace(left_out, ""))) == gap


def test_what_is_left_out_of_the_body_is_the_originals() -> None:
    result = laid(TRANSLATION.partition("Before.")[0])
    assert plain_body(result.body) == ("前言。", {"count": "紅色抽屜。"}, "其他\n背景。")
    assert result.rendition is not None
    assert result.rendition.parts == {INTRO, REST, "count"}


def test_only_a_translation_can_be_laid_over_a_procedure() -> None:
    with pytest.raises(ValueError, match="is no translation of"):
        translated(read(ORIGINAL), read(ORIGINAL), "zh-TW", said)


ORIGINALS = sorted(
    path
    for path in CONTENT.rglob("*.md")
    if path.with_suffix(".en.md").exists() and "sop:" in path.read_text("utf-8")[:8]
)


@pytest.mark.parametrize("path", ORIGINALS, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_the_words_of_real_translations_all_land(path: Path, language: str) -> None:
    original = read_document(path.name, path.read_bytes())
    beside = path.with_suffix(f".{language}.md")
    translation = read_document(beside.name, beside.read_bytes())
    result = translated(original, translation, "zh-TW", lambda value: value.words)
    assert translation.translation is not None
    given_words = {
        address: text for address, text in translation.translation.words.items() if not is_own_in_each_language(address)
    }
    assert gaps(result) == {}
    assert dict(texts(sop_of(result))).items() >= given_words.items()
    back = with_words(dataclasses.replace(sop_of(result), lang=sop_of(original).lang), dict(texts(sop_of(original))))
    assert dataclasses.replace(back, aliases=(), tags=(), terms=()) == dataclasses.replace(
        sop_of(original), aliases=(), tags=(), terms=()
    )


@given(sops, st.data())
def test_the_flow_is_that_of_the_original_whatever_is_translated(sop: Sop, data: st.DataObject) -> None:
    original = Document("a.md", sop=sop)
    names = sorted({step.id for step in steps_of(sop)})
    there = data.draw(st.sets(st.sampled_from(names))) if names else set()
    suspect = data.draw(st.sets(st.sampled_from(names))) if names else set()
    given_words = {
        address: f"{text}!"
        for step, found in by_step(dict(texts(sop)), names).items()
        if not step or step in there
        for address, text in found.items()
    }
    words = Translation("brew", "fr", given_words, dict.fromkeys(sorted(suspect & there), "0"), tuple(sorted(there)))
    result = translated(original, Document("a.fr.md", translation=words), "en", lambda value: value.words)
    stands = dict(texts(sop_of(result)))
    untranslated = {step for step, gap in gaps(result).items() if gap is not Gap.PARTIAL}
    assert untranslated >= suspect & there
    for step, found in by_step(dict(texts(sop)), names).items():
        mark = "" if step in untranslated else "!"
        assert {address: stands[address] for address in found} == {at: f"{text}{mark}" for at, text in found.items()}
    back = dataclasses.replace(with_words(sop_of(result), dict(texts(sop))), lang=sop.lang)
    assert back == sop
    graph, changed = flow_graph(sop), flow_graph(sop_of(result))
    assert [(edge.source, edge.target, edge.kind) for edge in changed.edges] == [
        (edge.source, edge.target, edge.kind) for edge in graph.edges
    ]
