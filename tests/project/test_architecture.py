"""The architecture page is true: every room is on it, and what it names is there."""

import re
from pathlib import Path

import sop_plugin

PACKAGE = Path(sop_plugin.__file__).parent
ROOT = PACKAGE.parent
PAGE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")

ROOMS = [*sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py")), "web"]

PATH = re.compile(r"(?<![\w./])((?:sop_plugin|tests|docs|scripts)/[\w./-]*\w/?|(?:\w+/)+\w+\.(?:py|css|html|json))")
FUNCTION = re.compile(r"\b(\w+)\(\)")
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)


def code() -> str:
    return "\n".join(CODE.findall(PAGE))


def test_every_room_is_described() -> None:
    assert [room for room in ROOMS if f"| `{room}/` |" not in PAGE] == []


def test_every_path_exists() -> None:
    named = set(PATH.findall(code()))
    assert len(named) > 20
    assert [path for path in sorted(named) if not any((base / path).exists() for base in (ROOT, PACKAGE))] == []


def test_every_function_exists() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    named = set(FUNCTION.findall(code()))
    assert len(named) > 15
    assert [name for name in sorted(named) if f"def {name}(" not in sources] == []
