"""The content-security policy: a page runs the site's own script files and what the theme itself prints, nothing else.

An inline script runs where its hash is in the policy. The hashes are those of the scripts in the theme's templates,
never of those in pages: what an author writes into an ordinary page is no script of the site. A script that a template
fills in has no hash that holds on every page, so it is left out and the browser refuses it; the one of Material's that
every page needs, which varies with the depth of the page, stands in our own `theme/partials/javascripts/base.html`.

Styles may stand in pages: the running heads of a printed procedure are a style element with its title and version,
others on each page, and a list of their hashes would be as long as the site. What a style can do is bounded, since the
policy lets no address of another host be asked.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

HEADERS = "_headers"
"""The file in which several static hosts look for headers; Netlify and Cloudflare Pages among them."""

_SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL)
_NOT_INLINE = re.compile(r"\bsrc=|\btype=(?!\"?(?:module|text/javascript)\b)")
_FILLED_IN = re.compile(r"\{[{%#]")
_CHARSET = '<meta charset="utf-8">'


def policy_of(config: MkDocsConfig) -> str:
    """The policy of a site, as the header `Content-Security-Policy` has it."""
    directives = (
        "default-src 'none'",
        " ".join(("script-src 'self'", *script_hashes(Path(folder) for folder in config.theme.dirs))),
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",  # the theme's pictures, and photos that were just taken
        "media-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        _ANCESTORS,
    )
    return "; ".join(directives)


_ANCESTORS = "frame-ancestors 'self'"


def script_hashes(folders: Iterable[Path]) -> tuple[str, ...]:
    """What lets the inline scripts of templates run, sorted; of two templates of one name the first counts."""
    templates: dict[str, Path] = {}
    for folder in folders:
        for path in folder.rglob("*.html"):
            templates.setdefault(path.relative_to(folder).as_posix(), path)
    hashes = {hash_ for path in templates.values() for hash_ in _hashes_in(path.read_text(encoding="utf-8"))}
    return tuple(sorted(hashes))


def with_policy(page_html: str, policy: str) -> str:
    """A whole page that carries the policy itself, for hosts that let nobody set headers.

    Who may show the page in a frame can only be said by the header: browsers warn of it elsewhere.
    """
    own = "; ".join(directive for directive in policy.split("; ") if directive != _ANCESTORS)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{own}">'
    return page_html.replace(_CHARSET, f"{_CHARSET}\n      {meta}", 1)


def add_headers_file(policy: str, files: Files, config: MkDocsConfig) -> None:
    """Add the headers of all files of the site to it, unless the site has such a file of its own."""
    if HEADERS in files.src_uris:
        return
    headers = (
        f"Content-Security-Policy: {policy}",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: same-origin",
        "Cache-Control: no-cache",  # kept, and asked for anew with its ETag: names of files stay over versions
    )
    content = "/*\n" + "".join(f"  {header}\n" for header in headers)
    files.append(File.generated(config, HEADERS, content=content))


def _hashes_in(template: str) -> Iterable[str]:
    for attributes, text in _SCRIPT.findall(template):
        if not _NOT_INLINE.search(attributes) and not _FILLED_IN.search(text):
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            yield f"'sha256-{digest}'"
