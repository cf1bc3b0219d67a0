"""What the repository gives to editors: the schemas are the ones that are printed, the snippets pass the checks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sop_plugin.exports.json_schema import Schema, front_matter_schema, organisation_schema, quiz_schema
from sop_plugin.pipeline.checking import check_content
from sop_plugin.words.catalogue import Catalogue, catalogue
from tests.support.golden import compare

ROOT = Path(__file__).resolve().parents[2]
SNIPPETS: dict[str, Any] = json.loads((ROOT / ".vscode/sop.code-snippets").read_text(encoding="utf-8"))
STEP_PARTS = ("Exception", "Branch", "Caution", "Record")

_STOP = re.compile(r"\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*\|)\}|\$0")


def filled(name: str, indent: str = "") -> str:
    """A snippet as it stands when nothing in it was changed."""
    lines = "\n".join(SNIPPETS[name]["body"])
    text = _STOP.sub(lambda match: match[1] or match[2] or "", lines)
    return "".join(f"{indent}{line}\n" if line else "\n" for line in text.split("\n"))


@pytest.mark.parametrize(
    ("name", "make"), [("sop", front_matter_schema), ("organisation", organisation_schema), ("quiz", quiz_schema)]
)
def test_the_schemas_are_those_that_are_printed(
    request: pytest.FixtureRequest, name: str, make: Callable[[Catalogue], Schema]
) -> None:
    text = json.dumps(make(catalogue("zh-TW")), ensure_ascii=False, indent=2) + "\n"
    rewrite = bool(request.config.getoption("--golden"))
    compare(ROOT / f"schemas/{name}.schema.json", text, rewrite=rewrite)


@pytest.mark.parametrize("name", SNIPPETS)
def test_the_snippets_have_no_fault(tmp_path: Path, name: str) -> None:
    whole = filled("SOP")
    if name == "Step":
        whole = whole.replace("steps:\n", f"steps:\n{filled(name, '  ')}")
    elif name == "Form":
        whole = whole.replace("steps:\n", f"{filled(name)}steps:\n").replace(
            "  - id: last-orders\n", "  - id: last-orders\n    record: [return-form]\n"
        )
    elif name in STEP_PARTS:
        whole = whole.replace("  - id: last-orders\n", f"  - id: last-orders\n{filled(name, '    ')}")
    content = tmp_path / "content"
    content.mkdir()
    (content / "organisation.yml").write_bytes((ROOT / "content/organisation.yml").read_bytes())
    (content / "new.md").write_text(whole, encoding="utf-8")
    assert [(found.rule, found.source_line) for found in check_content(content, jobs=1).diagnostics] == []


def test_the_settings_point_at_what_is_there() -> None:
    text = (ROOT / ".vscode/settings.json").read_text(encoding="utf-8")
    settings = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))
    for schema, files in settings["yaml.schemas"].items():
        assert all((ROOT / path).is_file() for path in (schema, *files))
