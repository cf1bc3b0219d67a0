"""What goes into every page of a site beside the page itself: settings, templates, programs.

And whether that is all: another plugin, or a template of the site's own, may put anything into a page.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sop_plugin.adapter.search import PLUGIN
from sop_plugin.pipeline.build_inputs import LANGUAGE, ON_DISK, OTHERS
from sop_plugin.pipeline.digests import digest_of_names
from sop_plugin.pipeline.program import program, version_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin

PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions")

_MAKING = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
EVENTS = (*_MAKING, "nav", "env", "post_build")
"""Those in which a plugin can change a page that is ours, or the file that it became."""

_SEES_OTHERS = re.compile(r"\b(?:pages|build_date_utc)\b")
"""What a template of the site's own is not to name: it would see all pages, or what time it is."""

_SEES_THE_PAGE = re.compile(r"\b(?:page|nav|toc)\b")
"""What a template of the site's own does not name where it prints the same on every page."""

_OF_PLACE = frozenset({"config_file_path", "docs_dir", "site_dir", "plugins", "hooks", "theme", "watch", "dev_addr"})
"""Settings that are in no page, or looked at apart."""


def is_alone(plugin: BasePlugin[Any], config: MkDocsConfig) -> bool:
    """Whether no other plugin or hook, and no template of the site's own, puts what is not known here into pages."""
    ours = (plugin, config.plugins.get(PLUGIN))
    for event in EVENTS:
        if any(getattr(method, "__self__", None) not in ours for method in config.plugins.events[event]):
            return False
    return not any(_SEES_OTHERS.search(path.read_text("utf-8", "replace")) for path in _own_templates(config))


def is_blind(config: MkDocsConfig) -> bool:
    """Whether no template of the site's own looks at the page that it is printed around."""
    return not any(_SEES_THE_PAGE.search(path.read_text("utf-8", "replace")) for path in _own_templates(config))


def build_key(config: MkDocsConfig, told: tuple[object, ...]) -> str:
    """A digest of all that goes into every page. `told` is what else does, as values that say themselves."""
    theme = config.theme
    parts = (
        program(),
        *map(version_of, PACKAGES),
        *(f"{name}={os.environ.get(name)}" for name in (LANGUAGE, ON_DISK)),
        str(OTHERS in os.environ),
        *(_said({name: value}) for name, value in sorted(config.items()) if name not in _OF_PLACE),
        *(_said({name: dict(each.config)}) for name, each in config.plugins.items()),
        _said({"name": theme.name, "locale": str(theme.locale), **{name: theme[name] for name in theme}}),
        *_stamps(config),
        *map(repr, told),
    )
    return digest_of_names(parts)


def _said(value: object) -> str:
    """A setting as text: the same for the same, another for another. What cannot be told apart is never the same."""
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{name}:{_said(each)}' for name, each in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{','.join(map(_said, value))}]"
    if isinstance(value, set | frozenset):
        return f"{{{','.join(sorted(map(_said, value)))}}}"
    if callable(value) and hasattr(value, "__qualname__"):
        return f"{value.__module__}.{value.__qualname__}"
    return f"{type(value).__name__} {value!r}"


def _stamps(config: MkDocsConfig) -> Iterator[str]:
    """The templates, and of the site's own folders all files, since a template may include any."""
    folders = installed()
    for folder in config.theme.dirs:
        own = not any(Path(folder).is_relative_to(place) for place in folders)
        yield folder
        for path in sorted(_files_below(Path(folder), own=own)):
            stat = path.stat()
            yield f"{path} {stat.st_size} {stat.st_mtime_ns}"


def _own_templates(config: MkDocsConfig) -> Iterator[Path]:
    folders = installed()
    for folder in map(Path, config.theme.dirs):
        if not any(folder.is_relative_to(place) for place in folders):
            yield from folder.rglob("*.html")


def installed() -> tuple[Path, ...]:
    """The folders of packages. Their version tells of all files but templates, with which people try things out."""
    return tuple(Path(str(resources.files(package))) for package in ("mkdocs", "material", "sop_plugin"))


def _files_below(folder: Path, *, own: bool) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        if not own:
            folders[:] = [name for name in folders if not name.startswith(".") and name != "assets"]
        yield from (Path(place, name) for name in names if own or name.endswith((".html", ".yml")))
