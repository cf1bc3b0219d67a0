"""A site that one process builds again and again into one place, moving there only what changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any


class CompiledTemplates:
    """The compiled templates of a theme, as Jinja's environment asks for them: each build has an environment anew."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str | None, str], Any] = {}

    def get_bucket(self, _environment: object, name: str, filename: str | None, source: str) -> Any:
        """A template, compiled if it was before."""
        key = name, filename, source
        return SimpleNamespace(key=key, code=self._codes.get(key))

    def set_bucket(self, bucket: Any) -> None:
        """Takes a compiled template."""
        self._codes[bucket.key] = bucket.code


@dataclass(slots=True)
class LivingSite:
    """What is known of the site as it stands in its place.

    `shown` are the keys of the pages in it, by path, as `KeptPages` makes them; what is there already is not made and
    not moved. A build puts off to `later` what readers can wait for, as functions that write into a folder; `indexed`
    is what the index of the search was made of.
    """

    shown: dict[str, str] = field(default_factory=dict)
    later: list[Callable[[Path], None]] = field(default_factory=list)
    indexed: object = None
    templates: CompiledTemplates = field(default_factory=CompiledTemplates)
    _files: set[str] = field(default_factory=set)

    def take(self, built: Path, place: Path, stay: Iterable[str], *, is_whole: bool) -> None:
        """Moves the files below `built` into `place`, over those of the same name.

        `stay` are the names of files in `place` that are still right. Where the site `is_whole`, all others go.
        """
        fresh = set(_names_below(built))
        for name in fresh:
            target = place / name
            target.parent.mkdir(parents=True, exist_ok=True)
            (built / name).replace(target)
        known = fresh | set(stay)
        if is_whole:
            for name in self._files - known:
                (place / name).unlink(missing_ok=True)
            self._files = known
        else:
            self._files |= known


def _names_below(folder: Path) -> Iterable[str]:
    for place, _, names in os.walk(folder):
        relative = Path(place).relative_to(folder)
        yield from ((relative / name).as_posix() for name in names)
