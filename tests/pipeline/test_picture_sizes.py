"""Pictures on a page have the sizes that their files name."""

from pathlib import Path

from sop_plugin.pipeline.site import load_site
from tests.pipeline.contents import content, sop

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 40"/>'
MEDIA = "media: [{file: img/a.svg, alt: 櫃台}]"


def test_media_and_pictures_in_markdown_name_their_sizes(tmp_path: Path) -> None:
    step = f"steps: [{{id: greet, title: Greet, {MEDIA}, do: '![門](/shop/img/%E9%96%80.svg)'}}]\n"
    header = f"---\nsop: 1\nid: a\ntitle: A\nversion: 1.0\nowner: barista\n{step}---\n"
    folder = content(
        tmp_path,
        {"shop/a.md": f"{header}\n![沒有大小](img/c.svg)\n![gone](../b.svg)\n", "b.md": sop("b")},
    )
    pictures = {"shop/img/a.svg": SVG.format(60), "shop/img/門.svg": SVG.format(80), "shop/img/c.svg": "<svg/>"}
    for name, text in (pictures | {"b.svg": SVG.format(20)}).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    site = load_site(folder)
    assert site.diagnostics == ()
    html = site.render("shop/a.md", lambda path: f"/at/{path}").html
    assert '<img src="/at/shop/img/a.svg" alt="櫃台" width="60" height="40"' in html
    assert '<img src="/at/shop/img/門.svg" alt="門" width="80" height="40"' in html
    assert '<img src="/at/shop/img/c.svg" alt="沒有大小" loading="lazy">' in html
    assert '<img src="/at/b.svg" alt="gone" width="20" height="40"' in html
