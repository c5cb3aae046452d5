"""One request to the core: signed, bound in time and size, tried again only where that is harmless."""

import asyncio
import random
import re
import time
from datetime import UTC, datetime
from typing import Any, TypeVar

import httpx2
import msgspec
import structlog

from . import signing
from .breaker import Breaker
from .model import Refusal, Why
from .problems import ExchangeDown, ExchangeRefused, NotOffered, OutcomeUnknown
from .pulse import Pulse
from .together import Together

TIMEOUT_S = 2.0
TRIES = 3
MOST_BYTES = 1 << 20
AT_ONCE = 8

T = TypeVar("T")
_PRIVATE = re.compile(r"/(users|challenges)/[^/?:]+")
log = structlog.get_logger()


class Call(msgspec.Struct, frozen=True):
    """What is sent. target: path with query. key: the Idempotency-Key, which makes another try harmless.

    tries: how often at most. patience: how many times the usual time an answer may take. acts: whether the core
    may have done something although no answer came.
    """

    method: str
    target: str
    body: bytes = b""
    key: str = ""
    tries: int = TRIES
    patience: float = 1.0
    acts: bool = False


class _Failed(Exception):
    """One try failed. again: another may help. arrived: the core may have got it."""

    def __init__(self, what: str, *, again: bool, arrived: bool = True) -> None:
        super().__init__(what)
        self.again, self.arrived = again, arrived


class Wire:
    """The connection to one core. At most eight requests are under way at once.

    Connection errors and 5xx are tried up to three times with jitter; a slow answer is not: asking a slow core
    again makes it slower.
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
        together: Together | None = None,
    ) -> None:
        self._base = base_url.rstrip("/")
        self._key, self._secret, self._timeout_s = key, secret, timeout_s
        self._http = httpx2.AsyncClient(
            transport=transport, timeout=timeout_s, follow_redirects=False, trust_env=False
        )
        self._slots = asyncio.Semaphore(AT_ONCE)
        self.breaker = breaker or Breaker()
        self.pulse = Pulse()
        self._together = together
        self.answered_at: datetime | None = None
        """When the core last answered anything, UTC; None when it never did in this process."""

    @property
    def configured(self) -> bool:
        """Whether there is an exchange to ask."""
        return bool(self._base)

    async def close(self) -> None:
        """Closes the connections."""
        await self._http.aclose()

    async def ask(self, why: Why, kind: type[T], call: Call) -> T:
        """The answer. Raises ``ExchangeDown`` (``OutcomeUnknown`` when it may have been done) or ``ExchangeRefused``."""
        if not self.configured:
            raise ExchangeDown
        arrived = False
        async with self._slots:
            for left in range(call.tries - 1, -1, -1):
                probing, began = self.breaker.open, self.pulse.monotonic()
                try:
                    self.breaker.admit()
                    if probing and self._together:
                        await self._together.turn(self.breaker)
                    answer = await self._try(why, kind, call)
                except ExchangeDown:
                    break
                except _Failed as failure:
                    arrived = arrived or failure.arrived
                    self.breaker.failed()
                    self.pulse.failed(str(failure))
                    self._note(call, failure)
                    if probing or not left or not failure.again:
                        break
                    await asyncio.sleep(random.uniform(0.05, 0.25) * (call.tries - left))  # noqa: S311 (jitter)
                except ExchangeRefused:
                    await self._answered(probing, began)
                    raise
                else:
                    await self._answered(probing, began)
                    return answer
        raise OutcomeUnknown if arrived and call.acts else ExchangeDown

    async def _try(self, why: Why, kind: type[T], call: Call) -> T:
        limit = self._timeout_s * call.patience
        try:
            async with asyncio.timeout(limit):
                status, answer = await self._send(self._request(why, call, limit))
        except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
            slow = isinstance(error, httpx2.ConnectTimeout)
            raise _Failed(type(error).__name__, again=not slow, arrived=False) from None
        except (TimeoutError, httpx2.TimeoutException):
            raise _Failed(f"no answer in {limit} s", again=False) from None
        except httpx2.InvalidURL as error:
            raise _Failed(type(error).__name__, again=False, arrived=False) from None
        except (httpx2.HTTPError, httpx2.StreamError) as error:
            raise _Failed(type(error).__name__, again=isinstance(error, httpx2.HTTPError)) from None
        return _read(status, answer, kind)

    def _request(self, why: Why, call: Call, limit: float) -> httpx2.Request:
        request = self._http.build_request(
            call.method,
            self._base + call.target,
            content=call.body,
            headers={**why.headers(), "accept-encoding": "identity"},
            timeout=limit,
        )
        if call.body:
            request.headers["content-type"] = "application/json"
        if call.key:
            request.headers["idempotency-key"] = call.key
        # What is signed is what the HTTP library really sends, after its own escaping of the address.
        sent = request.url.raw_path.decode("ascii")
        signed = signing.headers(self._key, self._secret, call.method, sent, call.body, time.time())
        request.headers.update(signed)
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

    async def _answered(self, probing: bool, began: float) -> None:
        self.breaker.succeeded()
        self.pulse.answered(began)
        self.answered_at = datetime.now(UTC)
        if probing and self._together:
            await self._together.answered()

    def _note(self, call: Call, failure: _Failed) -> None:
        read = _PRIVATE.sub(r"/\1/*", call.target.partition("?")[0])
        log.warning("core_link.failed", read=read, why=str(failure))


_DECODERS: dict[Any, msgspec.json.Decoder[Any]] = {}


def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """Numbers with a point stay the text they were: an amount in a free field is not rounded either."""
    if kind not in _DECODERS:
        _DECODERS[kind] = msgspec.json.Decoder(kind, float_hook=str)
    return _DECODERS[kind]


def _read(status: int, answer: bytes, kind: type[T]) -> T:
    if status >= 500 and status != 501:
        raise _Failed(f"status {status}", again=True)
    try:
        if status >= 300:
            refusal = msgspec.json.decode(answer, type=Refusal)
            raise NotOffered if refusal.code == "unsupported" else ExchangeRefused(core_code=refusal.code)
        read: T = _decoder(kind).decode(answer)
        return read
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _Failed(f"unreadable answer, status {status}: {error}", again=False) from None
    except RecursionError:
        raise _Failed(f"answer too deep, status {status}", again=False) from None
