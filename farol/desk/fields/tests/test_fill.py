"""Fields of a ticket: what is asked for, what is kept, and two who write at once."""

import asyncio
from typing import Any

import pytest

from farol.app.demo import cast
from farol.desk.fields.model import Field, Option
from farol.desk.fields.problems import FieldInvalid
from farol.desk.fields.values import stored
from tests.world import Client, World

TXID = "9f3c" * 16
VALUES: list[tuple[str, Any, Any]] = [
    ("text", "  on  the app ", "on  the app"), ("number", "12", 12), ("number", 1.5, 1.5), ("date", "2026-02-28", "2026-02-28"),
    ("yes_no", False, False), ("txid", f" {TXID} ", TXID), ("address", "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE", "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE"),
    ("amount", {"amount": "1,200.50", "coin": "usdt"}, {"amount": "1200.50", "coin": "USDT"}), ("amount", {"amount": "0.000000000000000001"}, {"amount": "0.000000000000000001", "coin": ""}),
    ("choice", "sms", "sms"), ("text", "   ", None), ("txid", None, None),
]
WRONG: list[tuple[str, Any]] = [
    ("text", 5), ("text", "x" * 501), ("number", "twelve"), ("number", True), ("number", 1e300), ("date", "2026-02-30"), ("date", "20260228"),
    ("yes_no", "yes"), ("txid", "hello"), ("txid", [TXID]), ("address", "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSF"), ("amount", "5 USDT"),
    ("amount", {"amount": "-1"}), ("amount", {"amount": "1e400"}), ("amount", {"amount": "NaN"}), ("amount", {"amount": "1", "coin": "<b>"}),
    ("amount", {"amount": "1", "more": 1}), ("choice", "fax"), ("choice", {}),
]


def field(kind: Any) -> Field:
    """A field of this kind."""
    return Field("k", kind, "字段", "Field", [Option("sms", "短信", "SMS")] if kind == "choice" else [])


@pytest.mark.parametrize(("kind", "value", "kept"), VALUES)
def test_values_are_kept_in_one_form(kind: str, value: Any, kept: Any) -> None:
    assert stored(field(kind), value) == kept


@pytest.mark.parametrize(("kind", "value"), WRONG)
def test_what_a_field_does_not_take(kind: str, value: Any) -> None:
    with pytest.raises(FieldInvalid):
        stored(field(kind), value)


def test_secrets_are_not_kept() -> None:
    kept = stored(field("text"), "seed: legal winner thank year wave sausage worth useful legal winner thank yellow")
    assert "sausage" not in kept


async def define(world: World, key: str, **body: Any) -> None:
    """A field of the desk's own."""
    sol = await world.staff(cast.SOL)
    await sol.ok("PUT", f"/fields/{key}", json={"kind": "text", "zh": key, "en": key, **body})


async def shown(client: Client, ticket: int) -> dict[str, Any]:
    """Fields by key."""
    return {f["field"]["key"]: f for f in (await client.ok("GET", f"/tickets/{ticket}/fields"))["fields"]}


async def scene(world: World, reason: str | None = "dep.missing_memo", body: str = f"我转了 500 USDT, txid {TXID}") -> tuple[Client, int]:
    """Ana's ticket with a reason."""
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei, body))["ticket"]["id"]
    if reason:
        await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 1, "reason": reason})
    return ana, ticket


async def test_the_reason_asks_for_its_slots_and_offers_what_was_written(world: World) -> None:
    ana, ticket = await scene(world)
    fields = await shown(ana, ticket)
    assert list(fields) == ["coin", "network", "txid", "amount", "sender_platform", "memo_used", "screenshot"]
    assert all(f["value"] is None and f["field"]["slot"] for f in fields.values())
    assert (fields["txid"]["found"], fields["amount"]["found"]) == ([TXID], [{"amount": "500", "coin": "USDT"}])
    answer = await ana.ok("PATCH", f"/tickets/{ticket}/fields", json={"values": {"txid": TXID, "network": "TRC20"}})
    assert [f["field"]["key"] for f in answer["fields"] if f["value"] is None] == ["coin", "amount", "sender_platform", "memo_used", "screenshot"]
    assert (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["fields"] == {"txid": TXID, "network": "TRC20"}
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 2, "reason": "fee.vip"})
    kept = await shown(ana, ticket)
    assert (kept["txid"]["value"], kept["txid"]["field"]["slot"]) == (TXID, False), "what is known stays when the reason changes"


