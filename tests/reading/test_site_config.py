import pytest

from sop_plugin.model.site_address import SiteAddress
from sop_plugin.reading.site_config import site_address

MATERIAL = "emoji: !!python/name:material.extensions.emoji.twemoji\nplugins: [search, !ENV [A, b]]\n"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("site_url: https://sop.example.com/a\n", SiteAddress("https://sop.example.com/a/")),
        (f"{MATERIAL}site_url: 'http://sop.local/'  # here\n", SiteAddress("http://sop.local/")),
        ("use_directory_urls: False\nsite_url: https://a.example\n", SiteAddress("https://a.example/", False)),
        ("site_url: !ENV SITE\n", None),
        ("site_url: sop.example.com\n", None),
        ("site_url: [\n", None),
        ("", None),
    ],
)
def test_the_address_is_what_the_configuration_says(text: str, address: SiteAddress | None) -> None:
    assert site_address(text) == address


def test_an_address_that_is_given_comes_first() -> None:
    text = "use_directory_urls: false\nsite_url: https://a.example\n"
    assert site_address(text, "https://b.example/") == SiteAddress("https://b.example/", False)
