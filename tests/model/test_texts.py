from pathlib import Path

import pytest

from sop_plugin.model.amount import Amount
from sop_plugin.model.condition import AllOf, AmountTest, AnyOf, ClassTest, NoneOf, Otherwise, Said
from sop_plugin.model.flow import Branch, StepException
from sop_plugin.model.script import ScriptLine
from sop_plugin.model.sop import Requirement, Sop, Term
from sop_plugin.model.step import Caution, CautionLevel, Media, Standard, Step
from sop_plugin.model.texts import joined, texts, with_words
from sop_plugin.reading.document import read_document

CONTENT = Path(__file__).resolve().parents[2] / "content"

LATTE = Sop(
    1,
    "latte",
    "Make a latte",
    (
        Step(
            "make",
            title="Make",
            role=("barista",),
            cautions=(Caution(CautionLevel.DANGER, "Steam."), Caution(CautionLevel.NOTE, "Slow.")),
            steps=(
                Step(
                    "pour",
                    do="Pour.",
                    quality=(Standard("Hot."), Standard("Full.", id="full", how="Look.")),
                    script=(ScriptLine("Here you are.", "barista"),),
                    media=(Media("a.svg", "A cup"),),
                    checklist=("Cup", "Spoon"),
                    only_if=AnyOf((Said("wet"), ClassTest("size", ("big",)), AllOf((Said("cold"), Otherwise())))),
                    branches=(Branch("spilt", Said("Spilt")),),
                    exceptions=(StepException("out", NoneOf((AmountTest("milk", Amount("5", 5, 5)), Said("late")))),),
                ),
            ),
        ),
    ),
    requires=(Requirement("Ready."),),
    terms=(Term("crema", "Crema", "Foam.", also=("Oil",)),),
    tags=("bar", "milk"),
    triggered=(Step("wipe", title="Wipe"),),
)

ADDRESSES = {
    "title": "Make a latte",
    "make/title": "Make",
    "make/cautions/0": "Steam.",
    "make/cautions/1": "Slow.",
    "pour/do": "Pour.",
    "pour/quality/0/text": "Hot.",
    "pour/quality/full/text": "Full.",
    "pour/quality/full/how": "Look.",
    "pour/script/0/says": "Here you are.",
    "pour/media/0/alt": "A cup",
    "pour/checklist/0": "Cup",
    "pour/checklist/1": "Spoon",
    "pour/only_if/0": "wet",
    "pour/only_if/2/0": "cold",
    "pour/branches/spilt/when": "Spilt",
    "pour/exceptions/out/when/1": "late",
    "requires/0/text": "Ready.",
    "terms/crema/title": "Crema",
    "terms/crema/text": "Foam.",
    "terms/crema/also/0": "Oil",
    "tags/0": "bar",
    "tags/1": "milk",
    "wipe/title": "Wipe",
}


def test_every_text_has_its_address() -> None:
    assert dict(texts(LATTE)) == ADDRESSES


def test_no_words_leave_it_as_it_is() -> None:
    assert with_words(LATTE, {}) is LATTE
    assert with_words(LATTE, dict(texts(LATTE))) == LATTE


def test_words_stand_in_place_and_nothing_else_changes() -> None:
    translated = with_words(LATTE, {address: f"譯：{text}" for address, text in texts(LATTE)})
    assert dict(texts(translated)) == {address: f"譯：{text}" for address, text in ADDRESSES.items()}
    assert with_words(translated, dict(texts(LATTE))) == LATTE


def test_what_is_not_translated_stays() -> None:
    translated = with_words(LATTE, {"pour/do": "倒。", "nowhere/do": "無"})
    assert dict(texts(translated)) == ADDRESSES | {"pour/do": "倒。"}


def test_a_step_has_the_same_address_wherever_it_stands() -> None:
    moved = Sop(1, "latte", "Make a latte", LATTE.steps[0].steps)
    assert {address for address, _ in texts(moved)} <= ADDRESSES.keys()


def test_joined() -> None:
    assert (joined("", "title"), joined("greet", "do")) == ("title", "greet/do")


ORIGINALS = sorted(
    path
    for path in CONTENT.rglob("*.md")
    if path.read_text(encoding="utf-8").startswith("---\nsop:") and path.stem.count(".") == 0
)


@pytest.mark.parametrize("path", ORIGINALS, ids=lambda path: path.stem)
def test_addresses_of_real_procedures_are_unique(path: Path) -> None:
    sop = read_document(path.name, path.read_bytes()).sop
    assert sop is not None
    addresses = [address for address, _ in texts(sop)]
    assert len(addresses) == len(set(addresses)) > 5
    assert with_words(sop, dict(texts(sop))) == sop
