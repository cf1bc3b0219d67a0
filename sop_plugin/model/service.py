"""The service seen from outside: layer, touchpoint, emotion, value and waste."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sop_plugin.model.kinds import Line, authored


class Layer(StrEnum):
    """The layer of a service blueprint. Physical evidence is its own field, since it lies beside every layer."""

    CUSTOMER = "customer"
    FRONT_STAGE = "front-stage"
    BACK_STAGE = "back-stage"
    SUPPORT = "support"


class Stage(StrEnum):
    """The stage of the customer's journey."""

    AWARENESS = "awareness"
    EVALUATION = "evaluation"
    PURCHASE = "purchase"
    USE = "use"
    LOYALTY = "loyalty"


class Channel(StrEnum):
    """Where customer and company meet."""

    IN_PERSON = "in-person"
    PHONE = "phone"
    CHAT = "chat"
    EMAIL = "email"
    ONLINE = "online"
    POST = "post"


class Value(StrEnum):
    """What a step is worth in the customer's eyes."""

    ADDED = "value-added"
    NECESSARY = "necessary"
    NONE = "non-value-added"


class Waste(StrEnum):
    """The seven wastes of lean."""

    OVERPRODUCTION = "overproduction"
    WAITING = "waiting"
    TRANSPORT = "transport"
    OVER_PROCESSING = "over-processing"
    INVENTORY = "inventory"
    MOTION = "motion"
    DEFECTS = "defects"


class Flexibility(StrEnum):
    """Whether a step is done the same way by everyone or may flex with the customer."""

    STANDARD = "standard"
    FLEXIBLE = "flexible"


@dataclass(frozen=True, slots=True)
class Emotion:
    """How the customer feels: `score` from -2 (very bad) to 2 (very good), and what they think."""

    score: int = authored("-1")
    thinks: Line | None = authored("Has anyone noticed me?", default=None)
