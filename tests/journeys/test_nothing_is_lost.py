"""Whatever breaks while both sides write, both end with the same conversation, each message once."""

import asyncio
import contextlib
import os
import signal

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import expect

from farol.app.demo.cast import IVAN
from tests.journeys.agent import Agent
from tests.journeys.conftest import Demo
from tests.journeys.customer import Customer
from tests.journeys.stage import Stage
from tests.running import within


async def test_both_sides_heal(stage: Stage, demo: Demo) -> None:
    ana = await stage.agent()
    ivan = await stage.customer(IVAN, locale="en-US")
    await ivan.ask("Question 0")
    await ana.open("Question 0")
    said = ["Question 0"]

    async def both(number: int) -> None:
        await ivan.say(f"Question {number}")
        await ana.say(f"Answer {number}")
        said.extend([f"Question {number}", f"Answer {number}"])

    async def heal() -> None:
        await read_and_sent(ana, said[-1])
        for words in said:
            await ana.hears(words)
            await ivan.hears(words)
        await alike(ivan, ana, said)

    # The process that holds their sockets dies, whichever it is.
    for number, pid in enumerate(demo.running.children("cli web"), 1):
        os.kill(pid, signal.SIGKILL)
        await both(number)
        await heal()

    # The bus dies and comes back.
    old = demo.running.children("nats-server")
    os.kill(old[0], signal.SIGKILL)
    await both(3)
    within(30, lambda: demo.running.children("nats-server") not in (old, []))
    await heal()
    await both(4)
    await heal()

    # The laptops are closed in the middle of a sentence, and opened again.
    for person in (ivan, ana):
        await person.page.context.set_offline(True)
    await both(5)
    await expect(ivan.panel.locator(".said.late")).to_have_count(1)
    await expect(ana.page.locator(".msg.pending")).to_contain_text("没有连接")
    for person in (ivan, ana):
        await person.page.context.set_offline(False)
    await heal()

    # The page is reloaded while a message is on its way.
    await ivan.field.fill("Question 6")
    await ivan.page.evaluate("addEventListener('keydown', () => setTimeout(() => location.reload()), true)")
    await ivan.field.press("Enter")
    await ivan.page.wait_for_load_state()
    await ivan.open_ticket("Question 0")
    said.append("Question 6")
    await heal()

    # Everything is stopped, and started again on the same data.
    demo.stop()
    await both(7)
    await expect(ivan.panel.locator(".said.late")).to_have_count(1)
    demo.start()
    await heal()


async def read_and_sent(ana: Agent, words: str) -> None:
    """Her replies wait when his words arrived before them: she reads those and sends hers, one after another."""
    anyway = ana.page.locator(".stale").get_by_role("button", name="照样发送")
    there = ana.page.locator(".msg:not(.pending)", has_text=words)
    async with asyncio.timeout(60):
        while not await there.is_visible():
            await expect(anyway.or_(there).first).to_be_visible()
            if await anyway.is_visible():
                # The notice of the next waiting reply may take its place at once, or go while it is pressed.
                with contextlib.suppress(PlaywrightError):
                    await anyway.click(timeout=2_000)


async def alike(ivan: Customer, ana: Agent, said: list[str]) -> None:
    """Both show the same words in the same order: each once, a person's own in the order they were written."""
    words = await ivan.conversation()
    assert words == await ana.conversation()
    assert sorted(words) == sorted(said)
    for who in ("Question", "Answer"):
        assert [one for one in words if one.startswith(who)] == [one for one in said if one.startswith(who)]
