"""Which content folder a file belongs to."""

from __future__ import annotations

import re
from pathlib import Path

from sop_plugin.pipeline.folder import ORGANISATION

CONTENT = "content"
MKDOCS = "mkdocs.yml"

# Read as text: its format belongs to the adapter, and one plain line is all that is wanted of it.
_DOCS_DIR = re.compile(r"^docs_dir:[ \t]*(['\"]?)([^'\"#\n]+)\1", re.MULTILINE)


def content_folder(start: Path) -> Path | None:
    """The content folder that `start` lies in or beside: of it and the folders around it, the nearest that holds
    `organisation.yml`, or whose `content` or `docs_dir` is one. None where there is none up to the top of a repository.
    """
    for folder in (start, *start.parents):
        for candidate in (folder, folder / CONTENT):
            if (candidate / ORGANISATION).is_file() and not candidate.is_symlink():
                return candidate
        if documents := _documents_of(folder):
            return documents
        if (folder / ".git").exists():
            return None
    return None


def _documents_of(folder: Path) -> Path | None:
    match = _DOCS_DIR.search(_text(folder / MKDOCS))
    documents = folder / (match[2].strip() if match else CONTENT)
    is_inside = documents.resolve().is_relative_to(folder.resolve()) and documents.resolve() != folder.resolve()
    return documents if (folder / MKDOCS).is_file() and documents.is_dir() and is_inside else None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
