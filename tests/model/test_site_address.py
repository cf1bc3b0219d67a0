import pytest
from mkdocs.structure.files import File

from sop_plugin.model.site_address import SiteAddress

PATHS = (
    "cafe/order.md",
    "index.md",
    "cafe/index.md",
    "cafe/README.md",
    "門市/點餐 流程.md",
    "img/a b.svg",
    "order.next.md",
)


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("path", PATHS)
def test_pages_are_where_mkdocs_puts_them(path: str, directory_urls: bool) -> None:
    url = File(path, "content", "site", directory_urls).url
    address = SiteAddress("https://a.example/sop/", directory_urls)
    assert address.of(path) == "https://a.example/sop/" + url.removeprefix("./")


def test_an_anchor_stays_one() -> None:
    address = SiteAddress("https://a.example/")
    assert address.of("cafe/order.md#greet") == "https://a.example/cafe/order/#greet"
    assert address.of('order.md#問候 "x"#y') == "https://a.example/order/#%E5%95%8F%E5%80%99%20%22x%22%23y"
