"""Building a site with the real MkDocs and Material around a made-up core."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.adapter.fake_site import FakeSite

BuildSite = Callable[..., Path]


@pytest.fixture
def build_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BuildSite:
    """`build_site(core, {"index.md": "# Home"}, nav=[...])` builds a site; the answer is its folder.

    Files that the core has pages for are written too. Keyword arguments are settings of mkdocs.yml; those of the
    plugins stand in `sop` and `search`.
    """

    def run(core: FakeSite, files: Mapping[str, str | bytes] | None = None, **settings: Any) -> Path:
        monkeypatch.setattr("sop_plugin.adapter.plugin.load_site", lambda *_args, **_options: core)
        content = tmp_path / "content"
        sources = {path: "---\nsop: 1\n---\n" for path, page in core.contents.items() if not page.generated}
        for path, text in (sources | dict(files or {"index.md": "# 首頁\n"})).items():
            file = content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode() if isinstance(text, str) else text)
        theme = {"name": "material", "language": "zh-TW"} | settings.pop("theme", {})
        plugins = [
            {"search": settings.pop("search", {})},
            {"sop": settings.pop("sop", {})},
            *settings.pop("plugins", []),
        ]
        settings = {"site_name": "服務手冊", "docs_dir": "content", "theme": theme, "plugins": plugins} | settings
        config_file = tmp_path / "mkdocs.yml"
        config_file.write_text(json.dumps(settings), encoding="utf-8")
        config = load_config(str(config_file))
        # As its command does: MkDocs keeps plugins of this kind from one configuration to the next.
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        return Path(config.site_dir)

    return run
