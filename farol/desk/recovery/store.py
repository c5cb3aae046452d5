"""Statements on recoveries. Lock order: ticket, recovery, proposal."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

import msgspec

from farol.core.tickets import visibility
from farol.kit.db import Reads, every

from .model import Consent, Facts, Judged, Piece, Quote, Recovery, Step

TICKET_OF = "select ticket_id from recovery where id = $1"
visibility.BELONGS["recovery_id"] = TICKET_OF

LOCK_TICKET = "select id from ticket where id = (select ticket_id from recovery where id = $1) for no key update"
LOCK = "select id from recovery where id = $1 for no key update"
OWNER = "select coalesce(uid, '') as uid from customer where id = $1"
COLUMNS = """
select r.id, r.ticket_id, t.number, r.customer_id, coalesce(c.name, '') as customer, coalesce(t.language, c.language) as language, r.uid,
  r.txid, r.network, r.kind, r.coin, r.amount, r.usd, r.deposit_id, r.state, r.risk, r.why, r.why_zh, r.why_en, r.quote, r.proposal_id,
  r.attempt, r.at, r.changed_at, r.settled_at, p.state as proposal_state
from recovery r join ticket t on t.id = r.ticket_id join customer c on c.id = r.customer_id left join proposal p on p.id = r.proposal_id """
ONE = COLUMNS + "where r.id = $1"
OWN = COLUMNS + "where r.id = $1 and r.customer_id = $2"
OWN_ONES = COLUMNS + "where r.customer_id = $1 order by r.id desc limit 50"
OF_TICKET = COLUMNS + "where r.ticket_id = $1 order by r.id desc limit 20"
OPEN_ONES = COLUMNS + "where r.settled_at is null order by r.changed_at, r.id limit 300"
SETTLED = COLUMNS + "where r.settled_at is not null order by r.settled_at desc limit 100"
BY_CLIENT_ID = COLUMNS + "where r.customer_id = $1 and r.client_id = $2"
UNDER_WAY = COLUMNS + "where r.customer_id = $1 and r.network = $2 and r.txid = $3 and r.settled_at is null"
UNANSWERED = "select id from recovery where settled_at is null and state = 'asked' and why = 'down' order by changed_at limit 50"
LAST_STEP = "select coalesce(max(id), 0) from recovery_step where recovery_id = $1"
BY_PROPOSAL = "select id from recovery where proposal_id = $1 order by id limit 1"
ADD = """
insert into recovery (client_id, ticket_id, customer_id, uid, txid, network, kind, coin, amount, usd, deposit_id, state, risk, why,
  why_zh, why_en, quote, settled_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, case when $12 = 'not_eligible' then now() end)
on conflict do nothing returning id"""
# A recovery moves only from where the caller saw it.
MOVE = """
update recovery set state = $3, why = $4, why_zh = $5, why_en = $6, changed_at = now(),
  settled_at = case when $3 in ('not_eligible', 'done', 'refused', 'withdrawn') then now() end
