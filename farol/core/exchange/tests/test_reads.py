"""The nouns: every read of the description has its method and its struct, and bad answers never become facts."""

import json
import string
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import farol.core.exchange
from farol.core.exchange import ExchangeDown, ExchangeRefused, model, states
from farol.core.exchange.client import CoreLink
from farol.core.exchange.model import Amount, CoreEvent, read_event

from .core import WHY, Core, link_to, ok

SPEC = yaml.load((Path(farol.core.exchange.__file__).parent / "core_link.openapi.yaml").read_text(), yaml.CSafeLoader)
NOUNS = {
    "User": model.User, "Kyc": model.Kyc, "Tier": model.Tier, "Hold": model.Hold, "Security": model.Security, "Session": model.Session,
    "Deposit": model.Deposit, "Withdrawal": model.Withdrawal, "NetworkInfo": model.NetworkInfo, "Trace": model.CoreTrace,
    "AddressClass": model.AddressClass, "Order": model.Order, "Liquidation": model.Liquidation, "P2POrder": model.P2POrder,
    "ApiKey": model.ApiKey, "Fiat": model.Fiat, "Eligibility": model.Eligibility, "Incident": model.Incident, "Balance": model.Balance,
    "ActionRequest": model.ActionOrder, "ActionResult": model.Receipt, "Event": model.CoreEvent, "Challenge": model.Challenge,
    "Fill": model.Fill, "Position": model.Position, "Funding": model.Funding, "Transfer": model.Transfer, "Reward": model.Reward,
    "Earning": model.Earning, "ChallengeResult": model.Answered, "ContactChallenge": model.Challenge, "Proof": model.Proof, "Error": model.Refusal,
}  # fmt: skip
UNREAD = {"raw", "address_regex", "memo_regex"}
"""Vendor records are never shown; patterns of a stranger are never run."""
METHODS = {"resolveUser": "resolve", "traceDeposit": "trace", "classifyAddress": "classify", "answerChallenge": "answer"}


@pytest.mark.parametrize("name", NOUNS)
def test_a_noun_has_every_field_of_its_description(name: str) -> None:
    ours = {field.encode_name for field in msgspec.structs.fields(NOUNS[name])}
    assert set(SPEC["components"]["schemas"][name]["properties"]) - UNREAD <= ours


@pytest.mark.parametrize("operation", [verb["operationId"] for path in SPEC["paths"].values() for verb in path.values()])
def test_every_operation_has_its_method(operation: str) -> None:
    name = METHODS.get(operation) or "".join(f"_{c.lower()}" if c.isupper() else c for c in operation)
    assert callable(getattr(CoreLink, name))


SINCE = datetime(2026, 11, 1, tzinfo=UTC)
READS: list[tuple[Callable[[CoreLink], Awaitable[Any]], str, Any]] = [
    (lambda link: link.sessions(WHY, "1"), "/v1/users/1/sessions?limit=50", {"items": [{"at": "2026-11-01T00:00:00Z", "result": "odd"}]}),
    (lambda link: link.withdrawals(WHY, "1", SINCE, state="review"), "/v1/users/1/withdrawals?state=review&from=2026-11-01T00%3A00%3A00Z&limit=50", {"items": []}),
    (lambda link: link.orders(WHY, "1"), "/v1/users/1/orders?limit=50", {"items": [{"order_id": "1", "symbol": "BTC-USDT", "side": "buy", "type": "limit", "status": "odd"}]}),
    (lambda link: link.fills(WHY, "1", SINCE), "/v1/users/1/fills?from=2026-11-01T00%3A00%3A00Z&limit=50", {"items": [{"fill_id": "1", "symbol": "S", "side": "odd", "price": "1", "amount": "2", "created_at": "2026-11-01T00:00:00Z"}]}),
    (lambda link: link.positions(WHY, "1"), "/v1/users/1/positions?limit=50", {"items": [{"position_id": "1", "symbol": "S", "side": "odd", "size": "1"}]}),
    (lambda link: link.funding(WHY, "1"), "/v1/users/1/funding?limit=50", {"items": [{"funding_id": "1", "symbol": "S", "amount": "-1.5", "coin": "USDT", "created_at": "2026-11-01T00:00:00Z"}]}),
    (lambda link: link.transfers(WHY, "1", coin="USDT"), "/v1/users/1/transfers?coin=USDT&limit=50", {"items": [{"transfer_id": "1", "coin": "USDT", "amount": "1", "state": "odd"}]}),
    (lambda link: link.rewards(WHY, "1"), "/v1/users/1/rewards?limit=50", {"items": [{"reward_id": "1", "state": "odd"}]}),
    (lambda link: link.earn(WHY, "1"), "/v1/users/1/earn?limit=50", {"items": [{"earn_id": "1", "product": "P", "coin": "USDT", "amount": "1", "state": "odd"}]}),
    (lambda link: link.liquidations(WHY, "1"), "/v1/users/1/liquidations?limit=50", {"items": []}),
    (lambda link: link.p2p_orders(WHY, "1"), "/v1/users/1/p2p-orders?limit=50", {"items": [{"p2p_order_id": "1", "state": "odd"}]}),
    (lambda link: link.api_keys(WHY, "1"), "/v1/users/1/api-keys?limit=50", {"items": [{"label": "bot", "key_prefix": "ab12"}]}),
    (lambda link: link.fiat(WHY, "1"), "/v1/users/1/fiat?limit=50", {"items": [{"fiat_id": "1", "direction": "in", "state": "odd"}]}),
    (lambda link: link.balances(WHY, "1"), "/v1/users/1/balances", [{"coin": "BTC", "band": "1k-10k"}]),
    (lambda link: link.liquidation_statement(WHY, "L/1"), "/v1/liquidations/L%2F1/statement", {"liquidation_id": "L1", "symbol": "S", "at": "2026-11-01T00:00:00Z"}),
    (lambda link: link.p2p_order(WHY, "P1"), "/v1/p2p-orders/P1", {"p2p_order_id": "P1", "state": "paid"}),
    (lambda link: link.eligibility(WHY, "C1", "1"), "/v1/campaigns/C1/eligibility?uid=1", {"campaign_id": "C1", "eligible": False, "rules": []}),
    (lambda link: link.incidents(WHY, "ongoing"), "/v1/incidents?state=ongoing", {"items": [{"incident_id": "I", "state": "odd", "affects": [{}]}]}),
    (lambda link: link.events(WHY, "E9", 7), "/v1/events?after=E9&limit=7", {"items": []}),
]  # fmt: skip


