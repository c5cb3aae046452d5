"""A summary names the messages it rests on; a model's is shown only when all of it stands in them."""

from typing import Any

from tests.world import World

from .test_draft import ticket_about


async def test_it_says_what_is_wanted_said_and_open(desk: World, books: Any) -> None:
    ticket, ana, deposit = await ticket_about(desk, books)
    said = (await desk.say(ana, ticket, "您好！我在查这笔充值。"))["seq"]
    asked = (await desk.say(await desk.customer(), ticket, "还要多久？"))["seq"]
    found = await ana.ok("GET", f"/tickets/{ticket}/copilot/summary")
    by = {one["kind"]: one for one in found["lines"]}
    assert found["made_by"] == "desk"
    assert "没到账" in by["wants"]["quote"]
    assert deposit.txid not in by["wants"]["quote"]
    assert by["said"]["seqs"] == [said]
    assert by["said"]["quote"] == "我在查这笔充值。"
    assert asked in next(one for one in found["lines"] if one["kind"] == "open")["seqs"]
    assert by["next"]["words"]["en"].startswith("Next step: ")
    assert "没到账" in found["text"]


async def test_a_models_summary_is_checked(desk: World, books: Any, models: Any) -> None:
    ticket, ana, _ = await ticket_about(desk, books)
    first = (await ana.ok("GET", f"/tickets/{ticket}"))["messages"][0]["seq"]

    def part(text: str, *seqs: int) -> dict[str, Any]:
        return {"text": text, "seqs": list(seqs)}

    good = {"wants": part("客户的充值没有到账。", first, 999), "said": part(""), "open": part("还没有答复。", first), "last": part("")}
    server = models("good", lambda _: good)
    found = await ana.ok("POST", f"/tickets/{ticket}/copilot/summary")
    assert (found["made_by"], found["lines"][0]["quote"], found["lines"][0]["seqs"]) == ("model", "客户的充值没有到账。", [first])
    server.answers = lambda _: {**good, "open": part("我们承诺 48 小时内退款。", first)}
    found = await ana.ok("POST", f"/tickets/{ticket}/copilot/summary")
    assert (found["made_by"], found["why"]) == ("desk", "ungrounded")
    server.answers = lambda _: {**good, "wants": part("客户的充值没有到账。", 999)}
    assert (await ana.ok("POST", f"/tickets/{ticket}/copilot/summary"))["why"] == "ungrounded"
