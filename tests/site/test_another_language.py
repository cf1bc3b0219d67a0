"""A language is one catalogue: put beside the others, it is all that a site in it needs."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pipeline.test_languages import ENGLISH, ONLY_CHINESE, ORGANISATION, ORIGINAL
from tests.support.building import PROJECT

CONFIGURATION = """\
site_name: 服務手冊
docs_dir: content
theme: {name: material, language: zh-TW, font: false}
plugins: [search, sop: {languages: [fr], offline: true}]
"""
FRENCH = {"language.name": "Français", "nav.procedures": "Procédures", "web.run.start": "Commencer"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project, beside a product that speaks one language more: French, as far as this test goes."""
    place = tmp_path_factory.mktemp("french")
    product = place / "sop_plugin"
    shutil.copytree(PROJECT / "sop_plugin", product, ignore=shutil.ignore_patterns("__pycache__"))
    english = json.loads((product / "words/en.json").read_text(encoding="utf-8"))
    words = {key: FRENCH.get(key, f"« {text} »") for key, text in english.items()}
    (product / "words/fr.json").write_text(json.dumps(words), encoding="utf-8")
    files = {"latte.md": ORIGINAL, "latte.fr.md": ENGLISH.replace("lang: en", "lang: fr"), "wash.md": ONLY_CHINESE}
    (place / "content").mkdir()
    for name, text in (files | {"organisation.yml": ORGANISATION, "index.md": "# 首頁\n"}).items():
        (place / "content" / name).write_text(text, encoding="utf-8")
    (place / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    return place


def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    own = {"PYTHONPATH": str(root), "XDG_CACHE_HOME": str(root / "cache"), "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=root, env=os.environ | own, capture_output=True, text=True
    )


def test_its_site_speaks_it(root: Path) -> None:
    done = run(root, "mkdocs", "build", "--strict", "--quiet", SOP_LANGUAGE="fr")
    assert done.returncode == 0, done.stderr
    page = (root / "site/latte/index.html").read_text(encoding="utf-8")
    assert '<html lang="fr"' in page
    assert "Procédures" in page
    assert "« Limit »" in page
    assert "« This step is not translated yet. It is shown in the original (" in page
    assert 'src="../assets/sop/js/fr/page.js"' in page
    assert "Grind <strong>eighteen grams</strong>." in page
    assert '"Commencer"' in (root / "site/assets/sop/js/fr/checklist.js").read_text(encoding="utf-8")
    assert "« This procedure is not translated into English yet." in (root / "site/wash/index.html").read_text("utf-8")
    assert list((root / "site/search").iterdir())
    assert "«" in (root / "site/sop-worker.js").read_text(encoding="utf-8")


def test_messages_and_help_come_in_it(root: Path) -> None:
    (root / "content/wrong.md").write_text("---\nsop: 1\nid: wrong\ntitle: A\nstatus: draft\nstep: x\n---\n")
    checked = run(root, "sop_plugin.cli", "check", "--lang", "fr")
    assert checked.returncode == 1, checked.stderr
    assert "« " in checked.stdout
    assert run(root, "sop_plugin.cli", "--help", LC_ALL="fr_FR.UTF-8").stdout.count("«") > 10
