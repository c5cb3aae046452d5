"""Announcing: who may, what is refused, and that what was told stays known."""

import asyncio
import uuid
from typing import Any

import pytest

from farol.app.demo import cast
from farol.selfserve.announcements.board import board
from tests.world import Client, World

SAID = {
    "kind": "maintenance", "title_zh": "钱包升级", "title_en": "Wallet upgrade", "body_zh": "期间**不能**提币。", "body_en": "No withdrawals meanwhile.",
    "begins_at": "2026-12-01T02:00:00Z", "ends_at": "2026-12-01T04:00:00Z",
}  # fmt: skip


@pytest.fixture
async def kai(world: World) -> Client:
    return await world.staff(cast.KAI)


async def publish(kai: Client, **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = await kai.ok("POST", "/announcements", json={"client_id": str(uuid.uuid4()), **SAID, **more})
    return made


async def test_it_is_published_once_and_can_be_read_by_everybody(world: World, kai: Client) -> None:
    client_id = str(uuid.uuid4())
    first, second = await asyncio.gather(*(publish(kai, client_id=client_id) for _ in range(2)))
    assert first["id"] == second["id"]
    [read] = await board(world.kit)
    assert (read.title("zh"), read.title("en"), read.version) == ("钱包升级", "Wallet upgrade", 1)
    events = await world.kit.db.fetch("select kind, public from event where stream = $1", f"announcement:{read.id}")
    assert [(e["kind"], e["public"]) for e in events] == [("announcement.published", True)]


async def test_a_correction_keeps_what_was_told(world: World, kai: Client) -> None:
    made = await publish(kai)
    after = await kai.ok("PUT", f"/announcements/{made['id']}", json={**SAID, "title_en": "Wallet upgrade moved", "version": 1})
    assert (after["title_en"], after["version"]) == ("Wallet upgrade moved", 2)
    body = await world.kit.db.fetchval("select body from event where kind = 'announcement.corrected'")
    assert body["before"]["title_en"] == "Wallet upgrade"
    late = await kai.put(f"/announcements/{made['id']}", json={**SAID, "version": 1})
    assert (late.status_code, late.json()["code"]) == (409, "announcement_moved")


async def test_what_is_withdrawn_is_told_no_more(world: World, kai: Client) -> None:
    made = await publish(kai)
    for _ in range(2):
        await kai.ok("POST", f"/announcements/{made['id']}/withdrawal", json={"version": 1})
    assert list(await board(world.kit)) == []
    [listed] = await kai.ok("GET", "/announcements")
    assert listed["withdrawn_at"]
    assert (await kai.put(f"/announcements/{made['id']}", json={**SAID, "version": 2})).status_code == 409


@pytest.mark.parametrize(("more", "field"), [
    ({"title_zh": " "}, "title_zh"), ({"title_en": "x" * 121}, "title_en"), ({"body_en": ""}, "body_en"), ({"body_zh": "长" * 8001}, "body_zh"),
    ({"body_en": "[x](http://a.example)"}, "body_en"), ({"body_en": "{{core:paused}}"}, "body_en"), ({"body_en": "{{x:y}}"}, "body_en"),
    ({"begins_at": None}, "begins_at"), ({"ends_at": None}, "begins_at"), ({"ends_at": "2026-12-01T02:00:00Z"}, "ends_at"),
])  # fmt: skip
async def test_what_is_not_whole_or_not_safe_is_refused_by_field(world: World, kai: Client, more: dict[str, Any], field: str) -> None:
    answer = await kai.post("/announcements", json={"client_id": str(uuid.uuid4()), **SAID, **more})
    assert (answer.status_code, answer.json()["code"]) == (422, "announcement_refused")
    assert field in [error["field"] for error in answer.json()["errors"]]
    assert list(await board(world.kit)) == []


@pytest.mark.parametrize("more", [{"kind": "advert"}, {"title_zh": "x" * 241}, {"begins_at": "2026-12-01T02:00:00"}, {"title_zh": "a\0"}, {"html": "x"}])
async def test_bad_input_never_arrives(kai: Client, more: dict[str, Any]) -> None:
    assert (await kai.post("/announcements", json={"client_id": str(uuid.uuid4()), **SAID, **more})).status_code == 422


@pytest.mark.parametrize("who", [cast.ANA, cast.SOL, cast.TIM])
async def test_only_editors_and_duty_managers_announce(world: World, who: cast.StaffMember) -> None:
    client = await world.staff(who)
    assert (await client.get("/announcements")).status_code == 403
    assert (await client.post("/announcements", json={"client_id": str(uuid.uuid4()), **SAID})).status_code == 403
    dan = await world.staff(cast.DAN)
    assert (await publish(dan))["id"]
    assert (await dan.get("/announcements")).status_code == 200


async def test_what_does_not_exist_cannot_be_changed(kai: Client) -> None:
    for number in (0, 987_654_321, 2**60):
        assert (await kai.put(f"/announcements/{number}", json={**SAID, "version": 1})).status_code == 404
        assert (await kai.post(f"/announcements/{number}/withdrawal", json={"version": 1})).status_code == 404
