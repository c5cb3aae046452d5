"""Wrong deposits: recoveries and their rules."""

from typing import Any
from uuid import uuid4

from farol.app.demo import cast
from farol.desk.recovery import rule_store, store
from farol.desk.recovery.model import Facts, Judged

MISSING = {"recovery_id": 987_654_321}
DESKS = ("recovery_id",)
PLAIN = {
    "txid": "a transaction, of which only what everybody may know is told", "seen": "pieces of that recovery, others count for nothing",
    "reason": "a word of the list", "rules": "the desk's own table", "tiers": "the desk's own table", "version": "which table was changed",
    **{f"rules.{name}": "the desk's own table" for name in (
        "kind", "eligible", "way", "supported", "usd_from", "usd_below", "max_days", "fee_usd", "fee_times", "days_from", "days_to", "zh", "en")},
    "tiers.usd_from": "the desk's own table", "tiers.evidence": "the desk's own table",
}


def BODIES() -> dict[str, Any]:
    one = "/api/console/recoveries/{recovery_id}"
    return {
        f"POST {one}/check": {"seen": [987_654_321], "words": "seen"},
        f"POST {one}/refusal": {"reason": "not_proven"},
        "PUT /api/console/recovery-rules": {
            "version": 0, "words": "a test", "tiers": [{"usd_from": "0", "evidence": ["txid", "sender_picture"]}],
            "rules": [{"kind": "other", "eligible": False, "zh": "不能找回", "en": "It cannot be brought back"}]},
    }


async def play(scene: Any) -> dict[str, Any]:
    """One that waits for a price, on a ticket of the visitor's."""
    db = scene.kit.db
    ticket = (await scene.world.open(await scene.world.customer(cast.ROSA), "I forgot the tag"))["ticket"]["id"]
    customer = await db.fetchval("select customer_id from ticket where id = $1", ticket)
    assert rule_store.shipped().rules
    made = await store.add(db, uuid4(), ticket, customer, cast.ROSA.uid, uuid4().hex * 2, Facts("other", "XRP", "", "0"), Judged("asked", why="no_price"))
    return {"recovery_id": made}
