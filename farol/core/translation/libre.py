"""A service that speaks the LibreTranslate protocol, in the cloud or on one's own machine."""

import asyncio

import httpx2
import msgspec

from farol.kit.bounded import Unreadable, body_of
from farol.kit.breaker import Breaker

TIMEOUT_S = 8.0
MOST_BYTES = 512 * 1024
_OLDER = {"zh-Hans": "zh", "zh-Hant": "zt"}
"""What older versions call the two scripts; used when the service lists no others."""


class NoAnswer(Exception):
    """The service gave none that can be used."""


class _Said(msgspec.Struct):
    translatedText: str


class _Language(msgspec.Struct):
    code: str


class Libre:
    """The connection to one service; a service that fails rests for a while."""

    def __init__(self, base_url: str, key: str, *, timeout_s: float = TIMEOUT_S) -> None:
        self._base, self._key, self._timeout_s = base_url.rstrip("/"), key, timeout_s
        self._http = httpx2.AsyncClient(headers={"accept-encoding": "identity"}, follow_redirects=False, trust_env=False, timeout=None)
        self._breaker = Breaker()
        self._codes: frozenset[str] | None = None

    async def close(self) -> None:
        """Closes the connections."""
        await self._http.aclose()

    async def translate(self, text: str, source: str, target: str) -> str:
        """The text in the other language. Raises ``NoAnswer``; takes at most the time limit, both questions together."""
        if not self._breaker.admits():
            raise NoAnswer
        try:
            async with asyncio.timeout(self._timeout_s):
                asked = {"q": text, "source": "auto" if source == "und" else await self._code(source), "target": await self._code(target),
                         "format": "text", "api_key": self._key}  # fmt: skip
                said = msgspec.json.decode(await self._ask("POST", "/translate", asked), type=_Said)
        except (TimeoutError, httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL, Unreadable, msgspec.DecodeError, RecursionError, UnicodeError):
            self._breaker.failed()
            raise NoAnswer from None
        self._breaker.succeeded()
        return said.translatedText

    async def _code(self, language: str) -> str:
        if language not in _OLDER:
            return language
        if self._codes is None:
            listed = msgspec.json.decode(await self._ask("GET", "/languages", None), type=list[_Language])
            self._codes = frozenset(one.code for one in listed)
        older = _OLDER[language]
        return older if language not in self._codes and older in self._codes else language

    async def _ask(self, method: str, path: str, body: object) -> bytes:
        async with self._http.stream(method, self._base + path, json=body) as response:
            if response.status_code == 400:
                # It does not know this language, which says nothing about others; but it is there.
                self._breaker.succeeded()
                raise NoAnswer
            if response.status_code != 200:
                raise httpx2.HTTPError(f"status {response.status_code}")
            return await body_of(response, MOST_BYTES)
