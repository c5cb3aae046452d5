"""An exchange's own system works with tickets by its key."""

from typing import Any
from uuid import uuid4

import pytest

from farol.channels.partner import actions
from farol.core.people.model import RIGHTS
from farol.kit.permission import Can
from tests.world import FAROL, Client, World

ADMIN = next(role for role, rights in RIGHTS.items() if Can.PARTNER_MANAGE in rights)


async def admin(world: World) -> Client:
    """Who runs the system."""
    from farol.app.demo import cast

    return await world.staff(cast.StaffMember("adm", "Ada Admin", "Ada", "ada@demo-exchange.example", ADMIN, "en"))


async def system(world: World, scope: str = "write") -> tuple[Client, int]:
    """A system of the exchange, and the id of its key."""
    made = await (await admin(world)).ok("POST", "/partner-keys", json={"name": "Back office", "scope": scope})
    return world.client(FAROL + "/api/partner/v1", {"authorization": f"Bearer {made['secret']}"}), made["key"]["id"]


def opening(**more: Any) -> dict[str, Any]:
    """A new ticket of a customer of the exchange."""
    return {"client_id": str(uuid4()), "customer": {"uid": "80012345", "name": "Wu", "language": "zh"}, "body": "提现失败了", **more}


async def test_a_ticket_from_first_words_to_the_answer(world: World) -> None:
    ana, (partner, _) = await world.staff(), await system(world)
    made = await partner.ok("POST", "/tickets", json=opening())
    number = made["ticket"]["number"]
    assert made["ticket"] | {"customer": "80012345", "status": "open", "channel": "partner"} == made["ticket"]
    ticket_id = await world.kit.db.fetchval("select id from ticket where number = $1", number)
    await world.say(ana, ticket_id, "看一下内部的事", internal=True)
    await world.say(ana, ticket_id, "正在处理", seen=None)
    await partner.ok("POST", f"/tickets/{number}/messages", json={"client_id": str(uuid4()), "body": "谢谢"})
    talk = await partner.ok("GET", f"/tickets/{number}/messages")
    assert [(m["author"]["kind"], m["body"]) for m in talk["messages"] if m["author"]["kind"] != "system"] == [
        ("customer", "提现失败了"), ("staff", "正在处理"), ("customer", "谢谢")]
    assert not talk["more"]


async def test_the_same_client_id_opens_once(world: World) -> None:
    partner, _ = await system(world)
    body = opening()
    first, second = await partner.ok("POST", "/tickets", json=body), await partner.ok("POST", "/tickets", json=body)
    assert first["ticket"]["number"] == second["ticket"]["number"]
    assert (await partner.post("/tickets", json={**body, "body": "other words"})).json()["code"] == "client_id_reused"


async def test_what_is_not_said_of_a_customer_stays_as_it_is(world: World) -> None:
    await world.customer()
    partner, _ = await system(world)
    uid = await world.kit.db.fetchval("select uid from customer where uid is not null")
    before = await world.kit.db.fetchrow("select name, email from customer where uid = $1", uid)
    await partner.ok("POST", "/tickets", json=opening(customer={"uid": uid}))
    assert await world.kit.db.fetchrow("select name, email from customer where uid = $1", uid) == before


async def test_somebody_without_account_is_known_by_their_address_and_no_visitor_of_the_chat_is(world: World) -> None:
    chat = await world.visitor("same@example.net")
    await world.open(chat)
    partner, _ = await system(world)
    for _ in range(2):
        await partner.ok("POST", "/tickets", json=opening(customer={"email": "Same@example.net"}))
    owners = await world.kit.db.fetch("select customer_id, count(*) as n from ticket group by 1 order by 2")
    assert [row["n"] for row in owners] == [1, 2]


async def test_nobody_in_particular_is_refused(world: World) -> None:
    partner, _ = await system(world)
    assert (await partner.post("/tickets", json=opening(customer={}))).json()["code"] == "which_customer"


