"""Said in public, answered in public by two people without anybody's data, and gone on with in private."""

from uuid import uuid4

import msgspec
import pytest

from farol.app.demo import cast
from farol.app.demo.doors.platforms import x
from farol.channels.partner import actions as partners
from farol.desk.guard import actions
from farol.desk.guard.actions import know
from farol.desk.guard.links import Hosts
from farol.kit.permission import SYSTEM
from tests.world import FAROL, Client

from .conftest import Square

COMPLAINT = "My withdrawal of 5 USDT is stuck for days, scam!!"
SENTENCE = "We wrote to you in private. Please answer there."


async def first(client: Client) -> dict[str, object]:
    found = (await client.ok("GET", "/opinions"))["opinions"]
    whole: dict[str, object] = await client.ok("GET", f"/opinions/{found[0]['id']}")
    return whole


async def test_a_complaint_about_ones_own_case_goes_on_in_private(square: Square) -> None:
    await square.post(COMPLAINT)
    ana = await square.world.staff()
    opinion = (await first(ana))["opinion"]
    assert isinstance(opinion, dict)
    assert (opinion["mood"], opinion["kind"], opinion["own_case"]) == ("negative", "complaint", True)
    ticket = await ana.ok("GET", f"/tickets/{opinion['ticket_id']}")
    assert COMPLAINT in str(ticket)
    await ana.ok("POST", f"/tickets/{opinion['ticket_id']}/messages", json={"client_id": str(uuid4()), "body": "We look into it."})
    await square.ours.work()
    assert "We look into it." in square.there.dms["3001969357"][0]["text"]
    assert square.there.posts == []


async def test_praise_and_news_make_no_ticket(square: Square) -> None:
    await square.post("Great support, thanks!")
    opinion = (await first(await square.world.staff()))["opinion"]
    assert isinstance(opinion, dict)
    assert (opinion["mood"], opinion["ticket_id"]) == ("positive", None)


async def test_a_public_answer_needs_a_second_person(square: Square) -> None:
    await square.post(COMPLAINT)
    ana, sol = await square.world.staff(), await square.world.staff(cast.SOL)
    id_ = (await ana.ok("GET", "/opinions"))["opinions"][0]["id"]
    client_id = str(uuid4())
    made = await ana.ok("POST", f"/opinions/{id_}/answers", json={"client_id": client_id, "body": SENTENCE})
    assert await ana.ok("POST", f"/opinions/{id_}/answers", json={"client_id": client_id, "body": SENTENCE}) == made
    own = await ana.request("POST", f"/opinions/answers/{made['id']}/ruling", json={"approve": True})
    assert own.json()["code"] == "opinion_own_answer"
    await square.ours.work()
    assert square.there.posts == []
    await sol.ok("POST", f"/opinions/answers/{made['id']}/ruling", json={"approve": True})
    again = await sol.request("POST", f"/opinions/answers/{made['id']}/ruling", json={"approve": False})
    assert again.json()["code"] == "opinion_decided"
    await square.ours.work()
    (post,) = square.there.posts
    assert (post["text"], post["reply"]["in_reply_to_tweet_id"]) == (SENTENCE, "1860000000000000001")
    whole = await ana.ok("GET", f"/opinions/{id_}")
    assert (whole["opinion"]["answered_by"], whole["answers"][0]["delivery"]) == (cast.ANA.name, "sent")
    assert whole["answers"][0]["decided_by"] == cast.SOL.name


@pytest.mark.parametrize(("words", "code"), [
    ("Your case FRL-2026-000123 is open.", "opinion_personal"), ("Hello Mei, we look.", "opinion_personal"),
    ("Write to help@exchange.example.", "opinion_personal"), ("It takes 3 days.", "opinion_personal"),
    ("Send us your password in private.", "never_asked"),
])  # fmt: skip
async def test_what_belongs_to_one_person_is_refused(square: Square, words: str, code: str) -> None:
    await square.post(COMPLAINT)
    ana = await square.world.staff()
    id_ = (await ana.ok("GET", "/opinions"))["opinions"][0]["id"]
    refused = await ana.request("POST", f"/opinions/{id_}/answers", json={"client_id": str(uuid4()), "body": words})
    assert (refused.status_code, refused.json()["code"]) == (422, code)


