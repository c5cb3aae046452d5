"""What an action rests on is asked for at the last moment, and a limit is no reason against what was asked for before."""

from uuid import uuid4

import pytest

from farol.app.demo import cast
from farol.trust.identity.model import Level
from farol.trust.proposals import gates

from .conftest import Desk


async def test_what_lost_its_ground_after_the_approval_is_never_sent(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[int]()

    async def gone(tx: object, proposal: gates.Proposal) -> bool:
        asked.append(proposal.id)
        return False

    monkeypatch.setitem(gates.GROUNDS, "goodwill.grant", gone)
    await desk.prove(Level.CONTACT)
    made = await desk.proposed(cast.ANA, "goodwill.grant")
    await desk.approved(cast.SOL, made["id"])
    await desk.work()
    assert asked == [made["id"]]
    row = await desk.kit.db.fetchrow("select state, why, tries from proposal where id = $1", made["id"])
    assert tuple(row) == ("refused", "ground_gone", 0)
    assert not desk.core.orders


async def test_the_same_once_more_is_answered_where_the_limit_is_reached_by_it(desk: Desk) -> None:
    ana = await desk.come(cast.ANA)
    for _ in range(4):
        await desk.proposed(cast.ANA, "goodwill.grant", params={"amount": "100", "coin": "USDT"})
    last = desk.body("goodwill.grant", params={"amount": "100", "coin": "USDT"})
    made = await ana.ok("POST", f"/tickets/{desk.ticket}/proposals", json=last)
    assert (await ana.ok("POST", f"/tickets/{desk.ticket}/proposals", json=last))["id"] == made["id"]
    over = await ana.post(f"/tickets/{desk.ticket}/proposals", json={**last, "client_id": str(uuid4())})
    assert over.json()["code"] == "over_limit"


@pytest.mark.parametrize("kind", ["x" * 500, "text/plain", "application/xml"])
async def test_a_body_of_another_type_decides_nothing(desk: Desk, kind: str) -> None:
    made = await desk.proposed(cast.ANA, "goodwill.grant")
    sol = await desk.come(cast.SOL)
    answer = await sol.post(f"/proposals/{made['id']}/approval", content=b"{}", headers={"content-type": kind})
    assert answer.status_code == 400
    assert await desk.state(made["id"]) == "proposed"
