"""Jobs: work queued in the transaction it is about, run in workers, retried with growing pauses, held when it fails.

A thin room around PgQueuer: its tables are in our migrations, its own enqueue call is replaced by one insert
(the library's also writes a log row), its failures are held instead of deleted.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Generic, TypeVar

import asyncpg
import msgspec
import structlog
from pgqueuer import errors
from pgqueuer.db import AsyncpgDriver
from pgqueuer.models import Job
from pgqueuer.qm import QueueManager
from pgqueuer.queries import Queries

from .core import Kit
from .db import LOST, Reads

log = structlog.get_logger()
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


class Worker:
    """Runs all registered jobs of this process until told to stop; running ones finish first."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._manager: QueueManager | None = None
        self._stopping = False
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begins claiming jobs and running schedules."""
        self._tasks = [asyncio.create_task(self._claiming())]
        self._tasks += [asyncio.create_task(self._repeat(s, name, run)) for name, (s, run) in SCHEDULES.items()]

    async def stop(self) -> None:
        """Claims no more and waits for what runs."""
        self._stopping = True
        if self._manager:
            self._manager.shutdown.set()
        for task in self._tasks[1:]:
            task.cancel()
        _, late = await asyncio.wait(self._tasks, timeout=20)
        for task in late:
            task.cancel()

    async def _claiming(self) -> None:
        while not self._stopping:
            try:
                await self._claim_until_stopped()
                return
            except (*LOST, asyncpg.PostgresError, OSError) as error:
                log.warning("jobs.database_lost", error=type(error).__name__)
            except Exception:
                log.exception("jobs.claiming_failed")
            await asyncio.sleep(0.5)

    async def _claim_until_stopped(self) -> None:
        connection = await asyncpg.connect(self._kit.settings.database_url, server_settings={"application_name": "farol jobs"})
        try:
            self._manager = QueueManager(Queries(AsyncpgDriver(connection)))
            for kind in JOBS.values():
                self._manager.entrypoint(kind.name, on_failure="hold", accepts_context=False)(self._runner(kind))
            if self._stopping:
                return
            await self._manager.run(dequeue_timeout=timedelta(seconds=1), batch_size=10)
        finally:
            await connection.close(timeout=2)

    def _runner(self, kind: JobKind[Any]) -> Callable[[Job], Awaitable[None]]:
        async def run(job: Job) -> None:
            try:
                await kind.run(self._kit, msgspec.json.decode(job.payload or b"{}", type=kind.payload))
            except Exception as error:
                if job.attempts + 1 >= kind.tries:
                    raise
                log.warning("job.retry", job=kind.name, attempts=job.attempts + 1, error=type(error).__name__)
                raise errors.RetryRequested(delay=timedelta(seconds=min(2**job.attempts, 3600)), reason=type(error).__name__) from error

        return run

    async def _repeat(self, seconds: float, name: str, run: Callable[[Kit], Awaitable[None]]) -> None:
        while True:
            try:
                await run(self._kit)
            except Exception:
                log.exception("schedule.failed", schedule=name)
            await asyncio.sleep(seconds)


@every_s(3600, "jobs.prune")
async def prune(kit: Kit) -> None:
    """The library logs every job twice; a week of that is enough."""
    await kit.db.execute(PRUNE)


async def held(kit: Kit) -> dict[str, int]:
    """How many jobs of each kind failed for good and wait for an operator."""
    return {row["entrypoint"]: row["n"] for row in await kit.db.fetch(HELD)}
