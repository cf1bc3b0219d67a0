import pytest

from tests.site.conftest import Open
from tests.site.pages import PROCEDURES
from tests.support.browsing import PHONE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", PROCEDURES)
def test_a_picture_has_its_room_before_it_is_loaded(visit: Open, path: str) -> None:
    page = visit(path, **PHONE).page
    pictures = page.locator(".sop img")
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    before = pictures.evaluate_all("all => all.map((one) => [one.clientWidth, one.clientHeight])")
    pictures.evaluate_all("all => Promise.all(all.map((one) => { one.loading = 'eager'; return one.decode(); }))")
    after = pictures.evaluate_all("all => all.map((one) => [one.clientWidth, one.clientHeight])")
    shapes = pictures.evaluate_all("all => all.map((one) => one.naturalWidth / one.naturalHeight)")
    assert before
    assert before == after
    for (width, height), shape in zip(after, shapes, strict=True):
        assert width / height == pytest.approx(shape, rel=0.02)
