"""Posting a message: the whole request against the bare transaction of five statements on the same tables."""

import argparse
import asyncio
import time
from uuid import uuid4

import msgspec

from .client import http, request
from .result import Result, at, median
from .rig import Rig, rig

AT_LEAST = 0.40
CONNECTIONS = 32
CUSTOMERS = 2000
BARE = """
\\set t random({low}, {high})
begin;
select customer_id, status from ticket where id = :t;
select seq from message where ticket_id = :t and client_id = gen_random_uuid();
update ticket set seq = seq + 1, last_public_seq = seq + 1, updated_at = now(), waiting_since = coalesce(waiting_since, now())
  where id = :t returning seq as s \\gset
insert into message (ticket_id, seq, client_id, author_kind, author_id, internal, channel, body)
  values (:t, :s, gen_random_uuid(), 'customer', 1, false, 'webchat', 'The deposit of 4,000 USDT has not arrived yet.');
insert into event (stream, seq, kind, actor, public, body)
  values ('ticket:' || :t, :s, 'message.posted', 'customer:1', true, '{{"author_kind": "customer", "author_id": 1, "internal": false, "channel": "webchat"}}');
commit;
"""


async def run(options: argparse.Namespace) -> Result:
    """32 connections posting as 2,000 customers; 16 sessions of pgbench beside it."""
    bare, product, ratios, waits = [], [], [], []
    async with rig(customers=CUSTOMERS) as made:
        script = BARE.format(low=made.tickets[0], high=made.tickets[-1])
        await load(made, 1.0)
        for _ in range(options.rounds):
            bare.append(await made.pgbench(script, options.seconds))
            rate, times = await load(made, options.seconds)
            product.append(rate)
            waits += times
            ratios.append(product[-1] / bare[-1])
    ratio = median(ratios)
    return Result("post", median(product), median(bare), ratio, "messages/s", options.rounds, f"ratio >= {AT_LEAST}", ratio >= AT_LEAST,
                  {"p50_ms": round(at(waits, 0.5) * 1e3, 2), "p99_ms": round(at(waits, 0.99) * 1e3, 2)})


async def load(made: Rig, seconds: float) -> tuple[float, list[float]]:
    """Acknowledged messages a second, and how long each took."""
    ends = time.perf_counter() + seconds
    times: list[float] = []

    async def talk(first: int) -> None:
        connection = await http(made.port)
        n = first
        while time.perf_counter() < ends:
            n = (n + CONNECTIONS) % len(made.tickets)
            body = msgspec.json.encode({"client_id": uuid4(), "body": "The deposit of 4,000 USDT has not arrived yet."})
            began = time.perf_counter()
            status, answer = await connection.ask(request(
                "POST", f"/api/customer/tickets/{made.tickets[n]}/messages", body=body,
                headers=f"authorization: Bearer {made.tokens[n]}\r\n"))
            if status != 200:
                raise RuntimeError(f"{status} {answer[:200]!r}")
            times.append(time.perf_counter() - began)
        connection.close()

    began = time.perf_counter()
    await asyncio.gather(*(talk(n) for n in range(CONNECTIONS)))
    return len(times) / (time.perf_counter() - began), times
