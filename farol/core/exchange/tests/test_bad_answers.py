"""What people read when the exchange's answers cannot be trusted: never a figure out of them, always what is the matter."""

import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx2
import pytest

from farol.app.demo.cast import ANA, MEI
from farol.core.exchange import CoreLink
from farol.core.exchange.client import MOST_BYTES
from tests.world import EXCHANGE, FAROL, World, identity

from .core import WHY, Core, link_to, ok

FORTY = "1234567890123456789012345678901234567890"
WITHDRAWAL: dict[str, Any] = {"withdrawal_id": "WD-1", "coin": "SHIB", "network": "ETH", "amount": FORTY, "state": "review", "cancellable": False, "created_at": "2026-11-22T10:00:00Z"}
GOOD = json.dumps({"items": [WITHDRAWAL]})
BAD = {
    "a number for an amount": GOOD.replace(f'"{FORTY}"', FORTY),
    "a float for an amount": GOOD.replace(f'"{FORTY}"', "1.5"),
    "NaN for an amount": GOOD.replace(f'"{FORTY}"', "NaN"),
    "Infinity for an amount": GOOD.replace(f'"{FORTY}"', "-Infinity"),
    "a list for a state": GOOD.replace('"review"', '["review"]'),
    "no zone in a time": GOOD.replace("10:00:00Z", "10:00:00"),
    "cut off": GOOD[:-9],
    "nothing": "",
    "another thing": json.dumps([WITHDRAWAL]),
    "a page of a proxy": "<!doctype html><title>502</title>",
    "too deep": "[" * 10_000,
    "too large": GOOD[:-1] + " " * MOST_BYTES + "}",
    "too many": json.dumps({"items": [WITHDRAWAL] * 501}),
    "an amount of 81 digits": GOOD.replace(FORTY, "9" * 81),
}


def serving(world: World, withdrawals: str | Callable[[httpx2.Request], str]) -> None:
    """The exchange says that of withdrawals, and nothing of the rest."""

    async def core(request: httpx2.Request) -> httpx2.Response:
        said = withdrawals if isinstance(withdrawals, str) else withdrawals(request)
        path = request.url.path
        answer = said if path.endswith("/withdrawals") else json.dumps({"items": []} if path.endswith("/deposits") else {"code": "not_found"})

        async def body() -> AsyncIterator[bytes]:
            yield answer.encode()

        return httpx2.Response(200 if path.endswith(("/withdrawals", "/deposits")) else 404, content=body())

    world.kit.put(link_to(core))


@pytest.fixture
async def joined(world: World) -> AsyncIterator[World]:
    before = world.kit.get(CoreLink)
    yield world
    world.kit.put(before)


async def page(world: World, lang: str) -> str:
    """Her withdrawals in the portal."""
    browser = world.client(FAROL, {"origin": FAROL, "accept-language": lang})
    entered = await browser.post("/my/session", data={"identity": identity(world.kit, MEI, lang=lang)}, headers={"origin": EXCHANGE})
    assert entered.status_code == 303
    shown: str = (await browser.get("/my/withdrawals")).text
    return shown


@pytest.mark.parametrize("bad", BAD)
async def test_staff_and_customers_read_that_it_does_not_answer(joined: World, bad: str) -> None:
    serving(joined, BAD[bad])
    mei, ana = await joined.customer(MEI), await joined.staff(ANA)
    ticket = (await joined.open(mei, "提币没到"))["ticket"]["id"]
    seen = await ana.ok("GET", f"/tickets/{ticket}/exchange")
    assert (seen["ok"], seen["items"]) == (False, [])
    home = await mei.ok("GET", "/home")
    assert (home["exchange_ok"], home["items"]) == (False, [])
    assert "The exchange is not answering" in await page(joined, "en")
    assert "交易所现在没有回应" in await page(joined, "zh")


async def test_forty_digits_are_shown_to_the_last(joined: World) -> None:
    serving(joined, GOOD)
    mei, ana = await joined.customer(MEI), await joined.staff(ANA)
    ticket = (await joined.open(mei, "提币没到"))["ticket"]["id"]
    seen = await ana.ok("GET", f"/tickets/{ticket}/exchange")
    grouped = f"{int(FORTY):,}"
    assert grouped in seen["items"][0]["title"]["en"]
    assert grouped in await page(joined, "en")


async def test_of_a_key_written_twice_the_last_counts_for_everybody() -> None:
    twice = Core(lambda _: httpx2.Response(200, content=b'{"uid": "1", "status": "active", "status": "frozen"}'))
    assert (await link_to(twice).user(WHY, "1")).status == "frozen"


async def test_a_state_nobody_knows_is_shown_as_such_and_the_rest_stays() -> None:
    both = {"items": [{**WITHDRAWAL, "state": "teleporting"}, WITHDRAWAL]}
    found = await link_to(Core(ok(both))).withdrawals(WHY, "1")
    assert [one.state for one in found] == ["unknown", "review"]
