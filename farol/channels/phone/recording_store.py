"""Statements on recordings and voicemails."""

from datetime import datetime
from uuid import UUID

import msgspec

from farol.kit.db import Reads, every, one

COLUMNS = "select id, call_id, sid, kind, seconds, state, file_id, sha256, tries, at, kept_at, deleted_at from phone_recording "
BY_ID = COLUMNS + "where id = $1"
OF_CALLS = COLUMNS + "where call_id = any($1::bigint[]) order by id limit 500"
ADD = """
insert into phone_recording (call_id, sid, kind, seconds, state, at) values ($1, $2, $3, $4, $5, $6) on conflict (sid) do nothing returning id"""
KEEP = "update phone_recording set state = 'kept', file_id = $2, sha256 = $3, kept_at = $4 where id = $1"
DELETED = "update phone_recording set deleted_at = $2 where id = $1"
TRY = "update phone_recording set tries = tries + 1 where id = $1 returning tries"
FAIL = "update phone_recording set state = 'failed' where id = $1"
VOICEMAIL = "select exists (select from phone_recording where call_id = $1 and kind = 'voicemail' and state <> 'absent')"


class Recording(msgspec.Struct, frozen=True):
    """A recording: at the provider until it is kept here."""

    id: int
    call_id: int
    sid: str
    kind: str
    seconds: int
    state: str
    file_id: UUID | None
    sha256: bytes | None
    tries: int
    at: datetime
    kept_at: datetime | None
    deleted_at: datetime | None


async def recording(db: Reads, id_: int) -> Recording | None:
    """One."""
    return await one(db, Recording, BY_ID, id_)


async def of_calls(db: Reads, call_ids: list[int]) -> list[Recording]:
    """All of these calls."""
    return await every(db, Recording, OF_CALLS, call_ids)


async def add(db: Reads, call_id: int, sid: str, kind: str, seconds: int, now: datetime, *, absent: bool) -> int | None:
    """A recording is at the provider; None when we know it."""
    id_: int | None = await db.fetchval(ADD, call_id, sid, kind, seconds, "absent" if absent else "waiting", now)
    return id_


async def has_voicemail(db: Reads, call_id: int) -> bool:
    """Whether the caller left one."""
    return bool(await db.fetchval(VOICEMAIL, call_id))
