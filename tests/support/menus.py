"""The theme's menus in a browser: the drawer with the table of contents in it, and the search."""

from collections.abc import Iterator

from playwright.sync_api import Page

DRAWER = ".md-sidebar--primary"
SEARCH = ".md-search"


def drawer_opened(page: Page) -> Iterator[tuple[str, str]]:
    """Opens the drawer of a page as narrow as a phone, and what is in it; gives the name and selector of what is open.

    Motion must be off (`reduced_motion="reduce"`), here and for the search. The content of the page is taken out: it
    stands behind what is open, and on a long page axe takes many seconds for it.
    """
    page.locator("article.md-content__inner").evaluate("one => one.replaceChildren()")
    page.locator(".md-header button[aria-expanded]").click()
    yield "the drawer", DRAWER
    contents = page.locator(f"{DRAWER} label.md-nav__link[for=__toc]:visible")
    if contents.count():
        contents.click()
        yield "the table of contents", DRAWER
    page.keyboard.press("Escape")


def search_opened(page: Page, question: str) -> Iterator[tuple[str, str]]:
    """The same for the search, with and without results. The question is one that it has an answer to."""
    page.locator(".md-header label.md-header__button[for=__search]").click()
    yield "the search", SEARCH
    field = page.locator(".md-search__input")
    field.fill(question)
    page.locator(".md-search-result__link").first.wait_for()
    for more in page.locator(".md-search-result__more > summary").all()[:1]:
        more.click()
    yield "what is found", SEARCH
    field.fill("zxqv")
    page.locator(".md-search-result__link").first.wait_for(state="detached")
    yield "a search that finds nothing", SEARCH
    page.keyboard.press("Escape")
