from markupsafe import Markup
from playwright.sync_api import Page

from sop_plugin.views.qr import QUIET_ZONE, qr_svg
from sop_plugin.views.qr_symbol import rows_of

ADDRESS = "https://sop.example.com/cafe/%E9%BB%9E%E9%A4%90/#greet"

MODULES = """async (svg) => {
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await picture.decode();
  const side = Number(svg.match(/viewBox="0 0 (\\d+)/)[1]);
  const canvas = new OffscreenCanvas(side * 4, side * 4);
  const pencil = canvas.getContext("2d");
  pencil.drawImage(picture, 0, 0, side * 4, side * 4);
  const dots = pencil.getImageData(0, 0, side * 4, side * 4).data;
  const rows = [];
  for (let y = 0; y < side; y += 1) {
    let row = "";
    for (let x = 0; x < side; x += 1) {
      const at = ((y * 4 + 2) * side * 4 + x * 4 + 2) * 4;
      const seen = [...dots.slice(at, at + 4)].join();
      row += { "0,0,0,255": "1", "255,255,255,255": "0" }[seen] ?? "?";
    }
    rows.push(row);
  }
  return rows;
}"""
"""What a reader sees: each module by the pixel in its middle, black 1, white 0, anything else a question mark."""


def test_a_reader_sees_the_modules_in_black_on_white_within_their_quiet_zone(desk_page: Page) -> None:
    margin = "0" * QUIET_ZONE
    rows = [f"{margin}{row}{margin}" for row in rows_of(ADDRESS)]
    white = ["0" * len(rows[0])] * QUIET_ZONE
    assert desk_page.evaluate(MODULES, str(qr_svg(ADDRESS))) == [*white, *rows, *white]


def test_it_says_what_it_leads_to() -> None:
    assert f'role="img" aria-label="{ADDRESS}"' in qr_svg(ADDRESS)
    assert 'aria-label="&lt;b&gt; &#34;Tea&#34;"' in qr_svg(ADDRESS, '<b> "Tea"')
    assert 'aria-label="<b>"' not in qr_svg(ADDRESS, "<b>")


def test_the_same_text_gives_the_same_picture() -> None:
    first = qr_svg(ADDRESS)
    qr_svg.cache_clear()
    assert qr_svg(ADDRESS) == first


def test_a_text_that_no_code_can_hold_gives_none() -> None:
    assert qr_svg("x" * 3000) == Markup()
