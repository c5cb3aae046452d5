"""The demo's community: once, whole, and with everything that a visitor looks for."""

from farol.app.demo import forum
from tests.world import FAROL

from .conftest import page


async def test_it_is_planted_once(world):
    for who in forum.cast.STAFF:
        await world.staff(who)
    for _ in range(2):
        await forum.plant(world.kit)
    count = await world.kit.db.fetchrow("select count(*) as n, count(*) filter (where accepted is not null) as answered, count(*) filter (where kind = 'idea') as ideas from forum_topic")
    assert count["n"] == len(forum.TALKS) + len(forum.SHORT)
    assert count["answered"] >= 20
    assert count["ideas"] == 6
    assert await world.kit.db.fetchval("select level from forum_member where name = 'Harbour'") == "trusted"
    anyone = world.client(FAROL, {})
    text = await page(anyone, "/community/zh")
    assert "USDT 充值一直显示 3/12，要等多久？" in text
    assert "Fast recovery" not in text
    topic = await world.kit.db.fetchval("select id from forum_topic where title like 'USDT%'")
    shown = await page(anyone, f"/community/zh/t/{topic}")
    assert 'href="http://farol.test/help/zh/a/confirmations"' in shown
    assert '<b>Ana</b><span class="badge staff">' in shown
    assert "资深成员" in shown
