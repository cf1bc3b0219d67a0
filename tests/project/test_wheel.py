"""What is installed is what is in the tree: a wheel without its templates or words would fail at the first page."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-w", tmp_path, ROOT], check=True)
    (wheel,) = tmp_path.glob("mkdocs_sop-*.whl")
    packed = {name for name in ZipFile(wheel).namelist() if name.startswith("sop_plugin/")}
    kept = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "sop_plugin").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert packed == kept