@pytest.mark.parametrize(("read", "target", "answer"), READS)
async def test_a_read_asks_for_what_the_description_says(read: Callable[[CoreLink], Awaitable[Any]], target: str, answer: Any) -> None:
    core = Core(ok(answer))
    await read(link_to(core))
    assert core.asked[0].url.raw_path.decode() == "/base" + target


@pytest.mark.parametrize(("read", "target", "answer"), READS)
async def test_a_bad_answer_to_any_read_is_down(read: Callable[[CoreLink], Awaitable[Any]], target: str, answer: Any) -> None:
    good = json.dumps(answer)
    for bad in (good[:-1], "<!doctype html>", '"text"', "7", "[" * 5_000, good.replace("]", ', "seven"]') if "[" in good else "[]"):
        with pytest.raises(ExchangeDown):
            await read(link_to(Core(httpx2.Response(200, content=bad.encode()))))


@pytest.mark.parametrize("amount", ["1" * 40, "0." + "0" * 39 + "1", "-" + "9" * 40 + "." + "9" * 30, "0"])
async def test_amounts_keep_every_digit(amount: str) -> None:
    deposit = {"deposit_id": "D", "coin": "SHIB", "network": "ETH", "amount": amount, "state": "available"}
    [read] = await link_to(Core(ok({"items": [deposit]}))).deposits(WHY, "1")
    assert read.amount == amount


@pytest.mark.parametrize("amount", [1.5, 1, "1e5", "1,5", "", ".5", "1.", "+1", "１２", "٣", "1\n", "0x1", "NaN", "9" * 81, None, True])
async def test_what_is_no_decimal_is_no_amount(amount: Any) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(amount, Amount)


@given(st.text(string.printable + "１٣．", max_size=12))
def test_an_amount_is_digits_and_one_point(text: str) -> None:
    whole, point, rest = text.removeprefix("-").partition(".")
    good = whole.isascii() and whole.isdigit() and (rest.isascii() and rest.isdigit() if point else not rest)
    try:
        msgspec.convert(text, Amount)
    except msgspec.ValidationError:
        assert not good
    else:
        assert good


@pytest.mark.parametrize("field", ["network", "txid", "memo"])
async def test_a_nul_from_the_core_is_no_word(field: str) -> None:
    deposit = {"deposit_id": "D", "coin": "A", "network": "ETH", "amount": "1", "state": "available", field: "a\0b"}
    with pytest.raises(ExchangeDown):
        await link_to(Core(ok({"items": [deposit]}))).deposits(WHY, "1")


async def test_copied_addresses_are_asked_without_what_hides_in_them() -> None:
    core = Core(ok({"class": "external"}), ok({"found": "not_found"}))
    link = link_to(core)
    await link.classify(WHY, "\u200b ＴQ4m\u2060X7\ufeff ", "TRON", "1")
    await link.trace(WHY, "０ｘab\u200d", "ETH", None)
    assert json.loads(core.asked[0].content)["address"] == "TQ4mX7"
    assert json.loads(core.asked[1].content)["txid"] == "0xab"


@pytest.mark.parametrize("address", ["", " ", "\u200b", "ТQ4mX7", "a\0b", "a\nb", "x" * 2_001, "\u200b" * 5_000])
async def test_what_cannot_be_an_address_is_never_asked(address: str) -> None:
    core = Core(ok({"class": "external"}))
    with pytest.raises(ExchangeRefused):
        await link_to(core).classify(WHY, address, "TRON", "1")
    assert core.asked == []


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8))
def test_any_data_of_an_event_can_be_kept(data: Any) -> None:
    told = {"id": "E1", "type": "t", "at": "2026-11-22T12:00:00Z", "seq": 1, "entity": {"kind": "k", "id": "1"}, "data": {"x": data}}
    read = read_event(json.dumps(told).encode())
    assert isinstance(read, CoreEvent)
    assert "\\u0000" not in json.dumps(read.data)


def test_unknown_words_of_every_vocabulary_read_as_unknown() -> None:
    found = states.OpenEnum.__subclasses__()
    assert len(found) > 10
    for vocabulary in found:
        assert msgspec.convert("a word of tomorrow", vocabulary) == "unknown"


def test_a_network_can_be_a_key_of_what_is_kept() -> None:
    row = {"coin": "USDT", "network": "TRON", "deposit_enabled": True, "withdraw_enabled": True, "tips": {"zh": "慢", "ru": "x"}}
    read = msgspec.convert(row, model.NetworkInfo)
    assert {read: 1}[read] == 1
    assert read.tips
    assert (read.tips.zh, read.tips.en) == ("慢", "")
