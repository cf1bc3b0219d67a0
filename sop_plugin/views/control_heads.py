"""What every printed page of a controlled document says of itself."""

from __future__ import annotations

from markupsafe import Markup

from sop_plugin.views.page_view import SopPageView
from sop_plugin.views.running_heads import running_heads
from sop_plugin.views.standing import WORKED_BY
from sop_plugin.views.wording import enum_key_of


def control_heads(page: SopPageView, title: str, foot: str = "checklist.uncontrolled") -> Markup:
    """A style sheet that puts title, id, version, standing and number at the edges of all pages.

    The status stands only where the day from which it is effective does not say it already. `foot` is the catalogue key
    of what the paper is.
    """
    sop, text = page.sop, page.context.words.text
    control = [sop.id]
    if sop.version:
        control.append(text("page.version", version=sop.version))
    if not (sop.effective and sop.status in WORKED_BY):
        control.append(text(enum_key_of(sop.status)))
    if sop.effective:
        control.append(f"{text('page.effective')} {sop.effective}")
    return running_heads(
        {
            "top-left": title,
            "top-right": " · ".join(control),
            "bottom-left": text(foot),
            "bottom-right": text("checklist.page", page="{page}", pages="{pages}"),
        }
    )
