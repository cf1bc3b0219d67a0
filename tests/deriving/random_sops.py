"""Procedures made to be mistaken for one another: few titles, few texts, and times that say the same otherwise."""

from functools import cache
from random import Random

from sop_plugin.model.condition import Said
from sop_plugin.model.flow import Branch, End, Go, GoKind, Order, StepException
from sop_plugin.model.organisation import Named, Organisation, Role, Tool
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Standard, Step
from sop_plugin.model.time import Duration, TimeLimit
from sop_plugin.reading.durations import read_duration

TITLES = ("Greet", "greet.", "Take the order", "Pay", "Make", "Hand over", "Clean", "Count", "Close", "Call", "Write")
TEXTS = ("The cup is clean.", "the cup is clean", "Read back.", "No queue.", "Signed twice.", "Dry.", "Warm.", "Named.")
ANSWERS = ("Ask the lead.", "ask the lead", "Offer a refund.", "Call 119.", "Wait.", "Write it down.", "Start anew.")
WHENS = ("Sold out", "sold out.", "No answer", "Too late", "It rains")
TIMES = (
    "60 s",
    "1 min",
    "within 60 s",
    "90 s",
    "2 min",
    "120 s",
    "1 h",
    "60 min",
    "1 working day",
    "24 h",
    "1 day",
    "3 days",
)
ROLES = {"cashier": "Cashier", "barista": "Barista", "lead": "Lead", "boss": "lead", "cook": "Cook", "guest": "Guest"}
TOOLS = {"till": "Till", "pos": "till", "jug": "Jug", "wand": "Wand", "pen": "Pen", "phone": "Phone"}

HOUSE = Organisation(
    "1",  # type: ignore[arg-type]  # never looked at
    "House",
    "en",
    roles=tuple(Role(name, title, names=(Named("zh-TW", f"{title} 中"),)) for name, title in ROLES.items()),
    tools=tuple(Tool(name, title) for name, title in TOOLS.items()),
)


@cache
def random_sop(seed: int) -> Sop:
    """The same procedure for the same seed."""
    random = Random(f"derive {seed}")
    ids = [f"step-{number}" for number in range(random.randint(2, 9))]
    steps = tuple(_step(name, ids, random) for name in ids)
    if random.random() < 0.4:
        cut = random.randrange(len(steps))
        order = random.choice((Order.IN_TURN, Order.PARALLEL, Order.ONE_OF))
        group = Step("group", title=random.choice(TITLES), order=order, steps=steps[cut:], quality=_standards(random))
        steps = (*steps[:cut], group)
    return Sop(
        1,
        f"sop-{seed}",
        f"Procedure {seed}",
        steps,
        role=("cashier",) if random.random() < 0.3 else (),
        standards=_standards(random),
        ends=(End("done", random.choice(TITLES)),),
        department=random.choice((None, "shops")),
    )


def _step(name: str, ids: list[str], random: Random) -> Step:
    def some(pool: tuple[str, ...], most: int) -> tuple[str, ...]:
        return tuple(random.sample(pool, random.randint(0, most)))

    return Step(
        name,
        title=random.choice(TITLES),
        do=random.choice((None, "Take the Jug.", "Do it.")),
        role=some(tuple(ROLES), 2),
        or_role=some(tuple(ROLES), 1) if random.random() < 0.2 else (),
        checked_by=some(tuple(ROLES), 1) if random.random() < 0.3 else (),
        tools=some(tuple(TOOLS), 3),
        time_limit=TimeLimit(_time(random)) if random.random() < 0.7 else None,
        takes=_time(random) if random.random() < 0.4 else None,
        quality=_standards(random),
        exceptions=tuple(_exception(number, ids, random) for number in range(random.randint(0, 2))),
        branches=_branches(ids, random) if random.random() < 0.3 else (),
        optional=random.random() < 0.1,
        go=Go(GoKind.PLACE, random.choice(ids)) if random.random() < 0.1 else None,
        same_as=random.choice(ids) if random.random() < 0.05 else None,
    )


def _time(random: Random) -> Duration:
    found = read_duration(random.choice(TIMES))
    assert isinstance(found, Duration)
    return found


def _standards(random: Random) -> tuple[Standard, ...]:
    return tuple(Standard(text) for text in random.sample(TEXTS, random.randint(0, 2)))


def _exception(number: int, ids: list[str], random: Random) -> StepException:
    go = Go(GoKind.PLACE, random.choice(ids)) if random.random() < 0.3 else Go(GoKind.HERE)
    return StepException(f"no-{number}", Said(random.choice(WHENS)), then=random.choice(ANSWERS), go=go)


def _branches(ids: list[str], random: Random) -> tuple[Branch, ...]:
    return tuple(
        Branch(f"way-{number}", Said(random.choice(WHENS)), go=Go(GoKind.PLACE, random.choice([*ids, "done"])))
        for number in range(random.randint(2, 3))
    )
