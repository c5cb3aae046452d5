"""An agent raises a hand; the lead comes, or whispers."""

from uuid import uuid4

from farol.app.demo import cast
from farol.desk.threads import hand_store
from tests.world import Client, World


async def me(client: Client) -> int:
    """Whose client it is."""
    found: int = (await client.ok("GET", "/session"))["id"]
    return found


async def test_a_raised_hand_is_seen_by_leads_and_answered_by_a_whisper(world: World) -> None:
    tim, sol, ana = [await world.staff(who) for who in (cast.TIM, cast.SOL, cast.ANA)]
    await sol.ok("PUT", "/me/state", json={"state": "available"})
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    for _ in range(2):
        await tim.ok("PUT", f"/tickets/{ticket}/hand", json={"words": "May I promise a date?"})
    hand, = await hand_store.hands(world.kit.db)
    assert (hand.ticket_id, hand.staff.name, hand.words) == (ticket, "Tim Okafor", "May I promise a date?")
    assert (await sol.ok("GET", "/hands"))["hands"][0]["ticket_id"] == ticket
    assert (await ana.get("/hands")).status_code == 403
    told, = (await sol.ok("GET", "/notices"))["notices"]
    assert told["title"]["zh"] == "Tim Okafor 举手求助"

    thread = (await sol.ok("POST", f"/tickets/{ticket}/whispers", json={"client_id": str(uuid4()), "body": "Not before risk answers."}))["id"]
    assert await hand_store.hands(world.kit.db) == []
    assert (await tim.ok("GET", f"/threads/{thread}"))["messages"][0]["body"] == "Not before risk answers."
    assert (await ana.get(f"/threads/{thread}")).status_code == 404
    assert (await ana.ok("GET", f"/tickets/{ticket}/threads"))["threads"] == []
    assert (await ana.post(f"/threads/{thread}/people", json={"people": [await me(ana)]})).status_code == 404
    assert [t["kind"] for t in (await sol.ok("GET", f"/tickets/{ticket}/threads"))["threads"]] == ["whisper"]
    again = (await sol.ok("POST", f"/tickets/{ticket}/whispers", json={"client_id": str(uuid4()), "body": "He has.", "to": await me(tim)}))["id"]
    assert again == thread
    public = await world.kit.db.fetchval("select count(*) from event where stream = $1 and kind like 'thread.%'", f"ticket:{ticket}")
    assert public == 0
    assert await world.kit.db.fetchval("select count(*) from event where kind = 'hand.lowered'") == 1
    more = await sol.post(f"/threads/{thread}/people", json={"people": [await me(ana)]})
    assert more.status_code == 422


async def test_one_lowers_ones_own_hand_and_a_lead_anybodys(world: World) -> None:
    tim, ana, sol = [await world.staff(who) for who in (cast.TIM, cast.ANA, cast.SOL)]
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    await tim.ok("PUT", f"/tickets/{ticket}/hand", json={"words": ""})
    await ana.ok("PUT", f"/tickets/{ticket}/hand", json={"words": ""})
    await tim.ok("DELETE", f"/tickets/{ticket}/hand")
    assert [h.staff.name for h in await hand_store.hands(world.kit.db, ticket)] == ["Ana Duarte"]
    assert (await tim.delete(f"/tickets/{ticket}/hand", params={"staff_id": await me(ana)})).status_code == 404
    await sol.ok("DELETE", f"/tickets/{ticket}/hand", params={"staff_id": await me(ana)})
    assert await hand_store.hands(world.kit.db) == []


async def test_nobody_to_whisper_to(world: World) -> None:
    sol = await world.staff(cast.SOL)
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    refused = await sol.post(f"/tickets/{ticket}/whispers", json={"client_id": str(uuid4()), "body": "Psst"})
    assert refused.json()["code"] == "nobody_to_whisper"
