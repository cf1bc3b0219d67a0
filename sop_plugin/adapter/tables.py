"""Tables of ordinary pages."""

from __future__ import annotations

OPEN = '<div class="sop-scroll" tabindex="0"><table class="sop-table">'
"""What a table of a procedure begins with, too."""


def in_reach(page_html: str) -> str:
    """Puts each table without a class into a box that scrolls and that a keyboard can reach.

    The theme's own box, which its script puts around such tables, is out of a keyboard's reach.
    """
    parts = page_html.split("<table>")
    return OPEN.join([parts[0], *(part.replace("</table>", "</table></div>", 1) for part in parts[1:])])
