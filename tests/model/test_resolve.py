from sop_plugin.model.amount import Quantity, Setting
from sop_plugin.model.record import FieldType, Form, FormUse, RecordField
from sop_plugin.model.resolve import quantities_of, resolved, step_by_id, steps_of
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


def test_the_nearest_group_with_a_role_comes_before_the_sop() -> None:
    inner, outer = Step("inner"), Step("outer")
    by_class = RoleByClass("severity", ())
    within = Step("within", steps=(Step("below", role=("cook",), steps=(inner,)), outer))
    group = Step("group", role=("lead",), steps=(within,))
    other = Step("other", role=by_class, steps=(Step("sorted"),))
    whole = Sop(1, "order", "Take an order", (group,), role=("barista",), triggered=(other,))
    assert resolved(whole, inner).role == ("cook",)
    assert resolved(whole, outer).role == ("lead",)
    assert resolved(whole, other.steps[0]).role == by_class
    assert resolved(whole, within).role == ()


def test_a_group_may_have_its_role_from_the_step_it_repeats() -> None:
    part = Step("part")
    whole = sop(Step("first", role=("lead",)), Step("group", same_as="first", steps=(part,)), role=("barista",))
    assert resolved(whole, part).role == ("lead",)


def test_a_step_s_own_source_comes_before_the_group_around_it() -> None:
    again, lost = Step("again", same_as="first"), Step("lost", same_as="bare")
    group = Step("group", role=("lead",), steps=(again, lost))
    whole = sop(Step("first", role=("cook",)), Step("bare"), group, role=("barista",))
    assert resolved(whole, again).role == ("cook",)
    assert resolved(whole, lost).role == ("lead",)


def test_the_steps_of_a_group_stay_where_they_are() -> None:
    group, again = Step("group", do="Do.", steps=(Step("part"),)), Step("again", same_as="group")
    whole = sop(group, again, role=("barista",))
    assert resolved(whole, again).steps == ()
    assert (resolved(whole, again).do, resolved(whole, again).role) == ("Do.", ("barista",))


def test_what_a_number_test_may_measure() -> None:
    whole = Sop(
        1,
        "order",
        "Take an order",
        (Step("a", settings=(Setting("heat", "Heat"), Setting("queue", "Wrong")), record=(SEAL, FormUse("parcel"))),),
        forms=(Form("parcel", "Parcel", (WEIGHT,)),),
        quantities=(Quantity("queue", "Guests in the queue"),),
    )
    assert quantities_of(whole) == {
        "heat": "Heat",
        "weight": "Weight",
        "seal": "Seal",
        "queue": "Guests in the queue",
    }


def test_a_group_has_no_role_of_its_own() -> None:
    group = Step("group", steps=(Step("part"),))
    assert resolved(sop(group, role=("barista",)), group).role == ()


def test_same_as_fills_what_is_empty_and_nothing_else() -> None:
    first = Step("first", title="Fill", do="Fill the cup.", role=("lead",), was=("old",))
    again = Step("again", title="Refill", same_as="first")
    whole = resolved(sop(first, again), again)
    assert (whole.id, whole.title, whole.do, whole.role, whole.was) == (
        "again",
        "Refill",
        "Fill the cup.",
        ("lead",),
        (),
    )


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
