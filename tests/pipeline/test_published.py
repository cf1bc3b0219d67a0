from pathlib import Path

import pytest

from sop_plugin.model.site_address import SiteAddress
from sop_plugin.pipeline.published import published_at


@pytest.mark.parametrize(
    ("mkdocs", "expected"),
    [
        ("site_url: https://a.example/sop\n", SiteAddress("https://a.example/sop/")),
        ("site_url: 'https://a.example/'\n", SiteAddress("https://a.example/")),
        ("use_directory_urls: false\nsite_url: https://a.example/ # ours\n", SiteAddress("https://a.example/", False)),
        ("site_url: javascript:alert(1)\n", None),
        ("site_name: A\n", None),
    ],
)
def test_the_address_of_the_site(tmp_path: Path, mkdocs: str, expected: SiteAddress | None) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(mkdocs)
    assert published_at(config) == expected


def test_without_settings_there_is_none(tmp_path: Path) -> None:
    assert published_at(tmp_path / "mkdocs.yml") is None
