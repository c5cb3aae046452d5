"""What an agent says of the assistant's answer, and what is kept of the customer's words."""

from uuid import uuid4

import pytest

from farol.app.demo import cast
from farol.desk.copilot.events import DraftSettled
from farol.insight.learning import store
from farol.insight.learning.words import kept
from farol.kit import clock
from farol.kit.events import emit
from farol.kit.permission import SYSTEM
from tests.world import World, later

from .conftest import answered

BODY = "Hi, this is Mei Lin. My 250 USDT deposit 0x9f3c1e2d4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0 has not arrived, mail mei@example.com"


async def label(world: World, ticket: int) -> dict[str, object]:
    row = await world.kit.db.fetchrow("select kind, was, reason, words, language from learning_label where ticket_id = $1", ticket)
    return dict(row) if row else {}


async def test_a_wrong_reason_is_kept_with_words_that_name_nobody(world: World) -> None:
    ana, mei = await world.staff(), await world.customer(cast.MEI)
    ticket, seq = await answered(world, mei, f"I am {cast.MEI.name}. {BODY}", "wd.pending_review")
    path = f"/tickets/{ticket}/assistant/corrections"
    await ana.ok("POST", path, json={"seq": seq, "kind": "wrong_reason", "reason": "dep.unconfirmed"})
    found = await label(world, ticket)
    assert (found["kind"], found["was"], found["reason"]) == ("wrong_reason", "wd.pending_review", "dep.unconfirmed")
    words = str(found["words"])
    assert "deposit" in words
    assert "has not arrived" in words
    for personal in (cast.MEI.name, "250", "0x9f3c", "example.com"):
        assert personal not in words
    [said] = (await ana.ok("GET", path))["corrections"]
    assert (said["by"], said["kind"]) == (cast.ANA.name, "wrong_reason")
    event = await world.kit.db.fetchrow("select body, public from event where kind = 'learning.corrected'")
    assert event
    assert event["public"] is False


async def test_said_again_it_changes_and_a_right_answer_keeps_its_reason(world: World) -> None:
    ana, mei = await world.staff(), await world.customer(cast.MEI)
    ticket, seq = await answered(world, mei, "Where is my deposit")
    path = f"/tickets/{ticket}/assistant/corrections"
    await ana.ok("POST", path, json={"seq": seq, "kind": "wrong_answer"})
    assert (await label(world, ticket))["reason"] == ""
    await ana.ok("POST", path, json={"seq": seq, "kind": "right"})
    assert (await label(world, ticket))["reason"] == "dep.unconfirmed"
    assert len((await ana.ok("GET", path))["corrections"]) == 1


async def test_what_cannot_be_is_refused(world: World) -> None:
    ana, mei = await world.staff(), await world.customer(cast.MEI)
    ticket, seq = await answered(world, mei, "Where is my deposit")
    path = f"/tickets/{ticket}/assistant/corrections"
    assert (await ana.post(path, json={"seq": seq, "kind": "wrong_reason"})).json()["code"] == "correction_lacks"
    assert (await ana.post(path, json={"seq": seq, "kind": "wrong_reason", "reason": "no.such"})).status_code == 422
    assert (await ana.post(path, json={"seq": seq, "kind": "right", "article": 987_654})).status_code == 422
    assert (await ana.post(path, json={"seq": 987_654, "kind": "right"})).status_code == 404


async def test_nothing_is_kept_of_somebody_in_danger_of_closed_teams_or_of_who_said_no(world: World) -> None:
    ana, vera = await world.staff(), await world.staff(cast.VERA)
    mei, ivan, rosa = await world.customer(cast.MEI), await world.customer(cast.IVAN), await world.customer(cast.ROSA)
    danger, first = await answered(world, mei, "Where is my deposit, please look")
    await world.kit.db.execute("update ticket set reason = 'care.person_at_risk' where id = $1", danger)
    closed, second = await answered(world, ivan, "Where is my deposit, please look")
    team = await world.kit.db.fetchval("insert into team (key, zh, en, reasons, visibility) values ('aml', '合规', 'AML', '{}', 'members') returning id")
    await world.kit.db.execute("update ticket set team_id = $2 where id = $1", closed, team)
    await rosa.ok("PUT", "/learning", json={"may": False})
    refused, third = await answered(world, rosa, "Where is my deposit, please look")
    for who, ticket, seq in ((ana, danger, first), (vera, closed, second), (ana, refused, third)):
        await who.ok("POST", f"/tickets/{ticket}/assistant/corrections", json={"seq": seq, "kind": "right"})
        assert (await label(world, ticket))["words"] == ""
    assert kept("I want to end my life, nobody helps me", "en", []) == ""


