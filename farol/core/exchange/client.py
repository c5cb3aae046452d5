"""The client of the core link: signed, contact-bound reads with time limits, and an honest "down"."""

import asyncio
import random
import re
import time
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

import httpx2
import msgspec
import structlog

from farol.kit.settings import Settings

from . import signing
from .breaker import Breaker
from .facts import NAME, Facts
from .model import (
    AddressClass,
    Capabilities,
    CoreTrace,
    Deposit,
    Kyc,
    NetworkInfo,
    Page,
    Refusal,
    Resolved,
    Security,
    Tier,
    User,
    Why,
    Withdrawal,
)
from .problems import ExchangeDown, ExchangeRefused

TIMEOUT_S = 2.0
TRIES = 3
MOST_BYTES = 1 << 20
AT_ONCE = 8

T = TypeVar("T")
_UID = re.compile(r"/users/[^/?]+")
log = structlog.get_logger()


class _Failed(Exception):
    """One try failed; ``again`` says whether another may help."""

    def __init__(self, what: str, *, again: bool) -> None:
        super().__init__(what)
        self.again = again


class CoreLink:
    """Reads from the exchange. Every method raises ``ExchangeDown`` or ``ExchangeRefused``, nothing else.

    A try takes 2 s at most; connection errors and 5xx are tried up to three times with jitter (a slow answer is
    not: asking a slow core again makes it slower). At most eight requests are under way at once.
    """

    def __init__(
        self,
        base_url: str,
        key: str,
        secret: str,
        *,
        transport: httpx2.AsyncBaseTransport | None = None,
        timeout_s: float = TIMEOUT_S,
        breaker: Breaker | None = None,
    ) -> None:
        self._base = base_url.rstrip("/")
        self._key, self._secret, self._timeout_s = key, secret, timeout_s
        self._http = httpx2.AsyncClient(
            transport=transport, timeout=timeout_s, follow_redirects=False, trust_env=False
        )
        self._slots = asyncio.Semaphore(AT_ONCE)
        self.breaker = breaker or Breaker()
        self.answered_at: datetime | None = None
        """When the core last answered anything, UTC; None when it never did in this process."""

    async def close(self) -> None:
        """Closes the connections."""
        await self._http.aclose()

    async def capabilities(self, why: Why) -> Capabilities:
        """What this core can answer and do, and its clock."""
        return await self._get(why, Capabilities, "/v1/capabilities")

    async def resolve(self, why: Why, **by: str) -> Resolved:
        """Whether exactly one user has this uid, email, phone or address; no personal data comes back."""
        return await self._post(why, Resolved, "/v1/users:resolve", by)

    async def user(self, why: Why, uid: str) -> User:
        """The masked profile."""
        return await self._get(why, User, f"/v1/users/{_part(uid)}")

    async def kyc(self, why: Why, uid: str) -> Kyc:
        """How far the identity check is."""
        return await self._get(why, Kyc, f"/v1/users/{_part(uid)}/kyc")

    async def tier(self, why: Why, uid: str) -> Tier:
        """VIP level and a band of assets, never a sum."""
        return await self._get(why, Tier, f"/v1/users/{_part(uid)}/tier")

    async def security(self, why: Why, uid: str) -> Security:
        """Recent security changes and the holds on the account."""
        return await self._get(why, Security, f"/v1/users/{_part(uid)}/security")

    async def deposits(self, why: Why, uid: str, since: datetime) -> list[Deposit]:
        """Deposits since then, newest first, at most 50."""
        page = await self._get(why, Page[Deposit], f"/v1/users/{_part(uid)}/deposits", _since(since))
        return page.items

    async def withdrawals(self, why: Why, uid: str, since: datetime) -> list[Withdrawal]:
        """Withdrawals since then, newest first, at most 50."""
        page = await self._get(why, Page[Withdrawal], f"/v1/users/{_part(uid)}/withdrawals", _since(since))
        return page.items

    async def trace(self, why: Why, txid: str, network: str, uid: str | None) -> CoreTrace:
        """What the core knows of the transaction on that network, told from that user's side."""
        return await self._post(
            why, CoreTrace, "/v1/deposits:trace", _question(txid=txid, network=network, claimed_uid=uid)
        )

    async def classify(self, why: Why, address: str, network: str, uid: str | None) -> AddressClass:
        """Whose the address is, from that user's side; never the owner's name."""
        asked = _question(address=address, network=network, uid=uid)
        return await self._post(why, AddressClass, "/v1/addresses:classify", asked)

    async def networks(self, why: Why) -> list[NetworkInfo]:
        """Every coin on every network with its switches and minimums. Who shows them keeps them, with their time."""
        return (await self._get(why, Page[NetworkInfo], "/v1/networks")).items

    async def facts(self, why: Why, name: str) -> Facts:
        """A table the exchange publishes about itself, such as ``kyc-levels``. Who shows it keeps it, with its time."""
        if not NAME.fullmatch(name):
            raise ExchangeRefused(core_code="not_found")
        return await self._get(why, Facts, f"/v1/facts/{name}")

    async def _get(self, why: Why, kind: type[T], path: str, query: dict[str, str] | None = None) -> T:
        return await self._ask(why, kind, "GET", path + (f"?{urlencode(query)}" if query else ""), b"")

    async def _post(self, why: Why, kind: type[T], path: str, body: Any) -> T:
        return await self._ask(why, kind, "POST", path, msgspec.json.encode(body))

    async def _ask(self, why: Why, kind: type[T], method: str, target: str, body: bytes) -> T:
        if not self._base:
            raise ExchangeDown
        async with self._slots:
            for left in range(TRIES - 1, -1, -1):
                probing = self.breaker.open
                self.breaker.admit()
                try:
                    answer = await self._try(why, kind, method, target, body)
                except _Failed as failure:
                    self.breaker.failed()
                    log.warning(
                        "core_link.failed",
                        read=_UID.sub("/users/*", target.partition("?")[0]),
                        why=str(failure),
                    )
                    if probing or not left or not failure.again:
                        raise ExchangeDown from failure
                    await asyncio.sleep(random.uniform(0.05, 0.25) * (TRIES - left))  # noqa: S311 (jitter)
                except ExchangeRefused:
                    self._answered()
                    raise
                else:
                    self._answered()
                    return answer
        raise ExchangeDown

    async def _try(self, why: Why, kind: type[T], method: str, target: str, body: bytes) -> T:
        try:
            async with asyncio.timeout(self._timeout_s):
                status, answer = await self._send(self._request(why, method, target, body))
        except (TimeoutError, httpx2.TimeoutException):
            raise _Failed(f"no answer in {self._timeout_s} s", again=False) from None
        except (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL) as error:
            raise _Failed(type(error).__name__, again=isinstance(error, httpx2.HTTPError)) from None
        if status >= 500:
            raise _Failed(f"status {status}", again=True)
        try:
            if status >= 300:
                raise ExchangeRefused(core_code=msgspec.json.decode(answer, type=Refusal).code)
            return msgspec.json.decode(answer, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise _Failed(f"unreadable answer, status {status}: {error}", again=False) from None

    def _request(self, why: Why, method: str, target: str, body: bytes) -> httpx2.Request:
        request = self._http.build_request(
            method,
            self._base + target,
            content=body,
            headers={**why.headers(), "accept-encoding": "identity"},
        )
        if body:
            request.headers["content-type"] = "application/json"
        # What is signed is what the HTTP library really sends, after its own escaping of the address.
        sent = request.url.raw_path.decode("ascii")
        request.headers.update(signing.headers(self._key, self._secret, method, sent, body, time.time()))
        return request

    async def _send(self, request: httpx2.Request) -> tuple[int, bytes]:
        response = await self._http.send(request, stream=True)
        try:
            parts, size = [], 0
            async for part in response.aiter_raw():
                size += len(part)
                if size > MOST_BYTES:
                    raise _Failed("the answer is larger than 1 MiB", again=False)
                parts.append(part)
            return response.status_code, b"".join(parts)
        finally:
            await response.aclose()

    def _answered(self) -> None:
        self.breaker.succeeded()
        self.answered_at = datetime.now(UTC)


def connect(settings: Settings) -> CoreLink:
    """The client of the configured core; without an address every read raises ``ExchangeDown``."""
    return CoreLink(settings.core_link_url, settings.core_link_key, settings.core_link_secret)


def _part(uid: str) -> str:
    """A uid as one path part. Anything a uid cannot be is refused before it becomes an address."""
    if not uid or len(uid) > 64 or not uid.isprintable():
        raise ExchangeRefused(core_code="not_found")
    return quote(uid, safe="")


def _since(since: datetime) -> dict[str, str]:
    return {"from": since.astimezone(UTC).isoformat().replace("+00:00", "Z"), "limit": "50"}


def _question(**parts: str | None) -> dict[str, str]:
    return {name: value for name, value in parts.items() if value is not None}
