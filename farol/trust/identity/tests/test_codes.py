"""Two-way codes: the customer proves a live session by phone, and sees that it is really us."""

import re

from farol.app.demo.cast import ANA, IVAN, MEI, SAM, SOL
from tests.world import later

from .conftest import desk_of, number_of, ticket_of


async def on_the_phone(world):
    """A ticket whose last words came by phone, from whoever called."""
    ticket = await ticket_of(world, IVAN)
    await world.kit.db.execute("update ticket set channel = 'phone' where id = $1", ticket)
    await world.kit.db.execute("update message set channel = 'phone' where ticket_id = $1", ticket)
    return ticket


def digits(shown):
    return [one.replace(" ", "") for one in re.findall(r"\b\d{3} \d{3}\b", shown)]


async def test_both_sides_are_proven(world, browser):
    ticket = await on_the_phone(world)
    ana, page = await world.staff(ANA), await browser(IVAN)
    assert (await desk_of(ana, ticket))["standing"]["level"] == 0
    assert "No codes now" in await page.get("/verify-me/code")
    pair = await ana.ok("POST", f"/tickets/{ticket}/identity/codes")
    shown = await page.get("/verify-me/code")
    hear, read_out = digits(shown)
    assert hear == pair["say"]
    assert read_out != hear
    assert f"Ana, ticket {await number_of(world, ticket)}" in shown
    assert read_out not in str(pair)
    assert read_out not in str(await desk_of(ana, ticket))
    done = await ana.ok("POST", f"/tickets/{ticket}/identity/codes/{pair['id']}/answer", json={"code": f"{read_out[:3]} {read_out[3:]}"})
    assert (done["result"], done["level"]) == ("proven", 2)
    stands = (await desk_of(ana, ticket))["standing"]
    assert (stands["level"], stands["method"]) == (2, "two_way_code")
    assert "No codes now" in await page.get("/verify-me/code")
    used = await ana.post(f"/tickets/{ticket}/identity/codes/{pair['id']}/answer", json={"code": read_out})
    assert (used.status_code, used.json()["code"]) == (410, "code_pair_over")


async def test_three_tries_and_one_failed_proof(world):
    ticket = await on_the_phone(world)
    ana = await world.staff(ANA)
    pair = await ana.ok("POST", f"/tickets/{ticket}/identity/codes")
    path = f"/tickets/{ticket}/identity/codes/{pair['id']}/answer"
    for left in (2, 1, 0):
        done = await ana.ok("POST", path, json={"code": "nonsense"})
        assert (done["result"], done["attempts_left"]) == ("wrong", left)
    assert (await ana.post(path, json={"code": "nonsense"})).status_code == 410
    assert (await desk_of(ana, ticket))["failed"]["times"] == 1
    for _ in range(2):
        pair = await ana.ok("POST", f"/tickets/{ticket}/identity/codes")
        done = await ana.ok("POST", f"/tickets/{ticket}/identity/codes/{pair['id']}/answer", json={"code": "nonsense"})
    assert done["result"] == "locked"
    assert (await ana.post(f"/tickets/{ticket}/identity/codes")).json()["code"] == "step_up_locked"


async def test_what_staff_say_does_not_prove_the_customer(world, browser):
    ticket = await on_the_phone(world)
    ana = await world.staff(ANA)
    pair = await ana.ok("POST", f"/tickets/{ticket}/identity/codes")
    done = await ana.ok("POST", f"/tickets/{ticket}/identity/codes/{pair['id']}/answer", json={"code": pair["say"]})
    assert done["result"] == "wrong"


async def test_it_is_over_after_two_minutes_and_by_the_next_pair(world, browser):
    ticket = await on_the_phone(world)
    ana, page = await world.staff(ANA), await browser(IVAN)
    first = await ana.ok("POST", f"/tickets/{ticket}/identity/codes")
    second = await ana.ok("POST", f"/tickets/{ticket}/identity/codes")
    hear, read_out = digits(await page.get("/verify-me/code"))
    assert hear == second["say"]
    assert (await ana.post(f"/tickets/{ticket}/identity/codes/{first['id']}/answer", json={"code": read_out})).status_code == 410
    later(minutes=2, seconds=1)
    assert (await ana.post(f"/tickets/{ticket}/identity/codes/{second['id']}/answer", json={"code": read_out})).status_code == 410
    assert "No codes now" in await page.get("/verify-me/code")


async def test_only_the_live_session_is_shown_them(world, browser):
    ticket = await on_the_phone(world)
    ana = await world.staff(ANA)
    await ana.ok("POST", f"/tickets/{ticket}/identity/codes")
    stranger, mei, sol = await browser(), await browser(MEI), await world.staff(SOL)
    assert (await desk_of(ana, ticket))["codes"]
    assert (await desk_of(sol, ticket))["codes"] is None
    assert not digits(await stranger.get("/verify-me/code", 401))
    assert not digits(await mei.get("/verify-me/code"))


async def test_the_customer_talks_with_nobody(world, browser):
    ticket = await on_the_phone(world)
    sam, ana, page, mei = await world.staff(SAM), await world.staff(ANA), await browser(IVAN), await browser(MEI)
    pair = await ana.ok("POST", f"/tickets/{ticket}/identity/codes")
    _, read_out = digits(await page.get("/verify-me/code"))
    await mei.post("/verify-me/code/denial", pair=str(pair["id"]))
    assert digits(await page.get("/verify-me/code"))
    assert "security is told" in await page.post("/verify-me/code/denial", pair=str(pair["id"]))
    assert (await ana.post(f"/tickets/{ticket}/identity/codes/{pair['id']}/answer", json={"code": read_out})).status_code == 410
    for one in (sam, ana):
        assert "the caller may be an impostor" in str(await one.ok("GET", "/notices"))


async def test_a_visitor_has_none(world):
    opened = await world.open(await world.visitor(), "hello")
    ana = await world.staff(ANA)
    answer = await ana.post(f"/tickets/{opened.get('id') or opened['ticket']['id']}/identity/codes")
    assert (answer.status_code, answer.json()["code"]) == (409, "no_account")
