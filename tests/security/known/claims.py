"""Claims for incidents."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from farol.app.demo import cast
from farol.desk.claims import batch_store, store
from farol.kit import clock

MISSING = {"window_id": 987_654_321, "batch_id": 987_654_321, "claim_id": 987_654_321}
DESKS = ("window_id", "batch_id", "claim_id")
SHEET: dict[str, Any] = {"coin": "USDT", "rules": [{"kind": "liquidation", "symbol": "BTC-USDT-PERP", "reference": "91000"}]}
PLAIN = {
    "from_at": "a moment", "until_at": "a moment", "closes_at": "a moment", "agree": "yes or no", "extra": "an amount", "line": "one of the claim's own",
    "exclusion": "a number of the sheet", "window_no": "a page for everybody; a claim made there is the reader's own", "sheet": "what everybody may read",
    **{f"sheet.{name}": "what everybody may read" for name in (
        "coin", "rules", "share", "least", "most", "places", "exclusions", "exclusions.zh", "exclusions.en", "rules.symbol",
        "rules.reference", "rules.codes", "rules.then", "rules.later")},
}


def BODIES() -> dict[str, Any]:
    now = clock.now()
    return {
        "POST /api/console/incidents/{incident_id}/claim-windows": {
            "client_id": str(uuid4()), "zh": "停顿", "en": "A standstill", "from_at": (now - timedelta(days=2)).isoformat(),
            "until_at": (now - timedelta(days=1)).isoformat(), "closes_at": (now + timedelta(days=7)).isoformat()},
        "POST /api/console/claim-windows/{window_id}/sheets": {"version": 0, "sheet": SHEET, "words": "first"},
        "POST /api/console/claim-windows/{window_id}/batches": {"words": "all"},
        "POST /api/console/claim-batches/{batch_id}/decision": {"agree": False, "words": "again"},
        "POST /api/console/claims/{claim_id}/lines": {"line": "LIQ-1", "exclusion": None},
        "POST /api/console/claims/{claim_id}/appeal": {"extra": "0", "words": "The decision stays"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A window with a claim on a ticket of the visitor's, and a batch."""
    db, now = scene.kit.db, clock.now()
    sol = scene.things["lead"]
    incident = await sol["client"].ok("POST", "/incidents", json={
        "client_id": str(uuid4()), "zh": "停顿", "en": "A standstill", "scope": {"features": [str(uuid4())]}, "severity": "P3", "public": False,
        "internal": "none"})
    window, _ = await store.open_window(
        db, uuid4(), incident["id"], "停顿", "A standstill", now - timedelta(days=2), now - timedelta(days=1), now + timedelta(days=7), sol["staff_id"])
    ticket = (await scene.world.open(scene.things["visitor"]["client"], "It stood still"))["ticket"]["id"]
    customer = await db.fetchval("select customer_id from ticket where id = $1", ticket)
    claim = await store.add(db, window, customer, cast.ROSA.uid, ticket, "")
    batch = await db.fetchval(batch_store.ADD, window, 1, sol["staff_id"], "")
    return {"window_id": window, "claim_id": claim, "batch_id": batch}
