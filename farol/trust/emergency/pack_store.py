"""Statements on incident packs."""

from datetime import datetime
from typing import Any

import msgspec

from farol.kit.db import Reads, one

ADD = """
insert into emergency_pack (emergency_id, n, code, at, lang, pdf, pdf_sha256, json, json_sha256, made_by)
select $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 from emergency_pack where emergency_id = $1 returning n"""
NAMES = "n, code, at, pdf_sha256, json_sha256, length(pdf) as pdf_size"
LAST = f"select {NAMES} from emergency_pack where emergency_id = $1 order by n desc limit 1"
BODY = "select code, pdf, json from emergency_pack where emergency_id = $1 order by n desc limit 1"
VERIFY = """
select t.number, k.n, k.code, k.at, k.pdf_sha256, k.json_sha256, e.drill from emergency_pack k
join emergency e on e.id = k.emergency_id join ticket t on t.id = e.ticket_id where k.code = $1"""


KINDS = {"pdf": "application/pdf", "json": "application/json"}


def headers(code: str, kind: str) -> dict[str, str]:
    """A download that nobody keeps on the way."""
    return {"content-disposition": f'attachment; filename="incident-{code}.{kind}"', "cache-control": "no-store", "x-content-type-options": "nosniff"}


class Pack(msgspec.Struct, frozen=True):
    """The newest pack of a case, without its bytes."""

    n: int
    code: str
    at: datetime
    pdf_sha256: str
    json_sha256: str
    pdf_size: int


class Verified(msgspec.Struct, frozen=True):
    """What anybody with the code may know. drill: it tells of nothing that happened."""

    number: str
    n: int
    code: str
    at: datetime
    pdf_sha256: str
    json_sha256: str
    drill: bool


async def last(db: Reads, emergency_id: int) -> Pack | None:
    """The newest one."""
    return await one(db, Pack, LAST, emergency_id)


async def body(db: Reads, emergency_id: int, kind: str) -> tuple[str, bytes] | None:
    """Code and bytes of the newest one. kind: pdf or json."""
    row: Any = await db.fetchrow(BODY, emergency_id)
    return (row["code"], bytes(row[kind])) if row else None


async def verify(db: Reads, code: str) -> Verified | None:
    """The pack of that code."""
    return await one(db, Verified, VERIFY, code)
