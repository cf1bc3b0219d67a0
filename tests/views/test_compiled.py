"""Compiled templates are kept beside the program, for as long as they are what would be compiled."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from sop_plugin.views.compiled import CompiledTemplates
from sop_plugin.views.templating import environment
from sop_plugin.words.catalogue import catalogue


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with a template, whose compiled modules lie elsewhere."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "page.html").write_text("Hello, {{ name }}!", encoding="utf-8")
    return folder


def said(folder: Path, told: str = "", package: Path | None = None) -> tuple[str, bool]:
    """What the template says in a process of its own, and whether it had to be compiled."""
    kept = CompiledTemplates([package or folder], "en", told)
    made = Environment(loader=FileSystemLoader(folder), bytecode_cache=kept, autoescape=True)
    bucket = kept.get_bucket(made, "page.html", str(folder / "page.html"), (folder / "page.html").read_text())
    return made.get_template("page.html").render(name="Ada"), bucket.code is None


def test_a_template_is_compiled_once(package: Path) -> None:
    assert said(package) == ("Hello, Ada!", True)
    assert said(package) == ("Hello, Ada!", False)


def test_another_source_and_another_program_are_compiled(package: Path) -> None:
    said(package)
    (package / "page.html").write_text("Good morning, {{ name }}!", encoding="utf-8")
    assert said(package) == ("Good morning, Ada!", True)
    assert said(package, "other words") == ("Good morning, Ada!", True)


@pytest.mark.parametrize("damage", ["", "half"])
def test_what_is_damaged_is_compiled_anew(package: Path, damage: str) -> None:
    said(package)
    (kept,) = (path for path in package.parent.rglob("*.pyc"))
    kept.write_bytes(kept.read_bytes()[:40] if damage else b"")
    assert said(package) == ("Hello, Ada!", True)
    assert said(package) == ("Hello, Ada!", False)


def test_of_a_sites_own_templates_nothing_is_kept(package: Path, tmp_path: Path) -> None:
    assert said(package, package=tmp_path / "elsewhere") == ("Hello, Ada!", True)
    assert not list(tmp_path.rglob("*.pyc"))


def test_where_nothing_may_be_written_templates_are_compiled(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert said(package) == ("Hello, Ada!", True)
    assert said(package) == ("Hello, Ada!", True)


def test_each_language_keeps_its_own_words(package: Path) -> None:
    assert package
    for language, word in (("en", "Role"), ("zh-TW", "角色"), ("en", "Role")):
        environment.cache_clear()
        made = environment(catalogue(language))
        assert word in made.from_string('{% word "page.role" %}').render()
