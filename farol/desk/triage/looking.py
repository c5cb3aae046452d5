"""Looks at the exchange for one customer: everything at once, under one deadline, so that one slow read costs only itself."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import timedelta
from typing import Any, TypeVar

from farol.core import chains
from farol.core.exchange import CoreLink, ExchangeDown, ExchangeRefused, NotOffered
from farol.core.exchange import trace as tracing
from farol.core.exchange.model import Why, Withdrawal
from farol.core.exchange.published import networks
from farol.core.exchange.shapes import Reader, Trace
from farol.core.exchange.states import WithdrawalState
from farol.kit import clock
from farol.kit.core import Kit

from .model import MOST_WORDS, Said, Seen

DEADLINE_S = 3.0
"""For everything together; what has not answered then is missing."""
LOOK_BACK = timedelta(days=30)
LATELY = timedelta(days=7)
MOST_TRACED = 2
"""Transaction ids of a text that the core is asked about; one can mean thirteen questions."""
MOST_JUDGED = 3
"""Newest withdrawals whose address is looked at."""
JUDGED_FOR = timedelta(hours=72)
T = TypeVar("T")


def hear(texts: list[str], about: dict[str, Any] | None = None) -> Said:
    """The customer's messages, oldest first, with what they name. about: of the ticket, as (kind, id) of what they chose."""
    text = "\n".join(texts)[:MOST_WORDS]
    chosen = about or {}
    return Said(text, chains.find(text), chains.mentions(text), (str(chosen.get("kind", "")), str(chosen.get("id", ""))))


async def look(
    kit: Kit, why: Why, uid: str, said: Said, zone: str = "UTC", deadline_s: float = DEADLINE_S, only: frozenset[str] | None = None,
    judged: bool = True,
) -> Seen:  # fmt: skip
    """What the exchange says of the customer. Never raises for the exchange's sake: what is missing is named.

    only: fields of ``Seen`` that are wanted; None for all. judged: whether addresses of new withdrawals are looked at, for ``flagged``.
    """
    link, now = kit.get(CoreLink), clock.now()
    asking = _Asking(deadline_s)
    since, lately = now - LOOK_BACK, now - LATELY
    with suppress(TimeoutError):
        await asyncio.wait_for(link.expects("user"), deadline_s)  # so that what is not offered is not asked
    reads: dict[str, Callable[[], Coroutine[Any, Any, Any]]] = {
        "user": lambda: link.user(why, uid), "kyc": lambda: link.kyc(why, uid), "security": lambda: link.security(why, uid),
        "tier": lambda: link.tier(why, uid), "sessions": lambda: link.sessions(why, uid, lately),
        "deposits": lambda: link.deposits(why, uid, since), "withdrawals": lambda: link.withdrawals(why, uid, since),
        "orders": lambda: link.orders(why, uid, lately), "liquidations": lambda: link.liquidations(why, uid, since),
        "p2p": lambda: link.p2p_orders(why, uid, since), "fiat": lambda: link.fiat(why, uid, since),
        "api_keys": lambda: link.api_keys(why, uid), "balances": lambda: link.balances(why, uid),
        "incidents": lambda: link.incidents(why), "networks": lambda: _networks(kit),
        "traced": lambda: _traced(link, why, uid, said, Reader(now, zone)),
    }  # fmt: skip
    found = await asking.gather({name: read() for name, read in reads.items() if only is None or name in only})
    given = {name: value for name, value in found.items() if value is not None}
    missing = dict(asking.missing)
    flagged = await asking.gather({one.withdrawal_id: _flagged(link, why, uid, one) for one in (_to_judge(found, now) if judged else ())})
    return Seen(now, zone, **given, flagged=frozenset(name for name, bad in flagged.items() if bad), missing=missing)


class _Asking:
    """Reads side by side until the deadline, which all rounds share."""

    def __init__(self, seconds: float) -> None:
        self._until = asyncio.get_running_loop().time() + seconds
        self.missing: dict[str, str] = {}

    async def gather(self, reads: dict[str, Coroutine[Any, Any, Any]]) -> dict[str, Any]:
        """Each read's answer, None for one that has none."""
        if not reads:
            return {}
        tasks = {name: asyncio.create_task(self._one(name, read)) for name, read in reads.items()}
        left = max(0.0, self._until - asyncio.get_running_loop().time())
        _, late = await asyncio.wait(tasks.values(), timeout=left)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        self.missing |= {name: "late" for name, task in tasks.items() if task in late}
        return {name: None if task in late else task.result() for name, task in tasks.items()}

    async def _one(self, name: str, read: Coroutine[Any, Any, T]) -> T | None:
        try:
            return await read
        except ExchangeDown:
            self.missing[name] = "down"
        except NotOffered:
            self.missing[name] = "not_offered"
        except ExchangeRefused:
            self.missing[name] = "refused"
        return None


async def _networks(kit: Kit) -> Any:
    read = await networks(kit)
    if read.value is None:
        raise ExchangeDown
    return read.value


async def _traced(link: CoreLink, why: Why, uid: str, said: Said, reader: Reader) -> list[Trace]:
    ids = [one for one in said.found if one.kind == "txid" and one.candidates][:MOST_TRACED]
    asked = (tracing.trace(link, why, one.value, list(one.candidates), uid, reader) for one in ids)
    found = await asyncio.gather(*asked, return_exceptions=True)
    return [one for one in found if isinstance(one, Trace)]


def _to_judge(found: dict[str, Any], now: Any) -> list[Withdrawal]:
    sent = (WithdrawalState.COMPLETED, WithdrawalState.ONCHAIN, WithdrawalState.BROADCASTING, WithdrawalState.PENDING, WithdrawalState.REVIEW)
    return [
        one for one in found.get("withdrawals") or []
        if one.state in sent and one.address and one.created_at and now - one.created_at < JUDGED_FOR
    ][:MOST_JUDGED]  # fmt: skip


async def _flagged(link: CoreLink, why: Why, uid: str, one: Withdrawal) -> bool:
    return (await link.classify(why, one.address, one.network, uid)).risk == "flagged"
