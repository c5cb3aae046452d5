"""Messages that the desk sends first, and who sets them."""

from typing import Any
from uuid import uuid4

from farol.app.demo import cast
from farol.desk.plays import store
from farol.kit import clock

PLAIN = {
    "t": "a token of a mail, which proves itself", "saved": "which sentence is shown", "fine": "which sentence is shown",
    "play": "one of the product's plays, by its key", "zh": "words", "en": "words", "active": "on or off",
}


def BODIES() -> dict[str, Any]:
    words = {"zh": "提币 {amount} 没有发出", "en": "{amount} was not sent"}
    return {
        "PUT /api/console/plays/{play}": {"active": True, **words},
        "POST /api/console/plays/{play}/preview": words,
        "PUT /api/customer/messages-from-us/{message_id}/seen": {},
        "POST /api/customer/messages-from-us/{message_id}/answer": {"client_id": str(uuid4()), "body": "thank you"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A message that stands, to Mei."""
    db, now = scene.kit.db, clock.now()
    message = await store.add(
        db, play="kyc_retry", topic="identity", uid=cast.MEI.uid, core_id="evt-known", entity=("kyc", "k"), data={}, happened_at=now, due_at=now)
    if message is not None:
        await store.say(db, message, now, ("认证需要重拍", "New pictures"), ("请重拍", "Please take new ones"))
    return {}
