"""What is read of a ticket."""

from farol.app.demo import cast
from farol.desk.conditions import store
from tests.world import World


async def test_facts_are_the_tickets(world: World) -> None:
    mei, ana = await world.customer(cast.MEI), await world.staff()
    ticket = (await world.open(mei, "第一句", language="zh"))["ticket"]["id"]
    await world.say(ana, ticket, "在查")
    last = await world.say(mei, ticket, "被盗了")
    [facts] = await store.facts(world.kit.db, [ticket])
    assert (facts.words, facts.status, facts.severity, facts.tier) == ("被盗了", "open", "P3", cast.MEI.tier)
    assert (facts.unread, facts.has_file, facts.language) == (2, False, "zh-Hans")
    [before] = await store.facts(world.kit.db, [ticket], last["seq"] - 1)
    assert before.words == "第一句"
    assert await store.facts(world.kit.db, [987_654_321]) == []
