"""What waiting customers are told: their place, and how long it will be."""

import math
from datetime import datetime, timedelta
from typing import Any

import msgspec

from farol.desk import surge
from farol.desk.languages import ANY, telling
from farol.desk.languages.store import beside, route_of, spoken
from farol.desk.surge.model import Mode
from farol.kit.db import Reads

from . import estimate as est
from . import team_store
from .model import FALLBACK, LOWEST, Agent, team_for

LATELY_S = 900
"""Seconds of arrivals from which the rate of higher severities is taken."""
FEW = 20
"""Places that are counted one by one; more are numbered in one pass over the queue."""
PLACES = """
with line as materialized (
  select q.id, row_number() over (partition by q.team_id order by q.severity, q.rank_at, q.ticket_id)::int - 1 as ahead,
    row_number() over (partition by q.team_id, split_part(q.language, '-', 1) order by q.severity, q.rank_at, q.ticket_id)::int - 1 as alike
  from queue_entry q where q.left_at is null and coalesce(q.not_before, $2) <= $2
    and q.team_id in (select w.team_id from queue_entry w where w.ticket_id = any($1::bigint[]) and w.left_at is null))
select q.id, q.ticket_id, q.team_id, q.severity, q.language, q.reason, line.ahead, line.alike,
  exists (select from offer o where o.entry_id = q.id and o.ended_at is null) as offered, SAID as said
from queue_entry q join line on line.id = q.id where q.ticket_id = any($1::bigint[]) and q.left_at is null""".replace("SAID", beside("q.language"))
FEW_PLACES = """
select q.id, q.ticket_id, q.team_id, q.severity, q.language, q.reason, line.ahead, line.alike,
  exists (select from offer o where o.entry_id = q.id and o.ended_at is null) as offered, SAID as said
from queue_entry q cross join lateral (
  select count(*)::int as ahead, count(*) filter (where split_part(w.language, '-', 1) = split_part(q.language, '-', 1))::int as alike from queue_entry w
  where w.team_id = q.team_id and w.left_at is null and coalesce(w.not_before, $2) <= $2
    and (w.severity, w.rank_at, w.ticket_id) < (q.severity, q.rank_at, q.ticket_id)) line
where q.ticket_id = any($1::bigint[]) and q.left_at is null and coalesce(q.not_before, $2) <= $2""".replace("SAID", beside("q.language"))


AHEAD = """
select n.i, count(q.id)::int as ahead, count(q.id) filter (where split_part(q.language, '-', 1) = split_part(n.language, '-', 1))::int as alike, SAID as said
from unnest($1::bigint[], $2::text[], $3::text[]) with ordinality n(team_id, severity, language, i)
left join queue_entry q on q.team_id = n.team_id and q.left_at is null and q.severity <= n.severity and coalesce(q.not_before, $4) <= $4
group by n.i, n.language order by n.i""".replace("SAID", beside("n.language"))


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """position: tickets ahead in the queue. usually_s: half wait less; slowest_s: nine in ten wait less; both None while
    nobody is there to answer. language_online: somebody on shift speaks the ticket's language.

    hours: a sentence in each page language on when somebody who speaks it is there, where nobody is now and it is set.

    Under surge mode only: busy: better to be told by mail than to wait. later: it is not looked at before then, which both
    times already hold.
    """

    position: int
    usually_s: int | None
    slowest_s: int | None
    language_online: bool
    busy: bool = False
    later: datetime | None = None
    hours: dict[str, str] = {}


class Newcomer(msgspec.Struct, frozen=True):
    """Somebody who has not come yet: what their ticket would be."""

    reason: str
    severity: str
    language: str


class Outlook(msgspec.Struct, frozen=True):
    """A place, and what the model said of it before any correction."""

    entry_id: int
    place: Place
    raw: est.Wait | None


async def outlooks(db: Reads, ticket_ids: list[int], now: datetime) -> dict[int, Outlook]:
    """The places of those of these tickets that wait. At most seven statements, however many tickets."""
    rows = await db.fetch(FEW_PLACES if len(ticket_ids) <= FEW else PLACES, ticket_ids, now) if ticket_ids else []
    if not rows:
        return {}
    teams = list({row["team_id"] for row in rows})
    held = await surge.load(db)
    shift = await team_store.shift(db, teams, now, held=held)
    figures = await team_store.figures(db, teams)
    came = await team_store.arrivals(db, teams, now - timedelta(seconds=LATELY_S))
    found = {row["ticket_id"]: _outlook(row, shift[row["team_id"]], figures, came, now) for row in rows}
    if (mode := held.mode) is None:
        return found
    put_off = {row["ticket_id"] for row in rows if mode.p4_later and row["severity"] == LOWEST}
    return {t: _under(mode, o, now, later=t in put_off) for t, o in found.items()}


