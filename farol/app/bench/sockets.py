"""Idle sockets: how many signed-in customers, each watching a ticket, fit into a gigabyte of a web process."""

import argparse
import asyncio
from pathlib import Path

from .client import Ws, ws
from .result import Result
from .rig import rig

AT_LEAST = 30_000
GIB = 1024**3


def resident(pid: int) -> int:
    """Bytes a process holds in memory."""
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024


async def run(options: argparse.Namespace) -> Result:
    """Opens them all on one process and weighs it before and after; the bare figure is a socket's share in bytes."""
    async with rig(customers=min(options.sockets, 2000)) as made:
        pid = made.machine.pids("web")[0]
        origin = made.machine.settings.public_url
        warm = await _open(made.port, origin, await made.passes(100), made.tickets)
        await asyncio.sleep(1)
        before = resident(pid)
        held = await _open(made.port, origin, await made.passes(options.sockets), made.tickets)
        await asyncio.sleep(3)
        each = (resident(pid) - before) / options.sockets
        for socket in (*warm, *held):
            socket.close()
    fit = GIB / each
    return Result("sockets", round(fit), round(each), fit / AT_LEAST, "sockets/GiB", 1, f">= {AT_LEAST} sockets per GiB", fit >= AT_LEAST,
                  {"bytes_each": round(each), "sockets": options.sockets})


async def _open(port: int, origin: str, passes: list[str], tickets: list[int]) -> list[Ws]:
    held: list[Ws] = []
    for start in range(0, len(passes), 50):
        batch = passes[start : start + 50]
        watching = [asyncio.Event() for _ in batch]
        made = await asyncio.gather(*(
            ws(port, f"/live?pass={p}", origin, lambda _, seen=seen: seen.set())  # type: ignore[misc]
            for p, seen in zip(batch, watching, strict=True)))
        for n, socket in enumerate(made):
            socket.send(b'{"t":"watch","ticket":%d,"after":2}' % tickets[(start + n) % len(tickets)])
        async with asyncio.timeout(20):
            await asyncio.gather(*(seen.wait() for seen in watching))
        held += made
    return held
