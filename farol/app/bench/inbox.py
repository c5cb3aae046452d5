"""A page of the inbox at a million tickets beside one at five thousand, and beside the bare statements it makes."""

import argparse
import asyncio
import time
from collections.abc import Iterable
from typing import Any

import msgspec

from farol.core.tickets.visibility import SEEN
from farol.desk.inbox import store as inbox
from farol.desk.sla import due_store
from farol.desk.views.model import BUILT_IN
from farol.desk.views.order import PAGE, parts
from farol.desk.views.pages import WHOLE
from farol.desk.views.sql import compiled
from farol.kit import clock

from . import open_ticket
from .client import Http, http, request
from .fill import tickets
from .result import Result, at, median
from .rig import Rig, rig
from .statements import counted

SMALL = 5_000
GROWTH_AT_MOST, AT_LEAST, STATEMENTS_AT_MOST = 2.0, 0.40, 12
CONNECTIONS = 8


async def run(options: argparse.Namespace) -> Result:
    """Eight agents turning pages of what waits, at two web processes; 16 sessions of pgbench with the same statements beside it."""
    small, large, bares, product, ratios, opens = [], [], [], [], [], []
    async with rig(web=2, customers=200, messages=open_ticket.MESSAGES) as made:
        cookie = await made.agent()
        await tickets(made.db, 0, SMALL)
        await pages(made, cookie, 1.0)
        for _ in range(options.rounds):
            small.append(at((await pages(made, cookie, options.seconds))[1], 0.99) * 1e3)
        await tickets(made.db, SMALL, options.tickets)
        script, opening = await bare(made), open_ticket.bare(made.tickets[0], made.tickets[-1])
        await pages(made, cookie, 1.0)
        for _ in range(options.rounds):
            bares.append(await made.pgbench(script, options.seconds))
            rate, times = await pages(made, cookie, options.seconds)
            product.append(rate)
            large.append(at(times, 0.99) * 1e3)
            ratios.append(rate / bares[-1])
            opened = await made.pgbench(opening, options.seconds)
            opens.append(await open_ticket.load(made, cookie, options.seconds) / opened)
        statements = await counted(made)
    growth, ratio, open_ratio, most = median(large) / median(small), median(ratios), median(opens), max(statements.values())
    met = growth <= GROWTH_AT_MOST and ratio >= AT_LEAST and open_ratio >= AT_LEAST and most <= STATEMENTS_AT_MOST
    return Result(
        "inbox", median(product), median(bares), ratio, "pages/s", options.rounds,
        f"p99_growth <= {GROWTH_AT_MOST:g}, ratio and open_ratio >= {AT_LEAST}, at most {STATEMENTS_AT_MOST} statements", met,
        {"p99_growth": round(growth, 2), "p99_ms": median(large), f"p99_ms_at_{SMALL}": median(small), "open_ratio": open_ratio,
         "tickets": options.tickets, "statements": statements})


async def pages(made: Rig, cookie: str, seconds: float) -> tuple[float, list[float]]:
    """Pages a second, and how long each took: the first two of what waits, by turns."""
    ends, times = time.perf_counter() + seconds, []

    async def read(connection: Http, after: str) -> str:
        path = "/api/console/inbox?view=waiting" + (f"&after={after}" if after else "")
        began = time.perf_counter()
        status, body = await connection.ask(request("GET", path, headers=f"cookie: {cookie}\r\n"))
        times.append(time.perf_counter() - began)
        found = msgspec.json.decode(body)
        if status != 200 or len(found["rows"]) != PAGE:
            raise RuntimeError(f"{status} {body[:200]!r}")
        return str(found["after"])

    async def turn() -> None:
        connection = await http(made.port)
        while time.perf_counter() < ends:
            await read(connection, await read(connection, ""))
        connection.close()

    began = time.perf_counter()
    await asyncio.gather(*(turn() for _ in range(CONNECTIONS)))
    return len(times) / (time.perf_counter() - began), times


async def bare(made: Rig) -> str:
    """The statements of a page, as a script."""
    staff = await made.db.fetchval("select max(id) from staff")
    where = compiled(BUILT_IN["waiting"].node, clock.now(), staff)
    walk = parts("urgency", descending=False)[0]
    first = walk.statement((WHOLE, *walk.only, *where.after(2), SEEN), descending=False, first=3 + len(where.values), after=False, broad=True)
    values = [staff, PAGE + 1, *where.values]
    ids = [row["id"] for row in await made.db.fetch(first, *values)][:PAGE]
    return "".join(f"{' '.join(text.split())};\n" for text in (
        given(first, values), given(inbox.ROWS, [ids]), given(due_store.NEXT_DUES, [ids])))


def given(statement: str, values: list[Any]) -> str:
    """A statement with its parameters written out: our own, never anybody's words."""
    for number in range(len(values), 0, -1):
        statement = statement.replace(f"${number}", _literal(values[number - 1]))
    return statement


def _literal(value: Any) -> str:
    if isinstance(value, Iterable) and not isinstance(value, str):
        return "'{" + ",".join(map(str, value)) + "}'"
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else f"'{value}'"
