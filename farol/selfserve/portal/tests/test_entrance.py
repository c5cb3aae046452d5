"""Whoever had to sign in first is brought back to the page they came from, and to no other site."""

from urllib.parse import quote

import pytest

from farol.app.demo.cast import MEI
from farol.selfserve.portal.entrance import OURS, TOWARDS
from tests.world import EXCHANGE, FAROL, World, identity

from .conftest import Enter

EVIL = (
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/my//evil.example",
    "/my/../help",
    "/my\r\nx: y",
    "/my@evil.example",
    "/myevil",
    "/community/zh//evil.example",
    "/community/xx/t/1",
    "/community/zh/../../api",
    "/community/zh\\evil",
    "/help/zh",
    "javascript:alert(1)",
    "/my?a=//evil",
    "/my#x",
    "/my/%2e%2e",
    "\t/my",
    "/my ",
    "",
    "/community/zh/" + "a" * 200,
)


@pytest.mark.parametrize(
    "place",
    [
        "/community/en/t/12",
        "/community/zh/new?kind=idea",
        "/community/zh/me",
        "/my/tickets/FRL-2026-000001",
        "/my/new",
    ],
)
async def test_back_to_where_one_came_from(world: World, place: str) -> None:
    browser = world.client(FAROL, {"origin": EXCHANGE})
    assert (await browser.get(f"/my?to={quote(place, safe='')}")).status_code == 200
    came = await browser.post("/my/session", data={"identity": identity(world.kit, MEI)})
    assert (came.status_code, came.headers["location"]) == (303, place)
    assert browser.cookies.get(TOWARDS) is None, "once"


@pytest.mark.parametrize("place", EVIL)
async def test_no_address_leads_to_another_site(world: World, enter: Enter, place: str) -> None:
    assert not OURS.fullmatch(place)
    for given in (quote(place, safe=""), quote(quote(place, safe=""), safe="")):
        browser = world.client(FAROL, {"origin": EXCHANGE})
        assert (await browser.get(f"/my?to={given}")).status_code == 200
        browser.cookies.set(TOWARDS, given)
        came = await browser.post("/my/session", data={"identity": identity(world.kit, MEI)})
        assert came.headers["location"] == "/my"
    assert (await (await enter(MEI)).get(f"/my?to={quote(place, safe='')}")).status_code == 200


async def test_who_is_signed_in_already_goes_there_at_once(world: World, enter: Enter) -> None:
    answer = await (await enter(MEI)).get("/my?to=/community/en/t/12")
    assert (answer.status_code, answer.headers["location"]) == (303, "/community/en/t/12")


async def test_the_last_page_counts(world: World) -> None:
    browser = world.client(FAROL, {"origin": EXCHANGE})
    await browser.get("/my?to=/community/en/t/12")
    assert (
        "/my?to=%2Fcommunity%2Fen%2Ft%2F12&amp;lang=zh"
        in (await browser.get("/my?to=/community/en/t/12")).text
    )
    await browser.get("/my/tickets/FRL-2026-000001")
    await browser.get("/my")
    assert (await browser.post("/my/session", data={"identity": identity(world.kit, MEI)})).headers[
        "location"
    ] == "/my"


async def test_a_ticket_from_a_mail_is_there_after_signing_in(world: World) -> None:
    browser = world.client(FAROL, {"origin": EXCHANGE})
    assert (await browser.get("/my/tickets/frl-2026-000001")).status_code == 401
    refused = await browser.post("/my/session", data={"identity": "no"})
    assert refused.status_code == 401
    came = await browser.post("/my/session", data={"identity": identity(world.kit, MEI)})
    assert came.headers["location"] == "/my/tickets/FRL-2026-000001"
