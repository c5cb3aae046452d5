"""Statements on mail that came in, and on reply addresses."""

from datetime import datetime
from uuid import UUID

import msgspec

from farol.kit.db import Reads, Tx, one

RECEIVE = """
insert into mail_in (digest, content, recipient, return_path, peer, raw, helo) values ($1, $2, $3, $4, $5, $6, $7)
on conflict on constraint mail_in_digest do update set copies = mail_in.copies + 1
returning id, copies"""
RECIPIENT = "select recipient from mail_in where id = $1 and state = 'received'"
CLAIM_IN = """
update mail_in set claimed_until = now() + make_interval(secs => $2)
where id = $1 and state = 'received' and (claimed_until is null or claimed_until < now())
returning id, digest, content, recipient, return_path, peer, helo, raw, files, tries, released, released_by"""
OLDEST_IN = "select id from mail_in where recipient = $1 and state = 'received' order by id limit 1"
UNCLAIM_IN = "update mail_in set claimed_until = null where id = $1"
DEATH = "update mail_in set deaths = deaths + 1 where id = $1 returning deaths"
UNDERSTOOD = "update mail_in set sender = $2, message_id = $3, flags = $4, for_ticket = $5, shown = $6 where id = $1"
TRY_LATER = "update mail_in set tries = tries + 1, claimed_until = null where id = $1"
REUSED = "select exists (select from mail_in where message_id = $2 and content <> $3 and id <> $1 and message_id <> '')"
KEEP_FILES = "update mail_in set files = $2, left_out = $3 where id = $1 and files is null"
# Trying again says nothing twice.
LEAVE_OUT = "update mail_in set left_out = left_out || $2::jsonb where id = $1 and not left_out @> $2::jsonb"
VISITOR = """
select visitor_id from mail_in where visitor_id is not null and (id = $1 or sender = $2 and not stranger)
order by id = $1 desc, id limit 1"""
KEEP_VISITOR = "update mail_in set visitor_id = $2 where id = $1"
KEEP_STRANGER = "update mail_in set visitor_id = $2, stranger = true where id = $1"
# Mails of one sender are counted, and given their visitor, one after the other; which sender it is, the lock knows by a number.
ALONE = "select pg_advisory_xact_lock(hashtextextended('mail sender ' || lower($1::text), 0))"
# What is being taken at this moment counts as taken. Proven mail and the rest are counted apart: nobody uses up what an address's owner may write.
TAKEN_FROM = """
select count(*) filter (where m.settled_at > now() - interval '1 hour') as hour, count(*) as day
from (select id, settled_at from mail_in where sender = $2 and state in ('joined', 'opened') and settled_at > now() - interval '1 day'
  union all select id, now() from mail_in where sender = $2 and state = 'received' and claimed_until > now()) m
join mail_proof p on p.mail_id = m.id and p.aligned = $3 where m.id <> $1"""
SETTLE = """
update mail_in set state = $2, reason = $3, ticket_id = $4, seq = $5, outsider_id = $6, reader_id = $7, settled_at = now()
where id = $1 and state = 'received' returning true"""
WIPE = "update mail_in set raw = '', shown = null where id = $1"

ADD_ADDRESS = """
insert into reply_address (digest, ticket_id, recipient, expires_at) values ($1, $2, $3, $4)
on conflict (digest) do update set expires_at = excluded.expires_at"""
ADD_OUTSIDE = """
insert into reply_address (digest, outsider_id, recipient, expires_at) values ($1, $2, $3, $4)
on conflict (digest) do update set expires_at = excluded.expires_at"""
ADD_READER = """
insert into reply_address (digest, reader_id, recipient, expires_at) values ($1, $2, $3, $4)
on conflict (digest) do update set expires_at = excluded.expires_at"""
ADDRESS = "select ticket_id, recipient, expires_at <= now() as expired, outsider_id, reader_id from reply_address where digest = $1"

# Answers to our own letters, from the mailbox they went to. Whoever typed an address on a page has proven nothing.
PROVEN = """
select exists (select from customer c join ticket t on t.customer_id = c.id join mail_in m on m.ticket_id = t.id
  where c.id = $1 and c.uid is null and m.state = 'joined' and lower(m.sender) = lower(c.email) and m.released = ''
    and not exists (select from mail_proof p where p.mail_id = m.id and not p.aligned))
  and not exists (select from customer_session s where s.customer_id = $1)"""


class Waiting(msgspec.Struct, frozen=True):
    """A mail this process may settle now. files: ids of its kept attachments, None until they are kept. tries: how often its
    proof was put off. released: ``ticket`` or ``new`` when somebody of the staff let it go on, else empty."""

    id: int
    digest: bytes
    content: bytes
    recipient: str
    return_path: str
    peer: str
    helo: str
    raw: bytes
    files: list[UUID] | None
    tries: int
    released: str
    released_by: int | None


class Target(msgspec.Struct, frozen=True):
    """What a reply address stands for: a ticket, an outsider of a side thread, or somebody who reads along."""

    ticket_id: int | None
    recipient: str
    expired: bool
    outsider_id: int | None = None
    reader_id: int | None = None


