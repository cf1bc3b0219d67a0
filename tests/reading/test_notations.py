from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_plugin.model.flow import Go, GoKind, SopLink
from sop_plugin.model.record import FormUse
from sop_plugin.model.step import Citation
from sop_plugin.model.time import Edge, Moment
from sop_plugin.reading.notations import read_citation, read_form_use, read_go, read_moment, read_sop_link

READERS: list[Callable[[str], object]] = [read_go, read_sop_link, read_moment, read_citation, read_form_use]


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (read_go, "here", Go(GoKind.HERE)),
        (read_go, "again", Go(GoKind.AGAIN)),
        (read_go, "next", Go(GoKind.NEXT)),
        (read_go, "end", Go(GoKind.END)),
        (read_go, "check-name", Go(GoKind.PLACE, "check-name")),
        (read_go, "end-2", Go(GoKind.PLACE, "end-2")),
        (read_go, "sop:refund", Go(GoKind.SOP, "refund")),
        (read_go, "sop: refund", Go(GoKind.SOP, "refund")),
        (read_go, "sop:refund/check", Go(GoKind.SOP, "refund", "check")),
        (read_sop_link, "refund", SopLink("refund")),
        (read_sop_link, "refund/check-name", SopLink("refund", "check-name")),
        (read_moment, "recall", Moment("recall")),
        (read_moment, "serve.start", Moment("serve", Edge.START)),
        (read_moment, "serve.done", Moment("serve", Edge.DONE)),
        (read_citation, "handbook", Citation("handbook")),
        (read_citation, "consumer-act art. 19", Citation("consumer-act", "art. 19")),
        (read_citation, "consumer-act 第十九條 第一項", Citation("consumer-act", "第十九條 第一項")),
        (read_form_use, "return-form", FormUse("return-form")),
        (read_form_use, "return-form.weight", FormUse("return-form", "weight")),
    ],
)
def test_reads(read: Callable[[str], object], text: str, value: object) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (read_go, ""),
        (read_go, "Next"),
        (read_go, "next step"),
        (read_go, "sop:"),
        (read_go, "sop:a/b/c"),
        (read_go, "退款"),
        (read_sop_link, "a/"),
        (read_sop_link, "/b"),
        (read_sop_link, "a b"),
        (read_moment, "serve.end"),
        (read_moment, "serve."),
        (read_moment, ".done"),
        (read_citation, "Art 19"),
        (read_citation, ""),
        (read_form_use, "form."),
        (read_form_use, "form.a.b"),
    ],
)
def test_refuses(read: Callable[[str], object], text: str) -> None:
    assert read(text) is None


@given(st.sampled_from(READERS), st.text() | st.text("ab-./: 1", max_size=12))
def test_no_text_raises(read: Callable[[str], object], text: str) -> None:
    value = read(text)
    assert value is None or read(text) == value
