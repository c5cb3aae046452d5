"""What staff take back, and what a rule may be wrong about."""

from typing import Any

from farol.channels.groups.tests.conftest import BOB, EVE, GROUP, Bench
from tests.world import World


async def latest(bench: Bench, client: Any) -> dict[str, Any]:
    """The last deed in the group."""
    room = await bench.room()
    found: dict[str, Any] = (await client.ok("GET", f"/groups/{room.id}/deeds"))["deeds"][0]
    return found


async def test_a_member_is_readmitted_and_the_words_stand_again(bench: Bench) -> None:
    lead = await bench.lead()
    await bench.says(EVE, "log in here: demo-exchange-login.example")
    deed = await latest(bench, lead)
    after = await lead.ok("POST", f"/groups/deeds/{deed['id']}/undone", json={"why": "a joke among friends", "restore": True})
    assert after["undone_at"]
    assert bench.status(EVE) == "left"
    assert "demo-exchange-login.example" in bench.ours()[-1]["text"]
    again = await lead.request("POST", f"/groups/deeds/{deed['id']}/undone", json={"why": "x"})
    assert again.json()["code"] == "group_deed_undone"
    await bench.says(EVE, "DM me and I will fix your withdrawal")
    assert (await latest(bench, lead))["strikes"] == 1


async def test_a_seed_phrase_is_never_put_back(bench: Bench) -> None:
    lead = await bench.lead()
    await bench.says(BOB, "legal winner thank year wave sausage worth useful legal winner thank yellow")
    said = len(bench.ours())
    await lead.ok("POST", f"/groups/deeds/{(await latest(bench, lead))['id']}/undone", json={"why": "x", "restore": True})
    assert len(bench.ours()) == said


async def test_a_rule_that_is_undone_too_often_only_notes(bench: Bench) -> None:
    lead = await bench.lead()
    for person in (BOB, EVE, BOB):
        await bench.says(person, f"DM me and I will fix your withdrawal number {person}")
        await lead.ok("POST", f"/groups/deeds/{(await latest(bench, lead))['id']}/undone", json={"why": "wrong"})
    assert (await bench.room()).settings.held == ["bait"]
    assert bench.stands(await bench.says(EVE, "DM me and I will fix everything"))
    assert (await latest(bench, lead))["did"] == "noted"


async def test_a_rule_can_be_switched_off(bench: Bench) -> None:
    await bench.set(off=["bait"])
    assert bench.stands(await bench.says(EVE, "DM me and I will fix your withdrawal"))
    lead = await bench.lead()
    room = await bench.room()
    wrong = await lead.request("PUT", f"/groups/{room.id}/settings", json={"mode": "act", "version": room.version, "off": ["moon"]})
    assert wrong.status_code == 422
    stale = await lead.request("PUT", f"/groups/{room.id}/settings", json={"mode": "act", "version": room.version - 1})
    assert stale.json()["code"] == "group_changed"


async def test_the_list(bench: Bench, world: World) -> None:
    lead = await bench.lead()
    await bench.says(EVE, "DM me and I will fix your withdrawal")
    rows = (await lead.ok("GET", "/groups"))["groups"]
    mine = next(row for row in rows if row["chat"] == str(GROUP))
    assert (mine["removed"], mine["channel"], mine["settings"]["mode"]) == (1, "telegram", "act")
    agent = await world.staff()
    assert (await agent.request("PUT", f"/groups/{mine['id']}/settings", json={"mode": "watch", "version": 1})).status_code == 403
