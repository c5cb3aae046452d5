"""Keeps a child running: waits until it can serve, restarts it when it ends, replaces it without a gap."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog

from ..settings import READY
from .child import Child, Launch, said
from .problems import StartError

log = structlog.get_logger()


@dataclass(frozen=True)
class Service:
    """A child worth keeping. Times are seconds."""

    name: str
    launch: Callable[[], Launch]
    """What to run, asked anew for every start."""
    ready: Callable[[Child], Awaitable[None]] | None = None
    """Returns when the child serves. Without it the child says so itself, through ``READY``."""
    prepare: Callable[[], Awaitable[None]] | None = None
    """Runs before every start, with no other child of this service running."""
    alone: bool = False
    """Two at once would be in each other's way: a replacement starts when the old one has ended."""
    stop_signal: signal.Signals = signal.SIGTERM
    stop_s: float = 10.0
    ready_s: float = 120.0
    """How long a child that lives may take to serve; 0 is for ever."""


class Keeper:
    """Runs one service until told to stop."""

    first_pause_s, longest_pause_s = 0.05, 10.0
    calm_s = 1.0
    """A child that served this long is started again at once; one that ends sooner, after longer and longer pauses."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.starts = 0
        self.child: Child | None = None
        self._keeping: asyncio.Task[None] | None = None
        self._changing = asyncio.Lock()

    async def start(self) -> None:
        """Starts it and returns when it serves. Raises ``StartError`` when it ends before that."""
        self.child = await self._launch()
        self._keeping = asyncio.create_task(self._keep())

    async def stop(self) -> None:
        """Ends it and keeps it no longer."""
        if self._keeping:
            self._keeping.cancel()
            await asyncio.gather(self._keeping, return_exceptions=True)
        if self.child:
            await self.child.stop(self.service.stop_signal, self.service.stop_s)

    async def replace(self) -> None:
        """Starts a second one, and when it serves tells the first to go. Raises ``StartError``; then the first stays."""
        async with self._changing:
            if self.service.alone and self.child:
                await self.child.stop(self.service.stop_signal, self.service.stop_s)
            new = await self._launch()
            old, self.child = self.child, new
            if old:
                await old.stop(self.service.stop_signal, self.service.stop_s)
        log.info("child.replaced", child=self.service.name)

    async def _keep(self) -> None:
        pause = self.first_pause_s
        loop = asyncio.get_running_loop()
        while True:
            assert self.child
            child, since = self.child, loop.time()
            code = await child.wait()
            async with self._changing:
                if self.child is not child:
                    continue
                pause = self.first_pause_s if loop.time() - since > self.calm_s else min(pause * 2, self.longest_pause_s)
                log.warning("child.ended", child=self.service.name, how=said(code), again_in_s=pause)
                await asyncio.sleep(pause)
                try:
                    self.child = await self._launch()
                except StartError as error:
                    log.error("child.start_failed", child=self.service.name, why=str(error))
                else:
                    log.info("child.restarted", child=self.service.name)

    async def _launch(self) -> Child:
        service = self.service
        if service.prepare and (self.child is None or self.child.ended is not None):
            await service.prepare()
        launch = service.launch()
        reader, writer = os.pipe()
        try:
            if service.ready is None:
                launch = launch._replace(
                    env={**launch.env, READY: str(writer)}, fds=(*launch.fds, writer)
                )
            child = Child(launch)
        except BaseException:
            os.close(reader)
            raise
        finally:
            os.close(writer)
        self.starts += 1
        serving = service.ready(child) if service.ready else _one_byte(reader)
        try:
            await _first(serving, child, service)
        except BaseException:
            await child.stop(signal.SIGKILL, 1)
            raise
        finally:
            os.close(reader)
        return child


async def _first(serving: Awaitable[None], child: Child, service: Service) -> None:
    """Whichever comes first: it serves, it ends, or the time is over."""
    ready, ended = asyncio.ensure_future(serving), asyncio.ensure_future(child.wait())
    try:
        await asyncio.wait({ready, ended}, timeout=service.ready_s or None, return_when=asyncio.FIRST_COMPLETED)
        if ready.done():
            return ready.result()
        why = said(ended.result()) if ended.done() else f"not ready after {service.ready_s:.0f} s"
        where = f" (all of it in {child.output})" if child.output else ""
        raise StartError(f"{service.name} did not start: {why}{where}\n{child.last_words()}".rstrip())
    finally:
        for task in (ready, ended):
            task.cancel()
        await asyncio.gather(ready, ended, return_exceptions=True)


async def _one_byte(descriptor: int) -> None:
    """Waits until the child has written to its pipe. A pipe closed without a byte is not an answer."""
    loop = asyncio.get_running_loop()
    readable = asyncio.Event()
    loop.add_reader(descriptor, readable.set)
    try:
        await readable.wait()
    finally:
        loop.remove_reader(descriptor)
    if not os.read(descriptor, 1):
        await asyncio.Event().wait()


def say_ready() -> None:
    """Tells the supervisor, if there is one, that this process serves. Called once."""
    if number := os.environ.pop(READY, ""):
        with contextlib.suppress(OSError):
            os.write(int(number), b"1")
            os.close(int(number))
