"""A navigation that stays small however many procedures there are.

The theme prints the whole navigation into every page, so its cost grows with the square of the number of pages. Here
each page gets a navigation of its own: the sections, and in them only the siblings around the way to the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from mkdocs.structure.nav import Navigation, Section

from sop_plugin.adapter.escaping import escaped
from sop_plugin.adapter.page import SopPage

if TYPE_CHECKING:
    from mkdocs.structure import StructureItem
    from mkdocs.structure.pages import Page

    from sop_plugin.adapter.blank_page import BlankPage

SHOWN = 12
"""How many siblings are shown at most around the one that leads to the current page."""


@dataclass(frozen=True, slots=True, eq=False)
class NavLink:
    """A line of the sidebar that leads elsewhere.

    It answers all that the theme's templates ask of an item: to ask a page costs them several times as much.
    """

    title: str
    url: str
    is_index: bool = False
    said: str = field(init=False)
    """All of it as text, which a dozen pages ask for."""
    is_link: ClassVar[bool] = True
    is_page: ClassVar[bool] = False
    is_section: ClassVar[bool] = False
    active: ClassVar[bool] = False
    children: ClassVar[None] = None
    meta: ClassVar[None] = None
    pages: ClassVar[None] = None
    typeset: ClassVar[None] = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "said", f"{self.title!r} {self.url!r} {self.is_index}")


@dataclass(frozen=True, slots=True, eq=False)
class NavSection:
    """A section as one page's sidebar shows it."""

    title: str
    children: Sequence[NavItem]
    active: bool
    is_index: ClassVar[bool] = False
    is_link: ClassVar[bool] = False
    is_page: ClassVar[bool] = False
    is_section: ClassVar[bool] = True
    meta: ClassVar[None] = None
    pages: ClassVar[None] = None
    typeset: ClassVar[None] = None


NavItem: TypeAlias = "SopPage | BlankPage | NavLink | NavSection | StructureItem"


class Branch(Section):
    """A section of the whole tree, never printed itself. `folded` is how its children look from elsewhere."""

    def __init__(self, title: str) -> None:
        super().__init__(escaped(title), [])
        self.items: list[SopPage | Branch] = []
        self.folded: list[NavItem] = []
        self.positions: dict[int, int] = {}

    def add(self, item: SopPage | Branch) -> None:
        """Append a page or a section."""
        self.positions[id(item)] = len(self.items)
        self.items.append(item)
        self.children.append(item)  # what MkDocs and the theme look at
        item.parent = self

    def fold(self) -> NavLink:
        """Make links of all children, and one of the section itself, which leads to its first page."""
        links = [item.fold() if isinstance(item, Branch) else _link(item) for item in self.items]
        self.folded.extend(links)
        return NavLink(self.title, links[0].url)


@dataclass(frozen=True, slots=True, eq=False)
class PageNavigation:
    """The navigation of one page, in the place of MkDocs' own."""

    items: Sequence[NavItem]
    pages: Sequence[Page]
    homepage: Page | None

    def __iter__(self) -> Iterator[NavItem]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True, slots=True, eq=False)
class Siblings:
    """What the sidebar shows on one level with a page: links before and behind it, after that to an `index`, if any.

    `branch` is the section that they stand in, None for a page that the sidebar does not show.
    """

    branch: Branch | None
    index: NavLink | None
    runs: Mapping[str, Sequence[NavLink]]

    @property
    def shape(self) -> tuple[object, ...]:
        """What a template may decide by: the titles and addresses of the links aside."""
        return id(self.branch), id(self.index), *map(bool, self.runs.values())


_NO_SIBLINGS = Siblings(None, None, {"before": (), "behind": ()})


