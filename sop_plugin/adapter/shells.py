"""What the theme prints around a page, printed once for all pages that it is the same for.

The theme's templates take longer for a page than all that is ours, and beside its title, its content and a few links, a
page differs from its neighbours in nothing. So for pages of one folder and one section, and for what is made of such
pages, the templates are given a blank page, what they print is cut at its holes, and every further page is filled in.

A template might do more with a value than print it. So each shell is held against a page that the theme printed whole
before it is used, and thrown away where they differ.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.utils import normalize_url

from sop_plugin.adapter.blank_page import HOLE, blank_alternates, blank_links, blank_of, place_of, shape_of, values_of
from sop_plugin.adapter.page import SopPage

if TYPE_CHECKING:
    from sop_plugin.adapter.navigation import NavLink, Siblings, Sidebar

MAIN = "main.html"
ENTRIES = "partials/toc-entries.html"
"""The template of the entries of a table of contents."""

_UPWARDS = re.compile(r'"(\.\.[^"?#]*)')

Context = Mapping[str, Any]
Print = Callable[[Context], str]


class Shells:
    """The shells of a site whose pages `env` prints, the theme's template environment.

    `finish` is what is done to each page that the theme has printed, apart from its content.
    """

    def __init__(self, env: Any, sidebar: Sidebar, finish: Callable[[str], str]) -> None:
        self._env = env
        self._sidebar = sidebar
        self._finish = finish
        self._seen: set[object] = set()
        self._shells: dict[object, _Shell | None] = {}
        self._proved: set[object] = set()

    def page(self, context: Context, print_whole: Print) -> str:
        """The page of a context, whole and finished. `print_whole` lets the theme print one."""
        page: SopPage = context["page"]
        siblings = self._sidebar.siblings(page)
        if siblings is None or page.is_homepage:
            return self._finish(print_whole(context))
        alternates = context.get("alternates", ())
        place = place_of(page)
        key = (shape_of(page, place), siblings.shape, tuple((each.lang, each.is_missing) for each in alternates))
        if key not in self._seen:  # a shell is made when there is a second page that it would be good for
            self._seen.add(key)
            return self._finish(print_whole(context))
        if key not in self._shells:
            self._shells[key] = self._made(context, siblings, print_whole)
        shell = self._shells[key]
        if shell is None or not shell.above.isdisjoint(place.above):
            return self._finish(print_whole(context))
        values = self._values(shell, context, siblings)
        if key in self._proved:
            return shell.filled(values)
        output = self._finish(print_whole(context))
        if shell.gives(output, values):
            self._proved.add(key)
        else:
            self._shells[key] = None
        return output

    def _made(self, context: Context, siblings: Siblings, print_whole: Print) -> _Shell | None:
        blank = blank_of(context["page"])
        runs = {name: blank_links(name, links) for name, links in siblings.runs.items()}
        more = {"alternates": blank_alternates(context["alternates"])} if "alternates" in context else {}
        nav = self._sidebar.around(siblings, blank, runs)
        return _cut(self._finish(print_whole({**context, **more, "page": blank, "nav": nav})), blank.url)

    def _values(self, shell: _Shell, context: Context, siblings: Siblings) -> dict[str, str]:
        page: SopPage = context["page"]
        toc = str(self._env.get_template(ENTRIES).render(toc=page.toc)) if page.toc else ""
        values = values_of(page, toc, siblings, context.get("alternates", ()))
        for name, links in siblings.runs.items():
            values[name] = shell.run(name, links, page)
        return values


def print_in_shells(env: Any, shells: Shells) -> None:
    """Lets an environment print our pages by their shells. Only templates that are not loaded yet do so."""

    class Shelled(env.template_class):  # type: ignore[misc]  # the adapter knows no templates
        def render(self, *args: Any, **more: Any) -> str:
            context = dict(*args, **more)
            if self.name == MAIN and isinstance(context.get("page"), SopPage):
                return shells.page(context, super().render)
            return str(super().render(context))

    env.template_class = Shelled


@dataclass(frozen=True, slots=True)
class _Shell:
    """A page cut at its holes: `texts` with the holes `names` between them.

    `joints` are, for each run of links, what stands between address and title of one and behind it before the next.
    `above` are the addresses above those that are printed: a page there would print them otherwise.
    """

    texts: Sequence[str]
    names: Sequence[str]
    joints: Mapping[str, tuple[str, str]]
    above: frozenset[str]

    def run(self, name: str, links: Sequence[NavLink], page: SopPage) -> str:
        if not links or name not in self.joints:
            return ""
        within, between = self.joints[name]
        return between.join(f"{normalize_url(link.url, page)}{within}{link.title}" for link in links)

    def filled(self, values: Mapping[str, str]) -> str:
        parts = [self.texts[0]]
        for name, text in zip(self.names, self.texts[1:], strict=True):
            parts += (values[name], text)
        return "".join(parts)

    def gives(self, output: str, values: Mapping[str, str]) -> bool:
        return values.keys() >= set(self.names) and self.filled(values) == output


def _cut(html: str, url: str) -> _Shell | None:
    """The shell that the theme printed of a blank page at `url`; None where its links are printed in no simple way."""
    parts = HOLE.split(html)
    texts, names = parts[::2], parts[1::2]
    joints: dict[str, tuple[str, str]] = {}
    for run in ("before", "behind"):
        links = [f"{run}{number}_{part}" for number in (1, 2) for part in ("url", "title")]
        for at in range(len(names) - 3):
            if names[at : at + 4] == links and texts[at + 1] == texts[at + 3]:
                joints[run] = texts[at + 1], texts[at + 2]
                names[at : at + 4], texts[at + 1 : at + 4] = [run], []
                break
        if links[3] in names or links[2] in names:
            return None
    return _Shell(texts, names, joints, frozenset(_above(html, url)))


def _above(html: str, url: str) -> Iterator[str]:
    """The addresses above all those that are printed relative to `url`, themselves included."""
    folder = url[: url.rfind("/") + 1]
    for found in set(_UPWARDS.findall(html)):
        address = posixpath.normpath(posixpath.join(folder, found))
        while address and address != ".":
            yield f"{address}/"
            address = posixpath.dirname(address)
