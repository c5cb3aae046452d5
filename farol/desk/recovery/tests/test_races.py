"""Two things at one moment, and processes that die: nothing is carried out that its owner took back, and nothing twice."""

import asyncio
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from farol.app.demo import cast
from farol.desk.recovery import rule_store
from farol.desk.recovery.actions import checking
from farol.desk.recovery.judging import judge
from farol.desk.recovery.model import Facts, Verdict
from farol.kit import clock

from .conftest import Scene

OPEN = "select id from proposal where settled_at is null"


async def both_approve(scene: Scene, proposal: int) -> None:
    for who in (cast.VERA, cast.DAN):
        await (await scene.staff(who)).ok("POST", f"/proposals/{proposal}/approval", json={"words": "seen"})


async def test_two_colleagues_propose_at_one_moment(scene: Scene) -> None:
    id_ = await scene.ready()
    seen = [one["id"] for one in (await scene.case(id_))["pieces"]]
    clients = [await scene.staff(who) for who in (cast.ANA, cast.SOL)]
    await asyncio.gather(*(one.post(f"/recoveries/{id_}/check", json={"seen": seen, "words": "seen"}) for one in clients))
    open_ = [row["id"] for row in await scene.kit.db.fetch(OPEN)]
    assert open_ == [await scene.kit.db.fetchval("select proposal_id from recovery where id = $1", id_)]


async def test_taken_back_while_it_is_being_proposed(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    id_ = await scene.ready()

    @dataclass
    class Then:
        real: Any

        def __getattr__(self, name: str) -> Any:
            return getattr(self.real, name)

        async def propose(self, *given: Any, **named: Any) -> Any:
            made = await self.real.propose(*given, **named)
            await scene.rosa.post(f"/my/recovery/{id_}/withdrawal")
            return made

    monkeypatch.setattr(checking, "proposals", Then(checking.proposals))
    await scene.check(id_)
    assert await scene.state(id_) == "withdrawn"
    assert await scene.kit.db.fetch(OPEN) == []


async def test_a_proposal_that_was_never_kept_is_never_carried_out(scene: Scene) -> None:
    id_ = await scene.ready()
    proposal = (await scene.check(id_))["recovery"]["proposal_id"]
    await scene.kit.db.execute("update recovery set proposal_id = null where id = $1", id_)
    await scene.rosa.post(f"/my/recovery/{id_}/withdrawal")
    await both_approve(scene, proposal)
    await scene.work()
    row = await scene.kit.db.fetchrow("select state, why, tries from proposal where id = $1", proposal)
    assert tuple(row) == ("refused", "ground_gone", 0)
    assert scene.phone.parts.world.ledger.moved(cast.ROSA.uid) == {}


async def test_an_account_in_danger_after_the_approval_keeps_its_coins_where_they_are(scene: Scene) -> None:
    id_ = await scene.ready()
    proposal = (await scene.check(id_))["recovery"]["proposal_id"]
    await both_approve(scene, proposal)
    await scene.kit.db.execute(
        "insert into core_event (id, type, uid, entity_kind, entity_id, seq, at, data, via, state) "
        "values ('e-1', 'security.contact_changed', $1, 'user', $1, 1, now() + interval '1 s', '{}', 'webhook', 'applied')", cast.ROSA.uid)
    await scene.work()
    assert await scene.kit.db.fetchval("select why from proposal where id = $1", proposal) == "ground_gone"
    assert await scene.state(id_) == "quoted"
    assert "agree once more" in await scene.said(id_)
    assert scene.phone.parts.world.ledger.moved(cast.ROSA.uid) == {}


async def test_an_agreement_that_is_void_is_asked_for_again_and_not_when_its_owner_only_signed_out(scene: Scene) -> None:
    id_ = await scene.ready()
    await scene.kit.db.execute("update identity_proof set revoked_at = now(), revoked_why = 'staff', revoked_by = 'staff:1'")
    seen = [one["id"] for one in (await scene.case(id_))["pieces"]]
    answer = await (await scene.staff(cast.ANA)).post(f"/recoveries/{id_}/check", json={"seen": seen})
    assert answer.json()["code"] == "recovery_consent_over"
    assert await scene.state(id_) == "quoted"
    await scene.kit.db.execute("update identity_proof set revoked_at = null, revoked_why = null, revoked_by = null")
    await scene.agree(id_)
    await scene.kit.db.execute("update identity_proof set revoked_at = now(), revoked_why = 'sign_out', revoked_by = 'system:0' where revoked_at is null")
    assert (await scene.check(id_))["recovery"]["proposal_id"]


def test_amounts_of_forty_digits_lose_none() -> None:
    facts = Facts("missing_memo", "XRP", "XRP", "12345678901234567890.123456789012345678", core=Verdict("credit", True, "0.000000000000000001", "XRP", 3))
    quote = judge(facts, rule_store.shipped(), clock.now()).quote
    assert quote
    assert quote.brings == "12345678901234567890.123456789012345677"
    assert Decimal(quote.fee) == Decimal("1e-18")
