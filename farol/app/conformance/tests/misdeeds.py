"""Faults of a core that does things: actions, reveals and events, one way of misbehaving at a time."""

import asyncio
import json
import time
from typing import Any

import httpx2

from farol.core.exchange import signing, webhooks

from .conftest import CONFIG, SECRET
from .faults import Pass, asked_again, other, path_of


async def executes_in_dry_runs(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    if path_of(request) == "/v1/actions" and request.content:
        said = json.loads(request.content)
        said.pop("dry_run", None)
        return await pass_on(other(request, json.dumps(said).encode()))
    return await pass_on(request)


class ForgetsKeys:
    """Every request with a key is a new one; what is asked by key is answered as the first was."""

    def __init__(self, *, hides: bool) -> None:
        self._hides, self._count, self._first = hides, 0, dict[str, httpx2.Response]()

    async def __call__(self, request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
        key = request.headers.get("idempotency-key", "")
        if not key or path_of(request) != "/v1/actions" or json.loads(request.content).get("dry_run"):
            return await pass_on(request)
        self._count += 1
        known = self._first.get(key)
        answer = await pass_on(other(request, request.content, idempotency_key=key if known is None else f"{key}-{self._count}"))
        self._first.setdefault(key, answer)
        return self._first[key] if self._hides else answer


async def takes_other_bodies(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    answer = await pass_on(request)
    return await pass_on(_by_key(request)) if answer.status_code == 409 and answer.json()["code"] == "conflict" else answer


def _by_key(request: httpx2.Request) -> httpx2.Request:
    target = f"/v1/actions:by_key?key={request.headers['idempotency-key']}"
    signed = signing.headers(CONFIG.core_link_key, CONFIG.core_link_secret, "GET", target, b"", time.time())
    why = {name: request.headers[name] for name in ("x-farol-contact-id", "x-farol-purpose", "x-farol-agent")}
    return httpx2.Request("GET", f"http://demo{target}", headers={**why, **signed})


async def does_as_one_says(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    """Invents the second person."""
    if path_of(request) == "/v1/actions":
        said = json.loads(request.content)
        said["approvals"] = [{"agent_id": f"staff:{n}", "at": "2026-11-22T00:00:00Z", "sig": "x", "role": "compliance"} for n in range(3)]
        return await pass_on(other(request, json.dumps(said).encode()))
    return await pass_on(request)


class FreezesSlowly:
    """The first freeze, which is the one that is timed."""

    def __init__(self) -> None:
        self._asked = False

    async def __call__(self, request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
        if path_of(request) == "/v1/actions" and b'"account.freeze"' in request.content and b'"dry_run":true' not in request.content and not self._asked:
            self._asked = True
            await asyncio.sleep(1.2)
        return await pass_on(request)


async def has_no_versions(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    if path_of(request) == "/v1/actions":
        said = json.loads(request.content)
        if said.pop("expected_version", None):
            return await pass_on(other(request, json.dumps(said).encode()))
    return await pass_on(request)


async def has_no_quota(request: httpx2.Request, pass_on: Pass) -> httpx2.Response:
    if path_of(request).endswith(":reveal"):
        return await pass_on(asked_again(request, x_farol_agent=f"staff:{time.monotonic_ns()}"))
    return await pass_on(request)


def lasts_long(path: str, said: Any) -> Any:
    return {**said, "expires_at": "2099-01-01T00:00:00Z"} if path.endswith(":reveal") else said


def signed_with_another(request: httpx2.Request) -> httpx2.Request:
    """An event that nobody here has the secret of."""
    return _event(request, webhook_signature="v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")


def signed_long_ago(request: httpx2.Request) -> httpx2.Request:
    """An event with the time of its first try, an hour ago, rightly signed."""
    return _event(request, **webhooks.headers([SECRET], request.headers["webhook-id"], request.content, time.time() - 3600))


def under_another_id(request: httpx2.Request) -> httpx2.Request:
    """Every try has an id of its own."""
    return _event(request, **webhooks.headers([SECRET], f"try-{time.monotonic_ns()}", request.content, time.time()))


def _event(request: httpx2.Request, **headers: str) -> httpx2.Request:
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx2.Request("POST", request.url, content=request.content, headers={**request.headers, **more})
