"""One voice is nobody's own: where a person may be in danger it is not heard."""

import uuid

from farol.app.demo import cast
from farol.desk.incidents.tests.conftest import TEXT, Room


async def test_a_ticket_that_became_one_of_danger_before_it_was_sent(room: Room) -> None:
    mei, rosa = await room.world.customer(), await room.world.customer(cast.ROSA)
    first, second, third = [(await room.world.open(who, "TRC20", language="zh"))["ticket"]["id"] for who in (mei, rosa, mei)]
    incident, sol = await room.declare(), await room.lead()
    sending = await sol.ok("POST", f"/incidents/{incident}/answers", json={"client_id": str(uuid.uuid4()), **TEXT})
    assert sending["total"] == 3
    await room.world.say(mei, first, "我不想活了")
    await room.kit.db.execute("update ticket set reason = 'care.person_at_risk' where id = $1", third)
    await room.work()
    assert [len(await room.words(ticket)) for ticket in (first, second, third)] == [0, 1, 0]
    answer = (await sol.ok("GET", f"/incidents/{incident}"))["answers"][0]
    assert (answer["sent"], answer["skipped"], bool(answer["finished_at"])) == (1, 2, True)
