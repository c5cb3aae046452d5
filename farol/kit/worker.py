"""The worker: runs queued jobs through PgQueuer, and the schedules. Failures are held instead of deleted."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import asyncpg
import msgspec
import structlog
from pgqueuer import errors
from pgqueuer.db import AsyncpgDriver
from pgqueuer.models import Job
from pgqueuer.qm import QueueManager
from pgqueuer.queries import Queries

from . import jobs
from .core import Kit
from .db import LOST
from .jobs import JobKind

log = structlog.get_logger()


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
        self._tasks += [asyncio.create_task(self._repeat(s, name, run)) for name, (s, run) in jobs.SCHEDULES.items()]

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
            for kind in jobs.JOBS.values():
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
