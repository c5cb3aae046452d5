"""Statements on certificates of withdrawals."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, Tx, one

NAMES = "code, withdrawal_id, signed, at"
ADD = "insert into withdrawal_certificate (code, customer_id, withdrawal_id, facts, signed, at) values ($1, $2, $3, $4, $5, $6)"
SAME = f"select {NAMES} from withdrawal_certificate where customer_id = $1 and withdrawal_id = $2 and facts = $3"
LAST = f"select {NAMES} from withdrawal_certificate where customer_id = $1 and withdrawal_id = $2 order by at desc limit 1"
BY_CODE = f"select {NAMES} from withdrawal_certificate where code = $1"


class Certificate(msgspec.Struct, frozen=True):
    """As stored. signed: the statement, which only ``certificate.read`` makes into facts."""

    code: str
    withdrawal_id: str
    signed: str
    at: datetime


async def add(tx: Tx, code: str, customer_id: int, withdrawal_id: str, facts: str, signed: str, at: datetime) -> None:
    """Keeps one. Raises a unique violation of ``withdrawal_certificate_once`` when these facts are certified already."""
    await tx.execute(ADD, code, customer_id, withdrawal_id, facts, signed, at)


async def same(db: Reads, customer_id: int, withdrawal_id: str, facts: str) -> Certificate | None:
    """The one of exactly these facts."""
    return await one(db, Certificate, SAME, customer_id, withdrawal_id, facts)


async def last(db: Reads, customer_id: int, withdrawal_id: str) -> Certificate | None:
    """The customer's newest one of this withdrawal."""
    return await one(db, Certificate, LAST, customer_id, withdrawal_id)


async def by_code(db: Reads, code: str) -> Certificate | None:
    """Whosever it is."""
    return await one(db, Certificate, BY_CODE, code)
