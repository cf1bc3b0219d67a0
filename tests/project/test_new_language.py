"""A language that the product speaks is one file: its catalogue."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import sop_plugin
from tests.pipeline.contents import content, sop

PACKAGE = Path(sop_plugin.__file__).parent

FRENCH = "---\nsop: 1\ntranslates: a\nlang: fr\ntitle: Faire du café\nsteps:\n  - {id: begin, title: Commencer}\n---\n"

SITE = """
from pathlib import Path
from sop_plugin.pipeline.site import load_site
from sop_plugin.words.catalogue import language_name
for language in ("fr", "fr-CA"):
    site = load_site(Path("content"), language=language)
    page = site.render("a.md", str)
    print(site.words.language, page.lang, page.title, language_name(language))
"""


def test_a_language_is_one_file(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "sop_plugin", ignore=shutil.ignore_patterns("__pycache__"))
    words = json.loads((PACKAGE / "words/en.json").read_text(encoding="utf-8")) | {"language.name": "Français"}
    (tmp_path / "sop_plugin/words/fr.json").write_text(json.dumps(words), encoding="utf-8")
    content(tmp_path, {"a.md": sop("a"), "a.fr.md": FRENCH})
    environment = os.environ | {
        "PYTHONPATH": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "PYTHONUTF8": "1",
    }

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8"
        )

    made = run("-c", SITE)
    assert (made.stderr, made.stdout) == ("", "fr fr Faire du café Français\n" * 2)
    checked = run("-m", "sop_plugin.cli", "check", "--lang", "fr")
    assert (checked.returncode, checked.stderr) == (0, "")
