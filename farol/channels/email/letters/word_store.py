"""Statements on the words by which customers know our mail."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, one

WORD = "select sealed, at from mail_word where customer_id = $1"
SET = """
insert into mail_word (customer_id, sealed) values ($1, $2) on conflict (customer_id) do update set sealed = $2, at = now()"""
REMOVE = "delete from mail_word where customer_id = $1 returning true"


class Sealed(msgspec.Struct, frozen=True):
    """A word, sealed."""

    sealed: bytes
    at: datetime


async def word(db: Reads, customer_id: int) -> Sealed | None:
    """The customer's, if there is one."""
    return await one(db, Sealed, WORD, customer_id)


async def put(db: Reads, customer_id: int, sealed: bytes) -> None:
    """Sets or changes it."""
    await db.execute(SET, customer_id, sealed)


async def remove(db: Reads, customer_id: int) -> bool:
    """Takes it away; False when there was none."""
    return bool(await db.fetchval(REMOVE, customer_id))
