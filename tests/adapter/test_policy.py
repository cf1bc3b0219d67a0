"""Which scripts a browser is allowed to run."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from sop_plugin.adapter.policy import script_hashes
from tests.adapter.conftest import BuildSite
from tests.adapter.fake_site import FakePage, FakeSite

CORE = FakeSite({"cafe/latte.md": FakePage(), "cafe/deep/down/milk.md": FakePage()})

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
INLINE = re.compile(r"<script(?![^>]*(?:src=|application/json))[^>]*>(.*?)</script>", re.DOTALL)


def source_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def policies(site: Path) -> dict[str, str]:
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    return {name: found[1] if (found := META.search(html)) else "" for name, html in pages.items()}


@pytest.mark.parametrize("palette", [{"primary": "teal"}, [{"scheme": "default"}, {"scheme": "slate"}]])
def test_every_script_that_the_theme_prints_may_run_on_every_page(build_site: BuildSite, palette: object) -> None:
    features = ["content.tabs.link", "announce.dismiss", "navigation.tabs"]
    site = build_site(CORE, sop={"csp": True}, theme={"palette": palette, "features": features})
    (policy,) = set(policies(site).values())
    scripts = {script for path in site.rglob("*.html") for script in INLINE.findall(path.read_text(encoding="utf-8"))}
    assert len(scripts) >= 3
    assert [script for script in scripts if source_of(script) not in policy] == []
    assert "script-src 'self' 'sha256-" in policy
    assert "eval" not in policy
    assert policy.count("'unsafe-inline'") == policy.count("style-src 'self' 'unsafe-inline'") == 1


def test_a_script_that_an_author_writes_may_not_run(build_site: BuildSite) -> None:
    site = build_site(CORE, {"index.md": "# Home\n\n<script>alert(1)</script>\n"}, sop={"csp": True})
    assert "<script>alert(1)</script>" in (site / "index.html").read_text(encoding="utf-8")
    assert source_of("alert(1)") not in policies(site)["index.html"]


def test_a_script_of_the_site_s_own_templates_may_run_unless_a_template_fills_it_in(
    build_site: BuildSite, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    template = (
        '{% extends "base.html" %}{% block libs %}<script>one()</script><script>{{ page.url }}</script>{% endblock %}'
    )
    (tmp_path / "own" / "main.html").write_text(template, encoding="utf-8")
    site = build_site(CORE, sop={"csp": True}, theme={"custom_dir": str(tmp_path / "own")})
    policy = policies(site)["index.html"]
    assert source_of("one()") in policy
    assert source_of("cafe/latte/") not in policy


def test_of_two_templates_with_one_name_the_first_counts(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "main.html").write_text(f"<script>{name}()</script>", encoding="utf-8")
    assert script_hashes((tmp_path / "first", tmp_path / "second")) == (source_of("first()"),)


def test_static_hosts_are_told_the_same_policy_and_who_may_frame_a_page(build_site: BuildSite) -> None:
    site = build_site(CORE, sop={"csp": True})
    first, *headers = (site / "_headers").read_text(encoding="utf-8").splitlines()
    (policy,) = set(policies(site).values())
    assert first == "/*"
    assert f"  Content-Security-Policy: {policy}; frame-ancestors 'self'" in headers


def test_the_site_s_own_headers_stay(build_site: BuildSite) -> None:
    site = build_site(CORE, {"index.md": "# Home", "_headers": "/*\n  X-Own: 1\n"}, sop={"csp": True})
    assert (site / "_headers").read_text(encoding="utf-8") == "/*\n  X-Own: 1\n"


def test_without_the_option_nothing_is_said(build_site: BuildSite) -> None:
    site = build_site(CORE)
    assert set(policies(site).values()) == {""}
    assert not (site / "_headers").exists()
