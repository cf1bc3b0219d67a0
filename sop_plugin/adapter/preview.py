"""Builds the site for somebody who writes: `python -m sop_plugin.adapter.preview CONFIG PLACE ADDRESS`.

A line on its input asks for a build, the first one is made unasked: `build`, and the addresses of the pages that are
open. It says, a line each: `watch PATH` for what the site is made of; `shown` when the pages stand in PLACE, with the
tag of a language other than the site's own, and `dressed` before that where something is new that any page may use;
`failed` where nothing could be built; `done` when all is as a build makes it. An open page that has changed is shown
before the site is built, and again where the build makes it another. What nobody waits for comes last: the index of the
search, then the other languages, those of open pages before others, then pages of which only the navigation is another
or that tell of most procedures. All that is put off while there is more to show.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from sop_plugin.adapter.living_site import AT_A_TIME, LivingSite
from sop_plugin.adapter.plugin import SopPlugin
from sop_plugin.pipeline.build_inputs import LANGUAGE, OTHERS

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.sop")


class Preview:
    """The site in all its languages, in `place`, published at `address`."""

    def __init__(self, config: str, place: Path, address: str) -> None:
        self._config = config
        self._place = place
        self._address = address
        self._sites: dict[str, LivingSite] = {}
        self._asked: SimpleQueue[list[str]] = SimpleQueue()
        self._open: list[str] = []
        self._note = place.with_name("languages")
        os.environ[OTHERS] = str(self._note)

    def run(self) -> None:
        """Builds at once, then whenever it is asked to, until nobody can ask any more."""
        Thread(target=self._listen, daemon=True).start()
        while True:
            done: set[str] = set()
            self._show_next(done)
            while self._asked.empty() and self.go_on(done):
                pass
            if self._asked.empty():
                print("done", flush=True)
            asked = self._asked.get()
            if not asked:
                return
            self._open = asked[1:]

    def _listen(self) -> None:
        for line in sys.stdin:
            self._asked.put(line.split())
        self._asked.put([])

    def go_on(self, done: set[str]) -> bool:
        """Does one thing that was put off; False where nothing is left. `done` are the languages that are shown."""
        for language, site in self._sites.items():
            if site.afterwards:
                site.afterwards.pop()()
                return True
            if site.later:
                with self._folder() as built:
                    site.later.pop(0)(Path(built))
                    site.take_later(Path(built), self._place / language)
                return True
        if self._show_next(done):
            return True
        behind = next((language for language, site in self._sites.items() if site.is_behind), None)
        return behind is not None and self.show(behind, framing=AT_A_TIME)

    def _show_next(self, done: set[str]) -> bool:
        """Shows another language, one that somebody looks at before others; False where none is left."""
        waiting = [language for language in self._languages() if language not in done]
        if not waiting:
            return False
        next_one = max(waiting, key=lambda language: bool(self._open_in(language)))
        done.add(next_one)
        if not self.show(next_one) and not next_one:  # then no language can be shown
            done.update(waiting)
        return True

    def _open_in(self, language: str) -> frozenset[str]:
        """The addresses of open pages below that of a language."""
        others = tuple(f"/{other}/" for other in self._languages() if other)
        prefix = f"/{language}/" if language else "/"
        found = (page for page in self._open if page.startswith(prefix))
        return frozenset(page.removeprefix(prefix) for page in found if language or not page.startswith(others))

    def _languages(self) -> list[str]:
        """The site's own, which is the empty text, and those beside it as far as is known."""
        return ["", *self._note.read_text(encoding="utf-8").split()] if self._note.exists() else [""]

    def show(self, language: str, framing: int = 0) -> bool:
        """Builds one language and puts what changed in its place; False where it cannot be built.

        Of the pages of which nothing but the frame is old, at least `framing` are made anew.
        """
        os.environ[LANGUAGE] = language
        site = self._sites.setdefault(language, LivingSite(show=partial(self._show_early, language)))
        site.open = self._open_in(language)
        site.framing = framing
        try:
            with self._folder() as built:
                config = load_config(self._config, site_dir=built, site_url=self._address)
                _watch(config)
                plugin = config.plugins.get("sop")
                config.plugins.on_startup(command="serve", dirty=False)
                if isinstance(plugin, SopPlugin):
                    plugin.living = site
                build(config, serve_url=self._address)
                standing = plugin.standing() if isinstance(plugin, SopPlugin) else ()
                is_for_all = site.take(Path(built), self._place / language, standing)
        except BrokenPipeError:  # which is no fault of the site
            raise
        except (MkDocsException, OSError) as error:
            log.error(error)
            print("failed", flush=True)
            return False
        if is_for_all:
            print(f"dressed {language}".rstrip(), flush=True)
        print(f"shown {language}".rstrip(), flush=True)
        return True

    def _show_early(self, language: str, pages: Mapping[str, str]) -> None:
        """Puts single pages in their place, by the names of their files, those that are not there as they are."""
        files = {
            self._place / language / name: text.encode("utf-8", "xmlcharrefreplace") for name, text in pages.items()
        }
        new = {file: page for file, page in files.items() if not file.exists() or file.read_bytes() != page}
        for file, page in new.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            beside = file.with_name(f"{file.name}.new")
            beside.write_bytes(page)
            beside.replace(file)
        if new:
            print(f"shown {language}".rstrip(), flush=True)

    def _folder(self) -> tempfile.TemporaryDirectory[str]:
        """A folder to build into, from which files can be moved into place."""
        return tempfile.TemporaryDirectory(dir=self._place.parent)


def _watch(config: MkDocsConfig) -> None:
    own = [config.docs_dir, config.config_file_path, config.theme.custom_dir, *config.watch]
    for path in filter(None, own):
        print(f"watch {path}", flush=True)


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s -  %(message)s")
    try:
        Preview(sys.argv[1], Path(sys.argv[2]), sys.argv[3]).run()
    except BrokenPipeError:  # who asked has been ended; what is still to be said goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
