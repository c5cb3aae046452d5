"""Opening a ticket of fifty messages at the console, against the bare reads it makes."""

import argparse
import asyncio
import re
import time

from farol.core.tickets import store as tickets
from farol.desk.inbox import store as inbox

from .client import http, request
from .result import Result, median
from .rig import Rig, rig

AT_LEAST = 0.40
CONNECTIONS = 32
MESSAGES = 50


def bare(low: int, high: int) -> str:
    """The statements of the request, as a script."""
    statements = [_given(inbox.ONE, ":t", "null"), _given(tickets.CONVERSATION, ":t", "1000000", str(MESSAGES), "false")]
    return f"\\set t random({low}, {high})\n" + "".join(f"{' '.join(text.split())};\n" for text in statements)


def _given(statement: str, *values: str) -> str:
    return re.sub(r"\$(\d)", lambda m: values[int(m[1]) - 1], statement)


async def run(options: argparse.Namespace) -> Result:
    """32 connections reading 200 tickets; 16 sessions of pgbench beside it."""
    bares, product, ratios = [], [], []
    async with rig(customers=200, messages=MESSAGES) as made:
        cookie = await made.agent()
        script = bare(made.tickets[0], made.tickets[-1])
        await load(made, cookie, 1.0)
        for _ in range(options.rounds):
            bares.append(await made.pgbench(script, options.seconds))
            product.append(await load(made, cookie, options.seconds))
            ratios.append(product[-1] / bares[-1])
    ratio = median(ratios)
    return Result("open", median(product), median(bares), ratio, "tickets/s", options.rounds, f"ratio >= {AT_LEAST}", ratio >= AT_LEAST,
                  {"statements": 2, "messages": MESSAGES})


async def load(made: Rig, cookie: str, seconds: float) -> float:
    """Tickets opened a second."""
    ends, done = time.perf_counter() + seconds, 0

    async def read(n: int) -> None:
        nonlocal done
        connection = await http(made.port)
        while time.perf_counter() < ends:
            n = (n + CONNECTIONS) % len(made.tickets)
            status, body = await connection.ask(request("GET", f"/api/console/tickets/{made.tickets[n]}", headers=f"cookie: {cookie}\r\n"))
            if status != 200:
                raise RuntimeError(f"{status} {body[:200]!r}")
            done += 1
        connection.close()

    began = time.perf_counter()
    await asyncio.gather(*(read(n) for n in range(CONNECTIONS)))
    return done / (time.perf_counter() - began)
