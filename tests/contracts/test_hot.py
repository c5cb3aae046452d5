"""The hot routes answer as their twins in the framework: same status, type and body for every kind of request."""

import json
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from farol.app.demo import cast
from farol.kit import ratelimit
from tests.world import Client, World

VARYING = ("seq", "at", "error_id")


class Both:
    """Sends the same request to the hot route and to its twin."""

    def __init__(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        self._hot, self._monkeypatch = world.app._hot, monkeypatch

    async def post(self, client: Client, path: str, **options: Any) -> httpx2.Response:
        """The answer, after both were found equal."""
        ratelimit.buckets.clear()
        hot = await client.post(path, **options)
        with self._monkeypatch.context() as without:
            without.setattr(self._hot, "find", lambda _: None)
            ratelimit.buckets.clear()
            twin = await client.post(path, **options)
        assert seen(hot) == seen(twin)
        return hot


def seen(answer: httpx2.Response) -> tuple[int, str, Any, dict[str, str]]:
    """Status, body without what differs by nature, and the headers other than the length."""
    body = answer.json() if answer.content else None
    if isinstance(body, dict) and answer.status_code == 200:
        body = {k: type(v).__name__ if k in VARYING else v for k, v in body.items()}
        body["outcome"] = body.get("outcome") in ("new", "again")
    headers = {k: v for k, v in answer.headers.items() if k != "content-length"}
    return answer.status_code, answer.headers["content-type"], body, headers


@pytest.fixture
def both(world: World, monkeypatch: pytest.MonkeyPatch) -> Both:
    return Both(world, monkeypatch)


def message(**fields: Any) -> dict[str, Any]:
    return {"client_id": str(uuid4()), "body": "words", **fields}


async def test_good_ones(world: World, both: Both) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    for client, fields in ((mei, {}), (ana, {}), (ana, {"internal": True}), (ana, {"seen": 10**6}), (mei, {"body": "密码是 hunter2 吗"})):
        assert (await both.post(client, f"/tickets/{ticket}/messages", json=message(**fields))).status_code == 200


BAD: dict[str, Any] = {
    "nothing said": {"json": message(body="  ")}, "too long": {"json": message(body="a" * 10_001)}, "far too long": {"json": message(body="a" * 30_000)},
    "too large": {"content": b'{"body":"' + b"a" * 70_000 + b'"}'}, "unknown field": {"json": message(severity="P0")}, "no id": {"json": {"body": "x"}},
    "wrong type": {"json": message(body=1)}, "null": {"json": message(body=None)}, "a list": {"json": []}, "a number": {"json": 7}, "broken": {"content": b'{"body":'},
    "not UTF-8": {"content": b'{"body":"\xff"}'}, "NUL": {"json": message(body="a\u0000b")}, "a name twice": {"content": b'{"body":"a","body":"b"}'},
    "a name twice, apart": {"content": b'{"body"\n:"a","body"\n:"b"}'}, "deep": {"content": b"[" * 20_000}, "no UUID": {"json": {"client_id": "7", "body": "x"}},
    "a stranger's file": {"json": message(files=[str(uuid4())])}, "too many files": {"json": message(files=[str(uuid4()) for _ in range(11)])},
    "a hundred and one files": {"json": message(files=[str(uuid4()) for _ in range(101)])},
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("who", ["customer", "staff"])
async def test_bad_ones(world: World, both: Both, who: str, name: str) -> None:
    mei = await world.customer()
    ticket = (await world.open(mei))["ticket"]["id"]
    client = mei if who == "customer" else await world.staff()
    answer = await both.post(client, f"/tickets/{ticket}/messages", **BAD[name])
    assert 400 <= answer.status_code < 500
    assert answer.headers["content-type"] == "application/problem+json"


async def test_refused_ones(world: World, both: Both) -> None:
    mei, mallory, ana = await world.customer(), await world.customer(cast.MALLORY), await world.staff()
    admin = await world.staff(cast.StaffMember("a", "A", "A", "a@demo-exchange.example", "admin", "zh"))
    ticket = (await world.open(mei))["ticket"]["id"]
    path = f"/tickets/{ticket}/messages"
    nobody = world.client("http://farol.test/api/customer", {})
    foreign = world.client(str(ana.base_url), {**ana.headers, "origin": "https://evil.example"})
    for client, where, status in (
        (mallory, path, 404), (mei, "/tickets/999999/messages", 404), (mei, "/tickets/0/messages", 404), (mei, f"/tickets/{2**59}/messages", 404),
        (nobody, path, 401), (admin, path, 403), (foreign, path, 403), (ana, "/tickets/999999/messages", 404),
    ):
        assert (await both.post(client, where, json=message())).status_code == status, (where, status)
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 1, "status": "closed"})
    assert (await both.post(mei, path, json=message())).json()["code"] == "ticket_closed"


@pytest.mark.parametrize("language", ["zh-CN,zh;q=0.9", "en", "", "fr"])
async def test_the_same_words_in_every_language(world: World, both: Both, language: str) -> None:
    nobody = world.client("http://farol.test/api/customer", {"accept-language": language})
    answer = await both.post(nobody, "/tickets/7/messages", content=json.dumps(message()))
    assert ("请重新登录" in answer.text) == language.startswith("zh")
