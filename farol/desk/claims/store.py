"""Statements on windows, sheets and claims. Lock order: ticket, claim, proposal."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import msgspec

from farol.core.tickets import visibility
from farol.kit.db import Reads, every, one

from .model import Appeal, Claim, Computed, Line, Published, Sheet, Window

TICKET_OF = "select ticket_id from claim where id = $1"
visibility.BELONGS["claim_id"] = TICKET_OF

LOCK = "select id from claim where id = $1 for no key update"
LOCK_TICKET = "select id from ticket where id = (select ticket_id from claim where id = $1) for no key update"
OPEN = """
insert into claim_window (client_id, incident_id, zh, en, from_at, until_at, closes_at, by_id) values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (client_id) do nothing returning id"""
BY_CLIENT_ID = "select id from claim_window where client_id = $1"
WINDOW_COLUMNS = """
select w.id, w.incident_id, i.zh as incident_zh, i.en as incident_en, w.zh, w.en, w.from_at, w.until_at, w.closes_at, w.by_id, s.name as by, w.at
from claim_window w join incident i on i.id = w.incident_id join staff s on s.id = w.by_id """
WINDOW = WINDOW_COLUMNS + "where w.id = $1"
WINDOWS = WINDOW_COLUMNS + "order by w.id desc limit 50"
LOCK_WINDOW = "select id from claim_window where id = $1 for no key update"
INCIDENT = "select id from incident where id = $1"
SHEETS = """
select h.version, h.sheet, h.words, s.name as by, h.published_at from claim_sheet h join staff s on s.id = h.by_id
where h.window_id = $1 order by h.version desc limit 50"""
PUBLISH = """
insert into claim_sheet (window_id, version, sheet, words, by_id) values ($1, $2, $3, $4, $5) on conflict do nothing returning version"""
COLUMNS = """
select m.id, m.window_id, m.customer_id, coalesce(c.name, '') as customer, coalesce(t.language, c.language) as language, m.uid, m.ticket_id,
  t.number as ticket, m.words, m.state, m.logs, m.excluded, m.version, m.lines, m.amount, m.whole, m.batch_id, m.proposal_id, m.why, m.at,
  m.decided_at, m.paid_at, (select jsonb_build_object('words', a.words, 'at', a.at, 'due_at', a.due_at, 'outcome', a.outcome,
    'extra', a.extra::text, 'by_id', a.by_id, 'by', coalesce(s.name, ''), 'by_words', a.by_words, 'decided_at', a.decided_at)
    from claim_appeal a left join staff s on s.id = a.by_id where a.claim_id = m.id) as appeal
from claim m join ticket t on t.id = m.ticket_id join customer c on c.id = m.customer_id """
ONE = COLUMNS + "where m.id = $1"
OWN = COLUMNS + "where m.window_id = $1 and m.customer_id = $2 order by m.id desc limit 1"
OF_UID = COLUMNS + "where m.window_id = $1 and m.uid = $2"
OF_WINDOW = COLUMNS + "where m.window_id = $1 order by m.id limit 500"
OF_BATCH = COLUMNS + "where m.batch_id = $1 order by m.amount desc, m.id limit 2000"
APPEALS = COLUMNS + "where exists (select from claim_appeal a where a.claim_id = m.id and a.outcome = 'open') order by m.id limit 200"
ADD = """
insert into claim (window_id, customer_id, uid, ticket_id, words) values ($1, $2, $3, $4, $5)
on conflict on constraint claim_once do nothing returning id"""
# Those that failed before come last, so that they keep nobody waiting.
UNREAD = """
select m.id from claim m join claim_window w on w.id = m.window_id where m.state = 'claimed' and w.until_at <= now()
order by m.why <> '', m.id limit 50"""
STALE = """
select distinct m.window_id from claim m where m.state = 'assessed'
  and m.version < (select max(h.version) from claim_sheet h where h.window_id = m.window_id) limit 20"""
# What passes by itself. What the exchange or a colleague said no to waits for a person.
UNPAID = """
select id from claim where state = 'agreed' and decided_at < now() - interval '2 minutes' and why in ('', 'exchange_down', 'over_limit')
order by why <> '', id limit 200"""
UNPAID_APPEALS = """
select claim_id as id from claim_appeal where outcome = 'granted' and extra > 0 and proposal_id is null
  and decided_at < now() - interval '2 minutes' order by claim_id limit 50"""
TO_COMPUTE = "select id from claim where window_id = $1 and state = 'assessed' and version is distinct from $2 order by id limit 200"
KEEP_LOGS = "update claim set logs = $2 where id = $1"
COMPUTED = """
update claim set version = $2, lines = $3, amount = $4, whole = $5, state = 'assessed', why = $6 where id = $1
  and state in ('claimed', 'assessed') returning id"""
EXCLUDE = "update claim set excluded = $2 where id = $1"
BY_PROPOSAL = """
select id, false as appeal from claim where proposal_id = $1 union all select claim_id, true from claim_appeal where proposal_id = $1 limit 1"""
PROPOSED = "update claim set proposal_id = $2, state = 'paying', why = '' where id = $1 and state = 'agreed' returning id"
# What was proposed for a claim's number and ended without being done: the next try is a new one.
TRIED = """
select count(*) from proposal where ticket_id = $1 and type = 'claim.pay' and params->>'claim_id' = $2
  and settled_at is not null and state <> 'executed'"""
RESTS_ON = "select exists (select from claim where proposal_id = $1) or exists (select from claim_appeal where proposal_id = $1)"
LEFT_OUT_BY = """
select exists (select from event where stream = 'ticket:' || $1::bigint and kind = 'claim.line_left_out' and actor = $2
  and body->>'claim_id' = $3::bigint::text)"""
WHY = "update claim set why = $2 where id = $1"
PAID = "update claim set state = 'paid', paid_at = now() where id = $1 and state in ('agreed', 'paying') returning id"
AGAIN = "update claim set state = 'agreed', proposal_id = null, why = $2 where id = $1 and state = 'paying' returning id"
APPEAL = "insert into claim_appeal (claim_id, words, due_at) values ($1, $2, now() + make_interval(days => $3)) on conflict do nothing returning claim_id"
DECIDE_APPEAL = """
update claim_appeal set outcome = $2, extra = $3, by_id = $4, by_words = $5, decided_at = now() where claim_id = $1 and outcome = 'open'
returning claim_id"""
APPEAL_PROPOSED = "update claim_appeal set proposal_id = $2 where claim_id = $1"
DECIDERS = """
select b.maker_id, b.checker_id from claim m join claim_batch b on b.id = m.batch_id where m.id = $1"""
REPORT = """
select (select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) as n from claim where window_id = $1 group by 1) x) as states,
  count(*) filter (where decided_at is not null and amount > 0 and amount >= whole)::int as paid_n,
  count(*) filter (where decided_at is not null and amount > 0 and amount < whole)::int as partly,
  count(*) filter (where decided_at is not null and amount = 0)::int as refused,
  coalesce(sum(whole), 0) as whole, coalesce(sum(amount) filter (where decided_at is not null), 0) as agreed,
  coalesce(sum(amount) filter (where state = 'paid'), 0) as paid,
  percentile_cont(0.5) within group (order by extract(epoch from decided_at - at)) as to_decision_s,
  percentile_cont(0.5) within group (order by extract(epoch from paid_at - decided_at)) as to_payment_s,
  (select coalesce(jsonb_object_agg(outcome, n), '{}') from (select a.outcome, count(*) as n from claim_appeal a join claim k on k.id = a.claim_id
    where k.window_id = $1 group by 1) y) as appeals
