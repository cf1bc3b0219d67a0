"""The templates of a theme: compiled once, and listed without what is never published."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.theme import Theme

    from sop_plugin.views.compiled import CompiledTemplates


def quicken(theme: Theme, compiled: CompiledTemplates) -> None:
    """Let every environment of a theme take templates that are compiled already, and pass over hidden folders.

    MkDocs lists all templates to find the files to publish, and publishes none of a hidden folder; in one of those,
    Material has ten thousand icons.
    """
    get_env = theme.get_env

    def quick_env() -> Any:
        env: Any = get_env()
        env.bytecode_cache = compiled
        env.list_templates = _listing(theme.dirs)
        return env

    theme.get_env = quick_env  # type: ignore[method-assign]  # MkDocs has no hook before it lists them


def _listing(folders: list[str]) -> Callable[..., list[str]]:
    def list_templates(*, filter_func: Callable[[str], bool]) -> list[str]:
        names = {name for folder in folders for name in _visible_below(Path(folder))}
        return sorted(filter(filter_func, names))

    return list_templates


def _visible_below(root: Path) -> Iterator[str]:
    for place, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        relative = Path(place).relative_to(root)
        yield from ((relative / name).as_posix() for name in names)