async def test_words_that_lead_elsewhere_wait_for_who_may_release_them(square: Square) -> None:
    know(Hosts(frozenset({"farol.test"})))
    try:
        await square.post(COMPLAINT)
        ana, ines, sol = await square.world.staff(), await square.world.staff(cast.INES), await square.world.staff(cast.SOL)
        id_ = (await ana.ok("GET", "/opinions"))["opinions"][0]["id"]
        body = {"client_id": str(uuid4()), "body": "The network explains it at https://status.network.example today."}
        refused = await ana.request("POST", f"/opinions/{id_}/answers", json=body)
        assert refused.json()["code"] == "link_not_allowed"
        made = (await ana.ok("POST", f"/opinions/{id_}/answers", json={**body, "hold": True}))["id"]
        assert (await sol.ok("GET", f"/opinions/{id_}"))["answers"][0]["strange"] == "https://status.network.example"
        assert (await ines.request("POST", f"/opinions/answers/{made}/ruling", json={"approve": True})).status_code == 403
        await square.ours.work()
        assert square.there.posts == []
        await sol.ok("POST", f"/opinions/answers/{made}/ruling", json={"approve": True})
        await square.ours.work()
        assert [post["text"] for post in square.there.posts] == [body["body"]]
        never = {"client_id": str(uuid4()), "body": "Send us your password in private.", "hold": True}
        assert (await ana.request("POST", f"/opinions/{id_}/answers", json=never)).json()["code"] == "never_asked"
    finally:
        actions._known.clear()


async def test_said_twice_is_kept_once_and_taken_back_is_seen(square: Square) -> None:
    await square.post("slow and useless")
    await square.post("slow and useless")
    ana = await square.world.staff()
    assert len((await ana.ok("GET", "/opinions"))["opinions"]) == 1
    await square.tell({"tweet_delete_events": [{"status": {"id": "1860000000000000001", "user_id": "3001969357"}, "timestamp_ms": "1795169700000"}]})
    assert (await ana.ok("GET", "/opinions"))["opinions"][0]["state"] == "removed"
    gone = await ana.request("POST", f"/opinions/{(await ana.ok('GET', '/opinions'))['opinions'][0]['id']}/answers",
                             json={"client_id": str(uuid4()), "body": SENTENCE})
    assert gone.json()["code"] == "opinion_not_answerable"


async def test_staff_mark_assign_settle_and_filter(square: Square) -> None:
    await square.post("BTC is up")
    ana = await square.world.staff()
    me = await square.kit.db.fetchval("select id from staff where email = $1", cast.ANA.email)
    id_ = (await ana.ok("GET", "/opinions"))["opinions"][0]["id"]
    await ana.ok("PUT", f"/opinions/{id_}/mark", json={"mood": "negative", "topic": "wd"})
    await ana.ok("PUT", f"/opinions/{id_}/assignee", json={"staff_id": me})
    await ana.ok("PUT", f"/opinions/{id_}/standing", json={"standing": "settled"})
    found = (await ana.ok("GET", f"/opinions?standing=settled&mood=negative&topic=wd&source=x&assignee={me}"))["opinions"]
    assert [(one["id"], one["marked"], one["assignee_name"]) for one in found] == [(id_, True, cast.ANA.name)]
    assert (await ana.ok("GET", "/opinions?standing=open"))["opinions"] == []
    assert (await ana.ok("GET", "/opinions/figures"))["figures"][0]["n"] == 1


