"""The languages of a site: which there are, which one is built, and where its pages are in the others.

The site's own language stands at the root, each other one in a folder of its name. MkDocs builds one at a time.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from sop_plugin.pipeline.build_inputs import LANGUAGE, OTHERS
from sop_plugin.views.index_page import PATH as INDEX
from sop_plugin.words.catalogue import catalogue, is_served_by, language_name, supported

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from sop_plugin.adapter.config import LanguageConfig

SCRIPT = "assets/sop/js/languages.js"


@dataclass(frozen=True, slots=True)
class Alternate:
    """A language that a page is there in. `link` leads from the root of the language that is built to the page in it,
    or to its list of procedures where `is_missing`.
    """

    lang: str
    name: str
    link: str
    is_current: bool
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class Roots:
    """Under `extra.alternate`: that the theme shows its list of languages, and where it leads from no page at all.

    The theme would link what it could go through there, the same on every page.
    """

    alternates: tuple[Alternate, ...]


@dataclass(slots=True)
class Languages:
    """The languages of a site: `own`, and those beside it with what mkdocs.yml says of them. `current` is built.

    `are_linked` tells that all of them are built, so that pages may lead to the others. `address` is where the site's
    own language is published, if that is known. `material` is the name that the theme has for the current one.
    `absent` holds, by a page's path, the languages that it does not exist in.
    """

    own: str
    others: Mapping[str, LanguageConfig]
    current: str
    are_linked: bool
    address: str | None
    material: str
    absent: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def all(self) -> tuple[str, ...]:
        """The site's own language, then the others."""
        return (self.own, *self.others)

    @property
    def below(self) -> tuple[str, ...]:
        """The languages in folders below the one that is built."""
        return tuple(self.others) if self.current == self.own else ()

    def alternates(self, page: Page, files: Files) -> tuple[Alternate, ...]:
        """A page in each language."""
        missing = self.absent.get(page.file.src_uri, frozenset())
        index = files.src_uris[INDEX].url if INDEX in files.src_uris else ""
        return tuple(
            self._alternate(language, index if language in missing else page.url, is_missing=language in missing)
            for language in self.all
        )

    def roots(self) -> Roots:
        """The first page of each language."""
        return Roots(tuple(self._alternate(language, "", is_missing=False) for language in self.all))

    def _alternate(self, language: str, url: str, *, is_missing: bool) -> Alternate:
        is_current = language == self.current
        up = "" if self.current == self.own else "../"
        root = "" if is_current else up if language == self.own else f"{up}{language}/"
        return Alternate(language, language_name(language), root + url, is_current, is_missing)


def languages_of(config: MkDocsConfig, others: Mapping[str, LanguageConfig]) -> Languages:
    """The languages of a site, whose theme and settings are changed to those of the one that is built.

    Raises PluginError where a language is asked for that the site does not have.
    """
    asked = str(config.theme.get("language") or "en")
    own = supported(asked) if is_served_by(asked, supported(asked)) else asked
    beside = {language: settings for language, settings in others.items() if language != own}
    current = os.environ.get(LANGUAGE) or own
    if current != own and current not in beside:
        known = ", ".join((own, *beside))
        raise PluginError(catalogue(own).text("adapter.language-unknown", language=current, known=known))
    address = f"{config.site_url.rstrip('/')}/" if config.site_url else None
    material = config.theme["language"] = _of_the_theme(current, config)
    if current != own:
        _adapt(config, current, beside[current])
    note = os.environ.get(OTHERS)
    if note and current == own:
        Path(note).write_text("".join(f"{language}\n" for language in beside), encoding="utf-8")
    languages = Languages(own, beside, current, bool(note and beside), address, material)
    if languages.are_linked:
        config.extra["alternate"] = languages.roots()
        config.extra_javascript.insert(0, SCRIPT)
    return languages


def _adapt(config: MkDocsConfig, language: str, settings: LanguageConfig) -> None:
    """Say the site's own settings in a language."""
    words: Mapping[str, str] = settings.words
    if config.site_url:
        config.site_url = f"{config.site_url.rstrip('/')}/{language}/"
    config.site_name = settings.site_name or config.site_name
    config.site_description = settings.site_description or config.site_description
    if config.copyright:
        config.copyright = words.get(config.copyright, config.copyright)
    if config.nav:
        config.nav = _nav(config.nav, words)
    palettes = config.theme.get("palette")
    for palette in palettes if isinstance(palettes, list) else ():
        if toggle := palette.get("toggle"):
            toggle["name"] = words.get(toggle.get("name"), toggle.get("name"))


def _nav(nav: Any, words: Mapping[str, str]) -> Any:
    """The navigation of mkdocs.yml with its titles in other words."""
    if isinstance(nav, list):
        return [_nav(item, words) for item in nav]
    if isinstance(nav, dict):
        return {words.get(title, title): _nav(item, words) for title, item in nav.items()}
    return nav


def _of_the_theme(language: str, config: MkDocsConfig) -> str:
    """The name under which the theme has the words of a language, or of the nearest: its `zh` is `zh-CN`."""
    for name in (language, language.partition("-")[0]):
        if any(Path(folder, "partials", "languages", f"{name}.html").exists() for folder in config.theme.dirs):
            return name
    return "en"


def copy_script(files: Files, config: MkDocsConfig) -> None:
    """Add the script of the switch to the site."""
    ours = resources.files(__package__).joinpath("languages.js").read_text(encoding="utf-8")
    files.append(File.generated(config, SCRIPT, content=ours))


def refuse_folders(files: Files, languages: Languages) -> None:
    """Raise PluginError where a folder of the content has the name of a language: both would want its place."""
    taken = {file.src_uri.partition("/")[0] for file in files if "/" in file.src_uri}
    for language in languages.others:
        if language in taken:
            raise PluginError(catalogue(languages.current).text("adapter.language-folder", language=language))


def with_language(
    page_html: str, languages: Languages, alternates: Iterable[Alternate] = (), base_url: str = ""
) -> str:
    """A whole page marked with the language that is built, which the theme may know under another name, and with links
    for machines to the languages that it is there in.

    The blank in `rel` hides the links from the theme's own script, which would ask each address for a site map, on
    whatever host it is, and catch what the switch does.
    """
    own = f'<html lang="{languages.material}"'
    page_html = page_html.replace(own, f'<html lang="{escape(languages.current)}"', 1)
    links = [
        f'<link rel="alternate " hreflang="{escape(each.lang)}" href="{escape(_address(each, languages, base_url))}">'
        for each in alternates
        if not each.is_missing
    ]
    return (
        page_html.replace("</head>", "".join(f"  {link}\n  " for link in links) + "</head>", 1) if links else page_html
    )


def _address(alternate: Alternate, languages: Languages, base_url: str) -> str:
    """In full where the site's address is known, since search engines want it so."""
    if languages.address is None:
        return f"{base_url}/{alternate.link}"
    return urljoin(
        languages.address if languages.current == languages.own else f"{languages.address}{languages.current}/",
        alternate.link,
    )