async def test_a_reason_an_agent_sets_is_a_label_and_gives_way_to_a_word_on_the_message(world: World) -> None:
    ana, mei = await world.staff(), await world.customer(cast.MEI)
    ticket, seq = await answered(world, mei, "Where is my deposit, please look")
    version = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": version, "reason": "dep.missing_memo"})
    await world.react()
    assert (await label(world, ticket))["kind"] == "changed"
    await ana.ok("POST", f"/tickets/{ticket}/assistant/corrections", json={"seq": seq, "kind": "right"})
    version = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": version, "reason": "dep.unconfirmed"})
    await world.react()
    assert (await label(world, ticket))["kind"] == "right"


async def test_words_go_when_their_time_is_over_or_the_matter_turns_grave(world: World) -> None:
    ana, mei = await world.staff(), await world.customer(cast.MEI)
    ticket, seq = await answered(world, mei, "Where is my deposit, please look")
    await ana.ok("POST", f"/tickets/{ticket}/assistant/corrections", json={"seq": seq, "kind": "right"})
    await store.forget(world.kit.db, clock.now())
    assert (await label(world, ticket))["words"]
    other, at = await answered(world, mei, "Another deposit is missing here")
    await ana.ok("POST", f"/tickets/{other}/assistant/corrections", json={"seq": at, "kind": "right"})
    await world.kit.db.execute("update ticket set reason = 'care.person_at_risk' where id = $1", other)
    await store.forget(world.kit.db, clock.now())
    assert (await label(world, other))["words"] == ""
    later(days=181)
    await store.forget(world.kit.db, clock.now())
    assert (await label(world, ticket))["words"] == ""


@pytest.mark.parametrize(("body", "language"), [("提币 5000 USDT 到 TXYZopYRdj2D9XRtbG411XZZ3kM5VkAeBf 没到，我叫王小明", "zh-Hans"), ("мой депозит 12500 USDT не пришёл", "ru")])
def test_other_languages_lose_what_is_personal_too(body: str, language: str) -> None:
    words = kept(body, language, ["王小明"])
    assert words
    assert not any(gone in words for gone in ("5000", "12500", "TXYZ", "王小明"))


async def sent(world: World, ticket: int, staff_id: int, outcome: str, reason: str = "dep.missing_memo") -> None:
    """The copilot's draft for that reason, and what became of it."""
    async with world.kit.db.acquire() as connection, connection.transaction():
        macro = await connection.fetchval(
            "insert into macro (scope, name_zh, name_en, shortcut, zh, en, effects, set_by) values ('all', '标签', 'Tag', $1, '好', 'Good', '[]', 'system:0')"
            " returning id", uuid4().hex[:12])
        draft = await connection.fetchval(
            "insert into copilot_draft (ticket_id, staff_id, upto_seq, reason, language, body, made_by, macro_id, sources, outcome, settled_at)"
            " values ($1, $2, 1, $3, 'en', 'Good', 'desk', $4, '[]', $5, now()) returning id", ticket, staff_id, reason, macro, outcome)
        await emit(connection, f"copilot:{draft}", SYSTEM, DraftSettled(ticket, outcome, 0.0, 2))
    await world.react()


async def test_a_draft_that_went_out_as_it_was_says_that_the_reason_was_right(world: World) -> None:
    ana, mei = await world.staff(), await world.customer(cast.MEI)
    me = (await ana.ok("GET", "/session"))["id"]
    ticket, seq = await answered(world, mei, "My deposit came without its tag")
    await sent(world, ticket, me, "edited")
    assert await label(world, ticket) == {}
    await sent(world, ticket, me, "sent")
    found = await label(world, ticket)
    assert (found["kind"], found["reason"], found["words"]) == ("accepted", "dep.missing_memo", "My deposit came without its tag")
    # What somebody says of the message itself goes first, whatever is sent later.
    await ana.ok("POST", f"/tickets/{ticket}/assistant/corrections", json={"seq": seq, "kind": "wrong_reason", "reason": "dep.unconfirmed"})
    await sent(world, ticket, me, "sent")
    assert (await label(world, ticket))["reason"] == "dep.unconfirmed"
