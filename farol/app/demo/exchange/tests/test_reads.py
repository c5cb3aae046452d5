"""The back office through Farol's own client, and against the published description."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import jsonschema_rs
import pytest
import yaml

import farol.core.exchange
from farol.app.demo.cast import IVAN, MALLORY, MEI, ROSA
from farol.app.demo.exchange.api.public import READS as OFFERED
from farol.app.demo.exchange.app import routes
from farol.app.demo.exchange.facts import tables
from farol.app.demo.exchange.policy import RULES
from farol.app.demo.exchange.scenarios import PEOPLE, SCENARIOS
from farol.core import chains
from farol.core.exchange.client import CoreLink
from farol.core.exchange.problems import ExchangeRefused
from farol.core.exchange.states import DepositState, FoundAs, OwnerClass, WithdrawalState

from .conftest import WHY, Clock, ask

SINCE = datetime(2026, 10, 1, tzinfo=UTC)
SPEC = yaml.load((Path(farol.core.exchange.__file__).parent / "core_link.openapi.yaml").read_text(), yaml.CSafeLoader)


PARTS = ("", "/kyc", "/tier", "/security", "/sessions", "/deposits", "/withdrawals", "/balances", "/orders", "/liquidations",
         "/p2p-orders", "/api-keys", "/fiat", "/fills", "/positions", "/funding", "/transfers", "/rewards", "/earn")  # fmt: skip
READS = [
    ("get", "/v1/capabilities", "/v1/capabilities", b""),
    ("post", "/v1/users:resolve", "/v1/users:resolve", b'{"email":"mei.lin@example.com"}'),
    ("post", "/v1/deposits:trace", "/v1/deposits:trace", b'{"txid":"0x%s"}' % (b"ab" * 32)),
    (
        "post",
        "/v1/addresses:classify",
        "/v1/addresses:classify",
        b'{"address":"TLLdE4JMjidJUimMZrHZbPpLH7v4aoSUsR"}',
    ),
    ("get", "/v1/networks", "/v1/networks", b""),
    ("get", "/v1/campaigns/{id}/eligibility", f"/v1/campaigns/AUTUMN-TRADE-2026/eligibility?uid={SCENARIOS['prod.campaign'].uid}", b""),
    ("get", "/v1/incidents", "/v1/incidents", b""),
    ("get", "/v1/events", "/v1/events?limit=500", b""),
]


def described(method: str, path: str) -> jsonschema_rs.Draft202012Validator:
    """The schema of that answer."""
    pointer = f"/paths/{path.replace('~', '~0').replace('/', '~1')}/{method}/responses/200/content/application~1json/schema"
    schema: dict[str, Any] = {**SPEC, "$ref": "#" + pointer.replace("{", "%7B").replace("}", "%7D")}
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


@pytest.mark.parametrize(("method", "path", "target", "body"), READS, ids=[read[2] for read in READS])
async def test_answers_as_described(
    transport: httpx2.ASGITransport, method: str, path: str, target: str, body: bytes
) -> None:
    answer = await ask(transport, method.upper(), target, body)
    assert answer.status_code == 200
    described(method, path).validate(answer.json())


def untold(schema: dict[str, Any], value: Any, where: str = "") -> set[str]:
    """Fields that are served and not described."""
    while "$ref" in schema:
        schema = SPEC["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        return {found for one in value for found in untold(schema["items"], one, where)}
    if not isinstance(value, dict) or "properties" not in schema:
        return set()
    known = schema["properties"]
    return {f"{where}.{name}" for name in value if name not in known} | {
        found for name, one in value.items() if name in known for found in untold(known[name], one, f"{where}.{name}")}


@pytest.mark.parametrize("part", PARTS)
async def test_everybody_is_told_of_as_described_and_of_nothing_else(transport: httpx2.ASGITransport, part: str) -> None:
    path = f"/v1/users/{{uid}}{part}"
    validator, schema = described("get", path), SPEC["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    for uid in PEOPLE:
        answer = await ask(transport, "GET", f"/v1/users/{uid}{part}")
        assert answer.status_code == 200
        validator.validate(answer.json())
        assert untold(schema, answer.json()) == set()


async def test_a_statement_has_the_arithmetic_and_nothing_undescribed(transport: httpx2.ASGITransport, link: CoreLink) -> None:
    [closed] = await link.liquidations(WHY, SCENARIOS["trd.liquidation"].uid)
    answer = await ask(transport, "GET", f"/v1/liquidations/{closed.liquidation_id}/statement")
    described("get", "/v1/liquidations/{id}/statement").validate(answer.json())
    assert untold({"$ref": "#/components/schemas/Liquidation"}, answer.json()) == set()
    statement = await link.liquidation_statement(WHY, closed.liquidation_id)
    assert [step.name for step in statement.arithmetic] == ["value", "margin", "maintenance_margin", "liquidation_price", "bankruptcy_price"]
    assert closed.arithmetic == []
    assert statement.mark_series


def test_every_path_described_is_served_and_none_besides() -> None:
    """One route for each path and verb of the description, whatever the parts in braces are called."""
    served = {
        (re.sub(r"\{[^}]*\}", "{}", path), verb.lower())
        for route in routes().routes for path in [route.path_format] if path.startswith("/v1/") for verb in route.methods if verb != "OPTIONS"}
    wanted = {(re.sub(r"\{[^}]*\}", "{}", path), verb) for path, verbs in SPEC["paths"].items() for verb in verbs}
    # A verb behind an id, such as {uid}:reveal, is part of the id to the router.
    wanted = {(re.sub(r"\{\}:[a-z]+$", "{}", path), verb) for path, verb in wanted}
    assert served == wanted


async def test_everything_described_is_offered(transport: httpx2.ASGITransport) -> None:
    described = {call["operationId"] for path in SPEC["paths"].values() for call in path.values()}
    told = (await ask(transport, "GET", "/v1/capabilities")).json()
    assert told["version"] == SPEC["info"]["version"]
    assert set(told["reads"]) == described - {"act", "action", "actionByKey", "approve"} == set(OFFERED)
    assert set(told["actions"]) == set(SPEC["components"]["schemas"]["ActionRequest"]["properties"]["type"]["enum"]) == set(RULES)


@pytest.mark.parametrize("name", sorted(tables()))
async def test_every_published_table_is_served_as_described(transport: httpx2.ASGITransport, link: CoreLink, name: str) -> None:
    served = (await ask(transport, "GET", f"/v1/facts/{name}")).json()
    schema = {**SPEC, "$ref": "#/components/schemas/Facts"}
    jsonschema_rs.Draft202012Validator(schema).validate(served)
    read = await link.facts(WHY, name)
    assert read == tables()[name]
    assert read.rows


async def test_a_withdrawal_has_a_fee_and_a_minimum_on_every_network(link: CoreLink) -> None:
    rows = await link.networks(WHY)
    assert all(row.withdraw_fee and row.min_withdraw for row in rows)
    assert next(row for row in rows if (row.coin, row.network) == ("USDT", "TRON")).withdraw_fee == "1.5"


@pytest.mark.parametrize(
    ("method", "target", "body", "status", "code"),
    [
        ("GET", "/v1/users/1", b"", 404, "not_found"),
        ("GET", "/v1/facts/nothing", b"", 404, "not_found"),
        ("GET", "/v1/users/20778177/cards", b"", 404, "not_found"),
        ("POST", "/v1/deposits:trace", b"{", 400, "invalid"),
        ("POST", "/v1/deposits:trace", b'{"txid":7}', 400, "invalid"),
        ("POST", "/v1/deposits:trace", b'{"txid":"hello"}', 400, "invalid"),
        ("POST", "/v1/deposits:trace", b'{"txid":"0xab","network":"ETH"}', 400, "invalid"),
        ("POST", "/v1/deposits:trace", b'{"txid":"0xab","network":"MARS"}', 404, "unsupported"),
        ("GET", "/v1/users/20778177/deposits?from=yesterday", b"", 400, "invalid"),
        ("GET", "/v1/users/20778177/deposits?limit=-1", b"", 400, "invalid"),
    ],
)
async def test_refusals(
    transport: httpx2.ASGITransport, method: str, target: str, body: bytes, status: int, code: str
) -> None:
    answer = await ask(transport, method, target, body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_the_cast(link: CoreLink) -> None:
    mei = await link.user(WHY, MEI.uid)
    assert (mei.display_name_masked, mei.email_masked, mei.flags) == ("M•• L••", "m••••@example.com", ["vip"])
    assert {(w.amount, w.state, w.reason) for w in await link.withdrawals(WHY, MEI.uid, SINCE)} == {
        ("500", WithdrawalState.FAILED, "not_whitelisted"),
        ("18500", WithdrawalState.REVIEW, ""),
        ("1200", WithdrawalState.COMPLETED, ""),
    }
    confirming = (await link.deposits(WHY, MEI.uid, SINCE))[0]
    assert (confirming.amount, confirming.state, confirming.confirmations) == (
        "4000",
        DepositState.CONFIRMING,
        3,
    )
    assert [hold.type for hold in (await link.security(WHY, IVAN.uid)).holds] == ["new_device"]
    assert "XRP" in [
        one.coin for one in await link.deposits(WHY, ROSA.uid, SINCE) if one.state == "unattributed"
    ]
    mallory = await link.user(WHY, MALLORY.uid)
    assert mallory.status == "restricted"
    assert await link.deposits(WHY, MALLORY.uid, SINCE) == []
    with pytest.raises(ExchangeRefused):
        await link.user(WHY, "1")


async def test_a_deposit_confirms_block_by_block(link: CoreLink, clock: Clock) -> None:
    seen = []
    for _ in range(66):
        one = (await link.deposits(WHY, MEI.uid, SINCE))[0]
        seen.append((one.confirmations, one.state))
        clock.move(seconds=12)
    assert seen[0] == (3, "confirming")
    assert seen[8] == (11, "confirming")
    assert seen[9] == (12, "credited_locked")
    assert seen[60] == (63, "credited_locked")
    assert seen[61:] == [(64, "available")] * 5


async def test_the_estimate_is_kept(link: CoreLink, clock: Clock) -> None:
    first = (await link.deposits(WHY, MEI.uid, SINCE))[0]
    clock.move(seconds=50)
    later = (await link.deposits(WHY, MEI.uid, SINCE))[0]
    assert later.est_credit_at == first.est_credit_at
    assert first.est_credit_at == clock.now - timedelta(seconds=50) + timedelta(seconds=9 * 12)


async def test_a_trace_is_told_from_the_askers_side(link: CoreLink) -> None:
    txid = (await link.deposits(WHY, MEI.uid, SINCE))[0].txid
    ours = await link.trace(WHY, txid, "ETH", MEI.uid)
    assert (ours.found, ours.confirmations, ours.confirm_required_unlock) == (FoundAs.OURS, 3, 64)
    for stranger in (MALLORY.uid, None):
        other = await link.trace(WHY, txid, "ETH", stranger)
        assert other.found is FoundAs.OTHER_USER
        assert (other.deposit_id, other.state, other.est_credit_at) == ("", DepositState.UNKNOWN, None)
    assert (await link.trace(WHY, txid, "BSC", MEI.uid)).found is FoundAs.NOT_FOUND


SAMPLES = {
    "SOL": "5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW",
    "NEAR": "9FbtVmQvTQJhVuEvPdWpkzSfBxGUMQBTqPpgVnJFGN6T", "SUI": "9FbtVmQvTQJhVuEvPdWpkzSfBxGUMQBTqPpgVnJFGN6T",
    "HBAR": "0.0.1234@1700000000.123456789", "ALGO": "A" * 51 + "Q",
}  # fmt: skip


@pytest.mark.parametrize("network", list(chains.networks()))
async def test_any_well_formed_txid_of_every_network_is_answered(link: CoreLink, network: str) -> None:
    entry = chains.networks()[network]
    txid = SAMPLES.get(network) or ("0x" if entry.tx_regex.startswith(("^0x", "^(0x")) else "") + "1f" * 32
    assert network in chains.candidates(txid)
    answer = await link.trace(WHY, txid, network, MEI.uid)
    assert (answer.found, answer.network) == (FoundAs.NOT_FOUND, network)


async def test_addresses(link: CoreLink) -> None:
    async def owner(address: str, network: str, uid: str = MEI.uid) -> tuple[OwnerClass, bool]:
        answer = await link.classify(WHY, address, network, uid)
        return answer.owner, answer.looks_like_previous

    own = "0x243084751eFFA009d55B727a4388ef6286Ce8d42"
    assert await owner(own, "ETH") == (OwnerClass.MINE_CURRENT, False)
    assert await owner(own.lower(), "BASE") == (OwnerClass.MINE_CURRENT, False)
    assert await owner(own, "ETH", IVAN.uid) == (OwnerClass.INTERNAL_OTHER, False)
    assert await owner(own, "TRON") == (OwnerClass.INVALID, False)
    assert await owner("TQ1JToD3WtajbtoPiFrhQWarT9AG9cUh9R", "TRON") == (OwnerClass.PLATFORM_HOT, False)
    assert await owner("TKbyoCRKjXiup7opFbZhWWRjBU3medLxHJ", "TRON") == (OwnerClass.EXTERNAL, True)
    assert await owner("TKbyoCRKjXiup7opFbZhWWRjBU3medLxHJ", "TRON", ROSA.uid) == (OwnerClass.EXTERNAL, False)


async def test_pages_and_events_go_on_where_they_stopped(transport: httpx2.ASGITransport) -> None:
    seen: list[str] = []
    cursor = ""
    while True:
        page = (await ask(transport, "GET", f"/v1/events?limit=3&after={cursor}")).json()
        seen += [event["id"] for event in page["items"]]
        cursor = page.get("next_cursor", "")
        if not cursor:
            break
    assert len(seen) == len(set(seen)) > 10
    first = (await ask(transport, "GET", "/v1/networks?limit=10")).json()
    second = (await ask(transport, "GET", f"/v1/networks?limit=100&cursor={first['next_cursor']}")).json()
    assert len(first["items"]) + len(second["items"]) == 40
