"""The page of what is kept on a device, as it is without a script."""

import re

import pytest

from sop_plugin.views.device_page import SECTIONS, device_page
from sop_plugin.words.catalogue import LANGUAGES, catalogue


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_it_needs_and_what_stands_where(language: str) -> None:
    words = catalogue(language)
    page = device_page(words, 30)
    assert f'<noscript><p class="sop-device__notice">{words.text("device.needs-script")}</p></noscript>' in page.html
    assert tuple(re.findall(r'<h2 id="([^"]+)"', page.html)) == SECTIONS
    assert tuple(entry.id for entry in page.toc) == SECTIONS
    assert all(f">{entry.title}</h2>" in page.html for entry in page.toc)
    assert page.lang == language


@pytest.mark.parametrize(
    ("days", "says"), [(0, "once a checklist is finished"), (1, "kept for one day"), (45, "kept for 45 days")]
)
def test_it_says_how_long_names_are_kept(days: int, says: str) -> None:
    html = device_page(catalogue("en"), days).html
    assert says in html
    assert f'data-keep-names="{days}"' in html
