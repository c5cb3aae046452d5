"""Who gets what: pure, deterministic, the same code in workers, tests and the simulation.

Going down the queue in its order, each ticket goes to the least loaded, then longest idle agent who may take it.
So a freed agent gets the longest waiting ticket he may take, and within a class it is first in, first out.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from farol.desk.languages import ANY, Route

from .model import FALLBACK, LEVELS, Agent, Waiting

NO_ROUTES: Mapping[str, Route] = {}
P0_OVER = 2
"""Slots above their own that an agent carries for a P0: it waits for nobody's slot."""


class Match(NamedTuple):
    """An offer to be made."""

    waiting: Waiting
    agent: int


def able(agent: Agent, w: Waiting, wanted: int, language: str) -> bool:
    """Whether right and skill allow it."""
    return agent.right and agent.level(language, w.reason) >= wanted


def route(language: str, routes: Mapping[str, Route], fallback_s: float) -> Route:
    """What was set for a language; else English after the team's own wait."""
    return routes.get(language) or Route(FALLBACK, int(fallback_s), False)


def late(w: Waiting, now: datetime, routes: Mapping[str, Route], fallback_s: float) -> bool:
    """Whether nobody who has its language is waited for any longer; a P0 waits for nobody."""
    return w.severity == "P0" or now - w.entered_at >= timedelta(seconds=route(w.language, routes, fallback_s).wait_s)


def circle(w: Waiting, shift: Sequence[Agent], now: datetime, fallback_s: float, routes: Mapping[str, Route] = NO_ROUTES) -> tuple[str, int]:
    """The language and level asked for now.

    The ticket's own language at the severity's level. When nobody on shift has that, then once it is ``late`` whoever has the
    language at all, and when nobody has it, who speaks its fallback; when nobody speaks that either and machine translation may
    answer, whoever is there. Nobody without any skill, ever.
    """
    level = LEVELS.get(w.severity, 1)
    if any(able(a, w, level, w.language) for a in shift) or not late(w, now, routes, fallback_s):
        return w.language, level
    if any(able(a, w, 1, w.language) for a in shift):
        return w.language, 1
    set_ = route(w.language, routes, fallback_s)
    for wanted in (level, 1):
        if any(able(a, w, wanted, set_.fallback) for a in shift):
            return set_.fallback, wanted
    return (ANY if set_.translated else set_.fallback), 1


def room(w: Waiting, slots: int, load: int) -> bool:
    """Whether an agent with this load takes it: with any free slot, whatever it costs, or cheap tickets would pass dear ones."""
    return load < (slots + P0_OVER if w.severity == "P0" else slots)


def match(
    line: Iterable[Waiting], shift: Sequence[Agent], now: datetime, fallback_s: float = 60, routes: Mapping[str, Route] = NO_ROUTES,
) -> list[Match]:
    """Offers for the tickets of one team's queue, which come in its order. routes: what is set for each language."""
    load = {a.id: a.load for a in shift}
    free = [a for a in shift if a.available]
    circles: dict[tuple[str, str, str, bool], tuple[str, int]] = {}
    made = []
    for w in line:
        here = [a for a in free if room(w, a.slots, load[a.id])]
        if not here and w.severity != "P0":
            break  # everything behind needs a slot too
        kind = (w.severity, w.language, w.reason, late(w, now, routes, fallback_s))
        if w.severity == "P0":  # whoever is best among those who can begin now
            circles[kind] = circle(w, here, now, fallback_s, routes)
        elif kind not in circles:
            circles[kind] = circle(w, shift, now, fallback_s, routes)
        language, level = circles[kind]
        if (best := _best(w, [a for a in here if able(a, w, level, language)], load)) is not None:
            load[best.id] += w.slots
            made.append(Match(w, best.id))
    return made


def _best(w: Waiting, agents: list[Agent], load: dict[int, int]) -> Agent | None:
    """Who did not let it go before who did, then least loaded, then longest idle."""
    def rank(a: Agent) -> tuple[bool, int, datetime, int]:
        return a.id in w.declined, load[a.id], a.idle_since, a.id

    return min((a for a in agents if a.id not in w.barred), key=rank, default=None)
