"""Waiting: the place falls as others are answered, a promise is a clock, and in the end there are stars. The agent is told of it."""

import asyncio
import re
from typing import Any
from urllib.parse import quote

from playwright.async_api import expect

from farol.app.demo.cast import IVAN, ROSA
from tests.journeys.agent import Agent
from tests.journeys.stage import Stage

FIRST, SECOND = "How do I change my nickname?", "Where do I switch to dark mode?"


async def test_from_the_queue_to_the_stars(stage: Stage) -> None:
    await stage.free_desk()
    ana = await stage.agent()
    await ana.call("POST", "/notices/seen", {"upto": 2**53})
    for state in ("available", "offline"):  # what she takes would go back to the queue had she been offline for long
        await ana.call("PUT", "/me/state", {"state": state})
    ivan = await stage.customer(IVAN, locale="en-GB")
    await ivan.ask(FIRST)
    rosa = await stage.customer(ROSA, locale="en-GB")
    number = await rosa.ask(SECOND)
    wait = rosa.panel.locator(".wait b")

    # She sees how many are before her. Whoever is, Ivan and those who came back to the queue, is taken, and she is next.
    own, _ = await sorted_ticket(ana, SECOND), await sorted_ticket(ana, FIRST)
    await expect(wait).to_have_text(re.compile(r"[1-9]\d* ahead of you"))
    for row in await everything(ana):
        if row["owner"] is None and row["status"] == "open" and row["id"] != own:
            await ana.call("POST", f"/tickets/{row['id']}/take")
    await expect(wait).to_have_text(re.compile("You are (?:next|first in line)"))
    await rosa.panel.get_by_role("button", name="Mail me when it is my turn").click()
    await expect(rosa.panel.locator(".wait .good")).to_contain_text("You keep your place")

    # It is her turn. What Ana promises stands there as a clock.
    await ana.open(SECOND)
    await ana.call("POST", f"/tickets/{own}/take")
    await expect(wait).to_have_count(0)
    by = await ana.page.evaluate("new Date(Date.now() + 600000).toISOString()")
    await ana.call("POST", f"/tickets/{own}/promises", {"client_id": await ana.page.evaluate("crypto.randomUUID()"), "by": by})
    promise = rosa.panel.locator(".standing .bar")
    await expect(promise).to_contain_text(re.compile(r"We write again by (\d+ \w+ )?\d\d:\d\d GMT\+8, in (9|10) min"))

    # Ana looks elsewhere; that Rosa wrote is behind her bell, which opens the ticket.
    await ana.page.locator("nav a.brand").click()
    await rosa.say("I am here")
    bell = ana.page.locator(".rail .bell")
    await expect(bell.locator(".c")).to_be_visible()
    await ana.page.keyboard.press("g")
    await ana.page.keyboard.press("n")
    line = ana.page.locator(".notices li button", has_text=number).filter(has_text="I am here")
    await line.click()
    await ana.hears("I am here")
    await expect(bell.locator(".c")).to_have_count(0)

    # Kept, solved, rated; and one tap opens it again.
    await ana.call("POST", f"/tickets/{own}/messages", {"client_id": await ana.page.evaluate("crypto.randomUUID()"), "body": "It is there now."})
    await rosa.hears("It is there now.")
    await expect(promise).to_have_count(0)
    version = (await ana.call("GET", f"/tickets/{own}"))["ticket"]["version"]
    await ana.call("PATCH", f"/tickets/{own}", {"version": version, "status": "resolved"})
    await rosa.panel.get_by_role("radio", name="Stars: 5").check(force=True)
    await rosa.panel.get_by_role("textbox", name="Anything to add (optional)").fill("quick")
    await rosa.panel.locator(".rate").get_by_role("button", name="Send").click()
    await expect(rosa.panel.locator(".rate legend")).to_have_text("Your rating. You can change it")
    assert [(r["stars"], r["comment"]) for r in await ana.call("GET", f"/tickets/{own}/ratings")] == [(5, "quick")]
    await rosa.panel.get_by_role("button", name="Not solved").click()
    await expect(rosa.status).to_have_text("Waiting for our reply")


async def everything(ana: Agent) -> list[dict[str, Any]]:
    """Every row of the inbox, page by page."""
    rows, after = list[dict[str, Any]](), ""
    while after is not None:
        page = await ana.call("GET", f"/inbox?view=all&after={quote(after)}")
        rows, after = [*rows, *page["rows"]], page["after"]
    return rows


async def sorted_ticket(ana: Agent, words: str) -> int:
    """The id of the ticket that shows these words, once triage has found its reason."""
    await ana.open(words)
    ticket = int(ana.page.url.rsplit("/", 1)[1])
    while (await ana.call("GET", f"/tickets/{ticket}"))["ticket"]["reason"] is None:
        await asyncio.sleep(0.2)
    return ticket
