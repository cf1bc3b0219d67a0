"""What Python and the browser both make of links and results: one file, read here and by tests/js/assigning."""

import json
from pathlib import Path
from typing import Any

VECTORS: dict[str, Any] = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
