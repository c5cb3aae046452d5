"""The kit's own hand on the wire: it signs like Farol and, when a clause wants it, deliberately wrong."""

import secrets
import time
from typing import Any

import httpx2
import msgspec

from farol.core.exchange import signing
from farol.core.exchange.model import Refusal, Why

from .clause import Broken
from .veil import excerpt, veiled

WHY = Why("FRL-CONFORMANCE-1", "conformance.test", "staff:conformance")
MOST_BYTES = 1 << 20
GIVES_UP_S = 20.0


class Signing(msgspec.Struct, frozen=True):
    """How to sign. Everything left out is done right.

    skew_s: seconds added to the clock. target, body: signed in place of what is sent. wrong: one digit is changed.
    bare: nothing is signed at all.
    """

    key: str = ""
    secret: str = ""
    nonce: str = ""
    skew_s: float = 0.0
    target: str = ""
    body: bytes | None = None
    wrong: bool = False
    bare: bool = False


RIGHT = Signing()


class Answer(msgspec.Struct, frozen=True):
    """What came back. asked: the request in a line, without secrets."""

    asked: str
    status: int
    body: bytes
    seconds: float

    @property
    def good(self) -> bool:
        """Whether it answers rather than refuses."""
        return 200 <= self.status < 300

    def refusal(self) -> Refusal:
        """The core's no. Raises ``Broken`` when it is none."""
        if 400 <= self.status < 500 or self.status == 501:
            try:
                return msgspec.json.decode(self.body, type=Refusal)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise Broken(f"status {self.status} without code and message: {error}", self) from None
        raise Broken(f"expected a refusal, got status {self.status}", self)

    def json(self) -> Any:
        """The body. Raises ``Broken``."""
        try:
            return msgspec.json.decode(self.body)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise Broken(f"not JSON: {error}", self) from None

    def line(self) -> str:
        """For the report."""
        return f"{self.asked} -> {self.status}, {len(self.body)} B, {self.seconds * 1000:.0f} ms: {excerpt(self.body)}"


class Wire:
    """One address and one key. Every answer is kept until the next clause, as its evidence."""

    def __init__(self, url: str, key: str, secret: str, transport: httpx2.AsyncBaseTransport | None = None) -> None:
        self._base, self._key, self._secret = url.rstrip("/"), key, secret
        self._http = httpx2.AsyncClient(transport=transport, timeout=GIVES_UP_S, follow_redirects=False, trust_env=False)
        self.seen: list[Answer] = []
        self.refusals: list[Answer] = []
        self.slowest: Answer | None = None

    async def close(self) -> None:
        """Closes the connections."""
        await self._http.aclose()

    async def send(
        self,
        method: str,
        target: str,
        body: Any = b"",
        *,
        why: Why = WHY,
        leave_out: str = "",
        how: Signing = RIGHT,
        idempotency: str = "",
    ) -> Answer:
        """One request, once. body: bytes as they are, anything else as JSON. leave_out: a header that is not sent.

        Raises ``Broken`` when no answer comes.
        """
        content = body if isinstance(body, bytes) else msgspec.json.encode(body)
        headers = {name: value for name, value in why.headers().items() if name != leave_out} | {"accept-encoding": "identity"}
        if content:
            headers["content-type"] = "application/json"
        if idempotency:
            headers["idempotency-key"] = idempotency
        try:
            request = self._http.build_request(method, self._base + target, content=content, headers=headers)
        except httpx2.InvalidURL as error:
            raise Broken(f"not an address: {error}") from None
        if not how.bare:
            sent = how.target or request.url.raw_path.decode("ascii")
            request.headers.update(self._signed(method, sent, content if how.body is None else how.body, how))
        shown = f"{method} {target}" + (f" {veiled(content[:200].decode('utf-8', 'replace'))}" if content else "")
        began = time.monotonic()
        try:
            answer = await self._http.send(request, stream=True)
            try:
                raw = await _beginning(answer)
            finally:
                await answer.aclose()
        except (httpx2.HTTPError, httpx2.StreamError) as error:
            raise Broken(f"no answer to {method} {target}: {type(error).__name__}") from None
        return self._keep(Answer(shown, answer.status_code, raw, time.monotonic() - began))

    def _signed(self, method: str, target: str, body: bytes, how: Signing) -> dict[str, str]:
        timestamp = str(int(time.time() + how.skew_s))
        nonce = how.nonce or secrets.token_urlsafe(18)
        made = signing.signature(how.secret or self._secret, method, target, body, timestamp, nonce)
        if how.wrong:
            made = made[:-1] + ("0" if made[-1] != "0" else "1")
        return {signing.KEY: how.key or self._key, signing.TIMESTAMP: timestamp, signing.NONCE: nonce, signing.SIGNATURE: made}

    def _keep(self, answer: Answer) -> Answer:
        self.seen.append(answer)
        if not answer.good:
            self.refusals.append(answer)
        elif self.slowest is None or answer.seconds > self.slowest.seconds:
            self.slowest = answer
        return answer


async def _beginning(answer: httpx2.Response) -> bytes:
    """The body, cut a little after the most that Farol reads: an endless answer must not fill this machine."""
    parts, size = [], 0
    async for part in answer.aiter_bytes():
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES:
            break
    return b"".join(parts)