async def test_who_is_muted_is_put_aside(square: Square) -> None:
    sol = await square.world.staff(cast.SOL)
    await square.post("buy my course", n=1, who="99", name="Spam")
    id_ = (await sol.ok("GET", "/opinions"))["opinions"][0]["id"]
    await sol.ok("POST", f"/opinions/{id_}/mute", json={"why": "spam"})
    await square.post("My money is gone, buy my course", n=2, who="99", name="Spam")
    assert [one["state"] for one in (await sol.ok("GET", "/opinions"))["opinions"]] == ["muted", "muted"]
    assert await square.kit.db.fetchval("select count(*) from ticket") == 0
    await sol.ok("DELETE", f"/opinions/{id_}/mute")
    assert [one["state"] for one in (await sol.ok("GET", "/opinions"))["opinions"]] == ["open", "open"]


async def test_many_complaints_ring_once(square: Square) -> None:
    sol = await square.world.staff(cast.SOL)
    for n in range(1, 8):
        await square.post("withdrawal failed again, stuck, terrible", n=n, who=str(n), name=f"P{n}")
    topics = {one["topic"] for one in (await sol.ok("GET", "/opinions"))["opinions"]}
    assert topics == {"wd"}
    notices = (await sol.ok("GET", "/notices"))["notices"]
    assert len([one for one in notices if "complaints in public" in str(one)]) == 1


async def test_pasted_ones_and_those_of_the_exchanges_systems(square: Square) -> None:
    ana = await square.world.staff()
    body = {"source": "review", "body": "My account 12345 was frozen, password: Hunter2!x", "link": "https://reviews.example/1", "author": "Rosa", "rating": 1}
    made = await ana.ok("POST", "/opinions", json=body)
    assert (await ana.ok("POST", "/opinions", json=body)) == {"id": None}
    whole = await ana.ok("GET", f"/opinions/{made['id']}")
    assert "Hunter2" not in whole["opinion"]["body"]
    refused = await ana.request("POST", f"/opinions/{made['id']}/answers", json={"client_id": str(uuid4()), "body": SENTENCE})
    assert refused.json()["code"] == "opinion_not_answerable"
    ticket = await ana.ok("POST", f"/opinions/{made['id']}/ticket")
    assert (await ana.request("POST", f"/opinions/{made['id']}/ticket")).json()["code"] == "opinion_ticket_there"
    assert (await ana.ok("GET", f"/opinions/{made['id']}"))["opinion"]["ticket_id"] == ticket["id"]


async def test_feeds_on_our_own_network_are_refused(square: Square) -> None:
    sol = await square.world.staff(cast.SOL)
    for url in ("https://127.0.0.1/feed", "https://169.254.169.254/latest", "https://localhost/x"):
        refused = await sol.request("POST", "/opinions/watches", json={"source": "blog", "name": "x", "url": url})
        assert 400 <= refused.status_code < 500, refused.text
    assert (await sol.ok("GET", "/opinions/watches"))["watches"] == []


async def test_reach_is_told(square: Square) -> None:
    tweet = {"id_str": "1860000000000000077", "text": "@exchange slow", "timestamp_ms": "1795169700000", "entities": {"user_mentions": [{"id_str": x.USER}]},
             "user": {"id_str": "5", "name": "Loud", "screen_name": "loud", "followers_count": 120_000}}
    await square.tell({"tweet_create_events": [tweet]})
    opinion = (await first(await square.world.staff()))["opinion"]
    assert isinstance(opinion, dict)
    assert opinion["reach"] == 120_000


async def test_the_exchanges_systems_bring_opinions_in(square: Square) -> None:
    await square.world.staff()
    maker = msgspec.structs.replace(SYSTEM, id=await square.kit.db.fetchval("select id from staff"))
    made = await partners.make_key(square.kit, maker, "Watcher", "write")
    partner = square.world.client(FAROL + "/api/partner/v1", {"authorization": f"Bearer {made.secret}"})
    first = await partner.ok("POST", "/opinions", json={"source": "google_play", "body": "Cannot log in", "external_id": "gp:1", "rating": 1})
    assert first["id"]
    assert await partner.ok("POST", "/opinions", json={"source": "google_play", "body": "Cannot log in", "external_id": "gp:1", "rating": 1}) == {"id": None}
