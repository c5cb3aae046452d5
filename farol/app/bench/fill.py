"""Very many tickets and messages, made by the database itself, so that a million of them take minutes.

They have no events: nothing reacts to them. Everybody's tickets have an owner, so no queue takes them in.
"""

import asyncpg

STEP = 50_000
STAFF = """
insert into staff (email, name, alias, role, language) select 'bench-' || n || '@example.net', 'Bench ' || n, 'B', 'agent', 'en'
from generate_series(1, 100) n on conflict do nothing"""
PEOPLE = "insert into customer (uid, name, language, tier) select 'many-' || n, 'Customer ' || n, 'en', '' from generate_series($1::int, $2::int) n"
# Of twenty tickets two wait, one is open and does not, the rest are resolved. The newest wait.
TICKETS = """
with p as (select array_agg(id order by id) as ids from (select id from customer where uid like 'many-%' order by id desc limit 1000) x),
s as (select array_agg(id order by id) as ids from staff where email like 'bench-%'),
t as (
  insert into ticket (customer_id, opening_id, subject, channel, language, seq, last_public_seq, status, severity, owner_id, waiting_since,
    opened_at, updated_at, resolved_at)
  select p.ids[1 + n % cardinality(p.ids)], gen_random_uuid(), 'The deposit has not arrived, number ' || n, 'webchat', 'en', 2, 2,
    case when n % 20 > 2 then 'resolved' when n % 20 = 2 then 'pending' else 'open' end, 'P' || (1 + n % 4), s.ids[1 + n % cardinality(s.ids)],
    case when n % 20 < 2 then now() - make_interval(secs => $3::int - n) end, now() - make_interval(secs => $3::int - n), now(),
    case when n % 20 > 2 then now() end
  from generate_series($1::int, $2::int) n, p, s returning id, customer_id, status, severity, waiting_since, opened_at),
m as (
  insert into message (ticket_id, seq, client_id, author_kind, author_id, internal, channel, body)
  select id, 2, gen_random_uuid(), 'customer', customer_id, false, 'webchat', 'The deposit of 4,000 USDT has not arrived yet.' from t)
insert into sla_ticket (ticket_id, at, opened_at, tier, severity, channel, status, waiting_since, due_kind, due_at)
select id, now(), opened_at, '', severity, 'webchat', status, waiting_since, case when waiting_since is not null then 'resolve' end,
  waiting_since + make_interval(hours => 1 + (id % 48)::int) from t"""


async def tickets(db: asyncpg.Pool, have: int, wanted: int) -> None:
    """So many tickets as are wanted, a message and a clock each."""
    async with db.acquire() as connection:
        await connection.execute("set synchronous_commit = off")
        await connection.execute(STAFF)
        for low in range(have + 1, wanted + 1, STEP):
            high = min(low + STEP - 1, wanted)
            await connection.execute(PEOPLE, low, low + (high - low) // 5)
            await connection.execute(TICKETS, low, high, wanted)
        await connection.execute("set synchronous_commit = on")
        await connection.execute("vacuum analyze")
