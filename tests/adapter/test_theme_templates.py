"""A quickened theme publishes the same files, and compiles each template once."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from sop_plugin.adapter.theme_templates import quicken
from sop_plugin.views.compiled import CompiledTemplates


def theme(own: Path, compiled: CompiledTemplates | None = None) -> Theme:
    made = Theme(name="material", custom_dir=str(own))
    if compiled:
        quicken(made, compiled)
    return made


def published(made: Theme, site: Path) -> list[tuple[str, str | None]]:
    files = Files([])
    config = cast("Any", SimpleNamespace(theme=made, site_dir=str(site), use_directory_urls=True))
    files.add_files_from_theme(made.get_env(), config)
    return [(file.src_uri, file.abs_src_path) for file in files]


def test_the_files_of_a_theme_are_those_that_mkdocs_finds(tmp_path: Path) -> None:
    own = tmp_path / "own"
    for name in (
        "own.css",
        ".hidden/a.css",
        "folder/.hidden/a.css",
        "folder/a.js",
        "main.html",
        "assets/images/favicon.png",
    ):
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text("")
    found = published(theme(own, CompiledTemplates((), "test")), tmp_path)
    assert found == published(theme(own), tmp_path)
    assert {"own.css", "folder/a.js"} <= {name for name, _ in found}


def test_every_environment_takes_what_is_compiled(tmp_path: Path) -> None:
    compiled = CompiledTemplates((), "test")
    made = theme(tmp_path, compiled)
    made.get_env().get_template("partials/path.html")
    env = made.get_env()
    source, file, _ = env.loader.get_source(env, "partials/path.html")  # type: ignore[union-attr]
    assert compiled.get_bucket(env, "partials/path.html", file, source).code is not None
