"""What staff and customers are shown, over the demo exchange's books."""

import asyncio

import httpx2
import pytest

from farol.app.demo.cast import IVAN, MALLORY, MEI, ROSA
from farol.app.demo.exchange.plans import MEI_POISONED, STRANGERS
from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.app.demo.exchange.tale import Tale
from farol.app.demo.exchange.world import World
from farol.core.exchange import ExchangeDown, customer_items, exchange_view
from farol.core.exchange.client import CoreLink
from farol.core.exchange.shapes import ExchangeView
from farol.kit.core import Kit
from farol.kit.permission import Actor

from .conftest import Clock

STAFF = Actor("staff", 3, frozenset())
NUMBER = "FRL-2026-000123"


@pytest.fixture
def world(clock: Clock) -> World:
    return World(Tale(None, clock()), 1.0, clock)


async def view(kit: Kit, uid: str | None, *texts: str) -> ExchangeView:
    return await exchange_view(kit, STAFF, NUMBER, uid, list(texts))


async def test_mei_asks_where_her_deposit_is(kit: Kit, world: World) -> None:
    txid = world.deposits(MEI.uid)[0].txid
    seen = await view(kit, MEI.uid, f"我的USDT充值还没到账：{txid}，帮我看看", f"再发一次 {txid}")
    assert seen.ok
    (found,) = seen.found
    assert found.kind == "txid"
    assert len(found.candidates) == 10
    trace = found.trace
    assert trace is not None
    assert (trace.found, trace.network, trace.mine, trace.credited, trace.withdrawable) == (
        "ours",
        "ETH",
        True,
        False,
        False,
    )
    assert (trace.amount, trace.coin) == ("4,000", "USDT")
    assert (trace.confirmations, trace.required_credit, trace.required_unlock) == (3, 12, 64)
    assert trace.words.zh.startswith("链上 3/12 确认，约 14:29 UTC 可交易")
    assert [item.tone for item in seen.items] == ["failed", "held", "moving", "done", "done", "done"]
    assert seen.profile is not None
    assert (seen.profile.tier, seen.profile.kyc_level, seen.profile.flags) == ("VIP 3", "3", ["vip"])
    assert seen.holds == []


async def test_between_the_gates(kit: Kit, world: World, clock: Clock) -> None:
    txid = world.deposits(MEI.uid)[0].txid
    clock.move(minutes=2)
    trace = (await view(kit, MEI.uid, txid)).found[0].trace
    assert trace is not None
    assert (trace.credited, trace.withdrawable) == (True, False)
    assert "51 more confirmations until withdrawable" in trace.words.en


async def test_every_kind_of_answer(kit: Kit, world: World) -> None:
    untagged = next(one for one in world.deposits(ROSA.uid) if one.state == "unattributed")
    strangers = {one.key: world.stranger_txid(one) for one in STRANGERS}
    texts = [strangers["elsewhere"], strangers["out_of_energy"], strangers["unlisted"], untagged.txid, "0x" + "3a" * 32]
    seen = await view(kit, ROSA.uid, " ".join(texts))
    answers = [found.trace.found if found.trace else None for found in seen.found]
    assert answers == ["not_ours", "not_ours", "unsupported", "unattributed", "unknown"]
    assert "failed on the chain" in seen.found[1].trace.words.en  # type: ignore[union-attr]
    assert seen.holds[0].words.en.startswith("No withdrawals or P2P sales for 24 h after a password change.")


async def test_wrong_payments(kit: Kit, world: World) -> None:
    strangers = {one.key: world.stranger_txid(one) for one in STRANGERS}
    crossed = SCENARIOS["dep.wrong_network_token"]
    seen = await view(kit, ROSA.uid, f"{strangers['contract']} {strangers['hot']} {strangers['foreign_memo']}")
    assert [found.trace.found if found.trace else None for found in seen.found] == ["not_ours", "unattributed", "other_user"]
    (mine,) = (await view(kit, crossed.uid, crossed.says.en)).found
    assert mine.trace is not None
    assert (mine.trace.found, mine.trace.network) == ("unsupported", "POLYGON")
    assert "can be recovered" in mine.trace.words.en


