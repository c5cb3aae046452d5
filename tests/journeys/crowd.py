"""Many customers with one problem, put into the demo's database at once, each with a ticket, its words and its events."""

import json
from typing import Any

import asyncpg

from farol.app import plan
from tests.running import Running

WORDS = "Aptos 充值 USDT 没到账"
"""Of a network that nothing else in the demo is about."""
CROWD = """
with c as (
  insert into customer (uid, name, language) select 'crowd-' || $1 || '-' || n, 'Crowd ' || n, case when n % 4 = 0 then 'en' else 'zh' end
  from generate_series(1, $2::int) n returning id, language),
t as (
  insert into ticket (customer_id, opening_id, subject, channel, language, seq, last_public_seq, waiting_since)
  select id, gen_random_uuid(), $3, 'webchat', language, 2, 2, now() from c returning id, number, customer_id, opening_id),
m as (
  insert into message (ticket_id, seq, client_id, author_kind, author_id, internal, channel, body)
  select id, 2, opening_id, 'customer', customer_id, false, 'webchat', $3 from t),
e as (
  insert into event (stream, seq, kind, actor, public, body)
  select 'ticket:' || t.id, x.seq, x.kind, 'customer:' || t.customer_id, true, x.body from t, lateral (values
    (1, 'ticket.opened', jsonb_build_object('number', t.number, 'channel', 'webchat')),
    (2, 'message.posted', jsonb_build_object('author_kind', 'customer', 'author_id', t.customer_id, 'internal', false, 'channel',
      'webchat', 'status', null))) x(seq, kind, body))
select id from t"""
SAID = """
select t.id, count(m.seq) filter (where m.author_kind = 'staff' and not m.internal)::int as answers, t.status
from ticket t left join message m on m.ticket_id = t.id where t.id = any($1::bigint[]) group by t.id"""


class Crowd:
    """A connection to the database of a demo that runs, and the tickets of the crowd."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection, self.ids = connection, list[int]()

    @classmethod
    async def at(cls, running: Running) -> "Crowd":
        """Connects as the demo's own processes do."""
        env = json.loads((running.data / plan.RUNNING).read_text())["environment"]
        return cls(await asyncpg.connect(env["FAROL_DATABASE_URL"]))

    async def comes(self, name: str, many: int) -> None:
        """So many customers open a ticket each."""
        self.ids += [row["id"] for row in await self._connection.fetch(CROWD, name, many, WORDS)]

    async def standing(self) -> list[Any]:
        """How often each was answered, and the status of each ticket."""
        return await self._connection.fetch(SAID, self.ids)

    async def leave(self) -> None:
        """Closes the connection."""
        await self._connection.close()
