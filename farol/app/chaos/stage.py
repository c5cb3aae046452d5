"""What a run stands on: a machine that may have a fault planted, agents with sessions, tasks, and patience with a database."""

import asyncio
import dataclasses
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import asyncpg

from farol.app.bench.rig import Rig
from farol.app.machine import Machine
from farol.app.process import close_kit, open_kit
from farol.core.people import actions as people
from farol.kit.db import LOST
from farol.kit.supervisor.keeper import Service

from .line import ORIGIN, Person

T = TypeVar("T")


def machine_with(fault: str | None) -> type[Machine]:
    """A machine whose web processes start through the module that plants the fault; the ordinary one without."""
    if fault is None:
        return Machine

    module = ["farol.app.chaos.planted", fault]

    class Faulty(Machine):
        def _services(self) -> list[Service]:
            return [_from(module, service) if service.name.startswith("web") else service for service in super()._services()]

    return Faulty


def _from(module: list[str], service: Service) -> Service:
    launch = service.launch()
    after = list(launch.command)[3:]  # what follows: python -m farol.app.cli
    return dataclasses.replace(service, launch=lambda: launch._replace(command=[sys.executable, "-m", *module, *after]))


async def hire(made: Rig, count: int) -> list[Person]:
    """Agents with a session."""
    kit = await open_kit(made.machine.settings, pool=1)
    try:
        hired = []
        for n in range(count):
            id_ = await people.create_staff(kit, email=f"agent{n}@example.net", name=f"Agent {n}", alias=f"Agent {n}", role="agent", language="en")
            cookie = f"{people.COOKIE}={await people.begin_session(kit, id_)}"
            hired.append(Person(f"agent {n}", True, f"cookie: {cookie}\r\norigin: {ORIGIN}\r\n"))
        return hired
    finally:
        await close_kit(kit)


@asynccontextmanager
async def running(jobs: list[Callable[[], Any]]) -> AsyncIterator[list[asyncio.Task[None]]]:
    """Tasks that end with the block; what one of them raised is raised here."""
    tasks = [asyncio.create_task(job()) for job in jobs]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
    for each in ended:
        if isinstance(each, Exception):
            raise each


async def patiently(ask: Callable[[], Awaitable[T]]) -> T:
    """The answer of a database that may be on its way back."""
    while True:
        try:
            return await ask()
        except (*LOST, asyncpg.PostgresError, OSError):
            await asyncio.sleep(0.05)
