"""The browser's QR codes are those of segno, module by module."""

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest
import segno

from scripts.run_js_tests import node

QR = Path(__file__).parents[2] / "sop_plugin" / "web" / "js" / "kit" / "qr.js"

PROGRAM = """
import { readFileSync } from "node:fs";
const { qrCode } = await import(process.argv[1]);
const asked = JSON.parse(readFileSync(0, "utf8"));
const drawn = asked.map(([text, level]) => qrCode(text, level)?.rows.map((row) => row.join("")) ?? null);
console.log(JSON.stringify(drawn));
"""


@pytest.fixture(autouse=True)
def padding_of_the_standard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Segno puts eight bits too many where the text already ends with a whole byte; readers pass over them."""

    def pad(buffer: Any, _version: int, length: int) -> None:
        buffer.append_bits(0, -length % 8)

    monkeypatch.setattr("segno.encoder.write_padding_bits", pad)


def drawn(asked: list[tuple[str, str]]) -> list[list[str] | None]:
    command = [str(node()), "--input-type=module", "-e", PROGRAM, QR.as_uri()]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
    found: list[list[str] | None] = json.loads(done.stdout)
    return found


def expected(text: str, level: str) -> list[str]:
    code = segno.make_qr(text, error=level, mode="byte", encoding="utf-8", boost_error=False)
    return ["".join(map(str, row)) for row in code.matrix]


def different(asked: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [one for one, rows in zip(asked, drawn(asked), strict=True) if rows != expected(*one)]


def test_codes_are_those_of_the_standard() -> None:
    dice = random.Random(18004)
    texts = ["a", "https://sop.example.com/cafe/order/#greet", "https://例.example/咖啡/點餐/#打招呼", "☕️" * 40]
    texts += ["".join(chr(dice.randrange(33, 127)) for _ in range(dice.randrange(1, 300))) for _ in range(8)]
    assert different([(text, level) for text in texts for level in "LMQH"]) == []


# Segno takes its time for the large ones, so each level has versions of its own.
@pytest.mark.parametrize(("level", "first"), [("L", 1), ("M", 2), ("Q", 3), ("H", 4)])
def test_every_version_is_drawn(level: str, first: int) -> None:
    capacities: Any = segno.consts.SYMBOL_CAPACITY
    room = {
        version: (capacities[version][segno.consts.ERROR_MAPPING[level]] - (12 if version < 10 else 20)) // 8
        for version in range(first, 41, 4)
    }
    asked = [("x" * length, level) for length in room.values()]
    assert [len(rows or []) for rows in drawn(asked)] == [17 + 4 * version for version in room]
    assert different(asked) == []


def test_what_no_code_holds_gives_none() -> None:
    assert [bool(rows) for rows in drawn([("x" * 2953, "L"), ("x" * 2954, "L")])] == [True, False]
