from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from mkdocs.structure.pages import Page

from sop_plugin.adapter.page import SopPage

BASES = st.sampled_from(
    [
        *(None, "", "docs/", "/docs/", "https://a.example", "https://a.example/docs", "https://a.example/docs/x/"),
        *("http://127.0.0.1:8000/", "https://甲.tw/", "https://u@a.example//x/", "https://a.example/?q/"),
        "https://a.example/a/../b/",
    ]
)
URLS = st.sampled_from(
    [".", "./", "a/", "%E7%94%B2/", "../a/", "a//b/", "a/./b.html", "a:b/", "?q", "#x", "甲/"]
) | st.text("ab/.:?#%~-_ \n", max_size=12)


def addresses(kind: type[Page], base: str | None, url: str) -> tuple[str | None, str | None] | str:
    page = kind.__new__(kind)
    page.file = SimpleNamespace(url=url)  # type: ignore[assignment]
    try:
        page._set_canonical_url(base)
    except ValueError as error:
        return str(error)
    return page.canonical_url, page.abs_url


@given(BASES, URLS)
def test_the_addresses_of_a_page_are_those_that_mkdocs_makes(base: str | None, url: str) -> None:
    assert addresses(SopPage, base, url) == addresses(Page, base, url)
