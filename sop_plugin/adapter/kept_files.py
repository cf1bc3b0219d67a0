"""The list of a built site's files for the devices that keep them: what each holds, and who needs it.

The format stands in `web/js/worker/site_files.js`, which reads it.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from sop_plugin.words.catalogue import LANGUAGES

LIST = "sop-files.json"
WORKER = "sop-worker.js"

DIGITS = 16
"""Hexadecimal digits of a SHA-256: enough to tell builds apart by accident, which is all it is for."""

_NO_PAGE_NEEDS = re.compile(
    rf"(^|/)[._]|\.map$|^sitemap\.xml|^404\.html$|^assets/javascripts/lunr/|^{LIST}$|^{WORKER}$"
)
_OF_A_LANGUAGE = re.compile(rf"^assets/sop/js/({'|'.join(LANGUAGES)})/")
_CORE = ("assets/sop/", "assets/javascripts/", "assets/stylesheets/", "search/", "manifest.webmanifest")
_REFERENCES = {".html": (b'src="', b'href="', b'poster="'), ".css": (b"url(",)}
_END = re.compile(rb"""["')#?]""")


@dataclass(frozen=True, slots=True)
class RoleFiles:
    """The pages that a role works by, as files of the site."""

    id: str
    title: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Built:
    """A file of the site: what it holds, and which other files it shows or runs."""

    digest: str
    size: int
    needs: frozenset[str]


def digest(data: bytes) -> str:
    """What a device holds a file against."""
    return hashlib.sha256(data).hexdigest()[:DIGITS]


def list_of_files(
    site: Path, start: str, everybody: Iterable[str], roles: Sequence[RoleFiles], *, directories: bool
) -> bytes:
    """The list, as JSON. `start` is the address of the start page, `everybody` the pages of every role, as files.

    `directories` tells whether pages are asked for by their folders. The same site makes the same bytes.
    """
    built = _files_of(site)
    number = {name: place for place, name in enumerate(built)}

    def numbers(names: Iterable[str]) -> list[int]:
        return sorted(number[name] for name in _with_needs(names, built))

    found = {
        "format": 1,
        "directories": directories,
        "start": start,
        "files": [[name, file.digest, file.size] for name, file in built.items()],
        "core": numbers([*everybody, *(name for name in built if name.startswith(_CORE))]),
        "roles": [{"id": role.id, "title": role.title, "files": numbers(role.pages)} for role in roles],
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def _files_of(site: Path) -> dict[str, _Built]:
    """The files that a device may keep, by path, sorted. Our scripts in a language that no page speaks are left out."""
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    names = {name for name in paths if not _NO_PAGE_NEEDS.search(name)}
    found = {}
    for name in sorted(names):
        data = paths[name].read_bytes()
        needs = frozenset(other for other in _references(name, data) if other in names)
        found[name] = _Built(digest(data), len(data), needs)
    spoken = {match[1] for file in found.values() for name in file.needs if (match := _OF_A_LANGUAGE.match(name))}
    return {
        name: file
        for name, file in found.items()
        if not (language := _OF_A_LANGUAGE.match(name)) or language[1] in spoken
    }


def _references(name: str, data: bytes) -> Iterator[str]:
    """The paths in the site that a page or a style sheet refers to, but for other pages."""
    folder = posixpath.dirname(name)
    targets = {
        _END.split(part.lstrip(b"\"'"), 1)[0]
        for mark in _REFERENCES.get(posixpath.splitext(name)[1], ())
        for part in data.split(mark)[1:]
    }
    for target in targets:
        other = posixpath.normpath(posixpath.join(folder, unquote(target.decode("utf-8", "replace"))))
        if not other.endswith(".html"):
            yield other


def _with_needs(names: Iterable[str], built: Mapping[str, _Built]) -> set[str]:
    """Those of `names` that are there, with all that they need in turn."""
    found: set[str] = set()
    waiting = [name for name in names if name in built]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += (other for other in built[name].needs if other in built)
    return found
