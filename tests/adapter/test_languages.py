"""A site in one of its languages, as MkDocs makes it."""

import pytest
from mkdocs.exceptions import Abort

from sop_plugin.pipeline.build_inputs import LANGUAGE
from tests.adapter.conftest import BuildSite
from tests.adapter.fake_site import FakePage, FakeSite

CORE = FakeSite({"latte.md": FakePage("Make a latte", lang="zh-CN")})


@pytest.mark.parametrize(
    ("theme", "asked", "lang", "said"),
    [
        ("zh-TW", None, "zh-TW", "搜尋"),
        ("zh-TW", "zh-CN", "zh-CN", "搜索"),
        ("zh", None, "zh-CN", "搜索"),
        ("zh-TW", "en", "en", "Search"),
    ],
)
def test_the_page_and_the_theme_speak_the_language(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch, theme: str, asked: str | None, lang: str, said: str
) -> None:
    if asked:
        monkeypatch.setenv(LANGUAGE, asked)
    site = build_site(CORE, theme={"language": theme}, sop={"languages": ["zh-CN", "en"]})
    html = (site / "latte/index.html").read_text(encoding="utf-8")
    assert f'<html lang="{lang}"' in html
    assert f'placeholder="{said}"' in html
    assert ('<div lang="zh-CN">' in html) == (lang != "zh-CN")


def test_each_language_has_an_address_of_its_own(build_site: BuildSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE, "en")
    site = build_site(CORE, sop={"languages": ["en"]}, site_url="https://sop.example.com/handbook")
    assert 'href="https://sop.example.com/handbook/en/latte/"' in (site / "latte/index.html").read_text(
        encoding="utf-8"
    )


def test_a_language_that_the_site_does_not_have_stops_the_build(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(LANGUAGE, "zh-CN")
    with pytest.raises(Abort):
        build_site(CORE, sop={"languages": ["en"]})
    assert "zh-TW, en" in caplog.text


def test_what_is_edited_is_the_file_with_the_words(build_site: BuildSite, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"index.md": "# 首頁\n", "index.en.md": "# Home\n", "guide.md": "# 說明\n"}
    monkeypatch.setenv(LANGUAGE, "en")
    site = build_site(
        CORE,
        files,
        sop={"languages": ["en"]},
        theme={"features": ["content.action.edit"]},
        edit_uri_template="https://git.example.com/{path}",
    )
    assert 'href="https://git.example.com/index.en.md"' in (site / "index.html").read_text(encoding="utf-8")
    assert 'href="https://git.example.com/guide.md"' in (site / "guide/index.html").read_text(encoding="utf-8")
