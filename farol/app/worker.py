"""The worker process: reactions, jobs, schedules, and listeners such as the one for mail."""

import asyncio
import signal

from farol.kit.reactions import Reactor
from farol.kit.settings import Settings
from farol.kit.supervisor.keeper import say_ready
from farol.kit.worker import Worker

from . import assembly
from .process import begun, close_kit, open_kit


async def run(settings: Settings) -> None:
    """Works until told to stop (SIGTERM or SIGINT); running jobs end first."""
    assembly.register()
    stopping = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, stopping.set)
    kit = await open_kit(settings)
    reactor, worker = Reactor(kit), Worker(kit)
    listeners = [await listen(kit) for listen in assembly.listeners()]
    await reactor.start()
    await worker.start()
    begun()
    say_ready()
    await stopping.wait()
    for listener in listeners:
        await listener.stop()
    await worker.stop()
    await reactor.stop()
    await close_kit(kit)
