"""Statements on proposals. Lock order: ticket, proposal, purse."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import msgspec

from farol.core.exchange.model import Receipt
from farol.core.tickets import visibility
from farol.kit.db import Reads, one

from .limits import UNPRICED
from .nouns import OPEN, Asked, Consent, Proposal, Vote
from .rules import Person

TICKET_OF = "select ticket_id from proposal where id = $1 and ticket_id is not null"
visibility.BELONGS["proposal_id"] = TICKET_OF

LOCK_TICKET = "select id from ticket where id = (select ticket_id from proposal where id = $1) for no key update"
LOCK = "select id from proposal where id = $1 for no key update"
LOCK_CONTACT = "select id from ticket where id = $1 for no key update"
CONTACT = """
select t.id as ticket_id, t.number, t.customer_id, coalesce(c.uid, '') as uid, t.status from ticket t
join customer c on c.id = t.customer_id where t.id = $1"""
OWNER = "select id, coalesce(uid, '') as uid from customer where id = $1"
PERSON = """
select s.role, s.name, array(select m.team_id from team_member m where m.staff_id = s.id) as teams,
  coalesce((select g.ip from staff_session g where g.digest = $2 and g.staff_id = s.id), '') as ip,
  exists (select from team_member m join team k on k.id = m.team_id where m.staff_id = s.id and k.key = $3) as inside
from staff s where s.id = $1 and s.disabled_at is null"""
TEAM_KEYS = "select k.key from team_member m join team k on k.id = m.team_id where m.staff_id = $1"
ADD = """
insert into proposal (client_id, type, uid, ticket_id, customer_id, params, reason_code, words, legal_basis, consent, expected_version,
  purse, usd, by_kind, by_id, by_role, by_session, by_ips, by_teams, level, state, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, now() + make_interval(secs => $22))
on conflict on constraint proposal_once do nothing returning id"""
BY_CLIENT_ID = "select id from proposal where by_kind = $1 and by_id = $2 and client_id = $3"
COLUMNS = """
select p.id, p.client_id, p.type, p.uid, p.ticket_id, p.customer_id, p.params, p.reason_code, p.words, p.legal_basis, p.consent,
  p.expected_version, p.usd, p.by_kind, p.by_id, p.by_role, p.by_session, p.by_ips, p.by_teams, p.level, p.state, p.why, p.at,
  p.expires_at, p.tries, p.lease, p.ordered as order, p.receipt, p.settled_at, t.number, t.subject,
  coalesce(t.language, c.language) as language,
  coalesce(case p.by_kind when 'staff' then (select s.name from staff s where s.id = p.by_id) else c.name end, '') as by_name,
  coalesce((select jsonb_agg(jsonb_build_object('staff_id', v.staff_id, 'name', s.name, 'role', v.role, 'verdict', v.verdict,
    'words', v.words, 'at', v.at, 'session', encode(v.session, 'hex'), 'ips', v.ips, 'teams', v.teams) order by v.at, v.staff_id)
    from proposal_vote v join staff s on s.id = v.staff_id where v.proposal_id = p.id), '[]') as votes
from proposal p join customer c on c.id = p.customer_id left join ticket t on t.id = p.ticket_id """
ONE = COLUMNS + "where p.id = $1"
OF_TICKET = COLUMNS + "where p.ticket_id = $1 and not p.type = any($2::text[]) order by p.id desc limit 50"
OPEN_ONES = COLUMNS + """
where p.state = 'proposed' and p.expires_at > now() and not p.type = any($1::text[]) order by p.expires_at, p.id limit 200"""
SETTLED = COLUMNS + """
where p.settled_at > now() - interval '7 days' and not p.type = any($1::text[]) and ((p.by_kind = 'staff' and p.by_id = $2)
  or exists (select from proposal_vote v where v.proposal_id = p.id and v.staff_id = $2)) order by p.settled_at desc limit 50"""
MINE = COLUMNS + """
where p.settled_at is null and p.by_kind = 'staff' and p.by_id = $1 and not p.type = any($2::text[]) order by p.id desc limit 50"""
PURSE = "select pg_advisory_xact_lock(hashtextextended('proposal purse ' || $1, 0))"
SPENT = """
select coalesce(sum(coalesce(usd, $3)) filter (where by_kind = 'staff' and by_id = $1), 0) as mine, coalesce(sum(coalesce(usd, $3)), 0) as desk
from proposal where purse = $2 and at > now() - interval '24 hours'
  and state in ('proposed', 'approved', 'unproven', 'waiting', 'accepted', 'executed')"""
VOTE = """
insert into proposal_vote (proposal_id, staff_id, role, verdict, words, session, ips, teams) values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict do nothing returning proposal_id"""
CHECKERS = """
select s.id, s.role, array(select m.team_id from team_member m where m.staff_id = s.id) as teams from staff s
where s.disabled_at is null and s.role = any($1::text[]) order by s.id limit 200"""
# A proposal moves only from where the caller saw it, whoever else moves it at this moment.
MOVE = """
update proposal set state = $3, why = $4, settled_at = case when $3 = any($5::text[]) then null else now() end, lease = null
where id = $1 and state = any($2::text[]) returning id"""
CLAIM = """
update proposal set state = case when state = 'waiting' then 'waiting' else 'approved' end, tries = tries + 1,
  lease = now() + make_interval(secs => $2), ordered = coalesce(ordered, $3)
