"""Everything that can be asked of the exchange without changing anything."""

from datetime import datetime

import msgspec

from farol.core import chains

from .asking import from_then, part
from .dealings import Dealings
from .facts import NAME, Facts
from .model import (
    AddressClass,
    ApiKey,
    Balance,
    CoreEvent,
    CoreTrace,
    Deposit,
    Incident,
    Kyc,
    Listed,
    NetworkInfo,
    Page,
    Resolved,
    Revealed,
    Security,
    Session,
    Tier,
    User,
    Why,
    Withdrawal,
)
from .model.happenings import read_list
from .problems import ExchangeRefused

MOST_EVENTS = 100
MOST_ASKED = 2_000
"""Characters of an address or transaction id that are worth a question."""


class Reads(Dealings):
    """The questions. Every method raises ``ExchangeDown``, ``ExchangeRefused`` or ``NotOffered``, nothing else.

    Lists are newest first and at most 50 long. ``match`` narrows them: coin, network, txid, state.
    """

    async def resolve(self, why: Why, **by: str) -> Resolved:
        """Whether exactly one user has this uid, email, phone or address; no personal data comes back."""
        return await self._post(why, Resolved, "resolveUser", "/v1/users:resolve", by)

    async def user(self, why: Why, uid: str) -> User:
        """The masked profile."""
        return await self._get(why, User, "user", f"/v1/users/{part(uid)}")

    async def kyc(self, why: Why, uid: str) -> Kyc:
        """How far the identity check is."""
        return await self._get(why, Kyc, "kyc", f"/v1/users/{part(uid)}/kyc")

    async def tier(self, why: Why, uid: str) -> Tier:
        """VIP level and a band of assets, never a sum."""
        return await self._get(why, Tier, "tier", f"/v1/users/{part(uid)}/tier")

    async def security(self, why: Why, uid: str) -> Security:
        """Factors, recent security changes and the holds on the account."""
        return await self._get(why, Security, "security", f"/v1/users/{part(uid)}/security")

    async def sessions(self, why: Why, uid: str, since: datetime | None = None) -> list[Session]:
        """Recent sign-ins."""
        return await self._list(why, Session, "sessions", f"/v1/users/{part(uid)}/sessions", since)

    async def deposits(self, why: Why, uid: str, since: datetime | None = None, **match: str) -> list[Deposit]:
        """Deposits since then."""
        return await self._list(why, Deposit, "deposits", f"/v1/users/{part(uid)}/deposits", since, match)

    async def withdrawals(
        self, why: Why, uid: str, since: datetime | None = None, **match: str
    ) -> list[Withdrawal]:
        """Withdrawals since then."""
        return await self._list(why, Withdrawal, "withdrawals", f"/v1/users/{part(uid)}/withdrawals", since, match)

    async def api_keys(self, why: Why, uid: str) -> list[ApiKey]:
        """The customer's API keys by their beginnings."""
        return await self._list(why, ApiKey, "apiKeys", f"/v1/users/{part(uid)}/api-keys")

    async def balances(self, why: Why, uid: str) -> list[Balance]:
        """Bands by coin; whole sums need a reveal."""
        return await self._get(why, list[Balance], "balances", f"/v1/users/{part(uid)}/balances")

    async def reveal(self, why: Why, uid: str, fields: list[str], reason_code: str, ttl_s: int) -> Revealed:
        """The named fields whole, for ``ttl_s`` seconds. Asked once: the core counts each, so none is asked twice."""
        asked = {"fields": fields, "reason_code": reason_code, "ttl_s": ttl_s}
        return await self._post(why, Revealed, "reveal", f"/v1/users/{part(uid)}:reveal", asked, tries=1)

    async def trace(self, why: Why, txid: str, network: str, uid: str | None) -> CoreTrace:
        """What the core knows of the transaction on that network, told from that user's side."""
        asked = _question(txid=plain(txid), network=network, claimed_uid=uid)
        return await self._post(why, CoreTrace, "traceDeposit", "/v1/deposits:trace", asked)

    async def classify(self, why: Why, address: str, network: str, uid: str | None) -> AddressClass:
        """Whose the address is, from that user's side; never the owner's name."""
        asked = _question(address=plain(address), network=network, uid=uid)
        return await self._post(why, AddressClass, "classifyAddress", "/v1/addresses:classify", asked)

    async def networks(self, why: Why) -> list[NetworkInfo]:
        """Every coin on every network with its switches and minimums. Who shows them keeps them, with their time."""
        return (await self._get(why, Page[NetworkInfo], "networks", "/v1/networks")).items

    async def facts(self, why: Why, name: str) -> Facts:
        """A table the exchange publishes about itself, such as ``kyc-levels``. Who shows it keeps it, with its time."""
        if not NAME.fullmatch(name):
            raise ExchangeRefused(core_code="not_found")
        return await self._get(why, Facts, "facts", f"/v1/facts/{name}")

    async def incidents(self, why: Why, state: str | None = None) -> list[Incident]:
        """What is wrong or planned; ``state``: scheduled, ongoing, monitoring or resolved."""
        page = await self._get(why, Page[Incident], "incidents", "/v1/incidents", _question(state=state))
        return page.items

    async def events(self, why: Why, after: str = "", limit: int = MOST_EVENTS) -> Page[CoreEvent]:
        """What happened after the event with that id, oldest first; without an id from the first the core keeps."""
        asked = {**({"after": after} if after else {}), "limit": str(limit)}
        return await self._get(why, Page[CoreEvent], "events", "/v1/events", asked)

    async def event_list(self, why: Why, after: str, since: datetime, limit: int = MOST_EVENTS) -> Listed:
        """The same for who must get past an entry that cannot be read; without ``after`` from ``since`` on."""
        start = {"after": after} if after else from_then(since)
        asked = {**start, "limit": str(limit)}
        page = await self._get(why, Page[msgspec.Raw], "events", "/v1/events", asked)
        return read_list(page.items, bool(page.next_cursor), after)


def plain(copied: str) -> str:
    """A copied address or id without invisible and full-width characters; what cannot be one is refused here."""
    value = chains.clean(copied[: MOST_ASKED + 1]).text.strip()
    if not value or len(value) > MOST_ASKED or not value.isascii() or not value.isprintable():
        raise ExchangeRefused(core_code="invalid")
    return value


def _question(**parts: str | None) -> dict[str, str]:
    return {name: value for name, value in parts.items() if value is not None}