async def test_fields_of_the_desk_s_own_for_their_reasons(world: World) -> None:
    ana, ticket = await scene(world)
    await define(world, "case_link")
    await define(world, "bank_ref", reasons=["fiat"])
    await define(world, "coin", kind="text", zh="币", en="Which coin", required=True)
    fields = await shown(ana, ticket)
    assert ("case_link" in fields, "bank_ref" in fields, fields["coin"]["field"]["en"]) == (True, False, "Which coin")
    assert next(iter(fields)) == "coin"
    strange = await ana.patch(f"/tickets/{ticket}/fields", json={"values": {"bank_ref": "x"}})
    assert (strange.status_code, strange.json()["errors"][0]["field"]) == (422, "values.bank_ref")


async def test_what_must_be_filled_comes_before_resolving(world: World) -> None:
    ana, ticket = await scene(world)
    await define(world, "cause", required=True, reasons=["dep"])
    refused = await ana.patch(f"/tickets/{ticket}", json={"version": 2, "status": "resolved"})
    assert (refused.status_code, refused.json()["code"], [m["key"] for m in refused.json()["missing"]]) == (422, "fields_missing", ["cause"])
    assert (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["status"] == "open"
    await ana.ok("PATCH", f"/tickets/{ticket}/fields", json={"values": {"cause": "wrong tag"}})
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 2, "status": "resolved"})


async def test_what_only_some_roles_see_is_nowhere_else(world: World) -> None:
    ana, ticket = await scene(world)
    await define(world, "aml_note", roles=["compliance"], required=True)
    vera = await world.staff(cast.VERA)
    assert "aml_note" not in await shown(ana, ticket)
    assert (await ana.patch(f"/tickets/{ticket}/fields", json={"values": {"aml_note": "x"}})).status_code == 422
    await vera.ok("PATCH", f"/tickets/{ticket}/fields", json={"values": {"aml_note": "source of funds", "coin": "BTC"}})
    assert (await shown(vera, ticket))["aml_note"]["value"] == "source of funds"
    for path in (f"/tickets/{ticket}", f"/tickets/{ticket}/events?after=0", f"/tickets/{ticket}/fields"):
        assert "source of funds" not in (await ana.get(path)).text
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 2, "status": "resolved"})


async def test_two_at_once_and_neither_is_lost(world: World) -> None:
    ana, ticket = await scene(world)
    sol = await world.staff(cast.SOL)
    await asyncio.gather(
        ana.ok("PATCH", f"/tickets/{ticket}/fields", json={"values": {"coin": "XRP"}, "was": {"coin": None}}),
        sol.ok("PATCH", f"/tickets/{ticket}/fields", json={"values": {"memo_used": "12"}, "was": {"memo_used": None}}))
    assert (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["fields"] == {"coin": "XRP", "memo_used": "12"}
    lost = await sol.patch(f"/tickets/{ticket}/fields", json={"values": {"coin": "TON", "network": "TON"}, "was": {"coin": None}})
    assert (lost.status_code, lost.json()["code"]) == (409, "fields_changed")
    assert (lost.json()["now"], lost.json()["by"]) == ({"coin": "XRP"}, {"coin": "Ana Duarte"})
    assert "network" not in (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["fields"], "all or nothing"
    await sol.ok("PATCH", f"/tickets/{ticket}/fields", json={"values": {"coin": "XRP"}, "was": {"coin": None}})
    await sol.ok("PATCH", f"/tickets/{ticket}/fields", json={"values": {"coin": None}, "was": {"coin": "XRP"}})
    assert (await shown(ana, ticket))["coin"]["value"] is None
