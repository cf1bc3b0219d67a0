"""ProperDocs, the fork of MkDocs that is kept up, makes the same site of the same project."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.building import PROJECT

CONFIGURATION = """\
site_name: Handbook
docs_dir: content
theme: {name: material, language: en, font: false}
plugins:
  - search
  - sop: {csp: true}
"""
GENERATOR = re.compile(rb'<meta name="generator" content="(mkdocs-[^"]*)">')


def test_the_site_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "tests/procedures", tmp_path / "content", ignore=shutil.ignore_patterns("*.py"))
    (tmp_path / "content/index.md").write_text("# Home\n\n<!-- sop: changes -->\n")
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION)
    sites = []
    for builder in ("mkdocs", "properdocs"):
        done = subprocess.run(
            [sys.executable, "-m", "sop_plugin.cli", "build", "--site", builder],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONPATH": str(PROJECT), "SOP_BUILDER": builder},
        )
        assert done.returncode == 0, done.stderr
        files = {path.relative_to(tmp_path / builder): path for path in (tmp_path / builder).rglob("*")}
        sites.append({name: path.read_bytes() for name, path in files.items() if path.is_file()})
    one, other = sites
    page = Path("table-service/index.html")
    assert [b"ProperDocs" in found[1] for site in sites if (found := GENERATOR.search(site[page]))] == [False, True]
    assert one.keys() == other.keys()
    assert [name for name in one if GENERATOR.sub(b"", one[name]) != GENERATOR.sub(b"", other[name])] == []
