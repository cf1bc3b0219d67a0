"""Content folders made for a test."""

from collections.abc import Mapping
from pathlib import Path

from sop_plugin.model.diagnostic import Diagnostic

ORGANISATION = "organisation: 1\nname: A\nlanguage: en\nroles:\n  - {id: barista, title: Barista}\n"


def sop(name: str, more: str = "", body: str = "") -> str:
    """A sound SOP of the id `name`; `more` are lines of its front matter."""
    return (
        f"---\nsop: 1\nid: {name}\ntitle: Do {name}\nversion: 1\nowner: barista\n{more}"
        f"steps:\n  - {{id: begin, title: Begin}}\n---\n{body}"
    )


def content(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A content folder with these files, and an organisation if there is none among them."""
    folder = root / "content"
    for path, text in ({"organisation.yml": ORGANISATION} | dict(files)).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def named(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, int, str]]:
    """Each diagnostic's file, line and rule."""
    return [(found.path.removeprefix("content/"), found.span.line, found.rule) for found in diagnostics]
