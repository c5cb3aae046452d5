"""`farol up`: runs everything in the foreground until told to stop."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import structlog

from farol.kit.supervisor import home
from farol.kit.supervisor.problems import StartError

from . import plan
from .machine import Machine
from .plan import Options

log = structlog.get_logger()

TRY_IT = "open the chat there and ask: My USDT deposit has not arrived (off: console, Settings, Assistant)"


def run(options: Options, env: Mapping[str, str]) -> int:
    """Returns the exit code: 0 after a stop that was asked for, 1 when something could not be started."""
    try:
        data = home.prepare(plan.folder(options, env))
        with home.locked(data):
            return asyncio.run(_run(options, data, env))
    except StartError as error:
        print(f"\nFarol did not start.\n\n{error}\n", file=sys.stderr)
        return 1


async def _run(options: Options, data: Path, env: Mapping[str, str]) -> int:
    stop, again = _signals()
    began = time.monotonic()
    machine = Machine(options, data, env)
    say(f"Starting Farol, data in {data}")
    starting = asyncio.create_task(machine.start())
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            starting.result()
            say(welcome(machine, time.monotonic() - began))
            await _serve(machine, stopping, again)
    finally:
        starting.cancel()
        stopping.cancel()
        await asyncio.gather(starting, stopping, return_exceptions=True)
        began = time.monotonic()
        await machine.stop()
    say(f"Farol stopped after {time.monotonic() - began:.1f} s. Start it again with the same command.")
    return 0


async def _serve(machine: Machine, stopping: asyncio.Task[bool], again: asyncio.Event) -> None:
    """Waits for the end; each SIGHUP in between replaces our processes."""
    while not stopping.done():
        asked = asyncio.create_task(again.wait())
        await asyncio.wait({asked, stopping}, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        if stopping.done():
            return
        again.clear()
        reloading = asyncio.create_task(machine.reload())
        await asyncio.wait({reloading, stopping}, return_when=asyncio.FIRST_COMPLETED)
        reloading.cancel()
        for problem in await asyncio.gather(reloading, return_exceptions=True):
            if isinstance(problem, StartError):
                log.error("reload.failed", why=str(problem))


def _signals() -> tuple[asyncio.Event, asyncio.Event]:
    """Events for "stop" and "replace the processes".

    SIGHUP means "replace" under a service manager, but at a terminal it means that the terminal was closed.
    """
    loop, stop, again = asyncio.get_running_loop(), asyncio.Event(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    loop.add_signal_handler(signal.SIGHUP, (stop if os.isatty(0) else again).set)
    return stop, again


def welcome(machine: Machine, took_s: float) -> str:
    """What a newcomer needs to know, on one screen."""
    settings, data = machine.settings, machine.data
    rows = [("Console", f"{settings.public_url}/console/"), ("Help centre", f"{settings.public_url}/help/en")]
    if machine.options.demo:
        base = "http://localhost:"
        rows.insert(0, ("Demo exchange", f"{base}{settings.port + plan.EXCHANGE}/   be a customer here"))
        rows.append(("Demo mailbox", f"{base}{settings.port + plan.MAILBOX}/   every mail the demo sends"))
        rows.append(("The doors", f"{base}{settings.port + plan.DOORS}/   Telegram, Discord, WhatsApp, X, a phone: be somebody outside"))
        rows.append(("Assistant", TRY_IT))
    rows += [("Health", f"{settings.public_url}/healthz"), ("Data", str(data))]
    if machine.options.demo:
        rows.append(("Logs", str(data / "logs")))
    rows.append(("Stop", "Ctrl-C" if os.isatty(0) else f"kill {os.getpid()}"))
    lines = [f"Farol is up after {took_s:.1f} s.", "", *(f"  {name:<16} {text}" for name, text in rows)]
    if machine.links:
        lines += ["", "  Sign in to the console with one click (only in the demo):"]
        lines += [f"  {name:<16} {address}" for name, address in machine.links]
    return "\n".join(["", *lines, ""])


def say(text: str) -> None:
    """A line for the person at the terminal, who may have closed it."""
    try:
        print(text, flush=True)
    except OSError:
        log.debug("terminal.gone")
