"""Training at night, and whenever somebody asks; words go when their time is over."""

import msgspec

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.jobs import every_s, job

from . import actions, model_store, store, unlearning

NIGHT_HOURS = (2, 3, 4)
"""UTC. Any hour would do for correctness; training takes a core for some minutes."""


class Train(msgspec.Struct, frozen=True):
    """A training that somebody claimed."""


@job("learning.train", Train, tries=1)
async def train(kit: Kit, given: Train) -> None:
    """Trains now."""
    await actions.learn(kit)
    await unlearning.unlearn(kit)


@every_s(900, "learning.night")
async def night(kit: Kit) -> None:
    """Trains once a night: who claims it first does."""
    now = clock.now()
    if now.hour in NIGHT_HOURS and await model_store.begin(kit.db, now, actions.NIGHT):
        await actions.learn(kit)
        await unlearning.unlearn(kit)


@every_s(3600, "learning.forget")
async def forget(kit: Kit) -> None:
    """Takes words away whose time is over, or which may not be kept any more, and the models that learnt from them."""
    await store.forget(kit.db, clock.now())
    await unlearning.drop(kit)
