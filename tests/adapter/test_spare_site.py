"""What of a replaced site serves the next one."""

from pathlib import Path

import pytest

from sop_plugin.adapter.file_links import stamp
from sop_plugin.adapter.spare_site import taken_over
from sop_plugin.pipeline.build_inputs import SPARE


def test_pages_of_a_further_language_come_into_a_folder_that_is_not_there_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spare, site = tmp_path / "spare" / "en", tmp_path / "new" / "en"
    pages = ["a/index.html", "b/index.html"]
    for name in pages:
        (spare / name).parent.mkdir(parents=True)
        (spare / name).write_text(name)
    stamps = {pages[0]: stamp((spare / pages[0]).stat()), pages[1]: "another"}
    monkeypatch.setenv(SPARE, str(spare))
    assert taken_over(site, pages, stamps, ()) == {pages[0]}
    assert (site / pages[0]).read_text() == pages[0]
    assert sorted(path.name for path in site.iterdir()) == ["a", "b"]
    assert not list((site / "b").iterdir())
