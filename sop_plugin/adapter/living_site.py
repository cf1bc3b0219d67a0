"""A site that one process builds again and again into one place, moving there only what changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from filecmp import cmp
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sop_plugin.adapter.frame import Frame
    from sop_plugin.adapter.page import Render, SopPage
    from sop_plugin.model.page import PageRef

FEW = 10
"""So many pages get a new frame at once. A page takes less than a hundredth of a second."""

AT_A_TIME = 100
"""How many do in a build for which nobody waits: a writer who goes on meanwhile waits for it to end."""


@dataclass(slots=True)
class LivingSite:
    """What is known of the site as it stands in its place.

    `shown` are the keys of the pages in it, by path, as `KeptPages` makes them, `contents` the digests of what the core
    made of them; what is there already is not made and not moved. `open` are the addresses of pages that somebody looks
    at. Where it `is_behind`, pages stand there whose frame or content is to be made anew; a build does that for
    `framing` frames at least and then for all contents. A build puts off to `later` what readers can wait for, as
    functions that write into a folder, and to `afterwards` what the next process has use for; `indexed` is what the
    index of the search was made of. `show` puts pages into the place, by the names of their files, before the build
    that would do so, printed in the `frame` of the last.
    """

    shown: dict[str, str] = field(default_factory=dict)
    contents: dict[str, str] = field(default_factory=dict)
    open: frozenset[str] = frozenset()
    is_behind: bool = False
    framing: int = 0
    later: list[Callable[[Path], None]] = field(default_factory=list)
    afterwards: list[Callable[[], None]] = field(default_factory=list)
    indexed: object = None
    show: Callable[[Mapping[str, str]], None] | None = None
    frame: Frame | None = None
    _built: set[str] = field(default_factory=set)
    _put_off: set[str] = field(default_factory=set)

    def may_be_old(self, page: SopPage) -> bool:
        """Whether the content of a page can wait for a later build: it is there, and nobody looks at it."""
        return not self.framing and page.file.src_uri in self.contents and page.url not in self.open

    def show_open(self, key: str, refs: Mapping[str, PageRef], render: Render) -> None:
        """Shows those open pages that have changed, where `key` says that the frame of the last build is still good.

        The build that follows has to find out anew what is in their place.
        """
        if self.show is None or self.frame is None or self.frame.key != key or self.framing:
            return
        changed = list(self.frame.changed(self.open, refs, render, self.contents))
        for page in changed:
            self.shown.pop(page.file.src_uri, None)
            self.contents.pop(page.file.src_uri, None)
        if changed:
            self.show({page.file.dest_uri: self.frame.printed(page) for page in changed})

    def put_off(self, stale: Sequence[SopPage], *, has_old: bool) -> Sequence[SopPage]:
        """Which of the pages that are to be made can wait: those that only stand in an old frame, such as one with the
        former title of another page, unless they are few or somebody looks at them.

        `has_old` tells that the content of some pages waits, too.
        """
        framed = [page for page in stale if page.digest and self.contents.get(page.file.src_uri) == page.digest]
        framed.sort(key=lambda page: page.url not in self.open)
        waiting = framed[max(FEW, self.framing, sum(page.url in self.open for page in framed)) :]
        self.is_behind = has_old or bool(waiting)
        return waiting

    def take(self, built: Path, place: Path, stay: Iterable[str]) -> bool:
        """Moves a site that was built into `place`, over files of the same name that are not the same.

        `stay` are the names of files in `place` that are still right, all others go. Gives whether something is new
        that any page may use.
        """
        names = set(_names_below(built))
        new = _moved(names, built, place)
        _remove(self._built - names - set(stay), place)
        self._built = names | set(stay)
        return any(not name.endswith(".html") for name in new)

    def take_later(self, built: Path, place: Path) -> None:
        """The same with what was put off; what was put off before stays until then, or where nothing is new."""
        names = set(_names_below(built))
        if not names:
            return
        _moved(names, built, place)
        _remove(self._put_off - names, place)
        self._put_off = names


def _moved(names: Iterable[str], built: Path, place: Path) -> list[str]:
    """Moves files, and gives the names of those that were not there before as they are."""
    new = [name for name in sorted(names) if not _is_same(built / name, place / name)]
    for name in new:
        target = place / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (built / name).replace(target)
    return new


def _remove(names: Iterable[str], place: Path) -> None:
    for name in names:
        (place / name).unlink(missing_ok=True)


def _names_below(folder: Path) -> Iterable[str]:
    for place, _, names in os.walk(folder):
        relative = Path(place).relative_to(folder)
        yield from ((relative / name).as_posix() for name in names)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return cmp(one, other, shallow=False)
    except OSError:  # there is none
        return False