async def places(db: Reads, ticket_ids: list[int], now: datetime) -> dict[int, Place]:
    """The places of those of these tickets that wait."""
    return {ticket: found.place for ticket, found in (await outlooks(db, ticket_ids, now)).items()}


async def newcomers(db: Reads, who: list[Newcomer], now: datetime) -> list[Place | None]:
    """The places of people who would come now, in order; None where no team answers for such tickets. At most seven statements."""
    teams = await team_store.teams(db)
    theirs = [team_for(teams, one.reason, one.language) for one in who]
    ids = sorted({team.id for team in theirs if team})
    if not ids:
        return [None] * len(who)
    asking = [(team.id, one) for team, one in zip(theirs, who, strict=True) if team]
    line = await db.fetch(AHEAD, [id_ for id_, _ in asking], [one.severity for _, one in asking], [one.language for _, one in asking], now)
    held = await surge.load(db)
    shift, figures = await team_store.shift(db, ids, now, held=held), await team_store.figures(db, ids)
    came = await team_store.arrivals(db, ids, now - timedelta(seconds=LATELY_S))
    found = []
    for (id_, one), row in zip(asking, line, strict=True):
        facts = {**msgspec.structs.asdict(one), "id": 0, "team_id": id_, "ahead": row["ahead"], "alike": row["alike"], "offered": False, "said": row["said"]}
        outlook = _outlook(facts, shift[id_], figures, came, now)
        if held.mode:
            outlook = _under(held.mode, outlook, now, later=held.mode.p4_later and one.severity == LOWEST)
        found.append(outlook.place)
    places = iter(found)
    return [next(places) if team else None for team in theirs]


def _under(mode: Mode, outlook: Outlook, now: datetime, *, later: bool) -> Outlook:
    """The same under surge mode; what is put off waits until it ends, and then its time."""
    place, more = outlook.place, max(math.ceil((mode.until - now) / timedelta(seconds=1)), 0) if later else 0
    times = [None if s is None else s + more for s in (place.usually_s, place.slowest_s)]
    place = Place(place.position, times[0], times[1], place.language_online, mode.callback_first, mode.until if later else None, place.hours)
    return msgspec.structs.replace(outlook, place=place)


def _outlook(
    row: Any, shift: list[Agent], figures: dict[tuple[int, str], est.Figures], came: dict[tuple[int, str], int], now: datetime,
) -> Outlook:
    known = figures.get((row["team_id"], row["severity"])) or figures.get((row["team_id"], "")) or est.Figures()
    over = sum(n for (team, severity), n in came.items() if team == row["team_id"] and severity < row["severity"]) / LATELY_S
    able = [a for a in shift if a.right and a.skills]
    speak = [a for a in able if a.level(row["language"], row["reason"])]
    said = spoken(row["said"])
    set_ = route_of(said, now) if said else None
    served = speak or [a for a in able if a.level(set_.fallback if set_ else FALLBACK, row["reason"])]
    if not served and set_ and set_.translated:
        served = [a for a in able if a.level(ANY, row["reason"])]
    hours = telling.told(said.one, said.calendar, now).says if said and not speak else {}
    share = sum(a.slots for a in served) / max(sum(a.slots for a in able), 1)
    line = est.tighter([_line(able if served else [], row["ahead"], over), _line(served, row["alike"], over * share)], known)
    if row["offered"]:
        told: est.Wait | None = est.Wait(est.PICK_UP_S, 3 * est.PICK_UP_S)
        return Outlook(row["id"], _place(0, told, hours, language_online=bool(speak)), told)
    return Outlook(row["id"], _place(row["ahead"], est.estimate(line, known), hours, language_online=bool(speak)), est.raw(line, known))


def _line(agents: list[Agent], ahead: int, over: float) -> est.Line:
    free = sum(max(a.slots - a.load, 0) for a in agents if a.available)
    return est.Line(ahead, sum(a.slots for a in agents), free, over)


def _place(position: int, wait: est.Wait | None, hours: dict[str, str], *, language_online: bool) -> Place:
    return Place(
        position, math.ceil(wait.usually) if wait else None, math.ceil(wait.slowest) if wait else None, language_online, hours=hours)
