"""What the exchange says about a ticket, and a customer's own recent things."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import msgspec

from farol.core import chains
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor

from . import published, trace
from .client import CoreLink
from .holds import hold_view, running
from .items import LOOK_BACK, items
from .model import Deposit, Hold, Kyc, NetworkInfo, Security, Tier, User, Why, Withdrawal
from .problems import ExchangeDown, ExchangeRefused, NotOffered
from .shapes import ExchangeView, FoundView, Item, Profile, Reader, Truth
from .truths import of_board, of_form, of_named, of_past, sorted_truths

MOST_FOUND = 12
"""Ids and addresses listed of one ticket."""
MOST_ASKED = 5
"""Of those, how many the core is asked about: one id can mean thirteen questions."""
MOST_TEXT = 50_000
"""Characters read of all texts together."""

T = TypeVar("T")


async def exchange_view(
    kit: Kit, actor: Actor, ticket_number: str, customer_uid: str | None, texts: list[str]
) -> ExchangeView:
    """Everything at once: ids in the texts traced, recent items, profile and holds.

    ``customer_uid`` is None for a visitor: then nothing about an account is asked or told. Never raises for the
    exchange's sake: what was not answered is left out and ``ok`` or ``refused`` says so.
    """
    link, reader = kit.get(CoreLink), Reader(clock.now())
    why = Why(ticket_number, "ticket.view", actor.ref)
    asking = _Asking()
    found = _find(texts)
    await link.expects("user")
    user = kyc = tier = security = deposits = withdrawals = None
    if customer_uid:
        since = reader.now - LOOK_BACK
        user, kyc, tier, security, deposits, withdrawals = await asyncio.gather(
            asking.ask("user", link.user(why, customer_uid)),
            asking.ask("kyc", link.kyc(why, customer_uid)),
            asking.ask("tier", link.tier(why, customer_uid)),
            asking.ask("security", link.security(why, customer_uid)),
            asking.ask("deposits", link.deposits(why, customer_uid, since)),
            asking.ask("withdrawals", link.withdrawals(why, customer_uid, since)),
        )
    looked_up = await asyncio.gather(
        *(
            _look_up(asking, link, why, one, customer_uid, withdrawals or [], reader)
            for one in found[:MOST_ASKED]
        )
    )
    told = _Told(texts, _used(deposits or [], withdrawals or []), (await published.networks(kit)).value or [] if found else [], reader)
    shown = [told.of(one, view) for one, view in zip(found, [*looked_up, *map(_listed, found[MOST_ASKED:])], strict=True)]
    return ExchangeView(
        ok=not asking.down,
        seen_at=link.answered_at if asking.down else clock.now(),
        found=shown,
        items=items(deposits or [], withdrawals or [], reader),
        profile=_profile(user, kyc, tier),
        holds=[hold_view(hold, reader) for hold in _holds(security) if running(hold, reader)],
        refused=sorted(asking.refused),
        not_offered=sorted(asking.not_offered),
    )


async def customer_items(kit: Kit, actor: Actor, uid: str, zone: str = "UTC") -> list[Item]:
    """The signed-in customer's recent deposits and withdrawals, failing first; times in their IANA ``zone``.

    Empty for somebody the exchange does not know; one of the two alone where it offers only that. Raises
    ``ExchangeDown``, also when the core declines: to the customer both mean that nothing can be shown now.
    """
    link, reader = kit.get(CoreLink), Reader(clock.now(), zone)
    why = Why("self", "customer.home", actor.ref)
    since = reader.now - LOOK_BACK
    asking = _Asking()
    deposits, withdrawals = await asyncio.gather(
        asking.ask("deposits", link.deposits(why, uid, since)),
        asking.ask("withdrawals", link.withdrawals(why, uid, since)),
    )
    if asking.down or asking.refused:
        raise ExchangeDown
    return items(deposits or [], withdrawals or [], reader)


class _Asking:
    """Runs reads so that one that fails leaves the others standing, and keeps apart why it failed."""

    def __init__(self) -> None:
        self.down = False
        self.refused: set[str] = set()
        self.not_offered: set[str] = set()

    async def ask(self, name: str, read: Coroutine[Any, Any, T]) -> T | None:
        try:
            return await read
        except ExchangeDown:
            self.down = True
        except NotOffered:
            self.not_offered.add(name)
        except ExchangeRefused as refusal:
            if refusal.fields["core_code"] != "not_found":
                self.refused.add(refusal.fields["core_code"])
        return None


def _find(texts: list[str]) -> list[chains.Found]:
    """Each id or address once, in the order they were written."""
    found: dict[str, chains.Found] = {}
    left = MOST_TEXT
    for text in texts:
        for one in chains.find(text[:left]):
            found.setdefault(one.value, one)
        left -= len(text)
        if left <= 0:
            break
    return list(found.values())[:MOST_FOUND]


def _listed(one: chains.Found) -> FoundView:
    return FoundView(one.text, one.kind, list(one.candidates), one.verdict, value=one.value)


def _used(deposits: list[Deposit], withdrawals: list[Withdrawal]) -> list[str]:
    """Addresses the customer has used, those they sent to first."""
    every = [one.address for one in withdrawals] + [one.address for one in deposits]
    return list(dict.fromkeys(address for address in every if address))


class _Told:
    """Everything that can be said at once of each id and address of a ticket."""

    def __init__(self, texts: list[str], used: list[str], board: list[NetworkInfo], reader: Reader) -> None:
        said = [mention for text in texts for mention in chains.mentions(text)]
        self._named = list(dict.fromkeys(m.value for m in said if m.kind == "network"))
        coins = {m.coin or m.value for m in said if m.kind in ("amount", "coin")}
        self._coin = coins.pop() if len(coins) == 1 else ""
        self._used, self._board, self._reader = used, board, reader

    def of(self, one: chains.Found, view: FoundView) -> FoundView:
        truths: list[Truth] = [*of_form(one), *of_named(one, self._named)]
        network, coin = one.candidates[0] if len(one.candidates) == 1 else "", self._coin
        if view.trace and view.trace.network:
            network, coin = view.trace.network, view.trace.coin or coin
            truths += view.trace.truths
        if view.address:
            truths += view.address.truths
        if one.kind == "address":
            truths += of_past(one.value, self._used)
        if network and coin:
            truths += of_board(network, coin, self._board, self._reader)
        return msgspec.structs.replace(view, truths=sorted_truths(truths))


async def _look_up(
    asking: _Asking,
    link: CoreLink,
    why: Why,
    one: chains.Found,
    uid: str | None,
    sent: list[Withdrawal],
    reader: Reader,
) -> FoundView:
    listed, networks = _listed(one), list(one.candidates)
    if one.kind == "address":
        if one.verdict == "wrong":
            return listed
        return msgspec.structs.replace(
            listed, address=await asking.ask("classifyAddress", trace.address(link, why, one.value, networks, uid))
        )
    own = next((item for item in sent if item.txid and item.txid.lower() == one.value.lower()), None)
    if own:
        return msgspec.structs.replace(listed, trace=trace.sent_out(own, reader))
    return msgspec.structs.replace(
        listed, trace=await asking.ask("traceDeposit", trace.trace(link, why, one.value, networks, uid, reader))
    )


def _holds(security: Security | None) -> list[Hold]:
    return security.holds if security else []


def _profile(user: User | None, kyc: Kyc | None, tier: Tier | None) -> Profile | None:
    if user is None:
        return None
    return Profile(
        status=user.status, tier=tier.vip_level if tier else "", kyc_level=kyc.level if kyc else "",
        risk_band=user.risk_band, flags=user.flags,
    )  # fmt: skip
