"""The demo exchange made to misbehave, one way at a time, on the wire between it and the kit."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2

from farol.core.exchange import signing

from .conftest import CONFIG

Pass = Callable[[httpx2.Request], Awaitable[httpx2.Response]]
Fault = Callable[[httpx2.Request, Pass], Awaitable[httpx2.Response]]


class Faulty(httpx2.AsyncBaseTransport):
    """Between the kit and the exchange."""

    def __init__(self, inner: httpx2.AsyncBaseTransport, fault: Fault) -> None:
        self._inner, self._fault = inner, fault

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        async def pass_on(asked: httpx2.Request) -> httpx2.Response:
            answer = await self._inner.handle_async_request(asked)
            return httpx2.Response(answer.status_code, content=await answer.aread(), headers={"content-type": "application/json"})

        return await self._fault(request, pass_on)


def path_of(request: httpx2.Request) -> str:
    return urlsplit(str(request.url)).path


def asked_again(request: httpx2.Request, **headers: str) -> httpx2.Request:
    """The same, signed rightly and now."""
    return other(request, request.content, **headers)


def other(request: httpx2.Request, body: bytes, target: str = "", **headers: str) -> httpx2.Request:
    """Another body, target or headers, signed rightly and now."""
    raw = target or request.url.raw_path.decode()
    signed = signing.headers(CONFIG.core_link_key, CONFIG.core_link_secret, request.method, raw, body, time.time())
    kept = {name: value for name, value in request.headers.items() if name != "content-length"}
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx2.Request(request.method, f"http://demo{raw}", content=body, headers={**kept, **signed, **more})


def rightly(request: httpx2.Request, **relaxed: bool) -> bool:
    """Whether it is signed as it should be, but for what is relaxed: body, clock."""
    h = request.headers
    if signing.SIGNATURE not in h:
        return False
    made = signing.signature(CONFIG.core_link_secret, request.method, request.url.raw_path.decode(), request.content, h[signing.TIMESTAMP], h[signing.NONCE])
    return made == h[signing.SIGNATURE] and h[signing.KEY] == CONFIG.core_link_key


def changing(change: Callable[[str, Any], Any]) -> Fault:
    """Answers are changed: path and JSON in, JSON out."""

    async def fault(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
        answer = await pass_on(request)
        if answer.status_code >= 300:
            return answer
        return httpx2.Response(answer.status_code, json=change(path_of(request), answer.json()))

    return fault


def each(value: Any, change: Callable[[str, Any], Any]) -> Any:
    """Every leaf, by its name."""
    if isinstance(value, dict):
        return {name: each(one, change) if isinstance(one, dict | list) else change(name, one) for name, one in value.items()}
    return [each(one, change) if isinstance(one, dict | list) else one for one in value] if isinstance(value, list) else value


def leaves(change: Callable[[str, Any], Any]) -> Fault:
    """Every leaf of every answer is changed."""
    return changing(lambda _, said: each(said, change))


def _no(code: str, status: int) -> httpx2.Response:
    return httpx2.Response(status, json={"code": code, "message": ""})


async def ignores_signature(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    return await pass_on(asked_again(request))


async def takes_a_nonce_twice(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    in_time = abs(time.time() - int(request.headers.get(signing.TIMESTAMP, "0"))) < 31
    return await pass_on(asked_again(request) if rightly(request) and in_time else request)


async def has_no_clock(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    late = abs(time.time() - int(request.headers.get(signing.TIMESTAMP, "0"))) > 30
    return await pass_on(asked_again(request) if late and rightly(request) else request)


async def signs_no_body(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    return await pass_on(asked_again(request) if request.method == "POST" and signing.SIGNATURE in request.headers else request)


async def wants_no_ticket(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    name = "x-farol-contact-id"
    return await pass_on(request if name in request.headers else asked_again(request, **{name: "FRL-0"}))


def skips_seq() -> Fault:
    def change(path: str, said: Any) -> Any:
        if path == "/v1/events":
            for event in said["items"]:
                event["seq"] += event["seq"] > 1
        return said

    return changing(change)


def loops() -> Fault:
    async def fault(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
        answer = await pass_on(request)
        if path_of(request).endswith("/sessions") and answer.status_code == 200:
            said = answer.json()
            if parse_qs(urlsplit(str(request.url)).query).get("limit") == ["1"]:
                said["next_cursor"] = "1"
            return httpx2.Response(200, json=said)
        return answer

    return fault


async def shows_who_exists(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    answer = await pass_on(request)
    if path_of(request) == "/v1/challenges:by_contact" and ".invalid" not in request.content.decode():
        return httpx2.Response(200, json={**answer.json(), "sent_to_masked": "i••••@example.com"})
    return answer


async def takes_its_time(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    if path_of(request) == "/v1/challenges:by_contact" and ".invalid" not in request.content.decode():
        await asyncio.sleep(0.4)
    return await pass_on(request)


async def names_too_much(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    return _no("unsupported", 404) if path_of(request).endswith("/fiat") else await pass_on(request)


async def names_too_little(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    answer = await pass_on(request)
    if path_of(request) == "/v1/capabilities" and answer.status_code == 200:
        said = answer.json()
        return httpx2.Response(200, json={**said, "reads": [name for name in said["reads"] if name != "fiat"]})
    return answer


async def knows_everybody(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    path = path_of(request)
    if path.startswith("/v1/users/nobody-") and path.count("/") == 3:
        return httpx2.Response(200, json={"uid": path.rpartition("/")[2], "status": "active"})
    return await pass_on(request)


async def breaks(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    answer = await pass_on(request)
    return httpx2.Response(500, text="Traceback") if answer.status_code == 400 else answer


async def says_mine_to_all(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    answer = await pass_on(request)
    if path_of(request) == "/v1/deposits:trace" and answer.status_code == 200 and answer.json()["found"] == "other_user":
        return httpx2.Response(200, json={**answer.json(), "found": "ours", "deposit_id": "DEP-1"})
    return answer


def unmasked(field: str, value: str) -> Fault:
    return leaves(lambda name, was: value if name == field else was)


def floats(name: str, value: Any) -> Any:
    return float(value) if name in ("amount", "withdraw_24h", "min_deposit", "maker") and isinstance(value, str) else value


def naive(name: str, value: Any) -> Any:
    return value.removesuffix("Z").partition("+")[0] if name == "created_at" and isinstance(value, str) else value


def overridable(name: str, value: Any) -> Any:
    return True if name == "overridable" else value


def other_confirmations(path: str, said: Any) -> Any:
    return each(said, lambda name, value: 999 if name == "confirm_unlock" else value) if path == "/v1/networks" else said


def exact(path: str, said: Any) -> Any:
    return [{**one, "exact": "12.5"} for one in said] if path.endswith("/balances") else said


def aliases(path: str, said: Any) -> Any:
    return each(said, lambda name, value: "USDT-ERC20" if (name, value) == ("network", "BSC") else value) if path == "/v1/networks" else said
