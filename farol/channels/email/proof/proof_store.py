"""Statements on what is believed of mails."""

from collections.abc import Iterable
from typing import Any

import msgspec

from farol.kit.db import Reads

from .model import Proof

KEEP = """
insert into mail_proof (mail_id, author, aligned, why, imitates, proof) values ($1, $2, $3, $4, $5, $6::jsonb)
on conflict (mail_id) do update set author = $2, aligned = $3, why = $4, imitates = $5, proof = $6::jsonb, at = now()"""
PROOFS = "select mail_id, proof from mail_proof where mail_id = any($1::bigint[])"


async def keep(db: Reads, mail_id: int, proof: Proof) -> None:
    """What was found; a later check takes its place."""
    found: dict[str, Any] = msgspec.to_builtins(proof)
    await db.execute(KEEP, mail_id, proof.author, proof.aligned, proof.why, proof.imitates, found)


async def proofs(db: Reads, mail_ids: Iterable[int]) -> dict[int, Proof]:
    """What is believed of these mails; those that nobody looked at are left out. One statement."""
    rows = await db.fetch(PROOFS, list(mail_ids))
    return {row["mail_id"]: msgspec.convert(row["proof"], Proof) for row in rows}
