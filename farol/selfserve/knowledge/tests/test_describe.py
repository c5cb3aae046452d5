"""What is said of an article: who may read it, who looks after it, how long it is true."""

from datetime import date, timedelta

import pytest

from farol.app.demo import cast
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.selfserve.knowledge import jobs, store
from farol.selfserve.knowledge.audience import Audience, Reader, at_least, may_read
from farol.selfserve.knowledge.readers import reader_of
from tests.world import EXCHANGE, World, identity

from .conftest import Desk

ABOUT = {"category": "deposits", "place": 3, "owner": None, "review_on": None, "expires_on": None, "audience": "public", "tier": "", "entities": []}


@pytest.mark.parametrize(
    ("audience", "readers"),
    [(Audience(), "anyone plain vip eu staff"), (Audience("signed_in"), "plain vip eu staff"), (Audience("staff"), "staff"),
     (Audience(tier="VIP 2"), "vip staff"), (Audience(entities=("EU",)), "eu staff"), (Audience("signed_in", "VIP", ("EU",)), "staff")],
    ids=["public", "signed in", "staff", "tier", "entity", "both"])
def test_who_may_read(audience: Audience, readers: str) -> None:
    people = {"anyone": Reader(), "plain": Reader("customer"), "vip": Reader("customer", "VIP 3"), "eu": Reader("customer", "", "EU"),
              "staff": Reader("staff")}
    assert " ".join(name for name, reader in people.items() if may_read(audience, reader)) == readers


@pytest.mark.parametrize(("tier", "least", "yes"), [("VIP 3", "VIP", True), ("vip 3", "VIP 3", True), ("VIP", "VIP 1", False), ("", "VIP", False),
                                                    ("Pro 9", "VIP 1", False), ("", "", True), ("VIP 99999999999", "VIP 3", True)])  # fmt: skip
def test_tiers_are_compared_within_their_name(tier: str, least: str, yes: bool) -> None:
    assert at_least(tier, least) is yes


async def test_an_audience_holds_at_once_and_for_every_language(kit: Kit, desk: Desk) -> None:
    article = await desk.open()
    await desk.out(article)
    before = await store.mark(kit.db)
    said = ABOUT | {"audience": "staff", "tier": "VIP 2", "entities": ["EU"], "expires_on": "2026-12-24"}
    answer = await desk.client.ok("PUT", f"/knowledge/articles/{article}", json=said | {"revision": 1})
    assert answer["revision"] == 2
    assert await store.mark(kit.db) > before
    found = (await store.newest(kit.db))[0]
    assert found.audience == Audience("staff", "VIP 2", ("EU",))
    assert (found.expired(date(2026, 12, 23)), found.expired(date(2026, 12, 24))) == (False, True)
    late = await desk.client.put(f"/knowledge/articles/{article}", json=said | {"revision": 1})
    assert (late.status_code, late.json()["code"]) == (409, "conflict")
    wrong = await desk.client.put(f"/knowledge/articles/{article}", json=said | {"revision": 2, "category": "moon"})
    assert wrong.json()["errors"][0]["code"] == "topic"
    nobody = await desk.client.put(f"/knowledge/articles/{article}", json=said | {"revision": 2, "owner": 987654321})
    assert nobody.status_code == 404


async def test_an_agent_reads_and_does_not_describe(world: World, desk: Desk) -> None:
    article = await desk.open()
    ana = await world.staff(cast.ANA)
    assert (await ana.get(f"/knowledge/articles/{article}")).status_code == 200
    assert (await ana.put(f"/knowledge/articles/{article}", json=ABOUT | {"revision": 1})).status_code == 403


async def test_what_is_due_is_listed_and_its_owner_told_once(world: World, desk: Desk) -> None:
    article = await desk.open()
    await desk.out(article)
    owner = (await desk.client.ok("GET", f"/knowledge/articles/{article}"))["about"]["owner_id"]
    today = clock.now().date()
    await desk.client.ok("PUT", f"/knowledge/articles/{article}",
                         json=ABOUT | {"owner": owner, "review_on": str(today), "expires_on": str(today + timedelta(days=90)), "revision": 1})
    listed = (await desk.client.ok("GET", f"/knowledge/articles?due=true&owner={owner}"))["articles"]
    assert [(one["id"], one["owner"]) for one in listed] == [(article, "Kai Nakamura")]
    await jobs.due(world.kit)
    await jobs.due(world.kit)
    assert await world.kit.db.fetchval("select count(*) from notice where title->>'en' = 'Due for review: How to deposit'") == 1


async def test_the_tier_and_company_of_a_customer_come_from_the_exchange(world: World) -> None:
    anyone = world.client("http://farol.test/api/customer", {"origin": EXCHANGE})
    await anyone.ok("POST", "/session", json={"identity": identity(world.kit, cast.MEI, entity="EU")})
    customer = await world.kit.db.fetchval("select id from customer where uid = $1", cast.MEI.uid)
    assert await reader_of(world.kit.db, Actor("customer", customer, frozenset())) == Reader("customer", cast.MEI.tier, "EU")
