"""Who somebody is: links, codes, reviews, and the pages on which customers prove it."""

from typing import Any
from uuid import uuid4

from farol.kit import clock
from farol.trust.identity import challenge_store, review_store

MISSING = {"pair_id": 987_654_321, "review_id": 987_654_321, "token": "a" * 75}
DESKS = ("pair_id", "review_id")
PLAIN = {
    "ticket": "a number, of which only one's own is shown", "came": "which sentence is shown", "code": "what was read out",
    "core_ref": "a name of the exchange's own", "outcome": "agreed or refused", "words": "words",
}


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/console/tickets/{ticket_id}/identity/links": {"client_id": str(uuid4())},
        "POST /api/console/tickets/{ticket_id}/identity/codes/{pair_id}/answer": {"code": "123456"},
        "POST /api/console/tickets/{ticket_id}/identity/reviews": {"core_ref": f"ACT-{uuid4().hex}", "words": "Passport and video agree"},
        "POST /api/console/identity/reviews/{review_id}/decision": {"outcome": "refused", "words": "The pictures differ"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A pair of codes and a review that waits, on a ticket of the visitor's."""
    ana, db, now = scene.things["agent"]["staff_id"], scene.kit.db, clock.now()
    ticket = (await scene.world.open(scene.things["visitor"]["client"], "I lost my phone"))["ticket"]["id"]
    customer = await db.fetchval("select customer_id from ticket where id = $1", ticket)
    pair = await challenge_store.add(
        db, core_id="", digest=uuid4().bytes, request_id=None, customer_id=customer, ticket_id=ticket, uid="1", session=None, contact=None,
        method="two_way_code", channel="phone", sent_to="", at=now, expires_at=now, nonce="n", asked_by=ana)
    review = await review_store.add(
        db, ticket_id=ticket, customer_id=customer, uid="1", core_ref=f"ACT-{uuid4().hex}", words="seen", maker_id=ana, session=b"s",
        ip="203.0.113.7", at=now)
    return {"pair_id": pair, "review_id": review}
