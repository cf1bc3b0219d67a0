"""The files of the search's index, kept from one build to the next and linked into the site.

After an edit, most files of the index are what they were: to write a thousand of them takes longer than to work out
what they say. A kept file is named by the digest of what it holds. As with pages, one that somebody wrote into is none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sop_plugin.adapter.file_links import link, linked, stamp
from sop_plugin.pipeline.cache import BROKEN
from sop_plugin.pipeline.digests import digest_of

if TYPE_CHECKING:
    from sop_plugin.pipeline.memory import Memory

STAMPS = ("search", "files")
"""The kind and the name under which the stamps of the files are kept, by digest."""


def write_kept(files: Mapping[str, str], folder: Path, memory: Memory) -> None:
    """Writes files, given by their names and what they hold, into a folder of the site, or links those there are.

    Raises OSError where nothing can be written into the folder. That nothing can be kept is no fault of the site.
    """
    known = _stamps(memory)
    stamps: dict[str, str] = {}
    with suppress(OSError):
        memory.index.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        data, place = text.encode(), folder / name
        digest = digest_of(data)
        kept = memory.index / digest
        if digest not in known or not linked(kept, place, known[digest]):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            with suppress(OSError):
                link(place, kept)
                known[digest] = stamp(kept.stat())
        if digest in known:
            stamps[digest] = known[digest]
    memory.store.put(*STAMPS, "", json.dumps(stamps))
    with suppress(OSError):
        for file in memory.index.iterdir():
            if file.name not in stamps:
                file.unlink()


def _stamps(memory: Memory) -> dict[str, str]:
    """What is kept, as far as that can be read."""
    kept = memory.store.get(*STAMPS)
    try:
        return {str(digest): str(of_file) for digest, of_file in json.loads(kept.text).items()} if kept else {}
    except BROKEN:
        return {}
