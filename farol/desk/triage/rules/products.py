"""Fees, coins that leave the exchange, and coins sent to people with a bad name."""

from collections.abc import Iterator

from farol.core.exchange.mask import money
from farol.core.exchange.states import FoundAs, TxStatus
from farol.core.exchange.words import both
from farol.desk.triage.model import Fact, Said, Seen

from .rule import fact, speaks_for, weigh


@speaks_for("fee.vip")
def tier(seen: Seen, _: Said) -> Iterator[Fact]:
    """What is missing to the next level."""
    if seen.tier and seen.tier.next_gap:
        words = both("{level}，到下一级还差 {gap} 交易量", "{level}; {gap} of volume to the next level", level=seen.tier.vip_level, gap=seen.tier.next_gap)
        yield fact("tier.gap", words, 0.6)


@speaks_for("prod.swap_delist", "wd", "dep")
def delisted(seen: Seen, said: Said) -> Iterator[Fact]:
    """A coin that is held and takes no deposits any more, on no network."""
    held = {one.coin for one in seen.balances}
    for coin in sorted(held):
        rows = [row for row in seen.networks if row.coin == coin]
        if rows and not any(row.deposit_enabled or row.deposit_resume_at for row in rows):
            words = both("持有 {coin}，它已停止充值", "Holds {coin}, which takes no deposits any more", coin=coin)
            yield fact("coin.leaving", words, 1.6 if coin in said.coins or coin.casefold() in said.text.casefold() else 0.8, coin)


@speaks_for("scam.victim", "wd", "sec")
def flagged(seen: Seen, said: Said) -> Iterator[Fact]:
    """Coins went to an address with a bad name."""
    for one in seen.withdrawals:
        if one.withdrawal_id in seen.flagged:
            what = money(one.amount, one.coin)
            words = both("{what} 提到了被标记的地址", "{what} went to a flagged address", what=what)
            yield fact("withdrawal.flagged", words, weigh(1.2, seen, said, one, "withdrawal", one.withdrawal_id), one.withdrawal_id)


@speaks_for("prod.web3", "dep", "wd")
def own_wallet(seen: Seen, _: Said) -> Iterator[Fact]:
    """A transaction of the customer's own wallet that failed on the chain and never reached the exchange."""
    for one in seen.traced:
        if one.found == FoundAs.NOT_OURS and one.tx_status == TxStatus.FAILED:
            yield fact("trace.failed", one.words, 1.2)
