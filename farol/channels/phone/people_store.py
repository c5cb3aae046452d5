"""Statements on colleagues' own phones, the legs of calls that ring there, and customers' codes."""

from datetime import datetime

import msgspec

from farol.core.people.model import roles_with
from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads, every, one
from farol.kit.permission import Can

from .model import Leg

ROLES = roles_with(Can.CALL_WORK)
LEG_COLUMNS = "select id, call_id, connection_id, staff_id, purpose, sid, state, began_at, joined_at, ended_at from phone_leg "
LEG = LEG_COLUMNS + "where id = $1 for no key update"
LEG_BY_SID = LEG_COLUMNS + "where sid = $1 for no key update"
LEGS = LEG_COLUMNS + "where call_id = $1 order by id"
LOST_LEGS = LEG_COLUMNS + "where state = 'dialling' and began_at < $1 order by id limit 50"
ADD_LEG = """
insert into phone_leg (call_id, connection_id, staff_id, purpose, state, began_at) values ($1, $2, $3, $4, 'dialling', $5) returning id"""
SET_LEG = """
update phone_leg set sid = coalesce($2, sid), state = $3, joined_at = case when $3 = 'joined' then coalesce(joined_at, $4) else joined_at end,
  ended_at = case when $3 in ('ended', 'failed') then coalesce(ended_at, $4) else ended_at end where id = $1"""
NAME_LEG = "update phone_leg set sid = $2 where id = $1 and sid is null"
OWN = "select number, verified_at, wrong, set_at from phone_own where staff_id = $1"
OWN_LOCK = OWN + " for no key update"
SET_OWN = """
insert into phone_own (staff_id, number, set_at) values ($1, $2, $3)
on conflict (staff_id) do update set number = excluded.number, set_at = excluded.set_at, wrong = 0, verified_at = null"""
VERIFY_OWN = "update phone_own set verified_at = $2 where staff_id = $1"
WRONG_OWN = "update phone_own set wrong = wrong + 1 where staff_id = $1"
DROP_OWN = "delete from phone_own where staff_id = $1 returning staff_id"
READY = """
select o.staff_id as id, o.number, s.alias, s.name, s.role, a.state = 'available' as available, a.idle_since,
  exists (select from phone_leg l where l.staff_id = s.id and l.state in ('dialling', 'joined')) as busy,
  exists (select from phone_call c where c.offered_to = s.id and c.state = 'waiting' and c.ended_at is null and c.offered_until > $1) as offered
from phone_own o join staff s on s.id = o.staff_id and s.disabled_at is null join agent_state a on a.staff_id = s.id
where o.verified_at is not null and a.state in ('available', 'busy') and s.role = any($2::text[]) order by a.idle_since, s.id limit 500"""
BUSY = "select exists (select from phone_leg where staff_id = $1 and state in ('dialling', 'joined'))"
# Who calls, as far as a code proved it, else who has this number on record; and what of theirs stands open that the viewer may see.
KNOWN = """
select c.id as call_id, coalesce(u.uid, '') as uid, u.tier, coalesce((select t.number from ticket t, (select $2::bigint as id) viewer
  where t.customer_id = u.id and t.status <> 'closed' and t.merged_into is null and """ + SEEN + """ order by t.updated_at desc limit 1), '') as open
from phone_call c join customer u on u.id = case when c.proven_at is not null then c.customer_id else c.hint_id end
where c.id = any($1::bigint[]) and u.uid is not null"""
NAMES = "select id, name from staff where id = any($1::bigint[])"
STAFF = "select id, name, alias, role from staff where id = $1 and disabled_at is null"
CODE = "select customer_id, session, issued_at, expires_at, wrong, used_at from phone_code where customer_id = $1"
CODE_LOCK = CODE + " for no key update"
SHOW_CODE = """
insert into phone_code (customer_id, session, issued_at, expires_at) values ($1, $2, $3, $4)
on conflict (customer_id) do update set session = excluded.session, issued_at = excluded.issued_at, expires_at = excluded.expires_at, wrong = 0, used_at = null"""
USE_CODE = "update phone_code set used_at = $2 where customer_id = $1"
WRONG_CODE = "update phone_code set wrong = wrong + 1 where customer_id = $1"


class Own(msgspec.Struct, frozen=True):
    """A colleague's own phone."""

    number: str
    verified_at: datetime | None
    wrong: int
    set_at: datetime


class Ready(msgspec.Struct, frozen=True):
    """Somebody on shift whose phone may ring. busy: it does, or they talk. offered: a call lies before them."""

    id: int
    number: str
    alias: str
    name: str
    role: str
    available: bool
    idle_since: datetime
    busy: bool
    offered: bool

    @property
    def free(self) -> bool:
        """Whether a call may be put before them."""
        return self.available and not self.busy and not self.offered


class Colleague(msgspec.Struct, frozen=True):
    """A member of staff."""

    id: int
    name: str
    alias: str
    role: str


class Known(msgspec.Struct, frozen=True):
    """The customer behind a call, proven or only by the number on record. open: their newest open ticket."""

    call_id: int
    uid: str
    tier: str
    open: str


class Code(msgspec.Struct, frozen=True):
    """A customer's code as it stands."""

    customer_id: int
    session: bytes
    issued_at: datetime
    expires_at: datetime
    wrong: int
    used_at: datetime | None


async def leg(db: Reads, id_: int) -> Leg | None:
    """One leg, locked."""
    return await one(db, Leg, LEG, id_)


async def leg_by_sid(db: Reads, sid: str) -> Leg | None:
    """The leg with this id at the provider, locked."""
    return await one(db, Leg, LEG_BY_SID, sid)


async def legs(db: Reads, call_id: int) -> list[Leg]:
    """A call's legs, oldest first."""
    return await every(db, Leg, LEGS, call_id)


async def lost_legs(db: Reads, before: datetime) -> list[Leg]:
    """Legs that ring for too long, because nobody told us that they do not."""
    return await every(db, Leg, LOST_LEGS, before)


async def add_leg(db: Reads, call_id: int | None, connection_id: int, staff_id: int, purpose: str, now: datetime) -> int:
    """A colleague's phone is to ring."""
    id_: int = await db.fetchval(ADD_LEG, call_id, connection_id, staff_id, purpose, now)
    return id_


async def set_leg(db: Reads, id_: int, state: str, now: datetime, sid: str | None = None) -> None:
    """What became of it."""
    await db.execute(SET_LEG, id_, sid, state, now)


async def name_leg(db: Reads, id_: int, sid: str) -> None:
    """The provider's id of it, once known."""
    await db.execute(NAME_LEG, id_, sid)


async def own(db: Reads, staff_id: int, *, lock: bool = False) -> Own | None:
    """A colleague's own phone."""
    return await one(db, Own, OWN_LOCK if lock else OWN, staff_id)


async def ready(db: Reads, now: datetime) -> list[Ready]:
    """Who is on shift with a phone of their own, those idle longest first."""
    return await every(db, Ready, READY, now, ROLES)


async def known(db: Reads, calls: list[int], viewer: int | None) -> dict[int, Known]:
    """By the calls of which anything is known. viewer: see ``core.tickets.visibility``."""
    return {one.call_id: one for one in await every(db, Known, KNOWN, calls, viewer)}


async def colleague(db: Reads, staff_id: int) -> Colleague | None:
    """A member of staff."""
    return await one(db, Colleague, STAFF, staff_id)


async def code(db: Reads, customer_id: int, *, lock: bool = False) -> Code | None:
    """A customer's code."""
    return await one(db, Code, CODE_LOCK if lock else CODE, customer_id)
