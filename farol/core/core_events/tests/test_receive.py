"""Webhooks: who is believed, what is kept, and what is answered."""

import asyncio
import json
import time
from typing import Any

import msgspec
import pytest

from farol.core.core_events.actions import receiving
from farol.core.core_events.model import MOST_BODY
from farol.core.exchange import webhooks

from .conftest import Desk, Said
from .exchange import SECRET, event, signed

OTHER = "whsec_b2xkLXNlY3JldC1vZi1lbm91Z2gtYnl0ZXM="
STORED = "select id, type, uid, via, state, data from core_event order by seq"
COUNTED = "select reason, n from core_refusal order by reason"


async def test_an_event_is_kept_acknowledged_and_said_on_its_customers_stream(desk: Desk) -> None:
    answer = await desk.post(event(1, data={"amount": "1.5", "note": "到账"}))
    assert (answer.status_code, answer.content) == (204, b"")
    assert await desk.said() == [Said("exchange:20778177", "D1", 1)]
    [row] = await desk.kit.db.fetch(STORED)
    assert (row["id"], row["via"], row["state"], row["data"]) == ("deposit-D1-1", "webhook", "applied", {"amount": "1.5", "note": "到账"})


async def test_what_concerns_nobody_in_particular_has_a_stream_of_its_own(desk: Desk) -> None:
    assert (await desk.post(event(1, "TRON", type_="network.suspended", uid=None))).status_code == 204
    assert await desk.said() == [Said("exchange", "TRON", 1)]


async def test_the_same_event_again_is_acknowledged_and_dropped(desk: Desk) -> None:
    for _ in range(3):
        assert (await desk.post(event(1))).status_code == 204
    answers = await asyncio.gather(*(desk.post(event(2)) for _ in range(20)))
    assert {answer.status_code for answer in answers} == {204}
    assert [seq for _, _, seq in await desk.said()] == [1, 2]


async def test_a_type_nobody_knows_is_kept(desk: Desk) -> None:
    assert (await desk.post(event(1, type_="moon.landed"))).status_code == 204
    [row] = await desk.kit.db.fetch(STORED)
    assert row["type"] == "moon.landed"


async def test_two_secrets_sign_while_one_replaces_the_other(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = msgspec.structs.replace(desk.kit.settings, core_link_webhook_secret_old=OTHER)
    monkeypatch.setattr(desk.kit, "settings", settings)
    for seq, secrets in enumerate([(SECRET,), (OTHER,), ("wrong", OTHER), (SECRET, OTHER)], 1):
        assert (await desk.post(event(seq), secrets=secrets)).status_code == 204
    assert (await desk.post(event(9), secrets=("wrong", "wrong too"))).status_code == 401
    assert [seq for _, _, seq in await desk.said()] == [1, 2, 3, 4]


@pytest.mark.parametrize("late", [-86_400.0, -301.0, 302.0, 864_000.0])
async def test_a_replay_from_outside_the_window_is_refused(desk: Desk, late: float) -> None:
    assert (await desk.post(event(1), at=time.time() + late)).status_code == 401
    assert [tuple(row) for row in await desk.kit.db.fetch(COUNTED)] == [("time", 1)]
    assert await desk.said() == []


@pytest.mark.parametrize("changed", [
    {"webhook-signature": ""}, {"webhook-signature": "v1,"}, {"webhook-signature": "v1,AAAA"}, {"webhook-signature": "x" * 5000},
    {"webhook-id": "other"}, {"webhook-id": ""}, {"webhook-timestamp": ""}, {"webhook-timestamp": "now"}, {"webhook-timestamp": "9" * 40},
])  # fmt: skip
async def test_what_is_not_signed_as_it_stands_is_refused(desk: Desk, changed: dict[str, str]) -> None:
    options = signed(event(1))
    options["headers"] |= changed
    answer = await desk.browser.post("/hooks/core", **options)
    assert answer.status_code == 401
    assert answer.json()["code"] == "webhook_refused"
    assert await desk.kit.db.fetch(STORED) == []


async def test_a_changed_body_is_refused(desk: Desk) -> None:
    options = signed(event(1))
    options["content"] = options["content"].replace(b"20778177", b"20778178")
    assert (await desk.browser.post("/hooks/core", **options)).status_code == 401


async def test_without_a_secret_nothing_is_believed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.kit, "settings", msgspec.structs.replace(desk.kit.settings, core_link_webhook_secret=""))
    assert (await desk.post(event(1), secrets=("",))).status_code == 401
    assert [tuple(row) for row in await desk.kit.db.fetch(COUNTED)] == [("no_secret", 1)]


