"""The phone: calls, colleagues' own phones, and codes."""

from typing import Any

from farol.channels.phone import store
from farol.kit import clock

MISSING = {"phone_call_id": 987_654_321}
DESKS = ("phone_call_id",)
PLAIN = {
    "number": "a telephone number, looked for in calls of tickets that the actor may see", "uid": "an account that a caller says is theirs; the code decides",
    "words": "a note for staff", "key": "the client's own name of a note", "on": "music or not", "line_id": "one of our own numbers", "before": "where a page of the log begins",
    "token": "the random name of a connection in its webhook's address", "step": "a name of the menu's, of which unknown ones are not found",
}


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/console/phone/calls/{phone_call_id}/hold": {"on": True},
        "POST /api/console/phone/calls/{phone_call_id}/transfer": {"staff_id": 1},
        "POST /api/console/phone/calls/{phone_call_id}/notes": {"words": "Calls again tomorrow", "key": "a"},
        "POST /api/console/phone/calls/{phone_call_id}/proof": {"code": "123456"},
        "PUT /api/console/phone/own": {"number": "+44 20 7946 0000"},
        "POST /api/console/phone/own/code": {"code": "123456"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A call that is over, on a ticket of the visitor's."""
    ticket = (await scene.world.open(scene.things["visitor"]["client"], "About a call"))["ticket"]["id"]
    connection = await scene.kit.db.fetchval(
        "insert into connection (channel, name, token, state) values ('phone', 'Tested', replace(gen_random_uuid()::text, '-', ''), 'paused') returning id")
    call = await store.add(
        scene.kit.db, connection_id=connection, sid=None, direction="in", caller="+442079460000", language="en", state="ended", now=clock.now(), ticket_id=ticket)
    await scene.kit.db.execute("update phone_call set ended_at = now(), outcome = 'missed' where id = $1", call)
    return {"phone_call_id": call}
