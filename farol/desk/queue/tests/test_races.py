"""REL-30: everybody does everything at once, and still each ticket has one place or one owner."""

import asyncio
import random

from farol.app.demo import cast
from farol.desk.queue import actions
from farol.desk.queue.tests.conftest import Desk
from farol.kit.db import again
from tests.sizes import size
from tests.world import later

LOST = "select count(*) from ticket t where t.status = 'open' and t.owner_id is null and t.waiting_since is not null and not exists (select from queue_entry q where q.ticket_id = t.id and q.left_at is null)"
LEFT_OVER = "select count(*) from queue_entry q join ticket t on t.id = q.ticket_id where q.left_at is null and (t.owner_id is not null or t.status <> 'open')"
DANGLING = "select count(*) from offer o join queue_entry q on q.id = o.entry_id where o.ended_at is null and q.left_at is not null"
GAPS = "select count(*) from (select stream, max(seq) - count(*) as gap from event group by 1) x where gap <> 0"
UNSEEN = "select count(*) from ticket t where t.seq <> (select max(e.seq) from event e where e.stream = 'ticket:' || t.id)"


async def test_a_thousand_hands(desk: Desk) -> None:
    dice = random.Random(5)
    customers = [await desk.world.customer(who) for who in (cast.MEI, cast.MALLORY, cast.ROSA)]
    staff = [await desk.agent(who) for who in (cast.ANA, cast.SOL, cast.VERA)]
    ids = [(await who.ok("GET", "/session"))["id"] for who in staff]
    tickets = [await desk.ticket(dice.choice(customers)) for _ in range(8)]

    async def one(n: int) -> int:
        who, ticket = dice.randrange(3), dice.choice(tickets)
        client = staff[who]
        match dice.randrange(9):
            case 0 | 1:
                answer = await client.post(f"/tickets/{ticket}/take")
            case 2:
                answer = await client.post(f"/tickets/{ticket}/return")
            case 3:
                answer = await client.put("/me/state", json={"state": dice.choice(("available", "available", "busy", "away"))})
            case 4:
                row = (await client.ok("GET", f"/tickets/{ticket}"))["ticket"]
                fields = dice.choice(({"owner_id": ids[who]}, {"owner_id": None}, {"severity": "P1"}, {"status": "resolved"}, {"status": "open"}))
                answer = await client.patch(f"/tickets/{ticket}", json={"version": row["version"], **fields})
            case 5:
                later(seconds=n)  # offers run out
                await actions.sweep(desk.kit)
                return 200
            case 6:
                await desk.world.react()
                return 200
            case 7:
                await again(lambda: desk.kit.db.execute("update agent_state set seen_at = now() + interval '1 hour'"))
                await actions.sweep(desk.kit)
                return 200
            case _:
                owner = desk.world.client("http://farol.test/api/customer", dict(dice.choice(customers).headers))
                answer = await owner.post(f"/tickets/{ticket}/messages", json={"client_id": _uuid(n), "body": f"还有 {n}"})
        return answer.status_code

    codes: list[int] = []
    for batch in range(size(8, 20)):
        codes += await asyncio.gather(*(one(batch * 25 + n) for n in range(25)))
    assert set(codes) <= {200, 404, 409, 429}
    await desk.world.react()
    await actions.heal(desk.kit)
    await desk.now()
    for what in (LOST, LEFT_OVER, DANGLING, GAPS, UNSEEN):
        assert await desk.kit.db.fetchval(what) == 0, what


def _uuid(n: int) -> str:
    return f"00000000-0000-4000-8000-{n:012d}"