async def test_somebody_elses_transaction_tells_nothing(kit: Kit, world: World) -> None:
    txid = world.deposits(MEI.uid)[0].txid
    for uid, words in ((MALLORY.uid, "It did not reach your account"), (None, "Sign in at the exchange")):
        seen = await view(kit, uid, txid)
        trace = seen.found[0].trace
        assert trace is not None
        assert (trace.found, trace.mine, trace.state, trace.required_credit) == (
            "other_user",
            False,
            "unknown",
            None,
        )
        assert trace.words.en.startswith(words)
    assert (await view(kit, None, txid)).profile is None


async def test_her_own_withdrawal_and_a_poisoned_address(kit: Kit, world: World) -> None:
    sent = next(one for one in world.withdrawals(MEI.uid) if one.txid)
    seen = await view(kit, MEI.uid, f"{sent.txid} 地址 {MEI_POISONED}")
    withdrawal, address = seen.found
    assert withdrawal.trace is not None
    assert withdrawal.trace.kind == "withdrawal"
    assert withdrawal.trace.words.en == "This is your own withdrawal of 1,200 USDT: Completed"
    assert address.address is not None
    assert address.checksum == "correct"
    assert address.address.looks_like_previous
    assert "poisoning" in address.address.words.en


async def test_an_undisclosable_hold_stays_neutral(kit: Kit) -> None:
    (hold,) = (await view(kit, MALLORY.uid)).holds
    assert (hold.type, hold.until, hold.trigger) == ("review", None, "")
    assert hold.words.zh == "账户在审核，暂停提币、C2C 卖出。原因现在不能说"


async def test_many_ids_are_listed_and_few_are_asked(kit: Kit) -> None:
    texts = [f"0x{n:02x}{'e1' * 31}" for n in range(40)]
    seen = await view(kit, MEI.uid, "\n".join(texts))
    assert len(seen.found) == 12
    assert [found.trace is not None for found in seen.found] == [True] * 5 + [False] * 7


@pytest.mark.parametrize("text", ["", "\0", "x" * 60_000, "0x" + "g" * 64, "‮0x" + "ab" * 32, "0x" * 30_000])
async def test_any_text_is_survived(kit: Kit, text: str) -> None:
    assert (await view(kit, MEI.uid, text)).ok


async def test_when_the_exchange_is_down_it_says_so(
    kit: Kit, browser: httpx2.AsyncClient, clock: Clock
) -> None:
    assert (await view(kit, MEI.uid)).seen_at == clock.now
    await browser.post("/demo/down")
    seen = await view(kit, MEI.uid, "0x" + "ab" * 32)
    assert not seen.ok
    assert seen.seen_at == kit.get(CoreLink).answered_at
    assert (seen.items, seen.profile, seen.found[0].trace) == ([], None, None)
    with pytest.raises(ExchangeDown):
        await customer_items(kit, STAFF, MEI.uid)


async def test_an_account_the_exchange_does_not_know(kit: Kit) -> None:
    seen = await view(kit, "1")
    assert (seen.ok, seen.profile, seen.items, seen.refused) == (True, None, [], [])
    assert await customer_items(kit, STAFF, "1") == []


async def test_her_own_things_in_her_own_time(kit: Kit) -> None:
    mei, ivan = await asyncio.gather(
        customer_items(kit, Actor("customer", 12, frozenset()), MEI.uid, MEI.time_zone),
        customer_items(kit, Actor("customer", 13, frozenset()), IVAN.uid, "Not/AZone"),
    )
    assert mei[0].title.zh == "提币 500 USDT 没成功"
    assert mei[2].gates is not None
    assert mei[2].line.zh.startswith("链上 3/12 确认，约 22:29（上海）可交易")
    assert ivan[0].line.en.startswith("5 of 12 confirmations. Tradable about 14:29 UTC")
