"""What the search answers, asked without a browser."""

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from scripts.run_js_tests import node


def put_index(scripts: Mapping[str, str], folder: Path) -> None:
    """Writes the files of an index into a folder."""
    for name, script in scripts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script, encoding="utf-8")


def answers(folder: Path, language: str, questions: Iterable[str]) -> Sequence[dict[str, Any]]:
    """The answers of the index in a folder to a reader in a language, as `asking.mjs` gives them."""
    program = Path(__file__).with_suffix(".mjs")
    asked = json.dumps(list(questions))
    done = subprocess.run(
        [node(), str(program), str(folder), language], input=asked, capture_output=True, text=True, check=True
    )
    found: Sequence[dict[str, Any]] = json.loads(done.stdout)
    return found
