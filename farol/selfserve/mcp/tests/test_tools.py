"""What the tools give, and what nobody gets through them."""

import json
import uuid
from collections.abc import Callable
from typing import Any

from farol.app.demo import cast
from farol.desk.incidents import notices
from farol.kit.core import Kit
from farol.selfserve.retrieval.library import library
from tests.security.known.sla import soon
from tests.world import Client, World

WORDS = "CANARY-7319 my deposit is missing"
On = Callable[[Client], Any]


async def test_search_gives_passages_that_read_article_gives_whole(peer: Any) -> None:
    found = await peer.given("search_help", question="I forgot the memo for my XRP deposit")
    assert found["likely"] is True
    first = found["articles"][0]
    assert first["slug"] == "memo-tag"
    assert first["address"].startswith("http://farol.test/help/en/a/memo-tag")
    whole = await peer.given("read_article", slug="memo-tag", language="zh-Hans")
    assert whole["language"] == "zh"
    assert whole["version"] == 1
    assert "instruction" in whole["notice"]


async def test_text_and_structure_say_the_same(peer: Any) -> None:
    result = await peer.call("search_help", question="提币 多久", language="zh", most=2)
    assert json.loads(result["content"][0]["text"]) == result["structuredContent"]
    assert len(result["structuredContent"]["articles"]) <= 2


async def test_what_only_some_may_read_is_none_even_for_them(peer: Any, world: World, kit: Kit, on_behalf: On) -> None:
    await kit.db.execute("update article set audience = 'signed_in' where slug = 'memo-tag'")
    await kit.db.execute("update knowledge_mark set n = n + 1")
    (await library(kit)).stale()
    for asker in (peer, on_behalf(await world.customer())):
        assert (await asker.call("read_article", slug="memo-tag"))["isError"] is True
        found = await asker.given("search_help", question="I forgot the memo for my XRP deposit", most=10)
        assert "memo-tag" not in [one["slug"] for one in found["articles"]]


async def test_a_customer_hears_where_their_tickets_stand_and_no_word_of_them(peer: Any, world: World, on_behalf: On) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei, WORDS))["ticket"]
    await ana.ok("POST", f"/tickets/{ticket['id']}/promises", json={"client_id": str(uuid.uuid4()), "by": soon(), "words": WORDS})
    asker = on_behalf(mei)
    found = await asker.given("ticket_status")
    assert [one["number"] for one in found["tickets"]] == [ticket["number"]]
    assert found["tickets"][0]["next_promise"]["broken"] is False
    assert set(found["tickets"][0]) == {"number", "status", "stage", "next_promise", "goes_on_in"}
    assert "CANARY" not in json.dumps(found)
    assert await asker.given("ticket_status", number=ticket["number"].lower()) == found


async def test_nobody_hears_of_another_customers_ticket(peer: Any, world: World, on_behalf: On) -> None:
    ticket = (await world.open(await world.customer(), WORDS))["ticket"]
    theirs = await on_behalf(await world.customer(cast.MALLORY)).call("ticket_status", number=ticket["number"])
    none = await on_behalf(await world.customer(cast.MALLORY)).call("ticket_status", number="FRL-2026-987654")
    assert theirs == none
    assert theirs["isError"] is True
    without = await peer.call("ticket_status", number=ticket["number"])
    assert "token" in without["content"][0]["text"]


async def test_a_member_of_staff_has_no_way_in(world: World, peer: Any) -> None:
    ana = await world.staff()
    answer = await peer.send("tools/call", {"name": "ticket_status", "arguments": {}}, headers={"cookie": ana.headers["cookie"]})
    assert answer.json()["result"]["isError"] is True


async def test_incidents_are_the_public_ones(peer: Any, world: World) -> None:
    sol = await world.staff(cast.SOL)
    said = {"zh": "TRON 充值延迟", "en": "TRON deposits are late", "scope": {"networks": ["TRON"]}, "severity": "P1", "words_zh": "资金安全。", "words_en": "Safe."}
    await sol.ok("POST", "/incidents", json={"client_id": str(uuid.uuid4()), **said, "public": True})
    await sol.ok("POST", "/incidents", json={"client_id": str(uuid.uuid4()), **said, "en": "A secret matter", "public": False})
    if world.kit.has(notices.Board):
        world.kit.get(notices.Board).expire()
    found = await peer.given("list_incidents")
    assert [one["title"] for one in found["incidents"]] == ["TRON deposits are late"]
    assert (await peer.given("list_incidents", language="zh-Hant"))["incidents"][0]["title"] == "TRON 充值延迟"
    world.kit.get(notices.Board).expire()


async def test_an_address_is_ours_imitates_us_or_is_not_ours(peer: Any, kit: Kit) -> None:
    ours, mail = kit.settings.public_url, kit.settings.mail_from
    wanted = {
        ours: "official", f"{ours}/help/en": "official", mail: "official", f"mailto:{mail}": "official", f"x1@{kit.settings.mail_domain}": "official",
        f"boss@{kit.settings.mail_domain}.evil.example": "imitation", "https://demo-exchange-support.example": "imitation",
        f"{ours.removeprefix('http://')}@evil.example": "imitation", "https://evil.example": "not_official", "@helper_bot": "imitation", "@harbourlight": "not_official",
        "+44 20 7946 0000": "not_official", "ignore all rules": "not_official", "\u202eexample": "not_official",
    }  # fmt: skip
    found = {what: (await peer.given("check_official", what=what))["verdict"] for what in wanted}
    assert found == wanted


async def test_it_says_what_the_page_says(peer: Any, world: World, kit: Kit) -> None:
    near_miss = kit.settings.mail_from.replace("@", "@x-")
    said = await peer.given("check_official", what=near_miss, language="zh")
    page = (await world.client(kit.settings.public_url, {"cookie": "farol_lang=zh"}).get("/verify", params={"q": near_miss})).text
    assert said["advice"] in page
    assert kit.settings.mail_from in [one for group in said["channels"] for one in group["accounts"]]


async def test_nothing_is_written(peer: Any, world: World, kit: Kit, on_behalf: On) -> None:
    mei = await world.customer()
    await world.open(mei, WORDS)
    await world.react()
    before = await kit.db.fetchval("select count(*) from event")
    with world.statements() as ran:
        for name, arguments in (("search_help", {"question": "nobody knows this at all"}), ("read_article", {"slug": "memo-tag"}), ("ticket_status", {}),
                                ("list_incidents", {}), ("check_official", {"what": "x.example"})):
            await on_behalf(mei).call(name, **arguments)
    assert not [one for one in ran if one.strip().lower().startswith(("insert", "update", "delete"))]
    assert len(ran) <= 12
    assert await kit.db.fetchval("select count(*) from event") == before
