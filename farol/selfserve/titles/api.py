"""Routes of the editors: trials with their numbers, begun, started, stopped, adopted."""

from datetime import datetime
from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post

from . import actions, store
from .model import MOST_OTHERS, Outcome, Trial, Variant, verdict
from .sequential import ALPHA, LEAST_OPENED, LEAST_SHOWN

MOST_LISTED = 100
Title = Annotated[str, msgspec.Meta(min_length=1, max_length=120, pattern=r"^[^\x00]*[^\s\x00][^\x00]*$")]


class TrialBody(Body, frozen=True):
    """Other titles for one language of an article."""

    article_id: Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
    language: Annotated[str, msgspec.Meta(max_length=35, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    titles: Annotated[list[Title], msgspec.Meta(min_length=1, max_length=MOST_OTHERS)]


class Tried(msgspec.Struct, frozen=True):
    """A title with its numbers. shown, opened: visitors, each once a day."""

    place: int
    title: str
    shown: int
    opened: int


class TrialRow(msgspec.Struct, frozen=True):
    """A trial; see ``model.Trial``. p: the always-valid p-value. own: the reader proposed it."""

    id: int
    article_id: int
    slug: str
    language: str
    by: str
    own: bool
    at: datetime
    started_at: datetime | None
    titles: list[Tried]
    p: float
    winner: int | None
    decided_at: datetime | None
    ended_at: datetime | None
    outcome: Outcome | None


class Trials(msgspec.Struct, frozen=True):
    """Those that run or wait first. least_shown, least_opened: visitors of each title, and openings together, before anything is said;
    alpha: the chance of a wrong decision; second_reader: somebody else starts a trial and publishes its winner."""

    trials: list[TrialRow]
    least_shown: int
    least_opened: int
    alpha: float
    second_reader: bool


class Begun(msgspec.Struct, frozen=True):
    """The trial's id. runs: visitors see it; otherwise it waits for somebody who starts it."""

    id: int
    runs: bool


class Adopted(msgspec.Struct, frozen=True):
    """The version that readers see now; None while the draft waits for review."""

    version: int | None


@get("/titles", can=Can.ARTICLE_WRITE)
async def trials(kit: Kit, actor: Actor) -> Trials:
    """Every trial that runs or waits, and the last ones that are over."""
    limit("titles", actor.ref, rate_per_s=1, burst=30)
    known = await store.trials(kit.db, MOST_LISTED)
    numbers = await store.variants(kit.db, [one.id for one in known])
    rows = [_row(one, numbers[one.id], actor) for one in known]
    return Trials(rows, LEAST_SHOWN, LEAST_OPENED, ALPHA, kit.settings.article_second_reader)


@post("/titles", can=Can.ARTICLE_WRITE)
async def propose(kit: Kit, actor: Actor, data: TrialBody) -> Begun:
    """Tries other titles beside the published one."""
    limit("titles", actor.ref, rate_per_s=1, burst=30)
    titles = [" ".join(title.split()) for title in data.titles]
    return Begun(*await actions.propose(kit, actor, data.article_id, data.language, titles))


@post("/titles/{trial_id:int}/start", can=Can.ARTICLE_PUBLISH, status=204)
async def start(kit: Kit, actor: Actor, trial_id: int) -> None:
    """Shows visitors the titles that somebody proposed."""
    await actions.start(kit, actor, possible(trial_id))


@post("/titles/{trial_id:int}/stop", can=Can.ARTICLE_PUBLISH, status=204)
async def stop(kit: Kit, actor: Actor, trial_id: int) -> None:
    """Everybody sees the published title again."""
    await actions.stop(kit, actor, possible(trial_id))


@post("/titles/{trial_id:int}/adoption", can=Can.ARTICLE_PUBLISH)
async def adopt(kit: Kit, actor: Actor, trial_id: int) -> Adopted:
    """Publishes the article with the better title, or puts it up for review."""
    limit("titles", actor.ref, rate_per_s=1, burst=30)
    return Adopted(await actions.adopt(kit, actor, possible(trial_id)))


def _row(one: Trial, variants: list[Variant], reader: Actor) -> TrialRow:
    """With p as it is now where nobody has judged these numbers yet; deciding is left to the worker."""
    tried = [Tried(each.place, each.title, each.shown, each.opened) for each in variants]
    p = min(one.p, verdict(variants).p) if one.ended_at is None else one.p
    return TrialRow(one.id, one.article_id, one.slug, one.language, one.by, one.by_id == reader.id, one.at, one.started_at, tried, p,
                    one.winner, one.decided_at, one.ended_at, one.outcome)  # fmt: skip


routes = [trials, propose, start, stop, adopt]
