"""What lasts longer than one build of a site."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sop_plugin.pipeline.cache import default_folder
from sop_plugin.pipeline.keeping import Keeper
from sop_plugin.pipeline.store import Store


@dataclass(frozen=True, slots=True)
class Memory:
    """Where checks are remembered (`folder`), what is kept of pages, and folders for whole ones (`pages`) and for the
    files of the search (`index`).
    """

    folder: Path
    store: Store
    pages: Path
    index: Path
    keeper: Keeper = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "keeper", Keeper(self.store))


def memory_of(content: Path, name: str) -> Memory:
    """The memory of a content folder, in the user's cache. Builds that differ in more than the content, such as those
    of two languages, have a `name` each, so that none drops what another keeps.
    """
    folder = default_folder(content)
    store = Store(folder / f"site-{name}.sqlite")
    return Memory(folder, store, pages=folder / f"site-{name}", index=folder / f"index-{name}")
