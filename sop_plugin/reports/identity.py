"""What tells a finding apart from others when its line moves."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from sop_plugin.model.diagnostic import Diagnostic


def with_identity(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """The diagnostics in their order of path and place, each with 64 hexadecimal digits of its own.

    These stay the same when lines come or go above, and in every language. Findings that are equal in file, rule, line
    and arguments are counted apart.
    """
    seen: Counter[str] = Counter()
    for each in sorted(diagnostics, key=lambda each: each.sort_key):
        what = json.dumps([each.path, each.rule, each.source_line.strip(), sorted(each.arguments.items())])
        yield each, sha256(f"{what}{seen[what]}".encode()).hexdigest()
        seen[what] += 1
