"""What becomes of a draft is a label: sent as it was, edited, or dropped."""

from typing import Any

from farol.app.demo import cast
from farol.desk.copilot import actions
from farol.desk.copilot.labels import outcome
from tests.world import World

from .test_draft import ticket_about


async def made(desk: World, books: Any) -> tuple[int, Any, dict[str, Any]]:
    ticket, ana, _ = await ticket_about(desk, books, "wd.not_received")
    return ticket, ana, await ana.ok("POST", f"/tickets/{ticket}/copilot/draft", json={})


async def label(desk: World, id_: int) -> Any:
    await desk.react()
    return await desk.kit.db.fetchrow("select outcome, changed, message_seq from copilot_draft where id = $1", id_)


async def test_sent_as_it_was(desk: World, books: Any) -> None:
    ticket, ana, draft = await made(desk, books)
    await ana.ok("PUT", f"/copilot-drafts/{draft['id']}/use")
    body = draft["body"].replace("{{fill:", "").replace("}}", "")
    await desk.kit.db.execute("update copilot_draft set body = $2 where id = $1", draft["id"], body)
    seq = (await desk.say(ana, ticket, body))["seq"]
    row = await label(desk, draft["id"])
    assert (row["outcome"], row["changed"], row["message_seq"]) == ("sent", 0.0, seq)
    kinds = [r["kind"] for r in await desk.kit.db.fetch("select kind from event where stream = $1 order by seq", f"copilot:{draft['id']}")]
    assert kinds == ["copilot.drafted", "copilot.used", "copilot.settled"]


async def test_sent_as_it_was_in_another_language(desk: World, books: Any) -> None:
    ticket, ana, draft = await made(desk, books)
    await ana.ok("PUT", f"/copilot-drafts/{draft['id']}/use")
    await desk.kit.db.execute("update copilot_draft set body = '您的提币已在链上。' where id = $1", draft["id"])
    seq = (await desk.say(ana, ticket, "Ваш вывод уже в блокчейне."))["seq"]
    await desk.kit.db.execute(
        "insert into message_translation (ticket_id, client_id, staff_id, source, target, original, machine, way)"
        " select ticket_id, client_id, author_id, 'zh-Hans', 'ru', '您的提币已在链上。', body, 'service' from message where ticket_id = $1 and seq = $2", ticket, seq)
    assert (await label(desk, draft["id"]))["outcome"] == "sent"


async def test_edited_and_rewritten(desk: World, books: Any) -> None:
    ticket, ana, draft = await made(desk, books)
    await desk.kit.db.execute("update copilot_draft set body = '您的充值已经到账，可以提币了。' where id = $1", draft["id"])
    await ana.ok("PUT", f"/copilot-drafts/{draft['id']}/use")
    await desk.say(ana, ticket, "您好，您的充值已经到账，现在可以提币了。")
    row = await label(desk, draft["id"])
    assert row["outcome"] == "edited"
    assert 0 < row["changed"] < 0.4
    again = await ana.ok("POST", f"/tickets/{ticket}/copilot/draft", json={})
    await ana.ok("PUT", f"/copilot-drafts/{again['id']}/use")
    await desk.say(ana, ticket, "这件事由别的同事处理。")
    assert (await label(desk, again["id"]))["outcome"] == "dropped"


async def test_not_used_is_dropped_and_so_is_what_nobody_came_back_to(desk: World, books: Any) -> None:
    ticket, ana, draft = await made(desk, books)
    await desk.say(ana, ticket, "您的提币在处理。")
    row = await label(desk, draft["id"])
    assert (row["outcome"], row["changed"], row["message_seq"]) == ("dropped", None, None)
    left = await ana.ok("POST", f"/tickets/{ticket}/copilot/draft", json={})
    await desk.kit.db.execute("update copilot_draft set at = now() - interval '2 days' where id = $1", left["id"])
    assert await actions.give_up(desk.kit) == 1
    assert await actions.give_up(desk.kit) == 0


async def test_only_ones_own_and_only_once(desk: World, books: Any) -> None:
    _, ana, draft = await made(desk, books)
    sol = await desk.staff(cast.SOL)
    assert (await sol.put(f"/copilot-drafts/{draft['id']}/use")).status_code == 404
    await ana.ok("PUT", f"/copilot-drafts/{draft['id']}/drop")
    assert (await ana.put(f"/copilot-drafts/{draft['id']}/drop")).status_code == 404
    assert (await ana.put("/copilot-drafts/987654321/use")).status_code == 404


def test_the_share_that_was_written_anew() -> None:
    assert outcome("Your deposit is credited.", "your deposit is credited", used=True) == ("sent", 0.0)
    assert outcome("a b c d", "e f g h", used=True) == ("dropped", 1.0)
    assert outcome("a b c d", "a b c d", used=False) == ("dropped", None)