GOOD = event(1)
WRONG: list[Any] = [
    b"", b"null", b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b'{"data":' + b"[" * 100_000, GOOD | {"seq": 0}, GOOD | {"seq": "1"},
    GOOD | {"seq": 2**60}, GOOD | {"seq": 1.5}, GOOD | {"at": "yesterday"}, GOOD | {"at": "2026-11-22T10:00:00"}, GOOD | {"id": ""},
    GOOD | {"id": "a b"}, GOOD | {"id": "a\nb"}, GOOD | {"id": "x" * 201}, GOOD | {"uid": "1\0"}, GOOD | {"uid": "u" * 65}, GOOD | {"uid": 7},
    GOOD | {"entity": "D1"}, GOOD | {"entity": {"kind": "deposit"}}, GOOD | {"data": []}, GOOD | {"type": ""},
]  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=range(len(WRONG)))
async def test_what_is_no_event_is_refused_for_good(desk: Desk, wrong: Any) -> None:
    answer = await desk.post(wrong)
    assert answer.status_code == 400, answer.text
    assert await desk.kit.db.fetch(STORED) == []
    assert [tuple(row) for row in await desk.kit.db.fetch(COUNTED)] == [("unreadable", 1)]


async def test_too_much_is_refused(desk: Desk) -> None:
    assert (await desk.post(event(1, data={"x": "y" * MOST_BODY}))).status_code == 413
    assert (await desk.post(event(1, data={"x": "y" * (MOST_BODY - 2_000)}))).status_code == 204


async def test_numbers_of_any_length_and_nul_characters_harm_nobody(desk: Desk) -> None:
    forty = "1234567890123456789012345678901234567890"
    data = f'{{"a": {forty}, "b": {forty}.{forty}, "c": "{forty}", "d": "x\\u0000y", "e": {{"k\\u0000": [1e400]}}}}'
    body = json.dumps(event(1)).replace('{"seq": 1}', data).encode()
    assert (await desk.post(body)).status_code == 204
    [row] = await desk.kit.db.fetch(STORED)
    assert row["data"] == {"a": int(forty), "b": f"{forty}.{forty}", "c": forty, "d": "xy", "e": {"k": ["1e400"]}}
    assert len(await desk.said()) == 1


async def test_a_flood_of_wrong_ones_is_turned_away_without_counting_each(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "REFUSED_PER_S", 0.001)
    answers = await asyncio.gather(*(desk.post(event(1), secrets=("wrong",)) for _ in range(300)))
    assert {answer.status_code for answer in answers} == {401, 429}
    assert (await desk.post(event(1))).status_code == 204
    [row] = await desk.kit.db.fetch(COUNTED)
    assert row["n"] == receiving.REFUSED_BURST


async def test_a_burst_of_five_thousand_is_kept_and_said_once_in_order(desk: Desk) -> None:
    told = [event(seq, f"D{thing}", uid=f"U{thing % 7}") for thing in range(50) for seq in range(1, 101)]
    told = told[::-1]
    for start in range(0, len(told), 250):
        answers = await asyncio.gather(*(desk.post(each) for each in told[start : start + 250]))
        assert {answer.status_code for answer in answers} == {204}
    said = await desk.said()
    assert len(said) == 5_000
    for thing in range(50):
        assert [seq for _, entity, seq in said if entity == f"D{thing}"] == list(range(1, 101))


def test_the_convention_is_the_published_one() -> None:
    secret, body = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", b'{"test": 2432232314}'
    made = webhooks.sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", body)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
