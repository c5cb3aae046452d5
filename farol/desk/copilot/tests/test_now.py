"""The next step: from the checklist, triage and the case, with why and what its button shows."""

from typing import Any

from tests.world import World

from .test_draft import ticket_about


async def test_the_next_step_says_why_and_what_it_opens(desk: World, books: Any) -> None:
    ticket, ana, _ = await ticket_about(desk, books)
    now = await ana.ok("GET", f"/tickets/{ticket}/copilot")
    assert now["next"]["opens"] in ("draft", "status", "case", "recovery", "checklist")
    assert now["next"]["why"]["zh"]
    assert (now["drafts"], now["summaries"]) == (False, False)


async def test_procedures_of_danger_come_first(desk: World, books: Any) -> None:
    ticket, ana, _ = await ticket_about(desk, books, "sec.account_stolen")
    first = (await ana.ok("GET", f"/tickets/{ticket}/copilot"))["next"]
    assert (first["of"], first["opens"]) == ("checklist", "checklist")


async def test_a_ticket_without_reason_needs_one(desk: World) -> None:
    ana = await desk.staff()
    ticket = (await desk.open(await desk.visitor(), "你好"))["ticket"]["id"]
    now = await ana.ok("GET", f"/tickets/{ticket}/copilot")
    assert any(one["opens"] == "reason" for one in [now["next"], *now["then"]] if one)
