from sop_plugin.model.record import FieldType, Form, FormUse, RecordField
from sop_plugin.model.resolve import resolved, step_by_id, steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import RoleByClass, Step

WEIGHT = RecordField("weight", "Weight", FieldType.NUMBER)
SEAL = RecordField("seal", "Seal")


def sop(*steps: Step, role: tuple[str, ...] = (), forms: tuple[Form, ...] = ()) -> Sop:
    return Sop(1, "order", "Take an order", steps, role=role, forms=forms)


def test_steps_stand_in_reading_order() -> None:
    whole = Sop(
        1,
        "order",
        "Take an order",
        (Step("a", steps=(Step("b", steps=(Step("c"),)), Step("d"))), Step("e")),
        triggered=(Step("f", steps=(Step("g"),)),),
        recurring=(Step("h"),),
    )
    assert [step.id for step in steps_of(whole)] == list("abcdefgh")
    assert step_by_id(whole, "g") == Step("g")
    assert step_by_id(whole, "x") is None


def test_the_role_of_the_sop_is_that_of_a_step_without_one() -> None:
    own, none = Step("own", role=("lead",)), Step("none")
    by_class = Step("class", role=RoleByClass("severity", ()))
    whole = sop(own, none, by_class, role=("barista",))
    assert resolved(whole, own).role == ("lead",)
    assert resolved(whole, none).role == ("barista",)
    assert resolved(whole, by_class) == by_class


def test_a_group_has_no_role_of_its_own() -> None:
    group = Step("group", steps=(Step("part"),))
    assert resolved(sop(group, role=("barista",)), group).role == ()


def test_same_as_fills_what_is_empty_and_nothing_else() -> None:
    first = Step("first", title="Fill", do="Fill the cup.", role=("lead",), was=("old",))
    again = Step("again", title="Refill", same_as="first")
    whole = resolved(sop(first, again), again)
    assert (whole.id, whole.title, whole.do, whole.role, whole.was) == ("again", "Refill", "Fill the cup.", ("lead",), ())


def test_same_as_may_lead_over_several_steps() -> None:
    a, b, c = Step("a", do="Do."), Step("b", same_as="a", notes="Note."), Step("c", same_as="b")
    whole = resolved(sop(a, b, c), c)
    assert (whole.do, whole.notes, whole.same_as) == ("Do.", "Note.", None)


def test_a_circle_ends_where_it_began() -> None:
    a, b = Step("a", same_as="b", do="A."), Step("b", same_as="a", notes="B.")
    assert resolved(sop(a, b), a).notes == "B."
    assert resolved(sop(a, b), b).do == "A."
    alone = Step("c", same_as="c")
    assert resolved(sop(alone), alone) == alone


def test_same_as_nothing_stays() -> None:
    lost = Step("lost", same_as="nowhere")
    assert resolved(sop(lost), lost) == lost


def test_fields_of_forms_stand_in_place_and_in_order() -> None:
    forms = (Form("parcel", "Parcel", (WEIGHT, SEAL)),)
    own = RecordField("time", "Time")
    one = Step("one", record=(own, FormUse("parcel", "seal")))
    both = Step("both", record=(FormUse("parcel"), own))
    lost = Step("lost", record=(FormUse("nowhere", "seal"), FormUse("parcel", "colour")))
    whole = sop(one, both, lost, forms=forms)
    assert resolved(whole, one).record == (own, SEAL)
    assert resolved(whole, both).record == (WEIGHT, SEAL, own)
    assert resolved(whole, lost).record == (FormUse("nowhere", "seal"),)
