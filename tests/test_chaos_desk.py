"""REL-30: agents do everything at once, and still each ticket has one owner or none, one history and no circle."""

import random

from farol.app.chaos import desk
from farol.app.chaos.fold import Ack, violations
from farol.kit.core import Kit
from tests.sizes import size


async def test_many_operations_at_once(kit: Kit) -> None:
    played = await desk.play(kit, size(600, 2000), random.randrange(10**6))
    assert played.violations == []
    assert {"change", "merge", "unmerge", "reply", "customer_says", "take", "tag", "snooze", "hold", "bulk", "split"} <= played.done.keys()
    assert played.conflicts["conflict"] > size(3, 10), "nobody met"


async def test_the_audit_sees_what_it_is_for(kit: Kit) -> None:
    played = await desk.play(kit, 150, 7)
    assert played.violations == []
    one, other = [row["id"] for row in await kit.db.fetch("select id from ticket where merged_into is null order by id limit 2")]
    gone = Ack(one, 1, "ticket.changed", "staff:1", {"status": "open"})
    assert await violations(kit.db, [gone])
    for harm, told in (
        ("update ticket set severity = 'P0', reason = 'wd.failed' where id = $1", "severity"), ("update ticket set version = version + 1 where id = $1", "versions"),
        ("update ticket set tags = '{x}' where id = $1", "tags"), ("update ticket set seq = seq + 1 where id = $1", "log does not run"),
        ("update ticket set owner_id = case when owner_id is null then (select min(id) from staff) end where id = $1", "owner_id")):
        await kit.db.execute(harm, one)
        assert any(told in said for said in await violations(kit.db, [])), harm
    await kit.db.execute("update ticket set merged_into = case id when $1 then $2::bigint else $1::bigint end, status = 'closed' where id in ($1, $2)", one, other)
    assert any("circle" in said for said in await violations(kit.db, []))
