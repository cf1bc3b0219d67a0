"""What a site publishes for devices that keep it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sop_plugin.adapter.kept_files import LIST, WORKER, RoleFiles, digest, list_of_files
from tests.adapter.conftest import BuildSite
from tests.adapter.fake_site import FakePage, FakeSite

CORE = FakeSite({"cafe/latte.md": FakePage(), "start.md": FakePage(title="我的工作", generated=True)})


def listed(site: Path, *roles: RoleFiles, everybody: tuple[str, ...] = ()) -> dict[str, Any]:
    found = json.loads(list_of_files(site, "start/", everybody, roles, directories=True))
    assert isinstance(found, dict)
    return found


def write(site: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")


def paths(found: dict[str, Any], numbers: list[int]) -> list[str]:
    return [found["files"][number][0] for number in numbers]


def test_files_that_no_page_needs_are_left_out(tmp_path: Path) -> None:
    unneeded = ["_headers", ".nojekyll", "404.html", "sitemap.xml", "sitemap.xml.gz", "a/b.js.map", LIST, WORKER]
    write(tmp_path, dict.fromkeys([*unneeded, "index.html", "咖啡/菜單.pdf"], ""))
    assert [name for name, _, _ in listed(tmp_path)["files"]] == ["index.html", "咖啡/菜單.pdf"]


def test_each_file_has_its_digest_and_its_length_in_bytes(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "首頁"})
    assert listed(tmp_path)["files"] == [["index.html", digest("首頁".encode()), 6]]


def test_a_role_needs_its_pages_and_what_they_show(tmp_path: Path) -> None:
    page = '<a href="../../bank/loan/"><img src="a%20b.svg?1"><link rel="stylesheet" href="../../own.css"><video poster="p.png">'
    write(
        tmp_path, {"cafe/open/index.html": page, "bank/loan/index.html": "", "own.css": "p{background:url('in/x.png')}"}
    )
    write(tmp_path, {"cafe/open/a b.svg": "1", "cafe/open/p.png": "2", "in/x.png": "3", "y.png": "4"})
    found = listed(tmp_path, RoleFiles("barista", "咖啡師", ("cafe/open/index.html", "cafe/gone/index.html")))
    (role,) = found["roles"]
    assert (role["id"], role["title"]) == ("barista", "咖啡師")
    expected = ["cafe/open/a b.svg", "cafe/open/index.html", "cafe/open/p.png", "in/x.png", "own.css"]
    assert paths(found, role["files"]) == expected


def test_everybody_needs_our_own_files_and_those_of_the_theme_but_not_all_that_lies_in_assets(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(["assets/sop/css/sop.css", "assets/stylesheets/main.css", "assets/photos/1.jpg"], ""))
    write(tmp_path, {"index.html": "", "start/index.html": ""})
    found = listed(tmp_path, everybody=("start/index.html",))
    assert paths(found, found["core"]) == ["assets/sop/css/sop.css", "assets/stylesheets/main.css", "start/index.html"]


def test_scripts_in_a_language_that_no_page_speaks_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, {f"assets/sop/js/{language}/page.js": "" for language in ("en", "zh-TW", "zh-CN")})
    write(tmp_path, {"a/index.html": '<script src="../assets/sop/js/zh-TW/page.js" defer></script>'})
    write(tmp_path, {"b/index.html": '<script src="../assets/sop/js/en/page.js" defer></script>'})
    scripts = [name for name, _, _ in listed(tmp_path)["files"] if name.endswith(".js")]
    assert scripts == ["assets/sop/js/en/page.js", "assets/sop/js/zh-TW/page.js"]


def test_the_worker_names_the_list_that_lies_beside_it_and_the_list_holds_the_whole_site(build_site: BuildSite) -> None:
    site = build_site(CORE, sop={"offline": True})
    worker, data = (site / WORKER).read_text(encoding="utf-8"), (site / LIST).read_bytes()
    assert f'"version": "{digest(data)}", "start": "start/"' in worker
    files = json.loads(data)["files"]
    for name, sum_, size in files:
        content = (site / name).read_bytes()
        assert (digest(content), len(content)) == (sum_, size)
    names = {name for name, _, _ in files}
    assert {"index.html", "cafe/latte/index.html", "manifest.webmanifest", "search/index.js"} <= names


def test_two_builds_of_the_same_content_are_one_version(build_site: BuildSite) -> None:
    first = build_site(CORE, sop={"offline": True}, site_dir="first")
    second = build_site(CORE, sop={"offline": True}, site_dir="second")
    assert (first / WORKER).read_bytes() == (second / WORKER).read_bytes()
    third = build_site(CORE, {"index.md": "# Else"}, sop={"offline": True}, site_dir="third")
    assert (first / WORKER).read_bytes() != (third / WORKER).read_bytes()


def test_every_page_starts_the_worker_and_can_be_installed(build_site: BuildSite) -> None:
    site = build_site(CORE, sop={"offline": True})
    for name, up in (("index.html", ""), ("cafe/latte/index.html", "../../")):
        html = (site / name).read_text(encoding="utf-8")
        assert f'<script src="{up}assets/sop/js/zh-TW/offline.js"></script>' in html
        assert f'<link rel="manifest" href="{up}manifest.webmanifest">' in html
        assert f'<link rel="apple-touch-icon" href="{up}assets/sop/icons/handbook-180.png">' in html


@pytest.mark.parametrize(("directories", "start"), [(True, "start/"), (False, "start.html")])
def test_the_manifest_tells_name_language_colour_start_and_pictures_that_are_there(
    build_site: BuildSite, directories: bool, start: str
) -> None:
    theme = {"palette": [{"scheme": "default", "primary": "deep purple"}, {"scheme": "slate"}]}
    site = build_site(CORE, sop={"offline": True}, theme=theme, use_directory_urls=directories)
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["name"], manifest["lang"], manifest["theme_color"]) == ("服務手冊", "zh-TW", "#7e56c2")
    assert manifest["start_url"] == start
    for icon in manifest["icons"]:
        assert (site / icon["src"]).is_file()
        if icon["sizes"] != "any":
            width = int.from_bytes((site / icon["src"]).read_bytes()[16:20])
            assert icon["sizes"] == f"{width}x{width}"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}


def test_the_site_s_own_manifest_stays(build_site: BuildSite) -> None:
    own = '{"name": "Own"}'
    site = build_site(CORE, {"index.md": "# Home", "manifest.webmanifest": own}, sop={"offline": True})
    assert (site / "manifest.webmanifest").read_text(encoding="utf-8") == own


def test_a_site_that_is_not_kept_publishes_a_worker_that_removes_itself(build_site: BuildSite) -> None:
    site = build_site(CORE)
    worker = (site / WORKER).read_text(encoding="utf-8")
    assert "unregister()" in worker
    assert "fetch" not in worker
    assert not (site / LIST).exists()
    assert not (site / "manifest.webmanifest").exists()
    assert "offline.js" not in (site / "index.html").read_text(encoding="utf-8")
