"""Python and the browser take a digest of the same text."""

import json
import subprocess
from pathlib import Path
from random import Random
from typing import Any

import sop_plugin
from scripts.run_js_tests import node
from sop_plugin.records.canonical import canonical, digest_of
from sop_plugin.records.result_file import Refused, results_of
from tests.records.made import event, run, written

FLOW = Path(sop_plugin.__file__).parent / "web/js/flow"
PROGRAM = """
import { readFileSync } from "node:fs";
const { canonical } = await import(process.argv[1]);
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(canonical)));
"""
EXPORT = """
import { readFileSync } from "node:fs";
const { evidence } = await import(process.argv[1]);
const { run, checklist, events } = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(await evidence(run, checklist, events, []), null, 1));
"""

TEXTS = [
    "",
    "a",
    "\u2028",
    "\x7f",
    "\x1f",
    "顧客",
    "😀",
    "\ue000",
    '"\\/',
    "10",
    "2",
    "01",
    "__proto__",
    "-1",
    "4294967295",
    "\n",
    "4294967294",
]
NUMBERS = [
    0,
    -0.0,
    1,
    -1,
    0.1,
    100.0,
    1e20,
    1e21,
    123456789012345680000.0,
    1e-6,
    1e-7,
    1.5e-7,
    1e300,
    5e-324,
    2**53,
    1 / 3,
    -2.5e-10,
]


def value(random: Random, depth: int = 0) -> Any:
    """Anything that JSON can hold."""
    match random.randrange(6 if depth < 3 else 4):
        case 0:
            return random.choice([None, True, False])
        case 1:
            return random.choice(NUMBERS)
        case 2:
            return random.choice(
                [random.uniform(-1, 1) * 10 ** random.randint(-30, 30), random.randint(-(2**53), 2**53)]
            )
        case 3:
            return random.choice(TEXTS) + random.choice(TEXTS)
        case 4:
            return [value(random, depth + 1) for _ in range(random.randrange(4))]
        case _:
            return {
                random.choice(TEXTS) + random.choice(["", "x"]): value(random, depth + 1)
                for _ in range(random.randrange(6))
            }


def in_browser(program: str, module: str, given_: Any) -> str:
    command = [str(node()), "--input-type=module", "-e", program, (FLOW / module).as_uri()]
    return subprocess.run(
        command, input=json.dumps(given_), capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout


def test_the_text_is_that_of_the_browser() -> None:
    values = json.loads(json.dumps([value(Random(seed)) for seed in range(2_000)]))

    assert list(map(canonical, values)) == json.loads(in_browser(PROGRAM, "canonical.js", values))


def test_lone_surrogates_are_spelled() -> None:
    assert canonical("\ud800a") == '"\\ud800a"'
    assert digest_of({"\udc00": 1})


def test_what_the_browser_exports_is_taken_in() -> None:
    made = run()
    text = in_browser(
        EXPORT, "evidence.js", {"run": made["run"], "checklist": made["checklist"], "events": made["events"]}
    )

    (found,) = results_of(text.encode())
    assert not isinstance(found, Refused)
    assert found == next(iter(results_of(written(made))))
    assert event(1, "done")["id"] == "e1"