where id = $1 and state = any($2::text[]) returning id"""
JUDGED = """
update recovery set kind = $2, coin = $3, amount = $4, usd = $5, deposit_id = $6, quote = $7, network = $8, risk = $9 where id = $1"""
PROPOSED = "update recovery set proposal_id = $2, changed_at = now() where id = $1"
NEXT_TRY = "update recovery set proposal_id = null, attempt = attempt + 1 where id = $1"
STEP = "insert into recovery_step (recovery_id, state, why, words, actor) values ($1, $2, $3, $4, $5)"
STEPS = "select state, why, words, actor, at from recovery_step where recovery_id = $1 order by id limit 200"
END_CONSENT = "update recovery_consent set ended_at = now() where recovery_id = $1 and ended_at is null"
CONSENT = """
insert into recovery_consent (recovery_id, quote, zh, en, level, proof_id) values ($1, $2, $3, $4, $5, $6) returning id"""
# A proof that was taken back carries nothing, however long it had run out by then; neither does one from before the account was
# endangered, by what became of other proofs or by what the exchange told of it. Who only signs out takes nothing back.
VALID = """(p.revoked_at is null or p.revoked_why = 'sign_out') and not exists (
  select from identity_proof q where q.uid = p.uid and q.revoked_at > k.at and q.revoked_why in ('freeze', 'contact_change', 'security_change'))
  and not exists (select from core_event e where e.uid = p.uid and e.at > k.at
    and e.type in ('security.contact_changed', 'security.factor_reset', 'security.freeze')) as valid"""
CONSENTED = f"""
select k.id, k.quote, k.zh, k.en, k.level, k.at, {VALID}
from recovery_consent k join identity_proof p on p.id = k.proof_id where k.recovery_id = $1 and k.ended_at is null"""
AGREED = f"""
select k.level, r.ticket_id, r.customer_id, r.txid, r.network, r.deposit_id, r.state, r.proposal_id, k.quote, {VALID}
from recovery_consent k join recovery r on r.id = k.recovery_id join identity_proof p on p.id = k.proof_id
where r.id = $1 and k.ended_at is null"""
GIVE = """
insert into recovery_evidence (recovery_id, kind, file_id, words, sha256) values ($1, $2, $3, $4, $5) on conflict do nothing returning id"""
GIVE_FILE = """
insert into recovery_evidence (recovery_id, kind, file_id, sha256) select $1, $2, f.id, f.sha256 from file f where f.id = $3
on conflict do nothing returning id, encode(sha256, 'hex') as sha256"""
PIECES = """
select e.id, e.kind, e.file_id::text as file_id, coalesce(f.name, '') as name, e.words, encode(e.sha256, 'hex') as sha256, e.at
from recovery_evidence e left join file f on f.id = e.file_id where e.recovery_id = $1 order by e.id limit 40"""


async def recovery(db: Reads, recovery_id: int, *, lock: bool = False) -> Recovery | None:
    """One; with ``lock`` its ticket and it stay as they are until the end of the transaction."""
    if lock:
        await db.execute(LOCK_TICKET, recovery_id)
        await db.execute(LOCK, recovery_id)
    return await first(db, ONE, recovery_id)


async def first(db: Reads, statement: str, *args: Any) -> Recovery | None:
    """The one a statement made of ``COLUMNS`` finds."""
    row = await db.fetchrow(statement, *args)
    return _recovery(row) if row else None


async def recoveries(db: Reads, statement: str, *args: Any) -> list[Recovery]:
    """Those a statement made of ``COLUMNS`` finds."""
    return [_recovery(row) for row in await db.fetch(statement, *args)]


async def add(db: Reads, client_id: UUID, ticket_id: int, customer_id: int, uid: str, txid: str, facts: Facts, judged: Judged) -> int | None:
    """The new one's id; None when this one, or one of the same transaction that is under way, is there already."""
    id_: int | None = await db.fetchval(
        ADD, client_id, ticket_id, customer_id, uid, txid, facts.network, facts.kind, facts.coin, facts.amount, facts.usd, facts.deposit_id,
        judged.state, judged.risk, judged.why, judged.words.zh, judged.words.en, _plain(judged.quote))
    return id_


async def judged(db: Reads, recovery_id: int, facts: Facts, found: Judged) -> None:
    """What the exchange says now, and what follows."""
    await db.execute(JUDGED, recovery_id, facts.kind, facts.coin, facts.amount, facts.usd, facts.deposit_id, _plain(found.quote), facts.network,
                     found.risk)


async def move(db: Reads, recovery_id: int, before: Sequence[str], state: str, actor: str, *, why: str = "", zh: str = "", en: str = "",
               words: str = "") -> bool:
    """To another state, if it still is in one of those; the timeline says so."""
    if await db.fetchval(MOVE, recovery_id, list(before), state, why, zh, en) is None:
        return False
    await db.execute(STEP, recovery_id, state, why, words, actor)
    return True


async def consent(db: Reads, recovery_id: int) -> Consent | None:
    """What its owner agreed to, if that stands."""
    row = await db.fetchrow(CONSENTED, recovery_id)
    return Consent(**{**dict(row), "quote": msgspec.convert(row["quote"], Quote)}) if row else None


async def agree(db: Reads, recovery_id: int, quote: Quote, zh: str, en: str, level: int, proof_id: int) -> int:
    """Keeps what was agreed in place of what was before."""
    await db.execute(END_CONSENT, recovery_id)
    id_: int = await db.fetchval(CONSENT, recovery_id, _plain(quote), zh, en, level, proof_id)
    return id_


async def pieces(db: Reads, recovery_id: int) -> list[Piece]:
    """Its evidence, oldest first."""
    return await every(db, Piece, PIECES, recovery_id)


async def steps(db: Reads, recovery_id: int) -> list[Step]:
    """Its way so far."""
    return await every(db, Step, STEPS, recovery_id)


def _plain(quote: Quote | None) -> Any:
    return None if quote is None else msgspec.to_builtins(quote)


def _recovery(row: Any) -> Recovery:
    values = dict(row)
    values["quote"] = None if row["quote"] is None else msgspec.convert(row["quote"], Quote)
    values["usd"] = None if row["usd"] is None else Decimal(row["usd"])
    return Recovery(**values)
