import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.reading.document import read_document
from tests.support.mutation import mutant, originals, probe


@pytest.mark.parametrize("path", originals())
def test_real_files_have_no_fault(path: str) -> None:
    rules = {fault.rule for fault in read_document(path, originals()[path]).faults}
    assert rules <= {"exception-without-answer"}, "an exception may do without an answer"
    probe(path, originals()[path])


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_no_broken_file_is_too_much(seed: int) -> None:
    for number in range(250):
        probe(*mutant(seed, number))


@given(st.sampled_from(["a.md", "organisation.yml"]), st.binary(max_size=200))
def test_no_bytes_are_too_much(path: str, data: bytes) -> None:
    probe(path, data)
    probe(path, b"---\nsop: 1\n" + data)
