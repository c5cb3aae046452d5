"""The outside world by itself: its pages, what it was told, and that a restart forgets nothing."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from farol.app.demo.doors.app import Doors
from farol.app.demo.doors.config import KEYS, Config, elsewhere
from farol.app.demo.doors.platforms.telegram import TOKEN

PAGES = ("/", "/phone-calls", "/webhooks", "/on/telegram/dm", "/on/telegram/group", "/on/discord/forum", "/on/whatsapp/dm", "/on/messenger/dm", "/on/x/post")


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[tuple[Doors, httpx2.AsyncClient]]:
    doors = Doors(Config(folder=tmp_path))
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=doors), base_url="http://127.0.0.1:8730") as browser:
        yield doors, browser
    for stage in doors.world.stages.values():
        await stage.stop()


@pytest.mark.parametrize("path", PAGES)
async def test_every_page_says_that_it_is_not_farol(world: tuple[Doors, httpx2.AsyncClient], path: str) -> None:
    page = await world[1].get(path, params={"lang": "en"})
    assert page.status_code == 200
    assert "This is not Farol" in page.text
    assert "<script>" not in page.text


async def test_what_farol_says_stands_in_the_chat_also_after_a_restart(world: tuple[Doors, httpx2.AsyncClient], tmp_path: Path) -> None:
    doors, browser = world
    mei = doors.world.telegram.there.people
    chat = next(iter(mei))
    sent = await browser.post(f"/telegram/bot{TOKEN}/sendMessage", json={"chat_id": chat, "text": "<b>Hello</b>", "parse_mode": "HTML"})
    assert sent.json()["result"]["text"] == "Hello"
    assert "Hello" in (await browser.get("/on/telegram/dm?who=mei")).text
    again = Doors(Config(folder=tmp_path))
    number = sent.json()["result"]["message_id"]
    assert again.world.telegram.there.messages[chat][number]["text"] == "Hello"
    for stage in again.world.stages.values():
        await stage.stop()


async def test_a_call_of_a_wrong_form_is_refused(world: tuple[Doors, httpx2.AsyncClient]) -> None:
    wrong = await world[1].post(f"/telegram/bot{TOKEN}/sendMessage", json={"chat_id": 1, "words": "Hello"})
    assert wrong.status_code == 400
    assert (await world[1].get("/whatsapp/me")).status_code == 401


async def test_a_link_of_a_messenger_opens_the_chat_with_its_words(world: tuple[Doors, httpx2.AsyncClient]) -> None:
    went = await world[1].get("/telegram/at/farol_demo_bot?start=abc_123")
    assert (went.status_code, went.headers["location"]) == (303, "/on/telegram/dm?words=%2Fstart+abc_123")
    assert "/start abc_123" in (await world[1].get(went.headers["location"])).text


async def test_forms_of_other_sites_and_unsigned_notices_are_not_taken(world: tuple[Doors, httpx2.AsyncClient]) -> None:
    _, browser = world
    assert (await browser.post("/phone-calls", data={"deed": "dial"}, headers={"origin": "https://evil.example"})).status_code == 404
    assert (await browser.post("/desk/received", json={"type": "ticket.opened"})).status_code == 401
    assert "refused" in (await browser.get("/webhooks?lang=en")).text


def test_farol_is_led_to_every_platform_there() -> None:
    assert elsewhere(8730).split(",") == [f"{key}=http://127.0.0.1:8730/{key}" for key in KEYS]
