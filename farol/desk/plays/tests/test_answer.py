"""A message is outside everything until its customer answers; then it is an ordinary ticket."""

from uuid import uuid4

from farol.app.demo import cast
from farol.app.demo.exchange.scenarios import SCENARIOS

from .conftest import Scene

MEI = cast.MEI


async def said(scene: Scene) -> int:
    await scene.step("withdrawal.fail", MEI)
    return int((await scene.rows())[0]["id"])


async def test_before_the_answer_no_list_or_figure_knows_of_it(scene: Scene) -> None:
    mei, sol = await scene.world.customer(MEI), await scene.world.staff(cast.SOL)
    await said(scene)
    assert (await mei.ok("GET", "/tickets"))["tickets"] == []
    for table in ("ticket", "sla_ticket", "message"):
        assert await scene.kit.db.fetchval(f"select count(*) from {table}") == 0
    assert (await sol.ok("GET", "/plays"))["plays"][0]["counts"] == {"said": 1, "answered": 0, "capped": 0, "stopped": 0}


async def test_the_answer_opens_a_ticket_with_what_was_said(scene: Scene) -> None:
    mei = await scene.world.customer(MEI)
    message = await said(scene)
    body = {"client_id": str(uuid4()), "body": "我要怎么加白名单？", "language": "zh"}
    opened = await mei.ok("POST", f"/messages-from-us/{message}/answer", json=body)
    again = await mei.ok("POST", f"/messages-from-us/{message}/answer", json=body)
    assert again["id"] == opened["id"]
    await scene.work()
    ticket = await scene.kit.db.fetchrow("select * from ticket where id = $1", opened["id"])
    assert ticket["subject"] == "您的提币没有发出"
    assert ticket["about"] == {"kind": "withdrawal", "id": (await scene.rows())[0]["entity_id"]}
    detail = await mei.ok("GET", f"/tickets/{opened['id']}")
    assert [one["author"]["kind"] for one in detail["messages"]] == ["customer", "system"]
    assert "您回复的是我们这条消息" in detail["messages"][1]["body"]
    [shown] = await scene.read(mei)
    assert (shown["ticket_id"], shown["seen"]) == (opened["id"], True)
    assert ticket["waiting_since"] is not None


async def test_a_second_answer_goes_into_the_same_ticket(scene: Scene) -> None:
    mei = await scene.world.customer(MEI)
    message = await said(scene)
    first = await mei.ok("POST", f"/messages-from-us/{message}/answer", json={"client_id": str(uuid4()), "body": "one"})
    second = await mei.ok("POST", f"/messages-from-us/{message}/answer", json={"client_id": str(uuid4()), "body": "two"})
    assert second["id"] == first["id"]
    assert await scene.kit.db.fetchval("select count(*) from ticket") == 1


async def test_a_ticket_about_the_same_thing_is_an_answer_too(scene: Scene) -> None:
    mei = await scene.world.customer(MEI)
    await said(scene)
    row = (await scene.rows())[0]
    opened = await scene.world.open(mei, "为什么", about={"kind": "withdrawal", "id": row["entity_id"]}, language="zh")
    await scene.work()
    assert (await scene.rows())[0]["ticket_id"] == opened["ticket"]["id"]


async def test_nobody_reads_or_answers_what_was_said_to_another(scene: Scene) -> None:
    await scene.world.customer(MEI)
    message = await said(scene)
    mallory = await scene.world.customer(cast.MALLORY)
    visitor = await scene.world.visitor()
    for client in (mallory, visitor):
        assert (await scene.read(client)) == []
        for method, path, body in (("PUT", "seen", {}), ("POST", "answer", {"client_id": str(uuid4()), "body": "x"})):
            answer = await client.request(method, f"/messages-from-us/{message}/{path}", json=body)
            assert answer.status_code == 404


async def test_not_me_becomes_theft_without_asking_the_exchange(scene: Scene) -> None:
    from farol.desk.triage import actions as triage

    who = SCENARIOS["gen.howto"]
    customer = await scene.world.customer(who.person)
    await scene.happens("security.login_new_device", who.uid, "security", "s-1", kind="new_device")
    [message] = await scene.rows()
    scene.parts.mood.turn("down")
    opened = await customer.ok("POST", f"/messages-from-us/{message['id']}/answer", json={"client_id": str(uuid4()), "body": "不是我"})
    await triage.sort(scene.kit, opened["id"])
    ticket = await scene.kit.db.fetchrow("select reason, severity from ticket where id = $1", opened["id"])
    assert tuple(ticket) == ("sec.account_stolen", "P0")
