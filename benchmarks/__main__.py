"""`make bench`: measures every figure and fails where one does not hold."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import (
    building,
    checking,
    editing,
    hostile,
    killing,
    page,
    quizzes,
    quizzing,
    searching,
    seeding,
    serving,
)
from benchmarks.measure import Figure

MEASURES: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "checking": checking.figures,
    "hostile": hostile.figures,
    "building": building.figures,
    "editing": editing.figures,
    "killing": killing.figures,
    "page": page.figures,
    "quizzes": quizzes.figures,
    "quizzing": quizzing.figures,
    "searching": searching.figures,
    "seeding": seeding.figures,
    "serving": serving.figures,
}


def main() -> int:
    """Measures what is named on the command line, or everything; gives 1 where a figure does not hold."""
    os.environ["PYTHONPATH"] = str(Path(__file__).parent.parent)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    chosen = sys.argv[1:] or list(MEASURES)
    all_hold = True
    with tempfile.TemporaryDirectory() as bytecode:
        # As in a program that is installed, a module is compiled the first time it is loaded, not in every process.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = bytecode
        for name in chosen:
            with tempfile.TemporaryDirectory() as folder:
                for figure in MEASURES[name](Path(folder)):
                    print(figure, flush=True)
                    all_hold &= figure.holds
    return 0 if all_hold else 1


if __name__ == "__main__":
    sys.exit(main())
