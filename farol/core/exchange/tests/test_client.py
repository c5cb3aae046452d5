"""The client against cores that misbehave in every way we know."""

import asyncio
import json
from datetime import UTC, datetime

import httpx2
import pytest

from farol.core.exchange.breaker import Breaker
from farol.core.exchange.client import MOST_BYTES, CoreLink
from farol.core.exchange.problems import ExchangeDown, ExchangeRefused
from farol.core.exchange.signing import NonceBook, verify
from farol.core.exchange.states import DepositState, FoundAs

from .core import WHY, Core, link_to, ok

USER = {"uid": "20778177", "status": "active"}
SINCE = datetime(2026, 11, 1, tzinfo=UTC)


async def test_a_read_carries_why_and_a_signature_over_what_is_sent() -> None:
    core = Core(ok({"items": []}))
    await link_to(core).deposits(WHY, "uid/../&?=%", SINCE)
    (request,) = core.asked
    assert request.headers["x-farol-contact-id"] == "FRL-2026-000123"
    assert request.headers["x-farol-purpose"] == "ticket.view"
    assert request.headers["x-farol-agent"] == "staff:3"
    target = request.url.raw_path.decode()
    assert target.startswith(
        "/base/v1/users/uid%2F..%2F%26%3F%3D%25/deposits?from=2026-11-01T00%3A00%3A00Z&limit=50"
    )
    now = int(request.headers["x-farol-timestamp"])
    assert verify(
        request.headers, "GET", target, b"", keys={"farol-1": "secret"}, nonces=NonceBook(), now=now
    )


async def test_new_fields_and_new_words_are_tolerated_wrong_types_are_not() -> None:
    deposit = {
        "deposit_id": "D1",
        "coin": "USDT",
        "network": "ETH",
        "amount": "1.50",
        "state": "teleporting",
        "new": {},
    }
    core = Core(ok({"items": [deposit], "more": 1}), ok({"items": [deposit | {"amount": 1.5}]}))
    link = link_to(core)
    (read,) = await link.deposits(WHY, "1", SINCE)
    assert (read.amount, read.state) == ("1.50", DepositState.UNKNOWN)
    with pytest.raises(ExchangeDown):
        await link.deposits(WHY, "1", SINCE)


async def test_a_5xx_is_tried_again_and_then_believed() -> None:
    core = Core(httpx2.Response(500), httpx2.Response(503), ok(USER))
    assert (await link_to(core).user(WHY, "20778177")).status == "active"
    assert len(core.asked) == 3
    nonces = {request.headers["x-farol-nonce"] for request in core.asked}
    assert len(nonces) == 3


@pytest.mark.parametrize("answer", [httpx2.Response(502), httpx2.ConnectError("refused")])
async def test_three_tries_then_down(answer: httpx2.Response | Exception) -> None:
    core = Core(answer)
    with pytest.raises(ExchangeDown):
        await link_to(core).user(WHY, "1")
    assert len(core.asked) == 3


async def test_a_refusal_is_not_tried_again_and_keeps_the_core_up() -> None:
    core = Core(httpx2.Response(403, json={"code": "scope", "message": "internal words"}))
    link = link_to(core)
    with pytest.raises(ExchangeRefused) as refused:
        await link.user(WHY, "1")
    assert refused.value.fields == {"core_code": "scope"}
    assert "internal words" not in str(refused.value.document())
    assert len(core.asked) == 1
    assert not link.breaker.open
    assert link.answered_at is not None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"uid": 1}',
        b"[" * 5_000,
        b'{"uid": "1"',
        b"\x1f\x8b\x08",
    ],
)
async def test_garbage_is_down_not_a_crash(body: bytes) -> None:
    for status in (200, 404):
        with pytest.raises(ExchangeDown):
            await link_to(Core(httpx2.Response(status, content=body))).user(WHY, "1")


async def test_an_endless_answer_is_cut() -> None:
    sent = 0

    async def endless():  # type: ignore[no-untyped-def]
        nonlocal sent
        while True:
            sent += 65_536
            yield b" " * 65_536

    with pytest.raises(ExchangeDown):
        await link_to(Core(lambda _: httpx2.Response(200, content=endless()))).user(WHY, "1")
    assert sent <= MOST_BYTES + 2 * 65_536


async def test_a_slow_core_is_left_after_the_limit_and_not_asked_again() -> None:
    asked = 0

    async def slow(_: httpx2.Request) -> httpx2.Response:
        nonlocal asked
        asked += 1
        await asyncio.sleep(30)
        raise AssertionError("unreachable")

    started = asyncio.get_running_loop().time()
    with pytest.raises(ExchangeDown):
        await link_to(slow, timeout_s=0.1).user(WHY, "1")
    assert asyncio.get_running_loop().time() - started < 1
    assert asked == 1


