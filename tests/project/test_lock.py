"""The lock files are what the installation trusts: complete, pinned by hash, and free of any machine's own."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def entries(lock: str) -> list[str]:
    """The lock's entries, one a requirement with its hashes, comments left out."""
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return [entry for entry in re.split(r"\n(?=\S)", text) if entry.strip()]


def locked(lock: str) -> list[Requirement]:
    return [Requirement(re.split(r"\s*\\\n", entry)[0]) for entry in entries(lock)]


def test_every_entry_is_one_version_with_hashes() -> None:
    for lock in LOCKS:
        for entry in entries(lock):
            assert re.match(r"[a-z0-9-]+==\S+", entry), entry
            assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("lock", LOCKS)
def test_no_index_and_no_path(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|(^|\s)(-i|-f|-e)\s|(^|\s)~?/\w", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("lock", "declared"),
    [
        ("requirements.lock", PYPROJECT["project"]["dependencies"] + PYPROJECT["build-system"]["requires"]),
        ("requirements-dev.lock", PYPROJECT["dependency-groups"]["dev"]),
    ],
)
def test_what_is_declared_is_locked_at_a_version_that_fits(lock: str, declared: list[str]) -> None:
    versions = {canonicalize_name(one.name): str(one.specifier).removeprefix("==") for one in locked(lock)}
    for requirement in map(Requirement, declared):
        assert versions[canonicalize_name(requirement.name)] in requirement.specifier, requirement


def test_the_development_lock_holds_all_of_the_other() -> None:
    assert set(entries("requirements.lock")) <= set(entries("requirements-dev.lock"))
