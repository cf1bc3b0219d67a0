"""Every translation beside its original."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from sop_plugin.checks.rule import Surroundings
from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.model.document import Document
from sop_plugin.model.library import Library, translations_by_original
from sop_plugin.pipeline.file_check import check_translation
from sop_plugin.pipeline.folder import Folder


class Memory(Protocol):
    """What was found before in a translation or a quiz beside other files, by the digests of all of them."""

    def of_translation(self, path: str, digests: list[str]) -> tuple[Diagnostic, ...] | None: ...
    def put_translation(self, path: str, digests: list[str], diagnostics: tuple[Diagnostic, ...]) -> None: ...


def check_translations(
    folder: Folder,
    library: Library,
    surroundings: Surroundings,
    digests: Mapping[str, str],
    memory: Memory | None,
    read: Callable[[str], Document],
) -> Iterator[Diagnostic]:
    """What is found in translations beside their originals. `read` gives the document of a path: what is not remembered
    is read anew, for translations are few beside all files.
    """
    for original, translations in translations_by_original(library).items():
        document = None
        for path in translations:
            key = [digests[original], digests[path]]
            found = memory.of_translation(path, key) if memory else None
            if found is None:
                document = document or read(original)
                found = check_translation(document, read(path), folder.read(path), surroundings, folder.shown(path))
                if memory:
                    memory.put_translation(path, key, found)
            yield from found