async def test_a_dripping_core_is_left_after_the_limit() -> None:
    async def drip():  # type: ignore[no-untyped-def]
        while True:
            await asyncio.sleep(0.02)
            yield b" "

    with pytest.raises(ExchangeDown):
        await link_to(Core(lambda _: httpx2.Response(200, content=drip())), timeout_s=0.2).user(WHY, "1")


async def test_a_dead_core_is_hardly_asked_by_many() -> None:
    core = Core(httpx2.ConnectError("refused"))
    clock = [0.0]
    link = link_to(core, breaker=Breaker(lambda: clock[0]))
    many = await asyncio.gather(*(link.user(WHY, "1") for _ in range(60)), return_exceptions=True)
    assert all(isinstance(one, ExchangeDown) for one in many)
    assert len(core.asked) <= 8 + 2  # those under way when it tripped, and the tries that tripped it
    before = len(core.asked)
    for second in range(1, 31):
        clock[0] = float(second)
        with pytest.raises(ExchangeDown):
            await link.user(WHY, "1")
    assert len(core.asked) - before == 3
    core.answers = [ok(USER)]
    clock[0] = 41.0
    assert (await link.user(WHY, "1")).uid == "20778177"
    assert (await link.user(WHY, "1")).uid == "20778177"


async def test_redirects_are_not_followed() -> None:
    core = Core(httpx2.Response(302, headers={"location": "http://elsewhere/"}))
    with pytest.raises(ExchangeDown):
        await link_to(core).user(WHY, "1")
    assert len(core.asked) == 1


@pytest.mark.parametrize("uid", ["", "1\r\nX: y", "1\0", "u" * 65])
async def test_what_cannot_be_a_uid_is_never_asked(uid: str) -> None:
    core = Core(ok(USER))
    with pytest.raises(ExchangeRefused):
        await link_to(core).user(WHY, uid)
    assert core.asked == []


async def test_without_an_address_nothing_is_asked() -> None:
    with pytest.raises(ExchangeDown):
        await CoreLink("", "", "").user(WHY, "1")


async def test_networks_say_what_is_switched_off() -> None:
    row = {"coin": "USDT", "network": "ETH", "deposit_enabled": True, "withdraw_enabled": False}
    link = link_to(Core(ok({"items": [row]})))
    [network] = await link.networks(WHY)
    assert (network.coin, network.deposit_enabled, network.withdraw_enabled) == ("USDT", True, False)


async def test_a_published_table_is_read_in_either_language() -> None:
    both = {"zh": "等级", "en": "Level"}
    table = {"name": "kyc-levels", "title": both, "columns": [both, both], "rows": [["1", {"zh": "无", "en": "none"}]], "new": 1}
    core = Core(ok(table))
    read = await link_to(core).facts(WHY, "kyc-levels")
    assert core.asked[0].url.path == "/base/v1/facts/kyc-levels"
    assert (read.header("zh"), read.lines("en"), read.lines("zh")) == (("等级", "等级"), (("1", "none"),), (("1", "无"),))


BOTH = {"zh": "等级", "en": "Level"}
WELL = {"name": "t", "title": BOTH, "columns": [BOTH], "rows": [["1"]]}


@pytest.mark.parametrize("wrong", [
    {"rows": [["1", "2"]]}, {"rows": [[]]}, {"rows": [[7]]}, {"rows": [["x" * 401]]}, {"rows": [["1"]] * 201},
    {"columns": []}, {"columns": [BOTH] * 13}, {"columns": ["Level"]}, {"title": {"zh": "等级"}}, {"name": "../etc"},
])  # fmt: skip
async def test_a_malformed_table_is_down_not_shown(wrong: dict[str, object]) -> None:
    with pytest.raises(ExchangeDown):
        await link_to(Core(ok({**WELL, **wrong}))).facts(WHY, "t")


@pytest.mark.parametrize("name", ["", "..", "a/b", "A", "a--b", "-a", "a" * 101, "a\0", "a?b=c", "a%2f"])
async def test_what_cannot_be_a_tables_name_is_never_asked(name: str) -> None:
    core = Core(ok(WELL))
    with pytest.raises(ExchangeRefused):
        await link_to(core).facts(WHY, name)
    assert core.asked == []


async def test_posts_carry_their_question() -> None:
    core = Core(ok({"found": "not_found"}), ok({"class": "external"}), ok({"match": "none"}))
    link = link_to(core)
    assert (await link.trace(WHY, "0xab", "ETH", None)).found is FoundAs.NOT_FOUND
    await link.classify(WHY, "T1", "TRON", "7")
    await link.resolve(WHY, email="a@example.com")
    assert [json.loads(request.content) for request in core.asked] == [
        {"txid": "0xab", "network": "ETH"},
        {"address": "T1", "network": "TRON", "uid": "7"},
        {"email": "a@example.com"},
    ]