async def receive(
    db: Reads, digest: bytes, content: bytes, recipient: str, return_path: str, peer: str, raw: bytes, helo: str = "",
) -> tuple[int, bool]:
    """Keeps a mail: its id, and whether it is the first copy."""
    row = await db.fetchrow(RECEIVE, digest, content, recipient, return_path, peer, raw, helo)
    assert row
    return row["id"], row["copies"] == 1


async def recipient(db: Reads, id_: int) -> str | None:
    """Whom the mail is for; None once it is settled."""
    return await db.fetchval(RECIPIENT, id_)  # type: ignore[no-any-return]


async def oldest_in(db: Reads, recipient: str) -> int | None:
    """The first mail to the address that is not settled."""
    return await db.fetchval(OLDEST_IN, recipient)  # type: ignore[no-any-return]


async def claim_in(db: Reads, id_: int, for_s: float) -> Waiting | None:
    """The mail, for this process alone; None when it is settled or another has it."""
    return await one(db, Waiting, CLAIM_IN, id_, for_s)


async def unclaim_in(db: Reads, id_: int) -> None:
    """Anybody may take it again."""
    await db.execute(UNCLAIM_IN, id_)


async def death(db: Reads, id_: int) -> int:
    """Counts a parser that died of the mail; how many there were."""
    deaths: int = await db.fetchval(DEATH, id_)
    return deaths


async def understood(db: Reads, id_: int, sender: str, message_id: str, flags: list[str], for_ticket: int | None, shown: bytes) -> None:
    """What the mail says of itself, whose reply address it came to, and what may be seen of it while it is put aside (sealed)."""
    await db.execute(UNDERSTOOD, id_, sender, message_id, flags, for_ticket, shown)


async def try_later(db: Reads, id_: int) -> None:
    """Its proof could not be found now."""
    await db.execute(TRY_LATER, id_)


async def wipe(db: Reads, id_: int) -> None:
    """Forgets the bytes of a mail that held a secret; its words are kept, masked, in the ticket."""
    await db.execute(WIPE, id_)


async def reused(db: Reads, id_: int, message_id: str, content: bytes) -> bool:
    """Whether another mail with other words carries the same Message-ID."""
    return bool(await db.fetchval(REUSED, id_, message_id, content))


async def keep_files(db: Reads, id_: int, files: list[UUID], left_out: list[dict[str, str]]) -> None:
    """The attachments are kept, and what of them was not; trying again does not keep them twice."""
    await db.execute(KEEP_FILES, id_, files, left_out)


async def leave_out(db: Reads, id_: int, said: list[dict[str, str]]) -> None:
    """What staff have to know of the mail beside its words, by language."""
    await db.execute(LEAVE_OUT, id_, said)


async def alone(tx: Tx, sender: str) -> None:
    """Until the transaction ends, no other one that asks looks at mails of this sender."""
    await tx.execute(ALONE, sender)


async def visitor(db: Reads, id_: int, sender: str) -> int | None:
    """Whom earlier mail of this sender made us know; visitors of the web chat are never found, whatever they typed."""
    return await db.fetchval(VISITOR, id_, sender)  # type: ignore[no-any-return]


async def keep_visitor(db: Reads, id_: int, visitor: int) -> None:
    """The mail's ticket will be this person's, however often it is tried."""
    await db.execute(KEEP_VISITOR, id_, visitor)


async def keep_stranger(db: Reads, id_: int, visitor: int) -> None:
    """The same for somebody whom later mail of that address is not."""
    await db.execute(KEEP_STRANGER, id_, visitor)


async def taken_from(db: Reads, id_: int, sender: str, aligned: bool) -> tuple[int, int]:
    """How many other mails of this sender, as well proven as this one, became messages in the last hour, and in the last day."""
    row = await db.fetchrow(TAKEN_FROM, id_, sender, aligned)
    assert row
    return row["hour"], row["day"]


async def settle(
    db: Reads, id_: int, state: str, reason: str, ticket_id: int | None, seq: int | None, outsider_id: int | None, reader_id: int | None,
) -> bool:
    """Ends the mail's way; False when somebody else did."""
    return bool(await db.fetchval(SETTLE, id_, state, reason, ticket_id, seq, outsider_id, reader_id))


async def add_address(db: Reads, digest: bytes, ticket_id: int, recipient: str, expires_at: datetime) -> None:
    """The address may be answered to until then."""
    await db.execute(ADD_ADDRESS, digest, ticket_id, recipient, expires_at)


async def add_outside(db: Reads, digest: bytes, outsider_id: int, recipient: str, expires_at: datetime) -> None:
    """The same for an outsider of a side thread."""
    await db.execute(ADD_OUTSIDE, digest, outsider_id, recipient, expires_at)


async def add_reader(db: Reads, digest: bytes, reader_id: int, recipient: str, expires_at: datetime) -> None:
    """The same for somebody who reads along."""
    await db.execute(ADD_READER, digest, reader_id, recipient, expires_at)


async def address(db: Reads, digest: bytes) -> Target | None:
    """What the token of this digest stands for."""
    return await one(db, Target, ADDRESS, digest)


async def proven(db: Reads, customer_id: int) -> bool:
    """Whether this is somebody known by mail alone, who has answered a letter of ours from that mailbox."""
    return bool(await db.fetchval(PROVEN, customer_id))
