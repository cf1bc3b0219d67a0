import gc
import weakref
from pathlib import Path

from sop_plugin.checks.rule import Surroundings
from sop_plugin.pipeline.file_check import check_file
from sop_plugin.pipeline.garbage import collect_seldom, settle, uncollected

CONTENT = Path(__file__).resolve().parents[2] / "content"


def test_a_file_that_is_done_with_leaves_hardly_any_garbage() -> None:
    path = "cafe/ordering.md"
    data = (CONTENT / path).read_bytes()
    check_file(path, data, Surroundings(), path)  # fills what is kept for all files
    gc.collect()
    with uncollected():
        check_file(path, data, Surroundings(), path)
        assert gc.collect() < 50  # its nodes and tokens are thousands


def test_the_collector_is_left_as_it_was() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_has_settled_is_not_looked_at_again() -> None:
    try:
        settle()
        assert gc.get_freeze_count() > 0
        assert gc.isenabled()
    finally:
        gc.unfreeze()


def test_where_it_is_collected_seldom_what_nobody_needs_goes_all_the_same() -> None:
    class Ring:
        def __init__(self) -> None:
            self.itself = self

    usual = gc.get_threshold()
    try:
        collect_seldom()
        last = weakref.ref(Ring())
        kept: list[list[int]] = [[] for _ in range(400_000)]
        assert kept
        assert last() is None
    finally:
        gc.set_threshold(*usual)
