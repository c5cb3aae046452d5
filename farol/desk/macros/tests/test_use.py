"""A macro goes out with the words it was planned for: filled, in the customer's language, with what is done besides, once."""

import uuid
from typing import Any

from farol.app.demo import cast
from farol.desk.effects.jobs import Promise
from farol.desk.effects.jobs import promise as make_promise
from farol.desk.sla import actions as sla
from tests.world import Client, World


async def ready(world: World, effects: list[dict[str, Any]], **more: Any) -> tuple[Client, int, int]:
    """Ana, a ticket of Mei, and a macro of Ana's."""
    await sla.seed(world.kit)
    ana = await world.staff()
    ticket = (await world.open(await world.customer(), language="zh"))["ticket"]["id"]
    body = {"scope": "me", "name_zh": "甲", "name_en": "A", "zh": "{{customer.name}}，{{promise.by}}前回复。", "en": "By {{promise.by}}.", **more}
    macro = await ana.ok("POST", "/macros", json={**body, "effects": effects})
    return ana, ticket, macro["id"]


async def applied(world: World) -> list[dict[str, Any]]:
    return [row["body"] for row in await world.kit.db.fetch("select body from event where kind = 'macro.applied' order by seq")]


async def test_it_is_filled_in_the_customers_language(world: World) -> None:
    ana, ticket, macro = await ready(world, [{"do": "promise", "value": 30}])
    shown = await ana.ok("GET", f"/tickets/{ticket}/macros/{macro}")
    assert shown["language"] == "zh"
    assert shown["text"].startswith("林梅") or "前回复" in shown["text"]
    assert "{{" not in shown["text"]
    assert shown["missing"] == []
    assert shown["promise_by"]
    assert (await ana.ok("GET", f"/tickets/{ticket}/macro"))["planned"] is None


async def test_what_it_does_is_done_when_the_words_are_said_and_once(world: World) -> None:
    ana, ticket, macro = await ready(world, [
        {"do": "status", "value": "pending"}, {"do": "severity", "value": "up"}, {"do": "tag_add", "value": ["memo"]},
        {"do": "note", "value": "等客户"}, {"do": "reason", "value": "dep.missing_memo"}])
    await ana.ok("PUT", f"/tickets/{ticket}/macro", json={"macro_id": macro})
    assert (await ana.ok("GET", f"/tickets/{ticket}/macro"))["planned"]["macro_id"] == macro
    await world.react()
    assert await applied(world) == []
    await world.say(ana, ticket, "只是备注", internal=True)
    await world.react()
    assert await applied(world) == []
    await world.say(ana, ticket, "好的")
    await world.react()
    await world.react()
    row = await world.kit.db.fetchrow("select * from ticket where id = $1", ticket)
    assert (row["status"], row["severity"], row["tags"], row["reason"]) == ("pending", "P2", ["memo"], "dep.missing_memo")
    assert await world.kit.db.fetchval("select body from message where internal and body <> '只是备注'") == "等客户"
    [event] = await applied(world)
    assert {o["do"]: o["done"] for o in event["outcomes"]} == dict.fromkeys(("status", "severity", "tag_add", "note", "reason"), True)
    await world.say(ana, ticket, "还有")
    await world.react()
    assert len(await applied(world)) == 1
    assert await world.kit.db.fetchval("select uses from macro") == 1
    assert (await ana.ok("GET", f"/tickets/{ticket}/macro"))["planned"] is None


async def test_what_was_taken_back_is_not_done(world: World) -> None:
    ana, ticket, macro = await ready(world, [{"do": "severity", "value": "P1"}])
    await ana.ok("PUT", f"/tickets/{ticket}/macro", json={"macro_id": macro})
    await ana.ok("DELETE", f"/tickets/{ticket}/macro")
    await world.say(ana, ticket, "好的")
    await world.react()
    assert await applied(world) == []
    assert await world.kit.db.fetchval("select severity from ticket") == "P3"


