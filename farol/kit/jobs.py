"""Jobs: work queued in the transaction it is about, run by workers, retried with growing pauses, held when it fails.

The queue's tables are PgQueuer's, kept in our migrations; its own enqueue call is replaced by one insert (the
library's also writes a log row). Who only queues work need not load the library: ``worker`` runs it.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

import msgspec

from .core import Kit
from .db import Reads

P = TypeVar("P", bound=msgspec.Struct)


class JobKind(Generic[P]):
    """One function that is run as a job; its payload is a struct, stored as JSON."""

    def __init__(self, name: str, tries: int, payload: type[P], run: Callable[[Kit, P], Awaitable[None]]) -> None:
        self.name, self.tries, self.payload, self.run = name, tries, payload, run


JOBS: dict[str, JobKind[Any]] = {}
SCHEDULES: dict[str, tuple[float, Callable[[Kit], Awaitable[None]]]] = {}


def job(name: str, payload: type[P], *, tries: int = 8) -> Callable[[Callable[[Kit, P], Awaitable[None]]], JobKind[P]]:
    """Registers a job. It may run more than once: its outside effects must bear that."""

    def register(run: Callable[[Kit, P], Awaitable[None]]) -> JobKind[P]:
        if name in JOBS:
            raise TypeError(f"two jobs share the name {name}")
        JOBS[name] = JobKind(name, tries, payload, run)
        return JOBS[name]

    return register


def every_s(seconds: float, name: str) -> Callable[[Callable[[Kit], Awaitable[None]]], Callable[[Kit], Awaitable[None]]]:
    """Registers housekeeping that each worker runs now and then; it must be harmless to run twice at once."""

    def register(run: Callable[[Kit], Awaitable[None]]) -> Callable[[Kit], Awaitable[None]]:
        SCHEDULES[name] = (seconds, run)
        return run

    return register


ENQUEUE = """
insert into pgqueuer (priority, entrypoint, payload, dedupe_key, execute_after, status)
values (0, $1, $2, $3, now() + make_interval(secs => $4), 'queued')
on conflict (dedupe_key) where status in ('queued', 'picked') and dedupe_key is not null do nothing"""
HELD = "select entrypoint, count(*) as n from pgqueuer where status = 'failed' group by 1 order by 1"
REQUEUE = "update pgqueuer set status = 'queued', attempts = 0, execute_after = now() where id = $1 and status = 'failed'"
PRUNE = "delete from pgqueuer_log where created < now() - interval '7 days'"


async def enqueue(tx: Reads, kind: JobKind[P], payload: P, *, delay_s: float = 0, key: str | None = None) -> None:
    """Queues the job in the caller's transaction. A waiting or running job with the same key takes its place."""
    await tx.execute(ENQUEUE, kind.name, msgspec.json.encode(payload), key, float(delay_s))


@every_s(3600, "jobs.prune")
async def prune(kit: Kit) -> None:
    """The library logs every job twice; a week of that is enough."""
    await kit.db.execute(PRUNE)


async def held(kit: Kit) -> dict[str, int]:
    """How many jobs of each kind failed for good and wait for an operator."""
    return {row["entrypoint"]: row["n"] for row in await kit.db.fetch(HELD)}


ENQUEUE_ALL = """
insert into pgqueuer (priority, entrypoint, payload, execute_after, status)
select 0, $1, p, now(), 'queued' from unnest($2::bytea[]) p"""


async def enqueue_all(tx: Reads, kind: JobKind[P], payloads: list[P]) -> None:
    """Queues many at once in one statement, for jobs that bear to find nothing to do."""
    if payloads:
        await tx.execute(ENQUEUE_ALL, kind.name, [msgspec.json.encode(payload) for payload in payloads])
