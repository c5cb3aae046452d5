"""A step: its name, its words on the button, and what it does."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from farol.core.exchange.facts import Both

from ..answers import Refused
from ..desk import Desk
from ..history import catch_up
from ..ledger import Entry
from ..post import Post
from ..scenarios import PEOPLE
from ..world import World


class Stage(msgspec.Struct, frozen=True):
    """Where a step plays. uid: whose; empty for what concerns everybody. params: as sent along, all of them optional."""

    world: World
    post: Post
    desk: Desk
    uid: str
    params: Mapping[str, Any]

    def param(self, name: str, default: str) -> str:
        """A word sent along. Raises ``Refused`` when it is no short text."""
        found = self.params.get(name) or default
        if not isinstance(found, str) or len(found) > 100 or "\0" in found:
            raise Refused("invalid", name)
        return found

    def new_id(self, kind: str) -> str:
        """For something that begins now."""
        return self.world.id(kind, self.uid, f"scene:{self.world.ledger.version(self.uid)}:{len(self.world.ledger.told)}")


class Step(msgspec.Struct, frozen=True):
    """group: which part of the page. whose: ``customer`` or ``exchange``."""

    name: str
    group: str
    words: Both
    do: Callable[[Stage], None]
    whose: str = "customer"


STEPS: dict[str, Step] = {}


def step(name: str, group: str, zh: str, en: str, whose: str = "customer") -> Callable[[Callable[[Stage], None]], Callable[[Stage], None]]:
    """Registers one, in the order of the page."""

    def register(do: Callable[[Stage], None]) -> Callable[[Stage], None]:
        STEPS[name] = Step(name, group, Both(zh, en), do, whose)
        return do

    return register


def play(name: str, world: World, post: Post, desk: Desk, uid: str, params: Mapping[str, Any]) -> list[Entry]:
    """Does it; returns what the exchange told about it. Raises ``Refused`` for an unknown step, person or parameter."""
    found = STEPS.get(name)
    if found is None:
        raise Refused("not_found", "no such step")
    if found.whose == "customer" and uid not in PEOPLE:
        raise Refused("not_found", "no such customer")
    catch_up(world)
    before = len(world.ledger.told)
    found.do(Stage(world, post, desk, uid, params))
    catch_up(world)
    return world.ledger.told[before:]