async def test_a_file_comes_and_goes(world: World) -> None:
    partner, _ = await system(world)
    number = (await partner.ok("POST", "/tickets", json=opening()))["ticket"]["number"]
    file = await partner.ok("POST", f"/tickets/{number}/files", content=b"plain words", headers={"content-type": "text/plain", "x-file-name": "log.txt"})
    assert (await partner.get(f"/tickets/{number}/files/{file['id']}")).status_code == 404, "no message carries it yet"
    await partner.ok("POST", f"/tickets/{number}/messages", json={"client_id": str(uuid4()), "files": [file["id"]]})
    assert (await partner.get(f"/tickets/{number}/files/{file['id']}")).content == b"plain words"
    other = (await partner.ok("POST", "/tickets", json=opening()))["ticket"]["number"]
    assert (await partner.get(f"/tickets/{other}/files/{file['id']}")).status_code == 404


async def test_pages_follow_each_other_without_gap(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("farol.channels.partner.api.PAGE", 2)
    partner, _ = await system(world)
    made = [(await partner.ok("POST", "/tickets", json=opening(body=f"words {n}")))["ticket"]["number"] for n in range(5)]
    seen, before = [], {}
    while True:
        page = await partner.ok("GET", "/tickets", params={"customer": "80012345", **before})
        seen += [ticket["number"] for ticket in page["tickets"]]
        if page["next"] is None:
            break
        before = {"before": page["next"]}
    assert seen == made[::-1]
    assert (await partner.get("/tickets", params={"before": "bm90IG9uZQ=="})).json()["code"] == "bad_cursor"


async def test_long_talks_are_read_from_the_start(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("farol.channels.partner.api.TALK", 2)
    partner, _ = await system(world)
    number = (await partner.ok("POST", "/tickets", json=opening(body="0")))["ticket"]["number"]
    for n in range(1, 5):
        await partner.ok("POST", f"/tickets/{number}/messages", json={"client_id": str(uuid4()), "body": str(n)})
    said, after, more = [], 0, True
    while more:
        talk = await partner.ok("GET", f"/tickets/{number}/messages", params={"after": after})
        said += [m["body"] for m in talk["messages"]]
        after, more = talk["messages"][-1]["seq"], talk["more"]
    assert said == ["0", "1", "2", "3", "4"]


async def test_a_key_that_reads_does_not_write(world: World) -> None:
    partner, _ = await system(world, "read")
    assert (await partner.get("/tickets")).status_code == 200
    assert (await partner.post("/tickets", json=opening())).status_code == 403


async def test_a_revoked_key_is_worth_nothing(world: World) -> None:
    partner, id_ = await system(world)
    await partner.ok("GET", "/tickets")
    await (await admin(world)).ok("DELETE", f"/partner-keys/{id_}")
    assert (await partner.get("/tickets")).status_code == 401
    assert (await (await admin(world)).delete(f"/partner-keys/{id_}")).status_code == 404


async def test_a_key_revoked_elsewhere_is_forgotten_here(world: World) -> None:
    partner, id_ = await system(world)
    await partner.ok("GET", "/tickets")
    await world.kit.db.execute("update partner_key set revoked_at = now() where id = $1", id_)
    await actions.forget_revoked(world.kit)
    assert (await partner.get("/tickets")).status_code == 401


@pytest.mark.parametrize("token", ["", "farol_pk_", "farol_pk_" + "a" * 43, "x" * 200])
async def test_no_key_no_answer(world: World, token: str) -> None:
    anyone = world.client(FAROL + "/api/partner/v1", {"authorization": f"Bearer {token}"})
    assert (await anyone.get("/tickets")).status_code == 401


async def test_the_secret_is_told_once(world: World) -> None:
    await system(world)
    keys = (await (await admin(world)).ok("GET", "/partner-keys"))["keys"]
    assert set(keys[0]) == {"id", "name", "shown", "scope", "made_at", "made_by", "used_at", "revoked_at"}
    assert len(keys[0]["shown"]) < 20


async def test_the_description_is_of_this_api_alone(world: World) -> None:
    anyone = world.client(FAROL, {})
    document = await anyone.ok("GET", "/partner/openapi.json")
    assert set(document["paths"]) == {
        "/api/partner/v1/tickets", "/api/partner/v1/tickets/{number}", "/api/partner/v1/tickets/{number}/messages",
        "/api/partner/v1/tickets/{number}/files", "/api/partner/v1/tickets/{number}/files/{file_id}", "/api/partner/v1/opinions"}
    named = {ref for ref in str(document).split("'#/components/schemas/")[1:]}
    assert {ref.split("'")[0] for ref in named} <= set(document["components"]["schemas"])
    assert document["components"]["securitySchemes"]["key"]["scheme"] == "bearer"
