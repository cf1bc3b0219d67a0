"""Every quiz beside the SOPs that it tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.model.document import Document
from sop_plugin.model.library import Library
from sop_plugin.pipeline.file_check import check_quiz
from sop_plugin.pipeline.folder import Folder
from sop_plugin.pipeline.translations import Memory


def check_quizzes(
    folder: Folder,
    library: Library,
    digests: Mapping[str, str],
    memory: Memory | None,
    read: Callable[[str], Document],
) -> Iterator[Diagnostic]:
    """What is found in quizzes beside the SOPs that they test, in all versions that are in force.

    `read` gives the document of a path: SOPs that are needed are read anew, each once.
    """
    documents: dict[str, Document] = {}
    for facts in library.quizzes:
        sops = facts.quiz.sops if facts.quiz else ()
        paths = sorted({each.path for sop in sops for each in library.by_id.get(sop, ()) if each.is_in_force})
        key = [digests[facts.path], *(f"{path} {digests[path]}" for path in paths)]
        found = memory.of_translation(facts.path, key) if memory else None
        if found is None:
            for path in paths:
                if path not in documents:
                    documents[path] = read(path)
            tested = [sop for path in paths if (sop := documents[path].sop)]
            found = check_quiz(facts, tested, partial(folder.read, facts.path), folder.shown(facts.path))
            if memory:
                memory.put_translation(facts.path, key, found)
        yield from found
