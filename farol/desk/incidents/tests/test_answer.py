"""One voice: each ticket gets the text once, in its language, whatever happens to who sends it."""

import asyncio
import uuid

from farol.app.demo import cast
from farol.desk.incidents import actions, answer_store
from farol.desk.incidents.tests.conftest import TEXT, Room


async def cases(room: Room, n: int = 3) -> list[int]:
    """Tickets of Mei in Chinese and of Rosa in English, in turn."""
    people = [await room.world.customer(), await room.world.customer(cast.ROSA)]
    return [(await room.world.open(people[i % 2], f"TRC20 {i}", language=("zh", "en")[i % 2]))["ticket"]["id"] for i in range(n)]


async def test_each_customer_reads_it_in_their_language_with_their_number(room: Room) -> None:
    tickets = await cases(room)
    incident, sol = await room.declare(), await room.lead()
    assert await sol.ok("GET", f"/incidents/{incident}/answers/preview") == [
        {"language": "zh-Hans", "n": 2, "variant": "zh"}, {"language": "en", "n": 1, "variant": "en"}]
    body = {"client_id": str(uuid.uuid4()), **TEXT}
    sending = await sol.ok("POST", f"/incidents/{incident}/answers", json=body)
    assert sending["total"] == 3
    assert await sol.ok("POST", f"/incidents/{incident}/answers", json=body) == sending
    await room.work()
    number = (await sol.ok("GET", f"/tickets/{tickets[0]}"))["ticket"]["number"]
    assert await room.words(tickets[0]) == [f"{cast.MEI.name}，您好。TRON 充值延迟正在处理，工单 {number} 会收到结果。"]
    assert (await room.words(tickets[1]))[0].startswith(f"{cast.ROSA.name}, we are on it: TRON deposits are late.")
    whole = await sol.ok("GET", f"/incidents/{incident}")
    assert [(a["total"], a["sent"], a["skipped"]) for a in whole["answers"]] == [(3, 3, 0)]
    assert whole["answers"][0]["finished_at"]
    assert whole["counts"]["waiting"] == 0


async def test_a_sender_that_dies_halfway_or_is_started_twice_says_nothing_twice(room: Room, monkeypatch) -> None:
    tickets = await cases(room, 7)
    incident, sol = await room.declare(), await room.lead()
    monkeypatch.setitem(actions.send_some.__globals__, "SENT_AT_ONCE", 2)
    sending = await sol.ok("POST", f"/incidents/{incident}/answers", json={"client_id": str(uuid.uuid4()), **TEXT})
    assert await actions.send_some(room.kit, sending["id"])
    whole = await sol.ok("GET", f"/incidents/{incident}")
    assert (whole["answers"][0]["sent"], whole["answers"][0]["finished_at"]) == (2, None)
    again = await sol.post(f"/incidents/{incident}/answers", json={"client_id": str(uuid.uuid4()), **TEXT})
    assert again.json()["code"] == "answer_under_way"
    await asyncio.gather(*(actions.send(room.kit, sending["id"]) for _ in range(3)))
    assert [len(await room.words(t)) for t in tickets] == [1] * 7
    assert await room.kit.db.fetchval("select count(*) from incident_answer_ticket where outcome is null") == 0


async def test_what_was_answered_by_hand_can_be_left_out(room: Room) -> None:
    tickets = await cases(room)
    incident, sol = await room.declare(), await room.lead()
    ana = await room.world.staff(cast.ANA)
    await room.world.say(ana, tickets[0], "我在看了")
    first = await sol.ok("POST", f"/incidents/{incident}/answers", json={"client_id": str(uuid.uuid4()), **TEXT})
    assert first["total"] == 2
    await room.work()
    assert [len(await room.words(t)) for t in tickets] == [1, 1, 1]
    second = await sol.ok("POST", f"/incidents/{incident}/answers", json={"client_id": str(uuid.uuid4()), **TEXT})
    assert second["total"] == 2, "a text to all is no answer by hand"
    await room.work()
    third = await sol.ok("POST", f"/incidents/{incident}/answers", json={"client_id": str(uuid.uuid4()), **TEXT, "skip_answered": False})
    assert third["total"] == 3


async def test_texts_are_checked_before_anybody_reads_them(room: Room) -> None:
    incident, sol = await room.declare(), await room.lead()
    empty = await sol.post(f"/incidents/{incident}/answers", json={"client_id": str(uuid.uuid4()), **TEXT})
    assert empty.json()["code"] == "nobody_to_answer"
    odd = await sol.post(f"/incidents/{incident}/answers", json={"client_id": str(uuid.uuid4()), "zh": "{uid}", "en": "x"})
    assert odd.json()["code"] == "unknown_variable"
    one = await sol.post(f"/incidents/{incident}/answers", json={"client_id": str(uuid.uuid4()), "zh": "", "en": "x"})
    assert one.json()["code"] == "words_missing"


async def test_closed_meanwhile_is_skipped(room: Room) -> None:
    tickets = await cases(room, 2)
    incident, sol = await room.declare(), await room.lead()
    await sol.ok("POST", f"/incidents/{incident}/answers", json={"client_id": str(uuid.uuid4()), **TEXT})
    await room.kit.db.execute("update ticket set status = 'closed' where id = $1", tickets[0])
    await room.work()
    assert (await answer_store.answers(room.kit.db, incident))[0].skipped == 1
    assert await room.words(tickets[0]) == []
