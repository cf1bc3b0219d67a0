"""The product's own style sheets and scripts, and what it changes in the theme."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.structure.files import File

from sop_plugin.adapter.log import log
from sop_plugin.words.catalogue import catalogue

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

FOLDER = "assets/sop"
"""Where the files of `web/` go in the site."""

STYLES, SCRIPTS = "css/*.css", "js/*.js"
"""What of `web/` is linked from every page; everything else is there to be asked for."""


def link_assets(config: MkDocsConfig) -> None:
    """Link style sheets and scripts, the site's own behind them so that they have the last word."""
    web = _web()
    config.extra_css[:0] = [_target(web, path) for path in sorted(web.glob(STYLES))]
    config.extra_javascript[:0] = [_deferred(_target(web, path)) for path in sorted(web.glob(SCRIPTS))]


def copy_assets(files: Files, config: MkDocsConfig) -> None:
    """Add the files of `web/` to those of the site."""
    web = _web()
    for path in sorted(web.rglob("*.*")):
        if path.is_file() and path.suffix not in (".py", ".pyc"):
            files.append(File.generated(config, _target(web, path), abs_src_path=str(path)))


def adapt_theme(config: MkDocsConfig) -> None:
    """Put our few templates before the theme's, behind the site's own, and keep the theme from asking other hosts."""
    own_templates = str(resources.files(__package__).joinpath("theme"))
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, own_templates)
    if font := config.theme.get("font"):
        config.theme["font"] = False
        if font != {"text": "Roboto", "code": "Roboto Mono"}:  # what the theme presets
            words = catalogue(str(config.theme.get("language", "en")))
            log.warning(words.text("adapter.font-off"))


def _web() -> Path:
    return Path(str(resources.files("sop_plugin").joinpath("web")))


def _target(web: Path, path: Path) -> str:
    return f"{FOLDER}/{path.relative_to(web).as_posix()}"


def _deferred(path: str) -> Any:
    script = ExtraScriptValue(path)
    script.defer = True
    return script
