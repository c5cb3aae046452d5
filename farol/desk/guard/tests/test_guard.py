"""The guard in the desk: asked while writing, and in the way of what must not go out."""

import uuid

from farol.app.demo import cast
from tests.world import World


async def test_it_is_asked_while_writing(world: World) -> None:
    ana = await world.staff()
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    text = f"请提供您的验证码。我们会尽快处理，邮箱 {cast.MEI.email}。"
    found = (await ana.ok("POST", f"/tickets/{ticket}/guard", json={"body": text}))["findings"]
    assert [(one["code"], one["blocks"]) for one in found] == [("never.secret", True), ("promise.vague", False), ("personal.contact", False)]
    assert all(text[one["start"]:one["end"]] == one["words"] for one in found)
    assert (await ana.ok("POST", f"/tickets/{ticket}/guard", json={"body": "您的提币已发出。"}))["findings"] == []
    assert (await ana.post("/tickets/987654/guard", json={"body": "x"})).status_code == 404


async def test_what_is_never_asked_is_not_sent_by_any_way(world: World) -> None:
    ana = await world.staff()
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    body = {"client_id": str(uuid.uuid4()), "body": "请把短信验证码发给我。"}
    refused = await ana.post(f"/tickets/{ticket}/messages", json=body)
    assert (refused.status_code, refused.json()["code"]) == (422, "never_asked")
    assert refused.json()["words"] == "验证码发给我"
    assert "从不" in refused.json()["instead"]["zh"]
    from datetime import timedelta

    from farol.kit import clock
    by = (clock.now() + timedelta(minutes=5)).isoformat()
    promise = await ana.post(f"/tickets/{ticket}/promises", json={"client_id": str(uuid.uuid4()), "by": by, "words": "请告诉我密码"})
    assert promise.json()["code"] == "never_asked"
    assert await world.kit.db.fetchval("select count(*) from message where author_kind = 'staff'") == 0
    await world.say(ana, ticket, "客户说有人问他要验证码：请把短信验证码发给我", internal=True)
    await world.say(ana, ticket, "我们不会向您要验证码。")


async def test_a_blank_is_not_sent(world: World) -> None:
    ana = await world.staff()
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    for words in ("金额是 {{fill:金额}}", "by {{promise.by}}", "{{ customer.name }}"):
        refused = await ana.post(f"/tickets/{ticket}/messages", json={"client_id": str(uuid.uuid4()), "body": words})
        assert refused.json()["code"] == "blank_left", words
    await world.say(ana, ticket, "Your template has {{ x }} where {{amount}} should stand.")


async def test_customers_may_say_what_they_like(world: World) -> None:
    mei = await world.customer()
    ticket = (await world.open(mei, "请告诉我密码"))["ticket"]["id"]
    await world.say(mei, ticket, "Please send me your password.")
