"""Groups our bots are in and what was done there. Nothing of a customer: members of groups are nobody's account."""

from typing import Any

from farol.channels.groups import store
from farol.channels.groups.model import Verdict

MISSING: dict[str, Any] = {"group_id": 987_654_321, "deed_id": 987_654_321}
DESKS = ("group_id", "deed_id")
PLAIN = {
    **dict.fromkeys(("mode", "did", "language"), "one of a few words"), **dict.fromkeys(("off", "held"), "names of rules"), "answers": "a switch", "restore": "a switch",
    **dict.fromkeys(("mute_at", "ban_at", "mute_hours", "budget"), "a number"), "why": "words", "before": "a number of a page",
}
ADD = """
insert into connection (channel, name, token, state) values ('telegram', 'Bot', encode(sha256(random()::text::bytea), 'hex'), 'paused') returning id"""


def BODIES() -> dict[str, Any]:
    return {
        "PUT /api/console/groups/{group_id}/settings": {"mode": "watch", "version": 1},
        "POST /api/console/groups/deeds/{deed_id}/undone": {"why": "words"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A group with one deed that was only noted, so that taking it back asks no platform."""
    connection = await scene.kit.db.fetchval(ADD)
    room = await store.add_room(scene.kit.db, connection, "-100", "Words")
    verdict = Verdict(())
    draft = store.Draft(room, "1:2:3", "-100", "1", "2", "Name", "user", "bait", ["bait"], "words", verdict.did, "words", None, 0, None)
    return {"group_id": room, "deed_id": await store.add_deed(scene.kit.db, draft)}
