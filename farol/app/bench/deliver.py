"""Delivery: how long after its acknowledgement a message is on the other screens, beside a hop of the bare bus."""

import argparse
import asyncio
import time
from uuid import uuid4

import asyncpg
import msgspec
import nats
from nats.aio.msg import Msg

from .client import http, request, ws
from .result import Result, at, median
from .rig import Rig, rig

AT_MOST, P99_AT_MOST = 3.0, 5.0
WATCHERS, TICKETS, RATE = 20, 50, 60.0
COMMIT = "insert into stream (name, seq) values ($1, 1)"


async def run(options: argparse.Namespace) -> Result:
    """Twenty customers' screens on fifty tickets, sixty messages a second, two web processes."""
    gaps, hops, ratios, tails, more = [], [], [], [], {}
    async with rig(web=2, customers=TICKETS) as made:
        await play(made, 1.0)
        for _ in range(options.rounds):
            hop, commit = await bare(made, options.seconds / 2)
            acks, deliveries = await play(made, options.seconds)
            gaps.append((at(deliveries, 0.5) - at(acks, 0.5)) * 1e3)
            hops.append(at(hop, 0.5) * 1e3)
            ratios.append(gaps[-1] / hops[-1])
            tails.append(at(deliveries, 0.99) / (at(commit, 0.99) + at(hop, 0.99)))
            more = {"ack_p50_ms": round(at(acks, 0.5) * 1e3, 2), "delivery_p50_ms": round(at(deliveries, 0.5) * 1e3, 2),
                    "delivery_p99_ms": round(at(deliveries, 0.99) * 1e3, 2), "commit_p99_ms": round(at(commit, 0.99) * 1e3, 2),
                    "hop_p99_ms": round(at(hop, 0.99) * 1e3, 2), "deliveries": len(deliveries)}
    ratio, tail = median(ratios), median(tails)
    return Result("deliver", median(gaps), median(hops), ratio, "ms", options.rounds,
                  f"ratio <= {AT_MOST:g} and p99_ratio <= {P99_AT_MOST:g}", ratio <= AT_MOST and tail <= P99_AT_MOST,
                  {"p99_ratio": tail, **more})


async def play(made: Rig, seconds: float) -> tuple[list[float], list[float]]:
    """Seconds from sending to acknowledgement, and from sending to each screen."""
    sent: dict[str, float] = {}
    acks: list[float] = []
    deliveries: list[float] = []

    def arrived(data: bytes) -> None:
        now = time.perf_counter()
        if data.startswith(b'{"t":"message"'):
            began = sent.get(msgspec.json.decode(data)["message"]["client_id"])
            if began is not None:
                deliveries.append(now - began)

    origin = made.machine.settings.public_url
    # Only a ticket's customer may watch it here, so each screen watches the ticket of its own customer.
    screens = []
    for n, token in enumerate(await made.passes(WATCHERS)):
        screen = await ws(made.port, f"/live?pass={token}", origin, arrived)
        screen.send(b'{"t":"watch","ticket":%d,"after":100000000}' % made.tickets[n])
        screens.append(screen)
    await asyncio.sleep(0.3)
    connections = [await http(made.port) for _ in range(8)]
    free: asyncio.Queue[int] = asyncio.Queue()
    for n in range(len(connections)):
        free.put_nowait(n)

    async def say(ticket: int) -> None:
        n = await free.get()
        client = str(uuid4())
        body = msgspec.json.encode({"client_id": client, "body": "3 of 12 confirmations"})
        sent[client] = began = time.perf_counter()
        status, answer = await connections[n].ask(request(
            "POST", f"/api/customer/tickets/{made.tickets[ticket]}/messages", body=body,
            headers=f"authorization: Bearer {made.tokens[ticket]}\r\n"))
        acks.append(time.perf_counter() - began)
        free.put_nowait(n)
        if status != 200:
            raise RuntimeError(f"{status} {answer[:200]!r}")

    said = []
    for n in range(int(seconds * RATE)):
        said.append(asyncio.create_task(say(n % WATCHERS)))
        await asyncio.sleep(1 / RATE)
    await asyncio.gather(*said)
    await asyncio.sleep(0.3)
    for screen in screens:
        screen.close()
    for connection in connections:
        connection.close()
    if len(deliveries) != len(acks):
        raise RuntimeError(f"{len(acks)} sent, {len(deliveries)} delivered")
    return acks, deliveries


async def bare(made: Rig, seconds: float) -> tuple[list[float], list[float]]:
    """Seconds of a hop through the bus from one connection to another, and of a bare commit, at the same rate."""
    url = made.machine.settings.nats_url
    speaks, hears = await nats.connect(url), await nats.connect(url)
    hops: list[float] = []
    commits: list[float] = []

    async def heard(message: Msg) -> None:
        hops.append(time.perf_counter() - float(message.data))

    await hears.subscribe("bench.hop", cb=heard)
    await hears.flush()
    connection = await asyncpg.connect(made.machine.settings.database_url)
    for _ in range(int(seconds * RATE)):
        await speaks.publish("bench.hop", repr(time.perf_counter()).encode())
        began = time.perf_counter()
        await connection.execute(COMMIT, f"bench:{uuid4()}")
        commits.append(time.perf_counter() - began)
        await asyncio.sleep(1 / RATE)
    await connection.close()
    await speaks.close()
    await hears.close()
    return hops, commits