async def test_anothers_words_do_not_set_it_off(world: World) -> None:
    ana, ticket, macro = await ready(world, [{"do": "severity", "value": "P1"}])
    sol = await world.staff(cast.SOL)
    await ana.ok("PUT", f"/tickets/{ticket}/macro", json={"macro_id": macro})
    await world.say(sol, ticket, "我来")
    await world.react()
    assert await applied(world) == []


async def test_it_does_nothing_its_user_may_not(world: World) -> None:
    sol, tim = await world.staff(cast.SOL), await world.staff(cast.TIM)
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    macro = await sol.ok("POST", "/macros", json={
        "scope": "all", "name_zh": "甲", "name_en": "A", "zh": "好", "en": "Fine",
        "effects": [{"do": "severity", "value": "P0"}, {"do": "tag_add", "value": ["x"]}]})
    prepared = await tim.ok("PUT", f"/tickets/{ticket}/macro", json={"macro_id": macro["id"]})
    assert [(e["do"], e["may"]) for e in prepared["effects"]] == [("severity", False), ("tag_add", True)]
    await world.say(tim, ticket, "Fine")
    await world.react()
    [event] = await applied(world)
    assert {o["do"]: (o["done"], o["why"]) for o in event["outcomes"]} == {"severity": (False, "may_not"), "tag_add": (True, "")}
    assert await world.kit.db.fetchval("select severity from ticket") == "P3"


async def test_what_is_so_already_is_told_and_changes_nothing(world: World) -> None:
    ana, ticket, macro = await ready(world, [{"do": "severity", "value": "P3"}, {"do": "owner", "value": "me"}])
    await ana.ok("PUT", f"/tickets/{ticket}/macro", json={"macro_id": macro})
    await world.say(ana, ticket, "好的")
    await world.react()
    [event] = await applied(world)
    assert [(o["done"], o["why"]) for o in event["outcomes"]] == [(False, "same")] * 2


async def test_the_promise_is_the_one_the_customer_read(world: World) -> None:
    ana, ticket, macro = await ready(world, [{"do": "promise", "value": 60 * 24 * 20}])
    prepared = await ana.ok("PUT", f"/tickets/{ticket}/macro", json={"macro_id": macro})
    await world.say(ana, ticket, prepared["text"])
    await world.react()
    payload = await world.kit.db.fetchval("select payload from pgqueuer where entrypoint = 'effects.promise'")
    import msgspec
    given = msgspec.json.decode(payload, type=Promise)
    await make_promise.run(world.kit, given)
    await make_promise.run(world.kit, given)
    rows = await world.kit.db.fetch("select by from sla_promise")
    assert [row["by"].isoformat().replace("+00:00", "Z") for row in rows] == [prepared["promise_by"]]


async def test_a_macro_of_somebody_else_cannot_be_used(world: World) -> None:
    _, ticket, macro = await ready(world, [])
    sol = await world.staff(cast.SOL)
    assert (await sol.get(f"/tickets/{ticket}/macros/{macro}")).status_code == 404
    assert (await sol.put(f"/tickets/{ticket}/macro", json={"macro_id": macro})).status_code == 404


async def test_a_held_reply_takes_what_was_planned_before_it(world: World) -> None:
    """What is planned while an earlier reply still waits to go is for the next one."""
    ana, ticket, macro = await ready(world, [{"do": "severity", "value": "P1"}])
    client_id = uuid.uuid4()
    staff = await world.kit.db.fetchval("select id from staff")
    await world.kit.db.execute(
        "insert into outgoing (client_id, staff_id, ticket_id, body, held_at, due_at) values ($1, $2, $3, 'x', now() - interval '9 seconds', now())",
        client_id, staff, ticket)
    await ana.ok("PUT", f"/tickets/{ticket}/macro", json={"macro_id": macro})
    await ana.ok("POST", f"/tickets/{ticket}/messages", json={"client_id": str(client_id), "body": "先前写的"})
    await world.react()
    assert await applied(world) == []
    await world.say(ana, ticket, "这一条才是")
    await world.react()
    assert len(await applied(world)) == 1
