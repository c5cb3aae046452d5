"""Codes that prove: the customer's, shown in their app and given on the phone, and the colleague's, shown in the same place.

Both follow from our key and are kept nowhere. A caller's number is never asked what it proves.
"""

import hmac
from datetime import datetime

from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.secretbox import sign

from . import people_store
from .model import CODE_WRONG

DIGITS = 6


def _six(kit: Kit, purpose: str, about: str) -> str:
    return f"{int(sign(kit.settings.secret_key, purpose, about), 16) % 10**DIGITS:0{DIGITS}}"


def of_customer(kit: Kit, customer_id: int, issued_at: datetime) -> str:
    """What the customer's app shows after they asked for it."""
    return _six(kit, "phone code of a customer", f"{customer_id}:{issued_at.timestamp():.6f}")


def of_colleague(kit: Kit, call_id: int, staff_id: int) -> str:
    """What the colleague reads out in this call, and the customer compares with their app."""
    return _six(kit, "phone code of a colleague", f"{call_id}:{staff_id}")


def of_own_phone(kit: Kit, staff_id: int, number: str, set_at: datetime) -> str:
    """What is read out on a colleague's own phone, to prove that it is theirs."""
    return _six(kit, "phone code of an own phone", f"{staff_id}:{number}:{set_at.timestamp():.6f}")


async def spend(kit: Kit, tx: Tx, customers: list[int], given: str, now: datetime) -> int | None:
    """Which of these customers has this code on screen; it works once. A wrong one counts against each, and after five wrong ones their code is dead."""
    for customer_id in customers:
        code = await people_store.code(tx, customer_id, lock=True)
        if code is None or code.used_at or code.expires_at <= now or code.wrong >= CODE_WRONG:
            continue
        if hmac.compare_digest(of_customer(kit, customer_id, code.issued_at), given):
            await tx.execute(people_store.USE_CODE, customer_id, now)
            return customer_id
        await tx.execute(people_store.WRONG_CODE, customer_id)
    return None
