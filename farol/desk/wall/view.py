"""Puts the wall together: at most twelve statements, and at most one look a second in each process."""

import asyncio
import time
from datetime import datetime, timedelta
from typing import Any

from farol.core.people.model import roles_with
from farol.desk.incidents import store as incidents
from farol.desk.queue import team_store
from farol.desk.queue.model import FALLBACK
from farol.desk.surge import api as surge
from farol.desk.surge import load as surge_load
from farol.desk.surge.model import Load
from farol.desk.threads import hand_store
from farol.desk.threads.model import Hand
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Reads
from farol.kit.permission import Can

from . import band, store
from .model import STEP_S, Candidate, Contacts, Emergencies, Figures, Member, Queue, Wall

KEPT_S = 1.0
CHART_S = 30.0
"""The day's line moves once in a quarter of an hour; reading it costs most."""
SECOND = timedelta(seconds=1)
USUAL_SLOTS = 3


class Board:
    """What this process last saw of the desk, by who may see which tickets."""

    def __init__(self) -> None:
        self._walls: dict[int | None, tuple[float, Wall]] = {}
        self._chart: tuple[float, datetime, Contacts] | None = None
        self._reading = asyncio.Lock()

    def expire(self) -> None:
        """Makes the next request look anew."""
        self._walls.clear()
        self._chart = None

    async def read(self, kit: Kit, viewer: int | None) -> Wall:
        """The wall, at most a second old. One request looks, the others wait for it."""
        if fresh := self._fresh(viewer):
            return fresh
        async with self._reading:
            if fresh := self._fresh(viewer):
                return fresh
            now = clock.now()
            made = await _wall(kit.db, now, viewer, await self._contacts(kit.db, now))
            self._walls = {k: kept for k, kept in self._walls.items() if time.monotonic() - kept[0] < KEPT_S}
            self._walls[viewer] = (time.monotonic(), made)
            return made

    def _fresh(self, viewer: int | None) -> Wall | None:
        kept = self._walls.get(viewer)
        return kept[1] if kept and time.monotonic() - kept[0] < KEPT_S else None

    async def _contacts(self, db: Reads, now: datetime) -> Contacts:
        day = now.replace(hour=0, minute=0, second=0, microsecond=0)
        if self._chart is None or self._chart[1] != day or time.monotonic() - self._chart[0] > CHART_S:
            mine, past = await store.contacts(db, day, now)
            counts = [mine.get(slot, 0) for slot in range(int((now - day).total_seconds() // STEP_S) + 1)]
            self._chart = (time.monotonic(), day, Contacts(day, counts, *band.band(past)))
        return self._chart[2]


async def wall(kit: Kit, viewer: int | None) -> Wall:
    """The whole desk now, with the tickets that the viewer may see."""
    if not kit.has(Board):
        kit.put(Board())
    return await kit.get(Board).read(kit, viewer)


async def _wall(db: Reads, now: datetime, viewer: int | None, contacts: Contacts) -> Wall:
    standing = await surge.standing(db)
    held = Load(standing.mode, standing.dial)
    people = await store.crew(db)
    loads = await team_store.loads(db, [r["id"] for r in people], now) if people else {}
    hands = {h.staff.id: h for h in await hand_store.hands(db, viewer=viewer)}
    crew = [_member(r, loads.get(r["id"], 0), held, hands.get(r["id"])) for r in people]
    room = {m.id for m in crew if m.state == "available" and m.used < m.of}
    queues = [_queue(r, people, room, now) for r in await store.queues(db, now)]
    shown = [q for q in queues if q.waiting or q.shift or q.left] or queues
    found = await store.figures(db, now, now.replace(hour=0, minute=0, second=0, microsecond=0), viewer)
    return Wall(
        now, _figures(found, now), shown, crew, await store.edge(db, now, viewer), contacts, standing,
        await incidents.ongoing(db), _slots(held, people))


def _slots(held: Load, people: list[Any]) -> int:
    return held.slots(max((r["slots"] for r in people), default=0) or USUAL_SLOTS)


def _figures(r: Any, now: datetime) -> Figures:
    worst = Emergencies(r["p0"])
    if r["ticket_id"] is not None:
        worst = Emergencies(r["p0"], r["opened_at"], r["ticket_id"], r["number"], r["subject"], r["customer"], r["owner"])
    over = int((now - r["longest_due"]) / SECOND) if r["longest_due"] else None
    return Figures(worst, r["waiting"], r["before"], _since(r["longest"], now), r["longest_team"],
                   over if over and over > 0 else None, r["due"], r["risk"], r["kept"], r["broken"])


def _since(at: datetime | None, now: datetime) -> int | None:
    return None if at is None else max(int((now - at) / SECOND), 0)


def _queue(r: Any, people: list[Any], room: set[int], now: datetime) -> Queue:
    mine = [p for p in people if r["id"] in p["teams"] and p["state"] in ("available", "busy")]
    promised = int((r["due_at"] - r["oldest"]) / SECOND) if r["due_at"] and r["oldest"] else None
    return Queue(
        r["key"], r["zh"], r["en"], r["languages"], r["waiting"], _since(r["oldest"], now), promised if promised and promised > 0 else None,
        None if r["ninety"] is None else round(r["ninety"]), r["gone"], sum(p["id"] in room for p in mine), len(mine))


def _member(r: Any, used: int, held: Load, hand: Hand | None) -> Member:
    of = held.slots(r["slots"]) if r["slots"] else 0
    return Member(r["id"], r["name"], r["role"], r["state"], r["since"], r["note"], r["languages"], used, of, hand)


async def candidates(db: Reads, reason: str, language: str) -> list[Candidate]:
    """Who a ticket of this reason and language can be given to: able ones on shift first, then the least loaded."""
    roles = roles_with(Can.TICKET_REPLY)
    now, rows = clock.now(), await store.may(db, roles, [language, language.partition("-")[0], FALLBACK], reason)
    loads, load = await team_store.loads(db, [r["id"] for r in rows], now), await surge_load(db)
    found = [Candidate(r["id"], r["name"], r["role"], r["state"], r["able"], loads.get(r["id"], 0),
                       load.slots(r["slots"]) if r["slots"] else 0) for r in rows]
    return sorted(found, key=lambda c: (c.state not in ("available", "busy"), not c.able, c.used - c.of, c.name))

