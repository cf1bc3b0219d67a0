from sop_plugin.model.amount import Quantity, Setting
from sop_plugin.model.condition import Said
from sop_plugin.model.fields import fields_of
from sop_plugin.model.flow import Go, GoKind, StepException
from sop_plugin.model.record import FieldType, Form, FormUse, RecordField
from sop_plugin.model.resolve import CONTENT, quantities_of, resolved, step_by_id, steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import RoleByClass, Step
from tests.views.filling import Filler

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


def test_procedures_that_are_asked_for_in_turn_keep_their_own_roles() -> None:
    step = Step("greet")
    wholes = {name: sop(step, role=(name,)) for name in ("cook", "lead", "barista")}
    for name in ("cook", "lead", "barista", "cook", "barista", "lead"):
        assert resolved(wholes[name], step).role == (name,)


def test_a_repeated_step_is_done_by_whoever_does_what_stands_around_it() -> None:
    again = Step("again", same_as="first")
    whole = sop(Step("first", role=("cook",)), Step("group", role=("lead",), steps=(again,)), role=("barista",))
    assert resolved(whole, again).role == ("lead",)


def test_content_is_named_by_fields_of_a_step() -> None:
    assert set(CONTENT) <= {spec.attribute for spec in fields_of(Step)}


def test_what_is_no_content_is_not_repeated() -> None:
    source = Filler(0).record(Step)
    whole = Sop(1, "order", "Take an order", (source, Step("again", same_as=source.id)))
    again = resolved(whole, whole.steps[1])
    assert {spec.attribute for spec in fields_of(Step) if getattr(again, spec.attribute) != spec.default} == {
        *CONTENT,
        "id",
        "same_as",
    }


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
        (
            Step(
                "a",
                settings=(Setting("heat", "Heat"), Setting("queue", "Wrong")),
                record=(SEAL, FormUse("parcel")),
                exceptions=(StepException("torn", Said("Torn"), record=(RecordField("holes", "Holes"),)),),
            ),
        ),
        forms=(Form("parcel", "Parcel", (WEIGHT,)),),
        quantities=(Quantity("queue", "Guests in the queue"),),
    )
    assert quantities_of(whole) == {
        "heat": "Heat",
        "weight": "Weight",
        "seal": "Seal",
        "holes": "Holes",
        "queue": "Guests in the queue",
    }


def test_a_group_has_no_role_of_its_own() -> None:
    group = Step("group", steps=(Step("part"),))
    assert resolved(sop(group, role=("barista",)), group).role == ()


def test_same_as_fills_what_is_empty_and_nothing_else() -> None:
    first = Step("first", title="Fill", do="Fill the cup.", role=("lead",), was=("old",), go=Go(GoKind.END))
    again = Step("again", title="Refill", same_as="first")
    whole = resolved(sop(first, again), again)
    assert (whole.id, whole.title, whole.do, whole.role, whole.was, whole.go) == (
        "again",
        "Refill",
        "Fill the cup.",
        (),
        (),
        None,
    )


def test_same_as_may_lead_over_several_steps() -> None:
    a, b, c = Step("a", do="Do."), Step("b", same_as="a", checklist=("Cup",)), Step("c", same_as="b")
    whole = resolved(sop(a, b, c), c)
    assert (whole.do, whole.checklist, whole.same_as) == ("Do.", ("Cup",), None)


def test_a_circle_ends_where_it_began() -> None:
    a, b = Step("a", same_as="b", do="A."), Step("b", same_as="a", checklist=("B.",))
    assert resolved(sop(a, b), a).checklist == ("B.",)
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
    torn = StepException("torn", Said("Torn"), record=(FormUse("parcel", "weight"),))
    assert resolved(whole, Step("a", exceptions=(torn,))).exceptions[0].record == (WEIGHT,)
