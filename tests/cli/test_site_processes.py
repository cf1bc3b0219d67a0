import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from sop_plugin.cli.site_processes import BuildFailedError, SiteToMake, make_sites

BUILDER = """
import json, os, pathlib, sys
place = pathlib.Path(sys.argv[-1])
place.mkdir()
told = {"arguments": sys.argv, "environment": dict(os.environ)}
(place / "told.json").write_text(json.dumps(told), encoding="utf-8")
sys.exit(os.environ.get("CODE"))
"""


@pytest.fixture(autouse=True)
def builder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pretended_builder.py").write_text(BUILDER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOP_BUILDER", "pretended_builder")
    monkeypatch.setenv("SOP_LANGUAGE", "en")


def site(tmp_path: Path, name: str, **told: str) -> SiteToMake:
    return SiteToMake(Path("mkdocs.yml"), tmp_path / name, told)


def told(tmp_path: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((tmp_path / name / "told.json").read_text(encoding="utf-8"))
    return found


def test_the_builder_of_the_working_folder_is_told_what_to_make(tmp_path: Path) -> None:
    make_sites([site(tmp_path, "site", SOURCE_DATE_EPOCH="7", OURS="1")])
    arguments, environment = told(tmp_path, "site").values()
    wanted = ["build", "--quiet", "--config-file", "mkdocs.yml", "--site-dir", str(tmp_path / "site")]
    assert arguments[1:] == wanted
    assert (environment["SOURCE_DATE_EPOCH"], environment["OURS"]) == ("7", "1")
    assert "SOP_LANGUAGE" not in environment  # that of the caller says nothing of this site


def test_what_a_builder_changes_stays_with_it(tmp_path: Path) -> None:
    before = list(sys.argv), dict(os.environ)
    make_sites([site(tmp_path, "site", OURS="1")])
    assert (sys.argv, dict(os.environ)) == before


def test_one_that_fails_is_told_when_all_have_ended(tmp_path: Path) -> None:
    names = [f"site-{number}" for number in range(5)]
    sites = [site(tmp_path, name, CODE="No.") if name == "site-1" else site(tmp_path, name) for name in names]
    with pytest.raises(BuildFailedError):
        make_sites(sites)
    assert [name for name in names if told(tmp_path, name)] == names


def test_no_site_is_soon_made() -> None:
    make_sites([])
