"""What is asked of a model and what comes of it."""

from typing import Literal

import msgspec

from farol.kit.settings import ModelTask

Task = ModelTask
Outcome = Literal[
    "answered", "off", "budget", "busy", "resting", "slow", "down", "limited", "refused", "garbled", "too_large", "left"
]
"""off: not set up for this task. budget: spent for today. busy: too many calls under way here. resting: it failed lately.
slow: no answer in time. down: unreachable or broken. limited: it takes no more now. refused: it would not answer, or not to
us. garbled: an answer of another form. too_large: a question or an answer beyond the limits. left: nobody waits any more."""


class Turn(msgspec.Struct, frozen=True):
    """One part of what is asked. Customers' words are ``user`` turns, never ``system``."""

    role: Literal["system", "user", "assistant"]
    content: str


class Unavailable(msgspec.Struct, frozen=True):
    """There is no answer; the caller goes on without the model."""

    why: Outcome


class Reply(msgspec.Struct, frozen=True):
    """What a model wrote, undecoded, and what it says it used; None when it does not say."""

    content: str
    tokens_in: int | None
    tokens_out: int | None


class Call(msgspec.Struct, frozen=True):
    """One try, as it is kept: no words. tokens as the model counts them, 0 where it did not say."""

    task: str
    model: str
    about: str
    tokens_in: int
    tokens_out: int
    ms: int
    outcome: str
