"""Messages that the desk sends first, and who sets them."""

from typing import Any
from uuid import uuid4

from farol.desk.plays import store
from farol.kit import clock

MISSING = {"message_id": 987_654_321, "play_key": "no_such_play"}
DESKS = ("message_id", "play_key")
PLAIN = {
    "t": "a token of a mail, which proves itself", "saved": "which sentence is shown", "fine": "which sentence is shown",
    **dict.fromkeys(("zh", "en"), "words"), "active": "on or off",
}


def BODIES() -> dict[str, Any]:
    words = {"zh": "提币 {amount} 没有发出", "en": "{amount} was not sent"}
    return {
        "PUT /api/console/plays/{play_key}": {"active": True, **words},
        "POST /api/console/plays/{play_key}/preview": words,
        "POST /api/customer/messages-from-us/{message_id}/answer": {"client_id": str(uuid4()), "body": "thank you"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A message to Mei and one to Mallory, each their own."""
    db, now, made = scene.kit.db, clock.now(), {}
    for who in ("mei", "mallory"):
        uid = await db.fetchval("select c.uid from ticket t join customer c on c.id = t.customer_id where t.id = $1", scene.things[who]["ticket_id"])
        made[who] = await store.add(
            db, play="kyc_retry", topic="identity", uid=uid, core_id=f"evt-{uuid4()}", entity=("kyc", "k"), data={}, happened_at=now, due_at=now)
        await store.say(db, made[who], now, ("认证需要重拍", "New pictures"), ("请重拍", "Please take new ones"))
        scene.things[who]["message_id"] = made[who]
    return {"message_id": made["mallory"], "play_key": "kyc_retry"}
