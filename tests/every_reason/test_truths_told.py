"""What is certain of a transfer is told at once, in plain words, to the customer on the page where they look and to the agent on the card."""

from typing import NamedTuple

import pytest

from farol.app.demo import cast
from farol.app.demo.cast import CastCustomer
from farol.app.demo.exchange.plans import HOT, MEI_POISONED, STRANGERS
from farol.app.demo.exchange.scenarios import SCENARIOS
from tests.every_reason.stage import Stage

TETHER = "0xdAC17F958D2ee523a2206206994597C13D831ec7"


class Told(NamedTuple):
    """who pastes what; the truth's code on the card, and words of it in both languages on the customer's own page."""

    who: CastCustomer
    paste: str
    code: str
    zh: str
    en: str


def _stranger(key: str) -> str:
    """Stands for the hash of one of the demo exchange's transactions of nobody, which is known once it runs."""
    return f"stranger:{key}"


TRUTHS = {
    "wrong network": Told(SCENARIOS["dep.wrong_network_token"].person, SCENARIOS["dep.wrong_network_token"].says.en, "wrong_network",
                          "走的不是支持的网络", "on a network that is not supported for it"),
    "unlisted token": Told(cast.ROSA, _stranger("unlisted"), "unlisted", "这个币没有上架", "this coin is not listed here"),
    "missing memo": Told(SCENARIOS["dep.missing_memo"].person, SCENARIOS["dep.missing_memo"].says.en, "missing_memo",
                         "缺少标签（Tag）", "The destination tag is missing"),
    "foreign memo": Told(cast.ROSA, _stranger("foreign_memo"), "foreign_memo", "请核对付款时填的是不是您自己的", "Check that the one you gave is yours"),
    "to a contract": Told(cast.ROSA, _stranger("contract"), "contract", "的合约，不是谁的钱包", "nobody&#39;s wallet"),
    "to the exchange's wallet": Told(cast.ROSA, _stranger("hot"), "platform_wallet", "这是平台钱包，不是充值地址", "own wallet and no deposit address"),
    "failed on the chain": Told(cast.ROSA, _stranger("out_of_energy"), "failed_on_chain", "币没有离开付款钱包", "the coins never left the sending wallet"),
    "below the minimum": Told(SCENARIOS["dep.below_minimum"].person, SCENARIOS["dep.below_minimum"].says.en, "below_minimum",
                              "低于最小充值 5 DOGE", "Below the minimum of 5 DOGE"),
    "network paused": Told(SCENARIOS["dep.suspended"].person, SCENARIOS["dep.suspended"].says.en, "deposits_paused", "LTC 在 LTC 上暂停充值", "LTC deposits on LTC are paused"),
    "address: a contract": Told(cast.MEI, f"address {TETHER}", "contract", "的合约，不是谁的钱包", "nobody&#39;s wallet"),
    "address: poisoned": Told(cast.MEI, f"address {MEI_POISONED}", "poisoned", "像“地址投毒”", "address poisoning"),
    "address: our wallet": Told(cast.MEI, f"address {HOT['TRON']}", "platform_wallet", "这是平台钱包，不是充值地址", "own wallet and no deposit address"),
    "address: mistyped": Told(cast.MEI, f"address {MEI_POISONED[:-1]}K", "checksum_wrong", "校验不通过", "The check fails"),
    "address: unseen characters": Told(cast.MEI, f"address {MEI_POISONED[:9]}\u200b{MEI_POISONED[9:]}", "invisible", "看不见的字符", "invisible characters"),
}


@pytest.mark.parametrize("name", TRUTHS)
async def test_a_truth_is_told_to_both(stage: Stage, name: str) -> None:
    told = TRUTHS[name]
    paste = told.paste
    if paste.startswith("stranger:"):
        paste = stage.parts.world.stranger_txid(next(one for one in STRANGERS if one.key == paste.removeprefix("stranger:")))
    for language, words in (("zh", told.zh), ("en", told.en)):
        page = (await (await stage.browser(told.who, language)).post("/my/trace", data={"txid": paste})).text
        assert f'<html lang="{language}' in page
        assert words in page
    customer = await stage.sign_in(told.who)
    ticket = int((await stage.world.open(customer, paste, language="en"))["ticket"]["id"])
    card = await (await stage.world.staff(cast.SOL)).ok("GET", f"/tickets/{ticket}/case")
    (truth,) = [one for one in card["truths"] if one["code"] == told.code]
    assert truth["tone"] in ("stop", "warn")
    assert truth["words"]["zh"]
    assert truth["words"]["en"]


async def test_credited_and_not_yet_withdrawable_is_told_with_both_gates(stage: Stage) -> None:
    story = SCENARIOS["dep.unconfirmed"]
    await stage.play("deposit.credit", story.uid)
    for language, words in (("zh", "已入账可以交易，但还不能提"), ("en", "Credited and tradable, not withdrawable yet")):
        page = await (await stage.browser(story.person, language)).post("/my/trace", data={"txid": story.says.en})
        assert words in page.text
    customer = await stage.sign_in(story.person)
    home = await customer.ok("GET", "/home")
    (item,) = [one for one in home["items"] if one["state"] == "credited_locked"]
    assert "more confirmations until withdrawable" in item["line"]["en"]
    assert "个确认可提币" in item["line"]["zh"]
    ticket = int((await stage.world.open(customer, story.says.en, language="en"))["ticket"]["id"])
    card = await (await stage.world.staff(cast.SOL)).ok("GET", f"/tickets/{ticket}/case")
    assert "credited_locked" in [one["code"] for one in card["truths"]]