from claim where window_id = $1"""


async def window(db: Reads, window_id: int) -> Window | None:
    """One."""
    return await one(db, Window, WINDOW, window_id)


async def windows(db: Reads) -> list[Window]:
    """Newest first."""
    return await every(db, Window, WINDOWS)


async def sheets(db: Reads, window_id: int) -> list[Published]:
    """Every version, newest first; the first holds."""
    return [Published(r["version"], msgspec.convert(r["sheet"], Sheet), r["words"], r["by"], r["published_at"]) for r in await db.fetch(SHEETS, window_id)]


async def publish(db: Reads, window_id: int, version: int, sheet: Sheet, words: str, by_id: int) -> bool:
    """A new version; False when somebody else published that one."""
    return await db.fetchval(PUBLISH, window_id, version, msgspec.to_builtins(sheet), words, by_id) is not None


async def add(db: Reads, window_id: int, customer_id: int, uid: str, ticket_id: int, words: str) -> int | None:
    """The claim's id; None when the account has one."""
    id_: int | None = await db.fetchval(ADD, window_id, customer_id, uid, ticket_id, words)
    return id_


async def claim(db: Reads, statement: str, *args: Any, lock: int = 0) -> Claim | None:
    """The one a statement made of ``COLUMNS`` finds. lock: id of the claim that stays as it is until the end of the transaction."""
    if lock:
        await db.execute(LOCK_TICKET, lock)
        await db.execute(LOCK, lock)
    row = await db.fetchrow(statement, *args)
    return _claim(row) if row else None


async def claims(db: Reads, statement: str, *args: Any) -> list[Claim]:
    """Those a statement made of ``COLUMNS`` finds."""
    return [_claim(row) for row in await db.fetch(statement, *args)]


async def computed(db: Reads, claim_id: int, version: int, found: Computed, why: str) -> bool:
    """What follows from the logs by that version; False when it was decided meanwhile. why: code of what stands against deciding it."""
    return await db.fetchval(COMPUTED, claim_id, version, msgspec.to_builtins(found.lines), found.amount, found.whole, why) is not None


async def open_window(db: Reads, client_id: UUID, *values: Any) -> tuple[int, bool]:
    """A window, and whether it is new; else the one that this client_id opened. The values in the order of the statement."""
    id_: int | None = await db.fetchval(OPEN, client_id, *values)
    return (id_, True) if id_ is not None else (int(await db.fetchval(BY_CLIENT_ID, client_id)), False)


def _claim(row: Any) -> Claim:
    values = dict(row)
    values["lines"] = msgspec.convert(row["lines"], list[Line])
    values["appeal"] = None if row["appeal"] is None else msgspec.convert(row["appeal"], Appeal)
    values["amount"], values["whole"] = Decimal(row["amount"]), Decimal(row["whole"])
    return Claim(**values)
