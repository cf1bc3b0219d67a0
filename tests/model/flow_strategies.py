"""Procedures without sense, for property tests: every feature of the flow, pointing anywhere."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sop_plugin.model.condition import Otherwise, Said
from sop_plugin.model.flow import Branch, During, End, Entry, Event, Go, GoKind, Join, Order, Repeat, StepException
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Step
from sop_plugin.model.time import Bound, Duration, Edge, Moment, Span, TimeUnit, Wait

NAMES = list("abcdefgh")
ids = st.sampled_from(NAMES)
events = st.sampled_from(["bell", "fire", "idle"])
conditions = st.sampled_from([Said("Hot"), Otherwise()])
places = st.builds(Go, st.just(GoKind.PLACE), st.sampled_from([*NAMES, "done", "nowhere"]))
words = st.sampled_from([Go(kind) for kind in (GoKind.HERE, GoKind.AGAIN, GoKind.NEXT, GoKind.END)])
elsewhere = st.sampled_from([Go(GoKind.SOP, "tea"), Go(GoKind.SOP, "brew", "a"), Go(GoKind.SOP, "brew")])
goes = st.one_of(places, places, words, elsewhere)
moments = st.builds(Moment, st.sampled_from([*NAMES, "bell"]), st.sampled_from([None, *Edge]))
spans = st.builds(Span, st.floats(0, 10), st.sampled_from(list(TimeUnit)))


@st.composite
def durations(draw: st.DrawFn) -> Duration:
    """A time of any kind; the ends of a range are of one unit, the lower first."""
    first, second = sorted((draw(st.integers(0, 10)), draw(st.integers(0, 10))))
    unit = draw(st.sampled_from(list(TimeUnit)))
    low, high = draw(st.sampled_from([Span(first, unit), None])), draw(st.sampled_from([Span(second, unit), None]))
    return Duration("a while", draw(st.sampled_from(list(Bound))), low, high)


counts = st.one_of(st.none(), st.integers(-1, 4))
repeats = st.builds(
    Repeat,
    times=counts,
    until=st.none() | conditions,
    while_=st.none() | conditions,
    every=st.none() | durations(),
    max=counts,
    else_go=st.none() | goes,
)
branches = st.builds(Branch, ids, conditions, go=goes, raises=st.tuples() | st.tuples(events))
exceptions = st.builds(StepException, ids, conditions, go=goes, raises=st.tuples() | st.tuples(events))


def several(strategy: SearchStrategy[object], most: int = 2) -> SearchStrategy[tuple[object, ...]]:
    """Up to `most` of them, mostly none."""
    return st.one_of(st.just(()), st.just(()), st.lists(strategy, max_size=most).map(tuple))


def maybe(strategy: SearchStrategy[object]) -> SearchStrategy[object]:
    """One of them, mostly none."""
    return st.one_of(st.none(), st.none(), st.none(), strategy)


def steps(parts: SearchStrategy[object]) -> SearchStrategy[object]:
    """A step with the given parts."""
    return st.builds(
        Step,
        ids,
        takes=maybe(durations()),
        wait=maybe(st.builds(Wait, maybe(durations()), maybe(moments), maybe(durations()))),
        optional=st.sampled_from([False, False, True]),
        only_if=maybe(conditions),
        branches=several(branches, 3),
        exceptions=several(exceptions),
        go=maybe(goes),
        repeat=maybe(repeats),
        after=several(moments),
        during=maybe(st.builds(During, ids, ids)),
        event=maybe(events),
        raises=several(events),
        same_as=maybe(ids),
        order=st.sampled_from(list(Order)),
        join=st.sampled_from(list(Join)),
        steps=parts,
    )


trees = st.recursive(steps(st.just(())), lambda inner: steps(st.lists(inner, max_size=4).map(tuple)), max_leaves=12)
sops = st.builds(
    Sop,
    sop=st.just(1),
    id=st.just("brew"),
    title=st.just("Brew"),
    steps=st.lists(trees, max_size=5).map(tuple),
    triggered=several(trees),
    recurring=several(trees),
    entries=several(st.builds(Entry, ids, conditions, goes)),
    ends=st.sampled_from([(), (End("done", "Done"),)]),
    events=st.just((Event("bell", "Bell"), Event("fire", "Fire", external=True))),
)
