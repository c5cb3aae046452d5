"""A form that a link fills in: with one's own deposit or withdrawal, or a checked transaction, and with nothing else."""

import re
from datetime import timedelta

from farol.app.demo.cast import IVAN, MEI
from farol.core.chains.tests.samples import HEX64
from farol.core.exchange import CoreLink
from farol.core.exchange.model import Why
from farol.kit import clock
from farol.selfserve.portal.tests.test_portal import page
from tests.world import FAROL

from .test_form import hidden, send, tickets

WHY = Why("self", "test", "customer:1")
DEPOSIT, WITHDRAWAL = "/my/new?reason=dep.unconfirmed", "/my/new?reason=wd.not_received"


def picked(text):
    return re.findall(r'name="about" value="([^"]*)" checked', text)


async def test_ones_own_is_chosen_and_sent(world, enter, demo):
    browser = await enter(MEI)
    link = world.kit.get(CoreLink)
    done = next(one for one in await link.withdrawals(WHY, MEI.uid) if one.state == "completed")
    text = await page(browser, f"{WITHDRAWAL}&withdrawal_id={done.withdrawal_id}")
    assert picked(text) == [f"withdrawal:{done.withdrawal_id}"]
    assert f"withdrawal_id={done.withdrawal_id}&amp;lang=en" in text, "another language keeps it"
    answer = await send(browser, {**hidden(text), "about": f"withdrawal:{done.withdrawal_id}", "words": "没收到", "do": "send"})
    assert answer.status_code == 303
    [ticket] = await tickets(world)
    assert ticket["about"] == {"kind": "withdrawal", "id": done.withdrawal_id}


async def test_an_old_one_of_ones_own_is_still_there_when_it_is_sent(world, enter, demo, monkeypatch):
    browser = await enter(MEI)
    link = world.kit.get(CoreLink)
    done = next(one for one in await link.withdrawals(WHY, MEI.uid, clock.now() - timedelta(days=90)) if one.state == "completed")
    monkeypatch.setattr("farol.selfserve.forms.reading.customer_items", _none)
    text = await page(browser, f"{WITHDRAWAL}&withdrawal_id={done.withdrawal_id}")
    assert picked(text) == [f"withdrawal:{done.withdrawal_id}"]
    await send(browser, {**hidden(text), "about": f"withdrawal:{done.withdrawal_id}", "words": "没收到", "do": "send"})
    [ticket] = await tickets(world)
    assert ticket["about"]["id"] == done.withdrawal_id
    assert ticket["fields"]["txid"] == done.txid


async def _none(*_args):
    return []


async def test_nothing_of_somebody_else_is_filled_in(world, enter, demo):
    mei, link = await enter(MEI), world.kit.get(CoreLink)
    theirs = next(iter(await link.deposits(WHY, IVAN.uid)))
    text = await page(mei, f"{DEPOSIT}&deposit_id={theirs.deposit_id}")
    assert picked(text) == []
    assert theirs.txid not in text


async def test_a_transaction_chooses_ones_own_or_fills_its_field(world, enter, demo):
    browser, link = await enter(MEI), world.kit.get(CoreLink)
    own = next(one for one in await link.deposits(WHY, MEI.uid) if one.txid.startswith("0x"))
    assert picked(await page(browser, f"{DEPOSIT}&txid={own.txid.upper().replace('0X', '0x')}")) == [f"deposit:{own.deposit_id}"]
    text = await page(browser, f"{DEPOSIT}&txid=0x{HEX64}")
    assert picked(text) == [""], "none of those listed"
    assert re.search(rf'name="slot_txid"[^>]*value="0x{HEX64}"', text)
    for odd in ("ORDER-1", HEX64[:-2], "%3Cscript%3E", "9" * 5000):
        assert "slot_txid" in (text := await page(browser, f"{DEPOSIT}&txid={odd}"))
        assert re.search(r'name="slot_txid"[^>]*value=""', text)


async def test_the_tree_and_the_way_in_carry_it_on(world, enter, demo):
    browser = await enter(MEI)
    assert 'href="/my/new?reason=wd.failed&amp;withdrawal_id=WD-1"' in await page(browser, "/my/new?withdrawal_id=WD-1")
    stranger = world.client(FAROL, {"origin": FAROL})
    answer = await stranger.get(f"{WITHDRAWAL}&withdrawal_id=WD-1")
    assert answer.status_code == 401
    assert "withdrawal_id%3DWD-1" in answer.headers["set-cookie"]


async def test_what_was_begun_keeps_its_words(world, enter, demo):
    browser, link = await enter(MEI), world.kit.get(CoreLink)
    await send(browser, {**hidden(await page(browser, DEPOSIT)), "words": "MY-WORDS", "do": "keep"})
    own = next(iter(await link.deposits(WHY, MEI.uid)))
    text = await page(browser, f"{DEPOSIT}&deposit_id={own.deposit_id}")
    assert "MY-WORDS" in text
    assert picked(text) == [f"deposit:{own.deposit_id}"]
