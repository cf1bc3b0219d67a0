from pathlib import Path

import pytest

from sop_plugin.editing.hover import hover
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.editing.desk import LIBRARY, desk, marked, step


def told(root: Path, path: str, text: str, language: str = "en") -> str:
    where = marked(text)
    workspace = desk(root)
    workspace.update(path, where.text)
    found = hover(workspace, path, where.line, where.column, catalogue(language))
    return found.text if found else ""


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("    ro‸le: barista", "Who does it"),
        ("    role‸: barista", "Who does it"),
        ("    exceptions: [{id: a, wh‸en: b}]", "The item is out of stock"),
        ("    role: ba‸rista", "**Barista** (role)"),
        ("    role: [barista, cashier‸]", "**收銀員** (role)"),
        ("    go: gr‸eet", "**Greet the guest** (step)"),
        ("    go: refu‸sed", "**Refused** (end)"),
        ("    go: ag‸ain", "The same step again"),
        ("    after: [greet‸.done]", "**Greet the guest** (step)"),
        ("    see: [refund/ch‸eck]", "**Check the receipt** (step)"),
        ("    see: [ref‸und/check]", "**Give a refund** (procedure)"),
        ("    record: [log.cu‸ps]", "**Cups** (field)"),
        ("    min_level: {grade: sen‸ior}", "**Senior** (level)"),
        ("    basis: [food-‸act art. 3]", "**Food Safety Act** (reference)"),
        ("    takes: 9‸0 min", "**1 h 30 min**"),
        ("    takes: about 2 w‸orking days", "**About**: 2 working day"),
        ("    takes: 15-‸20 min", "**15 min to 20 min**"),
        ("    settings: [{id: t, title: T, amount: at least 60 °C‸}]", "≥ 60 °C"),
        ("    order: paral‸lel", "`parallel`"),
        ("    cautions:\n      - dan‸ger: Hot.", "Danger"),
    ],
)
def test_what_a_word_means(tmp_path: Path, lines: str, words: str) -> None:
    assert words in told(tmp_path, "order.md", step(lines))


@pytest.mark.parametrize("lines", ["    role: nobo‸dy", "    do: Smi‸le.", "    tytle‸: x", "    ‸", "    # ro‸le"])
def test_nothing_to_say(tmp_path: Path, lines: str) -> None:
    assert told(tmp_path, "order.md", step(lines)) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_is_explained(tmp_path: Path, language: str) -> None:
    text = LIBRARY["order.md"].replace("steps:", "suppress: [{rule: unknown-‸role, reason: x}]\nsteps:", 1)
    words = catalogue(language)
    said = told(tmp_path, "order.md", text, language)
    assert words.text("rule.unknown-role.what") in said
    assert words.text("rule.unknown-role.why") in said


def test_the_ids_of_a_translation_are_those_of_its_original(tmp_path: Path) -> None:
    text = LIBRARY["order.zh-TW.md"].replace("id: greet", "id: gr‸eet")
    assert "Greet the guest" in told(tmp_path, "order.zh-TW.md", text)
