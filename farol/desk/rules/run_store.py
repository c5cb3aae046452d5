"""Statements on what the rules did: runs, causes, and tickets whose time has come."""

from datetime import datetime
from typing import Any

import msgspec

from farol.kit.db import Reads

from .model import Result, Run

CAUSE = """
select c.root_seq, c.depth, (select coalesce(array_agg(distinct x.rule), '{}') from rule_cause o, unnest(o.rules) x(rule)
  where o.ticket_id = $1 and o.root_seq = c.root_seq) as rules
from rule_cause c where c.ticket_id = $1 and c.seq = $2"""
ADD_CAUSES = """
insert into rule_cause (ticket_id, seq, root_seq, depth, rules) select $1, u.seq, $3, $4, $5::bigint[] from unnest($2::bigint[]) u(seq)"""
ADD_RUN = """
insert into rule_run (ticket_id, seq, trigger, root_seq, depth, stopped, results) values ($1, $2, $3, $4, $5, $6, $7)"""
RUNS = """
select seq, trigger, root_seq, depth, stopped, results, at from rule_run where ticket_id = $1 order by id desc limit $2"""
LOCK = "select seq, last_public_seq from ticket where id = $1 and status in ('open', 'pending') for no key update skip locked"
# Each bound is null where the rule does not name it. A ticket on which it acted waits for new words.
DUE = """
select t.id from ticket t left join sla_ticket d on d.ticket_id = t.id
where t.status in ('open', 'pending') and t.id > $2
  and ($3::timestamptz is null or t.opened_at < $3) and ($4::timestamptz is null or t.waiting_since < $4)
  and ($5::timestamptz is null or t.updated_at < $5) and ($6::timestamptz is null or d.due_at < $6)
  and not exists (select from rule_timed x where x.rule_id = $1 and x.ticket_id = t.id and x.last_public_seq = t.last_public_seq)
order by t.id limit $7"""
TIMED = "insert into rule_timed (rule_id, ticket_id, last_public_seq) values ($1, $2, $3) on conflict do nothing returning true"
NEWEST = "select id from ticket order by id desc limit $1"
PRUNE_RUNS = "delete from rule_run where id in (select id from rule_run where at < now() - interval '90 days' limit 5000)"
PRUNE_CAUSES = "delete from rule_cause where (ticket_id, seq) in (select ticket_id, seq from rule_cause where at < now() - interval '7 days' limit 5000)"
PRUNE_TIMED = """
delete from rule_timed x using ticket t where t.id = x.ticket_id and x.at < now() - interval '7 days' and x.last_public_seq < t.last_public_seq"""


class Chain(msgspec.Struct, frozen=True):
    """Where an event stands in a chain: what began it, how many rounds ago, and which rules acted in it."""

    root_seq: int
    depth: int
    rules: list[int]


async def chain(db: Reads, ticket_id: int, seq: int) -> Chain:
    """Of an event that no rule made, a chain of its own."""
    row = await db.fetchrow(CAUSE, ticket_id, seq)
    return Chain(row["root_seq"], row["depth"], row["rules"]) if row else Chain(seq, 0, [])


async def add_causes(db: Reads, ticket_id: int, seqs: list[int], chain: Chain) -> None:
    """These events are rules' own."""
    await db.execute(ADD_CAUSES, ticket_id, seqs, chain.root_seq, chain.depth, chain.rules)


async def add_run(db: Reads, ticket_id: int, seq: int, trigger: str, chain: Chain, stopped: bool, results: list[Result]) -> None:
    """Keeps what the rules made of an event."""
    await db.execute(ADD_RUN, ticket_id, seq, trigger, chain.root_seq, chain.depth, stopped, results)


async def runs(db: Reads, ticket_id: int, most: int = 100) -> list[Run]:
    """What they made of the ticket's events, newest first."""
    return [Run(**{**row, "results": msgspec.convert(row["results"], list[Result])}) for row in await db.fetch(RUNS, ticket_id, most)]


async def due(db: Reads, rule_id: int, after: int, bounds: dict[str, datetime], most: int) -> list[int]:
    """Tickets on which a rule about time may have to act, in order of their ids."""
    wanted: list[Any] = [bounds.get(f"{name}_minutes") for name in ("opened", "waiting", "updated", "due")]
    return [row["id"] for row in await db.fetch(DUE, rule_id, after, *wanted, most)]


async def newest(db: Reads, most: int) -> list[int]:
    """The newest tickets."""
    return [row["id"] for row in await db.fetch(NEWEST, most)]
