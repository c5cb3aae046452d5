"""The case card of tickets over the demo exchange: what is filled, what differs, what the core says, what is next."""

from typing import Any

import pytest

from farol.app.demo import cast
from farol.core.exchange import CoreLink
from farol.desk.evidence import reading, word_actions
from tests.world import Client, World

from .test_locker import png, send


async def card(desk: World, who: Client, body: str, reason: str) -> tuple[dict[str, Any], int, Client]:
    sol = await desk.staff(cast.SOL)
    ticket: int = (await desk.open(who, body))["ticket"]["id"]
    version = (await sol.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await sol.ok("PATCH", f"/tickets/{ticket}", json={"version": version, "reason": reason})
    return await sol.ok("GET", f"/tickets/{ticket}/case"), ticket, sol


def slot(case: dict[str, Any], key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in case["slots"] if one["field"]["key"] == key)
    return found


async def test_a_deposit_is_read_from_words_and_exchange(desk: World, books: Any) -> None:
    deposit = books.deposits(cast.MEI.uid)[0]
    case, _, _ = await card(desk, await desk.customer(), f"我充的{deposit.amount} {deposit.coin}没到账，txid {deposit.txid}", "dep.unconfirmed")
    assert case["core"] == "ok"
    assert slot(case, "amount")["state"] == "offered"
    assert [one["source"] for one in slot(case, "txid")["said"]] == ["exchange", "customer"]
    assert slot(case, "txid")["told"]
    assert case["next"]["step"] in ("say", "resolve")
    assert case["checklist"]["next"]
    assert case["subject"]


async def test_a_wrong_amount_and_network_are_marked(desk: World, books: Any) -> None:
    deposit = books.deposits(cast.MEI.uid)[0]
    case, _, _ = await card(desk, await desk.customer(), f"我充的 77 {deposit.coin} 走的波场没到账，txid {deposit.txid}", "dep.unconfirmed")
    assert slot(case, "amount")["state"] == "conflict"
    assert slot(case, "network")["state"] == "conflict"
    assert "wrong_network" in [one["code"] for one in case["truths"]]
    assert case["next"]["code"] == "settle_conflict"


async def test_a_correction_is_kept_with_who_and_when(desk: World, books: Any) -> None:
    case, ticket, sol = await card(desk, await desk.customer(), "充了 77 USDT 走波场没到", "dep.unconfirmed")
    assert slot(case, "network")["state"] == "offered"
    await sol.ok("PATCH", f"/tickets/{ticket}/fields", json={"values": {"network": "ETH"}, "was": {"network": None}})
    again = await sol.ok("GET", f"/tickets/{ticket}/case")
    assert (slot(again, "network")["value"], slot(again, "network")["state"]) == ("ETH", "conflict")
    event = await desk.kit.db.fetchrow("select actor, body from event where kind = 'ticket.fields_set'")
    assert event["actor"].startswith("staff:")
    assert event["body"]["fields"] == {"network": "ETH"}


async def test_an_exchange_that_is_silent_is_said_to_be(desk: World) -> None:
    desk.kit.put(CoreLink("", "", ""))
    case, _, _ = await card(desk, await desk.customer(), "充了 77 USDT 没到", "dep.unconfirmed")
    assert (case["core"], case["next"]["code"]) == ("down", "exchange_down")
    assert slot(case, "amount")["said"][0]["source"] == "customer"


async def test_a_visitor_has_a_card_without_an_account(desk: World) -> None:
    case, _, _ = await card(desk, await desk.visitor(), "提币报错131089怎么办", "wd.failed")
    assert case["core"] == "visitor"
    assert [one["code"] for one in case["codes"]] == ["131089"]
    assert case["codes"][0]["article"] == "withdrawal-holds"


async def test_a_card_takes_few_statements(desk: World) -> None:
    _, ticket, sol = await card(desk, await desk.customer(), "充了 77 USDT 没到", "dep.unconfirmed")
    with desk.statements() as ran:
        await sol.ok("GET", f"/tickets/{ticket}/case")
    assert len(ran) <= 12, ran


async def test_a_screenshot_is_a_source_and_only_what_is_vouched_for_counts(desk: World, books: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    deposit, invented = books.deposits(cast.MEI.uid)[0], "0x" + "a1" * 32
    mei = await desk.customer()
    ticket, _ = await send(desk, mei, png(), "image/png", "screen.png")

    async def read(*_: Any) -> reading.Words:
        return reading.Words("read", f"Amount 77 {deposit.coin}\nTxID {deposit.txid}\nTxID {invented}")

    monkeypatch.setattr(reading, "read", read)
    await word_actions.read_words(desk.kit, await desk.kit.db.fetchval("select id from evidence"))
    sol = await desk.staff(cast.SOL)
    version = (await sol.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await sol.ok("PATCH", f"/tickets/{ticket}", json={"version": version, "reason": "dep.unconfirmed"})
    case = await sol.ok("GET", f"/tickets/{ticket}/case")
    assert [one["source"] for one in slot(case, "txid")["said"]] == ["exchange", "screenshot"]
    assert invented not in [one["value"] for one in case["exchange"]["found"]]
    assert (slot(case, "amount")["state"], [one["sure"] for one in slot(case, "amount")["said"]]) == ("conflict", [True, False])