where id = $1 and state in ('approved', 'unproven', 'waiting') and (lease is null or lease < now()) returning ordered, tries"""
KEEP = "update proposal set receipt = $2, action_id = coalesce(nullif($3, ''), action_id) where id = $1"
UNPROVEN = "update proposal set state = 'unproven', lease = null where id = $1 and state = 'approved' and tries = 0 returning id"
RUN_OUT = """
select id from proposal where settled_at is null and expires_at <= $1 and state in ('proposed', 'approved', 'unproven') and tries = 0
order by expires_at limit 100"""
UNPROVEN_ONES = "select id from proposal where state = 'unproven' and expires_at > $1 order by id limit 200"
BY_ACTION = """
select id from proposal where (action_id = $1 or id = $2) and uid = $3 and state in ('approved', 'waiting', 'accepted') order by id limit 1"""


class Contact(msgspec.Struct, frozen=True):
    """A ticket and whose it is. uid: empty for a visitor."""

    ticket_id: int
    number: str
    customer_id: int
    uid: str
    status: str


class Standing(msgspec.Struct, frozen=True):
    """A member of staff at this moment. inside: in the team that was asked about."""

    role: str
    name: str
    teams: list[int]
    ip: str
    inside: bool


async def contact(db: Reads, ticket_id: int) -> Contact | None:
    """The ticket that justifies an action."""
    return await one(db, Contact, CONTACT, ticket_id)


async def owner(db: Reads, customer_id: int) -> str:
    """A customer's uid; empty for a visitor or nobody."""
    row = await db.fetchrow(OWNER, customer_id)
    return row["uid"] if row else ""


async def standing(db: Reads, staff_id: int, session: bytes, team: str = "") -> Standing | None:
    """Somebody's role, teams and where the session was begun; None once disabled."""
    return await one(db, Standing, PERSON, staff_id, session, team)


async def add(db: Reads, asked: Asked, client_id: UUID, customer_id: int, maker: Person, *, purse: str, usd: Decimal | None,
              level: int, state: str, expires_s: int) -> int | None:
    """The new proposal's id; None when this client_id proposed before."""
    consent = msgspec.to_builtins(asked.consent) if asked.consent else None
    id_: int | None = await db.fetchval(
        ADD, client_id, asked.type, asked.uid, asked.ticket_id, customer_id, asked.params, asked.reason_code, asked.words,
        asked.legal_basis, consent, asked.expected_version, purse, usd, maker.kind, maker.id, maker.role, maker.session,
        sorted(maker.ips), sorted(maker.teams), level, state, float(expires_s))
    return id_


async def proposal(db: Reads, proposal_id: int, *, lock: bool = False) -> Proposal | None:
    """One; with ``lock`` its ticket and it stay as they are until the end of the transaction."""
    if lock:
        await db.execute(LOCK_TICKET, proposal_id)
        await db.execute(LOCK, proposal_id)
    row = await db.fetchrow(ONE, proposal_id)
    return _proposal(row) if row else None


async def proposals(db: Reads, statement: str, *args: Any) -> list[Proposal]:
    """Those a statement made of ``COLUMNS`` finds."""
    return [_proposal(row) for row in await db.fetch(statement, *args)]


async def spent(db: Reads, staff_id: int, purse: str) -> tuple[Decimal, Decimal]:
    """What somebody, and the whole desk, proposed from a purse in 24 hours. Nobody else adds to it until the end of the transaction."""
    await db.execute(PURSE, purse)
    row = await db.fetchrow(SPENT, staff_id, purse, UNPRICED)
    assert row
    return row["mine"], row["desk"]


async def vote(db: Reads, proposal_id: int, who: Person, verdict: str, words: str) -> bool:
    """Keeps a decision; False when this person decided before."""
    return await db.fetchval(VOTE, proposal_id, who.id, who.role, verdict, words, who.session, sorted(who.ips), sorted(who.teams)) is not None


async def checkers(db: Reads, roles: Iterable[str]) -> list[Person]:
    """Everybody of these roles, outside any session."""
    return [Person("staff", r["id"], r["role"], frozenset(r["teams"])) for r in await db.fetch(CHECKERS, sorted(set(roles)))]


async def move(db: Reads, proposal_id: int, before: Sequence[str], state: str, why: str = "") -> bool:
    """To another state, if it still is in one of those; its lease ends."""
    return await db.fetchval(MOVE, proposal_id, list(before), state, why, list(OPEN)) is not None


async def claim(db: Reads, proposal_id: int, lease: timedelta, order: Any) -> tuple[Any, int] | None:
    """For this process alone until the lease ends: the order as first sent, and the number of this try. None when it is not to be sent."""
    row = await db.fetchrow(CLAIM, proposal_id, lease.total_seconds(), order)
    return (row["ordered"], row["tries"]) if row else None


async def keep(db: Reads, proposal_id: int, receipt: Receipt) -> None:
    """The exchange's newest answer."""
    await db.execute(KEEP, proposal_id, msgspec.to_builtins(receipt), receipt.action_id)


async def by_action(db: Reads, action_id: str, proposal_id: int, uid: str) -> int | None:
    """The proposal that the exchange speaks of, by its action's id or by our key, if it waits for a result."""
    found: int | None = await db.fetchval(BY_ACTION, action_id, proposal_id, uid)
    return found


def _proposal(row: Any) -> Proposal:
    values = {name: row[name] for name in Proposal.__struct_fields__}
    values["votes"] = msgspec.convert(row["votes"], list[Vote])
    values["consent"] = None if row["consent"] is None else msgspec.convert(row["consent"], Consent)
    values["receipt"] = None if row["receipt"] is None else msgspec.convert(row["receipt"], Receipt)
    return Proposal(**values)

