"""An HTTP client whose every connection, redirects too, is checked where it is made, and whose answers have limits."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any

import httpcore2
import httpx2
import structlog

from farol.kit.core import Kit

from . import address, guard
from .address import PORTS
from .problems import (
    AddressAway,
    AddressRefused,
    AddressUnreadable,
    AnswerTooLarge,
    AnswerTooLate,
    Failure,
    TooManyRedirects,
)

log = structlog.get_logger()
MOST_REDIRECTS = 3
MOST_TRIED = 3
"""Addresses of one name that are tried."""


class _Way:
    """What the request under way may connect to, and the connections it made."""

    def __init__(self, there: guard.Checked) -> None:
        self.there, self.made = there, list[httpcore2.AsyncNetworkStream]()


_WAY: ContextVar[_Way | None] = ContextVar("outbound_way", default=None)
"""Travels with the task from the check to the connection."""


class _Pinned(httpcore2.AsyncNetworkBackend):
    """Connects to the address that was looked at, never to a name."""

    def __init__(self) -> None:
        self._inner = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self, host: str, port: int, timeout: float | None = None,  # noqa: ASYNC109 - the library's signature
        local_address: str | None = None, socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        way = _WAY.get()
        if way is None or (way.there.host, way.there.port) != (address.host(host)[0], port):
            raise AddressRefused
        failed: Exception = httpcore2.ConnectError("no address")
        for each in way.there.addresses[:MOST_TRIED]:
            try:
                way.made.append(await self._inner.connect_tcp(each, port, timeout, local_address, socket_options))
                return way.made[-1]
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
        raise failed

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None,  # noqa: ASYNC109 - the library's signature
    ) -> httpcore2.AsyncNetworkStream:
        raise AddressRefused

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class _Bounded(httpx2.AsyncByteStream):
    """A body of so many bytes, within the time that is left."""

    def __init__(self, inner: httpx2.AsyncByteStream, most: int, until: float) -> None:
        self._inner, self._most, self._until = inner, most, until

    async def __aiter__(self) -> AsyncIterator[bytes]:
        got, parts = 0, aiter(self._inner)
        while True:
            try:
                async with asyncio.timeout_at(self._until):
                    part = await anext(parts)
            except StopAsyncIteration:
                return
            except (TimeoutError, httpx2.TimeoutException):
                raise AnswerTooLate from None
            except httpx2.TransportError:
                raise AddressAway from None
            got += len(part)
            if got > self._most:
                raise AnswerTooLarge
            yield part

    async def aclose(self) -> None:
        await self._inner.aclose()


class _Guarded(httpx2.AsyncHTTPTransport):
    """Checks what a request asks for before a connection is thought of, and again where it is made."""

    def __init__(
        self, kit: Kit, purpose: str, *, plain: bool, most: int, seconds: float, verify: ssl.SSLContext | bool, own: frozenset[tuple[str, int]],
    ) -> None:
        context = verify if isinstance(verify, ssl.SSLContext) else httpx2.create_ssl_context(verify=verify, trust_env=False)
        # No connection outlives its request: what was allowed for one is not for the next.
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=context, max_connections=10, max_keepalive_connections=0, network_backend=_Pinned())
        self._kit, self._purpose, self._plain, self._most, self._seconds, self._own = kit, purpose, plain, most, seconds, own

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        until = asyncio.get_running_loop().time() + self._seconds
        try:
            async with asyncio.timeout_at(until):
                scheme, place = address.place(str(request.url))
                looked = await guard.look(
                    self._kit, place, tuple(PORTS.values()) if self._plain else (PORTS["https"],),
                    plain=self._plain or scheme == "https", own=(place.host, place.port) in self._own)
                answer = await self._go(_Way(looked), request)
        except Failure as refusal:
            log.info("outbound.refused", purpose=self._purpose, why=type(refusal).__name__)
            raise
        except (TimeoutError, httpx2.TimeoutException):
            raise AnswerTooLate from None
        except httpx2.TransportError:
            raise AddressAway from None
        assert isinstance(answer.stream, httpx2.AsyncByteStream)
        if answer.headers.get("content-encoding", "identity") != "identity":  # a few packed kilobytes can be gigabytes
            await answer.aclose()
            raise AnswerTooLarge
        answer.stream = _Bounded(answer.stream, self._most, until)
        return answer

    async def _go(self, way: _Way, request: httpx2.Request) -> httpx2.Response:
        before = _WAY.set(way)
        try:
            return await super().handle_async_request(request)
        except BaseException:
            for each in way.made:  # the library forgets one whose handshake is cut off
                await each.aclose()
            raise
        finally:
            _WAY.reset(before)


class Client(httpx2.AsyncClient):
    """As httpx2's; what goes wrong on the way is one of ``problems``."""

    def build_request(self, method: str, url: httpx2.URL | str, **options: Any) -> httpx2.Request:
        """The address is read as it was typed, before the library makes something usable of it."""
        address.place(str(url))
        return super().build_request(method, url, **options)

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        """Raises a Failure."""
        try:
            return await super().send(request, **options)
        except httpx2.TooManyRedirects:
            raise TooManyRedirects from None
        except (httpx2.RemoteProtocolError, httpx2.UnsupportedProtocol, httpx2.InvalidURL):
            raise AddressUnreadable from None  # where a redirect led could not be read


@asynccontextmanager
async def client(
    kit: Kit, *, purpose: str, plain: bool = False, most: int = 1024 * 1024, seconds: float = 10.0, redirects: bool = True,
    verify: ssl.SSLContext | bool = True, own: Iterable[tuple[str, int]] = (),
) -> AsyncIterator[Client]:
    """For addresses that somebody gave. purpose: a word for the log. plain: http is taken too. most: bytes of an answer.
    seconds: from asking to the last byte, of each redirect again. own: hosts and ports that a setting names and that may be private."""
    transport = _Guarded(kit, purpose, plain=plain, most=most, seconds=seconds, verify=verify, own=frozenset(own))
    async with Client(
        transport=transport, trust_env=False, follow_redirects=redirects, max_redirects=MOST_REDIRECTS, timeout=seconds,
        headers={"accept-encoding": "identity", "user-agent": "Farol"},
    ) as made:
        yield made