class Sidebar:
    """The procedures' part of the navigation, put behind what mkdocs.yml lists.

    `nav` is changed: it gets the sections, folded, for the pages that are not ours. Listed pages that stand in it
    already, because mkdocs.yml names them, stay where they are. `index` is the page that lists all procedures; a
    sidebar that cannot show all siblings ends with a link to it.
    """

    def __init__(self, nav: Navigation, pages: Iterable[SopPage], index: SopPage | None) -> None:
        self._nav = nav
        self._others = tuple(nav.items)
        self._index = index
        self._named = named = {id(page) for page in nav.pages}
        ours = [page for page in pages if page.ref.listed and page.ref.in_navigation and id(page) not in named]
        ours.sort(key=lambda page: (page is not index, not page.is_index))  # first in a section: tabs lead there
        self._root = _tree(ours)
        for position, item in enumerate(self._root.items):
            if isinstance(item, Branch):  # at the top, a section can be opened without being there
                self._root.folded[position] = NavSection(item.title, self._window(item), active=False)
        nav.items.extend(self._window(self._root))
        nav.pages.extend(ours)
        self._beside = self._whole = ""

    def of(self, page: SopPage) -> Navigation | PageNavigation:
        """The navigation to print into a page."""
        branch = self._parent(page)
        return self._nav if branch is None else self._up_from(branch, self._window(branch, page, page))

    def siblings(self, page: SopPage) -> Siblings | None:
        """What stands beside a page; None where that is more than links, or the page has a place of its own."""
        branch = self._parent(page)
        if branch is None:
            return None if id(page) in self._named else _NO_SIBLINGS
        window = self._window(branch, page, page)
        at = window.index(page)
        links = [item for item in window if isinstance(item, NavLink)]
        index = links.pop(0) if at > 0 and links and links[0].is_index else None
        if page.is_index or len(links) + (index is not None) != len(window) - 1 or any(link.is_index for link in links):
            return None
        before = at - (index is not None)
        return Siblings(branch, index, {"before": links[:before], "behind": links[before:]})

    def around(
        self, siblings: Siblings, shown: NavItem, runs: Mapping[str, Sequence[NavLink]]
    ) -> Navigation | PageNavigation:
        """The navigation of a page with other links in the place of its siblings."""
        if siblings.branch is None:
            return self._nav
        index = [siblings.index] if siblings.index else []
        return self._up_from(siblings.branch, [*index, *runs["before"], shown, *runs["behind"]])

    def _up_from(self, branch: Branch, children: list[NavItem]) -> PageNavigation:
        """The navigation with the children of one branch given, and all branches above it opened."""
        while branch is not self._root:
            shown = NavSection(branch.title, children, active=True)
            above = self._parent(branch) or self._root
            children = self._window(above, branch, shown)
            branch = above
        return PageNavigation((*self._others, *children), self._nav.pages, self._nav.homepage)

    def said(self, page: SopPage) -> str:
        """What the navigation of a page prints, as text: the same for the same."""
        nav = self.of(page)
        if nav is self._nav:
            return self._whole
        return f"{self._beside} {_all_said(nav.items[len(self._others) :])}"

    def settle(self) -> None:
        """Take the titles of all pages as they are now: those of ordinary ones are known when they were read."""
        home = self._nav.homepage
        self._beside = f"{home.url if home else ''} {_all_said(self._others)}"
        self._whole = f"{self._beside} {_all_said(self._nav.items)}"

    def _parent(self, item: SopPage | Branch) -> Branch | None:
        """The branch an item hangs on; None for a page that is not in the tree."""
        if isinstance(item.parent, Branch):
            return item.parent
        return self._root if id(item) in self._root.positions else None

    def _window(self, branch: Branch, item: object = None, shown: NavItem | None = None) -> list[NavItem]:
        """Some children of a branch, folded, around `item`, which `shown` stands for."""
        position = branch.positions.get(id(item), 0)
        start = max(0, min(position - SHOWN // 2, len(branch.folded) - SHOWN))
        stop = start + SHOWN
        window = branch.folded[start:stop]
        if shown is not None:
            window[position - start] = shown
        if start > 0:
            window.insert(0, branch.folded[0])  # tabs lead to the first child: the same on every page
        if len(branch.folded) > SHOWN and self._index is not None and self._is_listed_in_index(branch):
            window.append(NavLink(f"… {self._index.title}", self._index.url))
        return window

    def _is_listed_in_index(self, branch: Branch) -> bool:
        """Whether the index stands above the branch: what is derived from the procedures has indexes of its own."""
        above = self._index.parent if self._index else None
        if not isinstance(above, Branch):
            return True
        at: StructureItem | None = branch
        while at is not None and at is not above:
            at = at.parent
        return at is above


def _said(item: StructureItem | NavItem) -> str:
    """An item of the navigation as text, with all below it."""
    if isinstance(item, NavLink):  # by far the most: a dozen on every page
        return item.said
    if isinstance(item, NavSection):
        return f"{item.title!r} {item.active} {_all_said(item.children)}"
    meta = sorted(map(repr, (getattr(item, "meta", None) or {}).items()))
    own = (type(item).__name__, str(item.title), getattr(item, "url", ""), meta)
    return f"{own} {_all_said(getattr(item, 'children', None) or ())}"


def _all_said(items: Iterable[StructureItem | NavItem]) -> str:
    return f"[{', '.join(map(_said, items))}]"


def _link(page: SopPage) -> NavLink:
    return NavLink(escaped(page.ref.title), page.url, page.is_index)


def _tree(pages: Iterable[SopPage]) -> Branch:
    """All pages under the sections they name, in the order in which they come; siblings follow each other."""
    root = Branch("")
    branches: dict[tuple[str, ...], Branch] = {(): root}
    last: dict[tuple[str, ...], SopPage] = {}
    for page in pages:
        section = page.ref.section
        for depth in range(1, len(section) + 1):
            if section[:depth] not in branches:
                branches[section[:depth]] = Branch(section[depth - 1])
                branches[section[: depth - 1]].add(branches[section[:depth]])
        branches[section].add(page)
        if before := last.get(section):
            before.next_page, page.previous_page = page, before
        last[section] = page
    for item in root.items:
        item.parent = None  # the root is no section of the site
    if root.items:
        root.fold()
    return root
