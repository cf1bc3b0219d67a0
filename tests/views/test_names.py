"""Names in the page's language."""

import dataclasses

import pytest

from sop_plugin.model.amount import Quantity
from sop_plugin.model.organisation import Material, Named, NamedThing, Organisation, Role
from sop_plugin.model.sop import Sop
from sop_plugin.views.names import Hazard, Names

ORGANISATION = Organisation(
    organisation=1,
    name="嶼光",
    roles=(Role("barista", "咖啡師", names=(Named("en", "Barista"),)),),
    materials=(Material("milk", "鮮乳", names=(NamedThing("en", "Milk", "Allergen"),), hazard="過敏原"),),
)
SOP = Sop(sop=1, id="latte", title="Latte", steps=())


@pytest.mark.parametrize(("language", "name"), [("zh-TW", "咖啡師"), ("en", "Barista"), ("fr", "咖啡師")])
def test_a_role_is_called_by_its_name_in_the_language(language: str, name: str) -> None:
    assert Names(SOP, ORGANISATION, language).role("barista") == name


def test_what_is_declared_nowhere_is_called_by_its_id() -> None:
    names = Names(SOP, None, "en")
    assert (names.role("ghost"), names.level("size", "big"), names.quantity("heat")) == ("ghost", "big", "heat")


def test_a_quantity_is_called_by_its_title() -> None:
    assert (
        Names(dataclasses.replace(SOP, quantities=(Quantity("heat", "Heat"),)), None, "en").quantity("heat") == "Heat"
    )


@pytest.mark.parametrize(
    ("language", "hazard"),
    [("zh-TW", Hazard("過敏原", "zh-TW")), ("en", Hazard("Allergen", "en")), ("fr", Hazard("過敏原", "zh-TW"))],
)
def test_a_hazard_is_told_in_the_language_or_in_that_of_the_house(language: str, hazard: Hazard) -> None:
    assert Names(SOP, ORGANISATION, language).hazards == {"milk": hazard}
