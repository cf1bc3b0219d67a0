"""One classic script of a feature's modules.

Browsers refuse module scripts from files on disk, and every module would be a request of its own. So what ships is one
script a feature and language, the modules of the feature one behind the other in a function of their own. No module is
changed beyond its `import` and `export` words, which is why they keep to few forms:

- `import { name, other } from "./file.js";` at the top, without renaming;
- `export` only directly before a declaration;
- notes on lines of their own, and no line of a template string that looks like one;
- names at the top of a module that no other module of the same feature has;
- words for the reader only through `say("key")` and `tally("key")` with the key written out, so that it can be found.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from sop_plugin.words.catalogue import Catalogue

MODULES = Path(__file__).parent / "js"
"""The folder of all modules. A module is named by its path in it."""

CATALOGUE = "kit/catalogue.js"
"""The module in whose place the words of the language are put."""

_IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"(\.[^"]+)";[^\S\n]*\n?', re.MULTILINE)
_OTHER_IMPORT = re.compile(r"^\s*import\b|\bimport\s*\(", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|function|async function|class)\b)", re.MULTILINE)
_OTHER_EXPORT = re.compile(r"^\s*export\b", re.MULTILINE)
_OFFERED = re.compile(r"^export (?:const|let|(?:async )?function\*?|class)\s+(\w+)", re.MULTILINE)
_DECLARED = re.compile(r"^(?:export )?(?:const|let|(?:async )?function\*?|class)\s+(\w+)", re.MULTILINE)
_SAYING = re.compile(r'(?<![\w.])(?<!function )(say|tally)\(\s*(?:"([^"]+)")?')
_MODULES_AT_HAND = 512
"""Of how many texts is known what is in them: most modules are part of many features, each in every language."""

_NOTE = re.compile(r"^[^\S\n]*(?://[^\n]*|/\*(?:[^*]|\*(?!/))*\*/[^\S\n]*)(?:\n|\Z)", re.MULTILINE)


class BundleError(Exception):
    """A module that does not keep to the forms that can be put together; the message names it."""


def features() -> tuple[str, ...]:
    """The names of all features."""
    return tuple(sorted(entry.stem for entry in (MODULES / "features").glob("*.js")))


class Modules(dict[str, str]):
    """The modules of a folder by name, each read when it is asked for, and once.

    Raises BundleError for one that is not there.
    """

    def __init__(self, folder: Path = MODULES) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, name: str) -> str:
        try:
            source = self[name] = (self._folder / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            raise BundleError(f"there is no {name}") from None
        return source


def bundle(feature: str, words: Catalogue, modules: Modules | None = None, room: str = "features") -> str:
    """The script of a feature, in the language of `words`; with the room `worker`, that of a service worker.

    `modules` are our own where none are given; who makes several scripts gives the same, so that each is read once.
    Raises BundleError for a module that cannot be put together with others, and for a key without words.
    """
    read = Modules() if modules is None else modules
    sources = {name: read[name] for name in _in_order(read, f"{room}/{feature}.js")}
    _no_name_twice(sources)
    parts = [_catalogue(sources, words) if name == CATALOGUE else _bare(source) for name, source in sources.items()]
    return f'(() => {{\n"use strict";\n{"".join(parts)}}})();\n'


def _in_order(modules: Modules, entry: str) -> Iterator[str]:
    """A module's imports before itself, each once."""
    is_done: dict[str, bool] = {}

    def visit(name: str) -> Iterator[str]:
        if name in is_done:
            if not is_done[name]:
                raise BundleError(f"{name} imports itself through others")
            return
        is_done[name] = False
        for imported in _imports(modules, name):
            yield from visit(imported)
        is_done[name] = True
        yield name

    yield from visit(entry)


def _imports(modules: Modules, name: str) -> tuple[str, ...]:
    """The modules that a module imports."""
    source = modules[name]
    if strange := _strange(source):
        raise BundleError(f"{name}: this cannot be put together with other modules: {strange}")
    imported = []
    for file, taken in _taken(source):
        other = posixpath.normpath(posixpath.join(posixpath.dirname(name), file))
        offered = _offered(modules[other])
        if missing := [each for each in taken if each not in offered]:
            raise BundleError(f"{name}: {other} does not export {', '.join(missing)}")
        imported.append(other)
    return tuple(imported)


@lru_cache(_MODULES_AT_HAND)
def _strange(source: str) -> str:
    """The line of a module that imports or exports in another form than those above; empty where there is none."""
    rest = _bare(source)
    for form in (_OTHER_IMPORT, _OTHER_EXPORT):
        if found := form.search(rest):
            return rest[found.start() :].strip().splitlines()[0]
    return ""


@lru_cache(_MODULES_AT_HAND)
def _taken(source: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The files that a module imports, as it names them, each with the names that it takes of it."""
    return tuple(
        (found[2], tuple(filter(None, map(str.strip, found[1].split(","))))) for found in _IMPORT.finditer(source)
    )


def _no_name_twice(modules: Mapping[str, str]) -> None:
    owners: dict[str, str] = {}
    for name, source in modules.items():
        for declared in _declared(source):
            if owners.setdefault(declared, name) != name:
                raise BundleError(f"{declared} stands in {owners[declared]} and in {name}")


def _said(modules: Mapping[str, str]) -> list[str]:
    """The keys of the words that modules say, sorted. Raises BundleError for a key that is not written out."""
    keys: set[str] = set()
    for name, source in modules.items():
        keys.update(_said_in(name, source))
    return sorted(keys)


@lru_cache(_MODULES_AT_HAND)
def _said_in(name: str, source: str) -> frozenset[str]:
    keys: set[str] = set()
    for found in _SAYING.finditer(source):
        if not found[2]:
            line = source.count("\n", 0, found.start()) + 1
            raise BundleError(f"{name}:{line}: the key of {found[1]}() is not written out")
        keys.update((found[2],) if found[1] == "say" else (f"{found[2]}.one", f"{found[2]}.many"))
    return frozenset(keys)


@lru_cache(_MODULES_AT_HAND)
def _offered(source: str) -> tuple[str, ...]:
    return tuple(_OFFERED.findall(source))


@lru_cache(_MODULES_AT_HAND)
def _declared(source: str) -> tuple[str, ...]:
    return tuple(_DECLARED.findall(source))


def _catalogue(modules: Mapping[str, str], words: Catalogue) -> str:
    keys = _said(modules)
    if missing := [key for key in keys if not words.has(key)]:
        raise BundleError(f"no words in {words.language} for {', '.join(missing)}")
    chosen = json.dumps({key: words.text(key) for key in keys}, ensure_ascii=False, separators=(",", ":"))
    return f"const LANGUAGE = {json.dumps(words.language)};\nconst WORDS = {chosen};\n"


@lru_cache(_MODULES_AT_HAND)
def _bare(source: str) -> str:
    """A module without the words that make it one, and without notes that stand on lines of their own."""
    return _NOTE.sub("", _EXPORT.sub("", _IMPORT.sub("", source)))
