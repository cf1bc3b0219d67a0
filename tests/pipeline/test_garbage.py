import gc
from pathlib import Path

from sop_plugin.checks.rule import Surroundings
from sop_plugin.pipeline.file_check import check_file
from sop_plugin.pipeline.garbage import settle, uncollected

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


def test_what_has_settled_is_not_looked_at_again_and_new_objects_seldom() -> None:
    pace = gc.get_threshold()
    try:
        settle()
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[0] > 10 * 700
        assert gc.isenabled()
    finally:
        gc.unfreeze()
        gc.set_threshold(*pace)
